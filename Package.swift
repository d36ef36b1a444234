// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let core = Target.Dependency.product(name: "Core", package: "Core")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "yuanzhu",
    products: [.executable(name: "yuanzhu", targets: ["Command"])],
    dependencies: [
        .package(path: "Core"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        .target(name: "Wording", dependencies: [core], swiftSettings: strict),
        .target(name: "Sheets", dependencies: ["CZip", "CXlsxWriter"], swiftSettings: strict),
        .target(name: "Seals", dependencies: ["CCrypto", "CArgon2"], swiftSettings: strict),
        .target(
            name: "PolicyFiles", dependencies: [core, "Seals", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Imports", dependencies: [core, "Sheets", "Wording", "PolicyFiles", "Seals"],
            swiftSettings: strict),
        .target(
            name: "StoreSQL", dependencies: [core, "Seals"], exclude: ["Schema/schema.sqlite.sql"],
            swiftSettings: strict),
        .target(
            name: "StoreSQLite",
            dependencies: [
                core, "StoreSQL", "Seals", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Papers", dependencies: [core, "Sheets", "Wording"], resources: [.copy("Resources")],
            swiftSettings: strict),
        .target(name: "Pages", dependencies: [core, "Wording", nio], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                core, "Pages", "Papers", "Imports", "Wording", "Sheets", "Seals", hummingbird, nio, httpTypes,
                log,
                lifecycle,
            ],
            resources: [.copy("Assets")], swiftSettings: strict),
        .executableTarget(
            name: "Command",
            dependencies: [
                core, "Web", "Pages", "Papers", "Imports", "Wording", "Sheets", "Seals", "PolicyFiles",
                "StoreSQL",
                "StoreSQLite", .product(name: "ArgumentParser", package: "swift-argument-parser"), nio, log,
                lifecycle,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                core, "Web", "Imports", "Papers", "CXlsxWriter", "Wording", "Sheets", "Seals", "PolicyFiles",
                "StoreSQL", "StoreSQLite", log,
            ],
            path: "Benchmarks", swiftSettings: strict),

        .testTarget(name: "WordingTests", dependencies: ["Wording", core], swiftSettings: strict),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets"], swiftSettings: strict),
        .testTarget(
            name: "PapersTests", dependencies: ["Papers", "Wording", core], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "SealsTests", dependencies: ["Seals"], swiftSettings: strict),
        .testTarget(
            name: "PolicyFilesTests", dependencies: ["PolicyFiles", "Wording", core], swiftSettings: strict),
        .testTarget(
            name: "ImportsTests", dependencies: ["Imports", "PolicyFiles", "Sheets", "Wording", core],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "StoreSQLite", "StoreSQL", "Seals", "PolicyFiles", core,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "PagesTests", dependencies: ["Pages", core, nio], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Pages", "Papers", "PolicyFiles", "Sheets", "Seals", core, hummingbird, nio, httpTypes,
                log,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6])
