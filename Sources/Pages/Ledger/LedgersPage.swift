// SPDX-License-Identifier: Apache-2.0

/// 台账: every ledger that there is, each a view on the same records.
public struct LedgersPage: Page {
    /// The ledgers.
    public var lines: [Line]

    /// A ledger of the list.
    public struct Line: Hashable, Sendable {
        let title: String
        let link: Link
        let content: String
        let clauses: String

        /// A ledger.
        public init(_ title: String, _ link: Link, content: String, clauses: String) {
            self.title = title
            self.link = link
            self.content = content
            self.clauses = clauses
        }
    }

    /// The list.
    public init(_ lines: [Line]) { self.lines = lines }

    /// The page's name.
    public var title: String { "各类台账" }

    /// The list.
    public var body: HTML {
        .join(
            .h1(title), .p(class: "hint", "台账由日常记录自动生成，不需要另外填写。"),
            DataTable(
                columns: [Column("台账", .name), Column("内容"), Column("依据")],
                rows: lines.map { Row([.link($0.title, $0.link), .text($0.content), .text($0.clauses)]) },
                caption: title
            ).html)
    }
}
