// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 督办: help owed and late, by unit and by matter; never by worker (design decision 11).
public struct SupervisionPage: Page {
    public var found: Supervision
    /// The short name of each matter's rule and the step it belongs to.
    public var titles: [RuleKey: String]
    /// From the widest unit that the reader may look at to the one above this.
    public var above: [(name: String, link: Link)]
    /// Where a caseload passes to other hands; `nil` where the reader may not.
    public var reassign: Link?

    public init(
        found: Supervision, titles: [RuleKey: String], above: [(name: String, link: Link)], reassign: Link?
    ) {
        self.found = found
        self.titles = titles
        self.above = above
        self.reassign = reassign
    }

    public var title: String { "督办" }
    public var trail: [Crumb] { above.map { Crumb($0.name, $0.link) } }

    public var body: HTML {
        .section(
            .heading(
                "督办：\(found.unit.name)" + (found.isOwn ? "（本级）" : ""),
                .with(reassign) { .buttonLink("移交援助对象", to: $0) },
                .buttonLink("导出表格", to: Link.supervision(found.unit.id, "table.csv", isOwn: found.isOwn))),
            .p(class: "hint", "只统计应办未办的援助，按单位和事项汇总，不对人员排名。"),
            tiles, .when(!found.parts.isEmpty, units), matters)
    }

    private func list(
        _ span: WorkSpan, rule: RuleKey? = nil, unassigned: Bool = false, in unit: Unit? = nil
    ) -> Link {
        .owedWork(span, rule: rule, in: (unit ?? found.unit).id, isUnassigned: unassigned)
    }

    /// An office's own figures have no list of their own; its matters have.
    private var tiles: HTML {
        guard !found.isOwn else { return .empty }
        return .tiles([
            Tile("应办未办", String(found.total.open), "项", list(.all)),
            Tile(
                "已超期", String(found.total.late), "项", list(.overdue),
                tone: found.total.late > 0 ? .red : .plain),
            Tile(
                "超期且未落实到人", String(found.total.unassigned), "项", list(.overdue, unassigned: true),
                tone: found.total.unassigned > 0 ? .orange : .plain),
        ])
    }

    private var units: HTML {
        let bars = found.parts.filter { $0.owed.late > 0 }
            .map { BarChart.Bar(name($0.unit), $0.owed.late, .red) }
        return .card("按单位", unitTable, .when(found.total.late > 0, BarChart("各单位已超期", unit: "项", bars).html))
    }

    private var unitTable: HTML {
        let columns = [Column("单位", .name)] + Self.figures
        let rows = found.parts.map { part in
            let isOwn = part.unit.id == found.unit.id
            let link = Link.supervision(part.unit.id, isOwn: isOwn)
            let cells =
                isOwn ? plain(part.owed) : figures(part.owed) { list($0, unassigned: $1, in: part.unit) }
            return Row([.link(name(part.unit), link)] + cells)
        }
        return DataTable(columns: columns, rows: rows + [sum], isNumbered: false).html
    }

    private func name(_ unit: Unit) -> String { unit.id == found.unit.id ? "\(unit.name)（本级）" : unit.name }

    private var sum: Row {
        Row([.html(.strong("合计"))] + figures(found.total) { list($0, unassigned: $1) })
    }

    private var matters: HTML {
        guard !found.matters.isEmpty else { return .nothing("没有应办未办的事项。") }
        let columns = [Column("事项", .name), Column("由谁办理")] + Self.figures
        let rows = found.matters.map { matter in
            Row(
                [
                    .link(titles[matter.rule] ?? matter.rule.name, list(.all, rule: matter.rule)),
                    .text(matter.owner.words),
                ] + figures(matter.owed) { list($0, rule: matter.rule, unassigned: $1) })
        }
        return .card("按事项", DataTable(columns: columns, rows: rows).html)
    }

    private static let figures = [
        Column("应办未办", .figure), Column("已超期", .figure), Column("未落实到人", .figure),
    ]

    /// Each number opens the list of exactly those lines.
    private func figures(_ owed: Supervision.Owed, _ link: (WorkSpan, Bool) -> Link) -> [Cell] {
        func cell(_ number: Int, _ link: Link) -> Cell {
            number == 0 ? "0" : .link(String(number), link)
        }
        return [
            cell(owed.open, link(.all, false)), cell(owed.late, link(.overdue, false)),
            cell(owed.unassigned, link(.overdue, true)),
        ]
    }

    private func plain(_ owed: Supervision.Owed) -> [Cell] {
        [owed.open, owed.late, owed.unassigned].map { .text(String($0)) }
    }
}
