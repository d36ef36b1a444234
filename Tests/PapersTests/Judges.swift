// SPDX-License-Identifier: Apache-2.0
import Foundation
import Papers
import Testing

/// The machine's own programs, as outside judges of a PDF.
enum Judges {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let place = TypesettingPlace.found(templates: root + "/Policy/shunyi/papers", installation: root)
    /// One worker for all tests that do not hurt it.
    static let typesetter = Typesetter(place)
    /// `./test` installs both; without them these tests say so instead of passing.
    static let canSet = !place.pythons.isEmpty && answers(["-c", "import typst"])
    static let canRead = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    static let reason: Comment =
        "typst (requirements.txt) or poppler-utils is not installed: run bin/install --tests"

    private static func answers(_ arguments: [String]) -> Bool {
        place.pythons.contains { (try? run($0, arguments))?.status == 0 }
    }

    /// What `pdftotext` reads, pages ended by form feeds.
    static func text(_ pdf: [UInt8]) throws -> String {
        try withFile(pdf) {
            String(decoding: try run("/usr/bin/pdftotext", ["-enc", "UTF-8", $0, "-"]).output, as: UTF8.self)
        }
    }

    /// Every word of a PDF by itself, as it stands apart from the next.
    static func words(of pdf: [UInt8]) throws -> [String] {
        try withFile(pdf) { file in
            let told = try run("/usr/bin/pdftotext", ["-enc", "UTF-8", "-bbox", file, "-"]).output
            return String(decoding: told, as: UTF8.self).components(separatedBy: "<word ").dropFirst().map {
                String(($0.split(separator: ">", maxSplits: 1).last ?? "").prefix { $0 != "<" })
            }
        }
    }

    /// What `pdfinfo` or `pdffonts` says.
    static func told(by program: String, _ pdf: [UInt8]) throws -> String {
        try withFile(pdf) { String(decoding: try run("/usr/bin/\(program)", [$0]).output, as: UTF8.self) }
    }

    static func run(
        _ program: String, _ arguments: [String], input: String = ""
    ) throws -> (status: Int32, output: Data) {
        let process = Process()
        let (output, feed) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = feed
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try feed.fileHandleForWriting.close()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, read)
    }

    private static func withFile<Answer>(_ pdf: [UInt8], _ read: (String) throws -> Answer) throws -> Answer {
        let file = NSTemporaryDirectory() + "paper-\(UUID().uuidString).pdf"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(pdf).write(to: URL(filePath: file))
        return try read(file)
    }
}
