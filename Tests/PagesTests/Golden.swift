// SPDX-License-Identifier: Apache-2.0
import Foundation
import Pages
import Testing

/// Compares markup with a file in Golden; records it instead when YUANZHU_RECORD is 1.
///
/// Lines are broken before tags, so that a review shows what changed.
func expectGolden(
    _ markup: HTML, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let lines = markup.source.replacingOccurrences(of: "><", with: ">\n<")
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Golden/\(name).html")
    if ProcessInfo.processInfo.environment["YUANZHU_RECORD"] == "1" {
        try lines.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let found = lines.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = zip(found, wanted).enumerated().first { $1.0 != $1.1 }
    let place =
        difference.map { "line \($0 + 1): \($1.0), recorded: \($1.1)" }
        ?? "\(found.count) lines, recorded: \(wanted.count)"
    #expect(lines == golden, "\(name): \(place)", sourceLocation: sourceLocation)
}
