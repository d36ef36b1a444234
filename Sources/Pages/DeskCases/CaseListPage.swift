// SPDX-License-Identifier: Apache-2.0
import Desk

/// 援助对象: the cases of a desk (03.w1, 06.w1, 11.w1).
public struct CaseListPage: Page {
    public var tiles: [Tile]
    public var filter: FilterRow
    /// Handed up and not received yet; shown first.
    public var intake: [CaseRow]
    /// What the list under the intake is called.
    public var heading: String
    public var rows: [CaseRow]
    public var first: Link?
    public var next: Link?
    public var showsVillage: Bool
    /// Other pages of the desk: 召开会商, 移交.
    public var tools: [(label: String, link: Link)]
    /// Said when nothing is found.
    public var emptiness: String
    /// In which order the list stands.
    public var order: String

    public init(
        tiles: [Tile], filter: FilterRow, intake: [CaseRow], heading: String, rows: [CaseRow], first: Link?,
        next: Link?, showsVillage: Bool, tools: [(label: String, link: Link)], emptiness: String,
        order: String
    ) {
        self.tiles = tiles
        self.filter = filter
        self.intake = intake
        self.heading = heading
        self.rows = rows
        self.first = first
        self.next = next
        self.showsVillage = showsVillage
        self.tools = tools
        self.emptiness = emptiness
        self.order = order
    }

    public var title: String { "援助对象" }

    public var body: HTML {
        .section(
            .heading("援助对象", .each(tools) { .buttonLink($0.label, to: $0.link) }),
            .tiles(tiles), filter.html, intakeCard,
            .when(!intake.isEmpty, .div(class: "heading", .h2(heading))), list,
            .pager(previous: first, next: next))
    }

    private var intakeCard: HTML {
        guard !intake.isEmpty else { return .empty }
        let columns = [
            Column("姓名", .name), Column("村（社区）"), Column("走访分类"), Column("上交原因"), Column("上交日期", .fixed),
            Column("办理", .acts),
        ]
        let rows = intake.map { row in
            Row(
                [
                    row.name, .text(row.village), row.visitClass, row.handUp, row.waiting,
                    .html(row.intakeActs),
                ], tone: (row.waitingDays ?? 0) > 0 ? .orange : nil)
        }
        return .card(
            "待接收（\(intake.count)人）",
            .p(class: "hint", "先看上交档案；材料齐全的当日接收并明确临时负责人，不全的写明原因退回。"),
            DataTable(columns: columns, rows: rows, caption: "待接收").html)
    }

    private var list: HTML {
        guard !rows.isEmpty else { return .nothing(emptiness) }
        var columns = [Column("姓名", .name)]
        if showsVillage { columns.append(Column("村（社区）")) }
        columns += [
            Column("所处环节", .state), Column("负责人"), Column("走访分类"), Column("轮次", .fixed), Column("下一步"),
            Column("期限"),
        ]
        return .p(class: "hint", .text(order))
            + DataTable(columns: columns, rows: rows.map(row), caption: heading).html
    }

    private func row(_ row: CaseRow) -> Row {
        var cells = [row.name]
        if showsVillage { cells.append(.text(row.village)) }
        cells += [row.stage, row.helper, row.visitClass, row.round, row.next, row.due]
        return Row(cells, tone: tone(row))
    }

    private func tone(_ row: CaseRow) -> Tag.Tone? {
        if row.duty?.due.tone == .red { return .red }
        return row.line.dueHandUp == nil ? nil : .orange
    }
}
