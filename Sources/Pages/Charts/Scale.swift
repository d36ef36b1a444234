// SPDX-License-Identifier: Apache-2.0

/// Colours of charts. They are written into the drawing, so that it prints and travels alone; each
/// differs from its neighbours in lightness too, for black and white paper.
public enum ChartTone: String, Hashable, Sendable, CaseIterable {
    /// The first series.
    case blue = "#1f5fa8"
    /// The second, or the village's level.
    case green = "#3f8f5b"
    /// The third, or the town's level.
    case yellow = "#e0b13a"
    /// The fourth, or the district's level.
    case red = "#b5352c"
    /// What remains.
    case grey = "#a9b4bf"
}

/// Numbers along a bar.
struct Scale {
    let whole: Int

    /// A share of the whole as a percentage with one digit, for widths.
    func percent(_ value: Int) -> String {
        guard whole > 0 else { return "0%" }
        let tenths = min(1000, max(0, (value * 1000 + whole / 2) / whole))
        return "\(tenths / 10).\(tenths % 10)%"
    }
}

extension HTML {
    /// A drawing as wide as its place; widths inside are percentages, so words keep their size.
    static func drawing(height: Int, label: String, _ shapes: HTML) -> HTML {
        element(
            "svg",
            [
                .class("chart"), Attribute("width", "100%"), Attribute("height", String(height)),
                Attribute("role", "img"), .aria("label", label),
            ], shapes)
    }

    static func bar(x: String, y: Int, width: String, height: Int, _ tone: ChartTone) -> HTML {
        element(
            "rect",
            [
                Attribute("x", x), Attribute("y", String(y)), Attribute("width", width),
                Attribute("height", String(height)), Attribute("fill", tone.rawValue),
            ])
    }

    static func words(_ text: String, x: String, y: Int, anchor: StaticString = "start") -> HTML {
        element(
            "text",
            [
                Attribute("x", x), Attribute("y", String(y)), Attribute("font-size", "13"),
                Attribute("text-anchor", "\(anchor)"), Attribute("fill", "#26323d"),
            ], .text(text))
    }

    /// A chart with its title and, folded away, the numbers themselves.
    static func figure(_ title: String, _ drawing: HTML, head: [String], rows: [[String]]) -> HTML {
        element(
            "figure", [.class("chart-figure")], .element("figcaption", [], .text(title)), drawing,
            .disclosure("数字", .table(head: head, rows: rows)))
    }
}
