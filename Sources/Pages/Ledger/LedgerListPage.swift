// SPDX-License-Identifier: Apache-2.0

/// 《就业困难人员统计台账》: one leaf a category, the lines behind each number.
public struct LedgerListPage: Page {
    /// The unit whose ledger it is.
    public var unit: String
    /// The leaves: 全部 and each category that somebody stands in.
    public var tabs: [Tab]
    /// How many persons stand in it, and how many of each visit class.
    public var tiles: [Tile]
    /// The choices of unit, and what else narrows the list.
    public var filter: FilterRow?
    /// The heads of the columns after 姓名.
    public var heads: [String]
    /// The lines: the name, its file, then a cell for each head.
    public var lines: [Line]
    /// The first page, when another one is shown, and the next.
    public var first: Link?
    /// The next page.
    public var next: Link?
    /// The number of the first line.
    public var firstNumber: Int
    /// Where the ledger is taken as a file; `nil` for those who may not.
    public var export: Link?
    /// The ledger on paper.
    public var print: Link?

    /// A line, masked.
    public struct Line: Hashable, Sendable {
        let name: String
        let file: Link
        let cells: [String]

        /// A line.
        public init(_ name: String, _ file: Link, _ cells: [String]) {
            self.name = name
            self.file = file
            self.cells = cells
        }
    }

    /// A ledger.
    public init(
        unit: String, tabs: [Tab], tiles: [Tile], filter: FilterRow?, heads: [String], lines: [Line],
        first: Link? = nil, next: Link? = nil, firstNumber: Int = 1, export: Link? = nil, print: Link? = nil
    ) {
        self.unit = unit
        self.tabs = tabs
        self.tiles = tiles
        self.filter = filter
        self.heads = heads
        self.lines = lines
        self.first = first
        self.next = next
        self.firstNumber = firstNumber
        self.export = export
        self.print = print
    }

    /// The page's name.
    public var title: String { "就业困难人员统计台账" }

    /// Numbers, leaves, list.
    public var body: HTML {
        .join(
            .heading(
                "\(unit)就业困难人员统计台账", .with(print) { .buttonLink("打印", to: $0) },
                .with(export) { .buttonLink("下载台账", to: $0, isPrimary: true) }),
            .tiles(tiles), .with(filter) { $0.html }, .tabs(tabs, label: "困难类别"), list,
            .p(class: "hint", "一人可以同时属于几类，各类人数相加会多于总人数。证件号码和电话只显示一部分。"))
    }

    /// Long reasons are folded away, so that a line stays a line.
    private func cell(_ words: String) -> Cell {
        words.count > 24 ? .html(.why([words], "查看")) : .text(words)
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("这一类还没有人。") }
        let columns = [Column("姓名", .name)] + heads.map { Column($0) }
        let rows = lines.map { line in Row([.link(line.name, line.file)] + line.cells.map(cell)) }
        return .join(
            DataTable(columns: columns, rows: rows, firstNumber: firstNumber, caption: title).html,
            .pager(previous: first, next: next))
    }
}
