// swift-tools-version:6.2
import PackageDescription

// The core has no third-party code, so it builds and tests in seconds; what a module may import is what
// its line here names.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Core",
    products: [
        .library(
            name: "Core",
            targets: [
                "CivilTime", "Questionnaire", "Assistance", "Matching", "Desk", "SamplePeople", "StoreMemory",
            ])
    ],
    targets: [
        .target(name: "CivilTime", swiftSettings: strict),
        .target(name: "Questionnaire", dependencies: ["CivilTime"], swiftSettings: strict),
        .target(name: "Assistance", dependencies: ["CivilTime", "Questionnaire"], swiftSettings: strict),
        .target(name: "Matching", swiftSettings: strict),
        .target(
            name: "Desk", dependencies: ["Assistance", "Matching", "CivilTime", "Questionnaire"],
            swiftSettings: strict),
        .target(
            name: "SamplePeople",
            dependencies: ["Desk", "StoreMemory", "Assistance", "CivilTime", "Questionnaire"],
            swiftSettings: strict),
        .target(
            name: "StoreMemory",
            dependencies: ["Desk", "Assistance", "Matching", "CivilTime", "Questionnaire"],
            swiftSettings: strict),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: strict),
        .testTarget(
            name: "QuestionnaireTests", dependencies: ["Questionnaire", "CivilTime"], swiftSettings: strict),
        .testTarget(
            name: "AssistanceTests", dependencies: ["Assistance", "Questionnaire", "CivilTime"],
            swiftSettings: strict),
        .testTarget(name: "MatchingTests", dependencies: ["Matching"], swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Desk", "StoreMemory", "SamplePeople", "Assistance", "Matching", "Questionnaire", "CivilTime",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6])
