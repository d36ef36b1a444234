// SPDX-License-Identifier: Apache-2.0

/// Counts over time or places, each split into the same parts, as standing columns.
public struct StackedChart: Hashable, Sendable {
    /// What is counted.
    public var title: String
    /// 人, 户, 人次.
    public var unit: String
    /// The parts, from the foot of a column upward.
    public var parts: [Part]
    /// The columns, from the left.
    public var columns: [Column]

    /// A part that every column has.
    public struct Part: Hashable, Sendable {
        let name: String
        let tone: ChartTone

        /// A part with its name and colour.
        public init(_ name: String, _ tone: ChartTone) {
            self.name = name
            self.tone = tone
        }
    }

    /// A column: one number for each part.
    public struct Column: Hashable, Sendable {
        let label: String
        let values: [Int]

        /// A column with its name.
        public init(_ label: String, _ values: [Int]) {
            self.label = label
            self.values = values
        }
    }

    /// A chart; each column holds as many numbers as there are parts.
    public init(_ title: String, unit: String, parts: [Part], columns: [Column]) {
        precondition(columns.allSatisfy { $0.values.count == parts.count }, "a number for each part")
        self.title = title
        self.unit = unit
        self.parts = parts
        self.columns = columns
    }

    /// The height of the columns' field, in pixels; heads and feet come on top.
    private static let field = 160
    private static let head = 22

    /// The chart, its key and its numbers.
    public var html: HTML {
        let greatest = max(1, columns.map { $0.values.reduce(0, +) }.max() ?? 0)
        let shapes = HTML.each(columns.enumerated()) { standing($1, at: $0, under: greatest) }
        let label = "\(title)，单位\(unit)，共\(columns.count)组"
        let height = Self.field + Self.head + 24
        return .figure(
            title, key + .drawing(height: height, label: label, floor + shapes),
            head: [""] + parts.map(\.name) + ["合计"],
            rows: columns.map { [$0.label] + $0.values.map(String.init) + [String($0.values.reduce(0, +))] })
    }

    private var key: HTML {
        .element(
            "p", [.class("chart-key")],
            .each(parts) { part in
                let square = HTML.element(
                    "svg", [Attribute("width", "12"), Attribute("height", "12"), .aria("hidden", "true")],
                    .bar(x: "0", y: 0, width: "12", height: 12, part.tone))
                return .span(class: "key", square, .text(part.name))
            })
    }

    private var floor: HTML {
        .bar(x: "0", y: Self.head + Self.field, width: "100%", height: 1, .grey)
    }

    private func standing(_ column: Column, at index: Int, under greatest: Int) -> HTML {
        let slot = Scale(whole: columns.count * 10)
        var foot = Self.head + Self.field
        var shapes = HTML.empty
        for (value, part) in zip(column.values, parts) where value > 0 {
            let height = max(1, value * Self.field / greatest)
            foot -= height
            shapes += .bar(
                x: slot.percent(index * 10 + 2), y: foot, width: slot.percent(6), height: height, part.tone)
        }
        let middle = slot.percent(index * 10 + 5)
        return shapes + .words(String(column.values.reduce(0, +)), x: middle, y: foot - 6, anchor: "middle")
            + .words(column.label, x: middle, y: Self.head + Self.field + 18, anchor: "middle")
    }
}
