// SPDX-License-Identifier: Apache-2.0

/// Counts of several things as lying bars, each with its name and number.
public struct BarChart: Hashable, Sendable {
    /// What is counted.
    public var title: String
    /// 人, 户, 人次.
    public var unit: String
    /// The bars, in the order shown.
    public var bars: [Bar]

    /// One bar.
    public struct Bar: Hashable, Sendable {
        /// What it counts.
        public var label: String
        /// How many.
        public var value: Int
        /// Its colour.
        public var tone: ChartTone

        /// A bar.
        public init(_ label: String, _ value: Int, _ tone: ChartTone = .blue) {
            self.label = label
            self.value = value
            self.tone = tone
        }
    }

    /// A chart.
    public init(_ title: String, unit: String, _ bars: [Bar]) {
        self.title = title
        self.unit = unit
        self.bars = bars
    }

    /// The chart and its numbers.
    public var html: HTML {
        let rowHeight = 40
        let scale = Scale(whole: bars.map(\.value).max() ?? 0)
        let shapes = HTML.each(bars.enumerated()) { index, bar in
            let top = index * rowHeight
            return .words(bar.label, x: "0", y: top + 14)
                + .words("\(bar.value) \(unit)", x: "100%", y: top + 14, anchor: "end")
                + .bar(x: "0", y: top + 20, width: "100%", height: 10, .grey).faint
                + .bar(x: "0", y: top + 20, width: scale.percent(bar.value), height: 10, bar.tone)
        }
        let label = bars.map { "\($0.label) \($0.value)\(unit)" }.joined(separator: "，")
        return .figure(
            title, .drawing(height: max(1, bars.count) * rowHeight, label: "\(title)：\(label)", shapes),
            head: ["项目", unit], rows: bars.map { [$0.label, String($0.value)] })
    }
}

extension HTML {
    /// Behind a bar: how long the longest would be.
    fileprivate var faint: HTML { .element("g", [Attribute("opacity", "0.22")], self) }
}
