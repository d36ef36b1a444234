// SPDX-License-Identifier: Apache-2.0
import Foundation
import Pages
import Testing

@Suite("Stylesheet and scripts suit old browsers and slow lines")
struct AssetTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Web/Assets")

    static func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }

    @Test func `the stylesheet is below 32 kB and fetches nothing`() throws {
        let css = try Self.text("yuanzhu.css")
        #expect(css.utf8.count < 32_000)
        #expect(!css.contains("url(") && !css.contains("@import"))
    }

    @Test(arguments: [
        ":has(", ":is(", ":where(", "@container", "@layer", " gap:", "inset:", "aspect-ratio", "&:",
    ])
    func `the stylesheet uses nothing younger than Chromium 80`(feature: String) throws {
        #expect(!(try Self.text("yuanzhu.css").contains(feature)))
    }

    @Test(arguments: Script.allCases)
    func `a script is below 3 kB and has nothing younger than ES2017`(script: Script) throws {
        let text = try Self.text("\(script.rawValue).js")
        #expect(text.utf8.count < 3 * 1024)
        for feature in ["?.", "??", "replaceAll", "import ", "http", "innerHTML", "eval("] {
            #expect(!text.contains(feature), "\(feature)")
        }
    }

    @Test func `every colour of words on its ground reaches a contrast of 4.5`() throws {
        let css = try Self.text("yuanzhu.css")
        let pairs = [
            ("ink", "ground"), ("muted", "ground"), ("muted", "card"), ("accent", "card"),
            ("accent", "ground"),
            ("accent-deep", "accent-soft"), ("red", "red-soft"), ("orange", "orange-soft"),
            ("yellow", "yellow-soft"),
            ("green", "green-soft"), ("red", "card"), ("muted", "grey-soft"), ("card", "bar"),
            ("card", "accent"),
        ]
        for (words, ground) in pairs {
            let first = try #require(Self.colour(words, in: css), "\(words)")
            let second = try #require(Self.colour(ground, in: css), "\(ground)")
            let contrast = (max(first, second) + 0.05) / (min(first, second) + 0.05)
            #expect(contrast >= 4.5, "\(words) on \(ground): \(contrast)")
        }
    }

    /// The relative luminance of a colour variable, after WCAG 2.
    static func colour(_ name: String, in css: String) -> Double? {
        guard let start = css.range(of: "--\(name): #") else { return nil }
        var digits = Array(css[start.upperBound...].prefix { $0.isHexDigit })
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6, let value = Int(String(digits), radix: 16) else { return nil }
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
