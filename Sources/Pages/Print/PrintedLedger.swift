// SPDX-License-Identifier: Apache-2.0

/// 台账 on paper: a bordered table cut into sheets, each with title, head and foot.
public struct PrintedLedger: Hashable, Sendable {
    /// The ledger's name.
    public var title: String
    /// What stands under the title at the left: 制表单位.
    public var unit: String
    /// What stands under the title at the right: the day or period.
    public var period: String
    /// The columns, without 序号.
    public var columns: [PrintedColumn]
    /// The rows, all of them.
    public var rows: [[String]]
    /// Who signs at the foot of the last sheet: 制表人, 审核人.
    public var signers: [String]

    /// A column and its share of the width.
    public struct PrintedColumn: Hashable, Sendable {
        /// The title in the head.
        public var title: String
        /// The width in signs (全角字) that the column should hold.
        public var width: Int

        /// A column of a printed table.
        public init(_ title: String, width: Int) {
            self.title = title
            self.width = width
        }
    }

    /// A ledger to print.
    public init(
        title: String, unit: String, period: String, columns: [PrintedColumn], rows: [[String]],
        signers: [String] = ["制表人", "审核人", "日期"]
    ) {
        self.title = title
        self.unit = unit
        self.period = period
        self.columns = columns
        self.rows = rows
        self.signers = signers
    }

    /// The share of the width that 序号 takes, in signs.
    static let numberWidth = 3

    /// The sheets, cut where the paper is full; an empty ledger is one sheet that says so.
    public var sheets: [HTML] {
        let parts = parts
        return parts.enumerated().map { sheet($1, isLast: $0 == parts.count - 1) }
    }

    private func sheet(_ part: ArraySlice<[String]>, isLast: Bool) -> HTML {
        .join(
            .element("h1", [.class("paper-title")], .text(title)),
            .div(class: "paper-sub", .element("span", [], .text(unit)), .element("span", [], .text(period))),
            table(Array(part), firstNumber: part.startIndex + 1),
            .when(isLast, .signatures(signers)))
    }

    private func table(_ part: [[String]], firstNumber: Int) -> HTML {
        let total = columns.reduce(Self.numberWidth) { $0 + $1.width }
        let widths = [Self.numberWidth] + columns.map(\.width)
        let head = ["序号"] + columns.map(\.title)
        return .element(
            "table", [.class("ruled")],
            .element(
                "colgroup", [],
                widths.map { .void("col", [Attribute("width", "\(($0 * 1000 + total / 2) / total / 10)%")]) }),
            .element("thead", [], .element("tr", [], head.map { .element("th", [], .text($0)) })),
            .element("tbody", [], part.isEmpty ? [emptyRow] : body(part, firstNumber)))
    }

    private func body(_ part: [[String]], _ firstNumber: Int) -> [HTML] {
        part.enumerated().map { offset, row in
            .element(
                "tr", [],
                .element("td", [.class("middle")], .text(String(firstNumber + offset))),
                .each(row) { .element("td", [], .text($0)) })
        }
    }

    private var emptyRow: HTML {
        .element(
            "tr", [],
            .element("td", [.class("middle"), Attribute("colspan", String(columns.count + 1))], "本期无记录"))
    }
}
