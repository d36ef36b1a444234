// SPDX-License-Identifier: Apache-2.0

/// 入户调查: how far the year's survey has come, by village or by town (01.r1).
public struct SurveyPage: Page {
    /// The year of the rounds.
    public var year: Int
    /// The years that may be chosen.
    public var years: [Int]
    /// The unit whose survey is shown.
    public var unit: String
    /// What the lines are: 社区（村） or 街（镇）.
    public var lineTitle: String
    /// One line for each village or town.
    public var lines: [SurveyLine]
    /// Why the last day is the one it is, where one round is shown or all share it.
    public var dueReasons: [String]
    /// Where the year's rounds are opened; `nil` for those who may not.
    public var open: Link?
    /// Where blank questionnaires are printed.
    public var blankPaper: Link
    /// Where the page stands.
    public var trail: [Crumb]
    /// The unit shown, sent along when the year changes.
    public var kept: [FilterRow.Kept]

    /// The survey of a year.
    public init(
        year: Int, years: [Int], unit: String, lineTitle: String, lines: [SurveyLine],
        dueReasons: [String] = [], open: Link? = nil, blankPaper: Link, trail: [Crumb] = [],
        kept: [FilterRow.Kept] = []
    ) {
        self.year = year
        self.years = years
        self.unit = unit
        self.lineTitle = lineTitle
        self.lines = lines
        self.dueReasons = dueReasons
        self.open = open
        self.blankPaper = blankPaper
        self.trail = trail
        self.kept = kept
    }

    /// The page's name.
    public var title: String { "\(unit)入户调查" }

    /// Tiles, progress and the list.
    public var body: HTML {
        .join(
            .heading(
                "\(unit) \(year)年入户调查", .buttonLink("打印空白问卷", to: blankPaper),
                .with(open) { .buttonLink("开展年度调查", to: $0, isPrimary: true) }),
            .when(years.count > 1, filter.html),
            lines.contains { $0.isOpen } ? progress : nothing)
    }

    private var filter: FilterRow {
        let choices = years.map { Choice(String($0), "\($0)年") }
        return FilterRow(
            page: "/survey",
            fields: [Field("year", "年度", .select(choices, chosen: String(year), none: "本年"))],
            kept: kept)
    }

    private var nothing: HTML {
        .card(
            "调查轮次",
            .nothing(
                open == nil ? "\(year)年的调查还没有部署，由区里统一部署后在这里开展。" : "\(year)年的调查还没有部署。",
                next: open == nil ? nil : "开展年度调查", open))
    }

    private var progress: HTML {
        .join(
            .tiles(SurveyLine.sum(lines).tiles(lines.count == 1 ? lines[0].link : "#lines")),
            .progress("已访和说明原因", done: sum.surveyed + sum.excused, of: sum.roll, unit: "人"),
            .when(!dueReasons.isEmpty, .why(dueReasons, "期限怎么算")),
            chart, table)
    }

    private var sum: SurveyLine { SurveyLine.sum(lines) }

    /// Where people are still missing; a chart says it faster than a long table.
    private var chart: HTML {
        let open = lines.filter { $0.missing > 0 }.sorted { $0.missing > $1.missing }.prefix(12)
        guard lines.count > 3, !open.isEmpty else { return .empty }
        let bars = open.map { BarChart.Bar($0.name, $0.missing, .yellow) }
        return .card("未访人数最多的\(lineTitle)", BarChart("未访人数", unit: "人", bars).html)
    }

    private var table: HTML {
        let columns = [
            Column(lineTitle, .name), Column("进度", .state), Column("应访", .figure), Column("已访", .figure),
            Column("说明原因", .figure), Column("未访", .figure), Column("录入超期", .figure), Column("台账"),
            Column("完成期限", .fixed),
        ]
        return .element(
            "div", [.id("lines")],
            DataTable(columns: columns, rows: lines.map(\.row), caption: "\(year)年入户调查进度").html)
    }
}

/// How the survey stands in one village, or in all villages of a town.
public struct SurveyLine: Hashable, Sendable {
    /// The unit.
    public var name: String
    /// Its round, or its villages.
    public var link: Link?
    /// Whether a round is open.
    public var isOpen: Bool
    /// People of working age on the roll.
    public var roll: Int
    /// Surveyed.
    public var surveyed: Int
    /// Not reached, with a reason.
    public var excused: Int
    /// Sheets entered later than the days of 01.w2.
    public var late: Int
    /// The statistics ledger: 未上报, 已上报, 已接收, or how many of each.
    public var ledger: Tag
    /// The last day of the month of 01.r1, with what is left.
    public var due: Tag?

    /// A line.
    public init(
        _ name: String, _ link: Link? = nil, isOpen: Bool, roll: Int, surveyed: Int, excused: Int, late: Int,
        ledger: Tag, due: Tag? = nil
    ) {
        self.name = name
        self.link = link
        self.isOpen = isOpen
        self.roll = roll
        self.surveyed = surveyed
        self.excused = excused
        self.late = late
        self.ledger = ledger
        self.due = due
    }

    /// Neither surveyed nor excused.
    public var missing: Int { roll - surveyed - excused }

    static func sum(_ lines: [SurveyLine]) -> SurveyLine {
        lines.reduce(
            SurveyLine("合计", isOpen: true, roll: 0, surveyed: 0, excused: 0, late: 0, ledger: Tag(""))
        ) { sum, line in
            var sum = sum
            sum.roll += line.roll
            sum.surveyed += line.surveyed
            sum.excused += line.excused
            sum.late += line.late
            return sum
        }
    }

    /// The four numbers; each opens its list where one round is shown.
    func tiles(_ link: Link?) -> [Tile] {
        let base = link?.address ?? "#lines"
        func part(_ name: String) -> Link { base.hasPrefix("#") ? Link(base) : Link("\(base)?part=\(name)") }
        return [
            Tile("应访", String(roll), "人", Link(base)),
            Tile("已访", String(surveyed), "人", part("surveyed"), tone: .green),
            Tile("说明原因", String(excused), "人", part("excused"), tone: .blue),
            Tile("未访", String(missing), "人", part("missing"), tone: missing > 0 ? .orange : .green),
        ]
    }

    var row: Row {
        let name = link.map { Cell.link(self.name, $0) } ?? .text(self.name)
        let state =
            !isOpen ? Tag("未部署", .grey) : missing == 0 ? Tag("已访齐", .green) : Tag("在访 \(share)%", .blue)
        return Row([
            name, .tag(state), .text(String(roll)), .text(String(surveyed)), .text(String(excused)),
            .text(String(missing)), .text(late > 0 ? String(late) : ""), .tag(ledger),
            due.map { .tag($0) } ?? "",
        ])
    }

    private var share: Int { roll > 0 ? (surveyed + excused) * 100 / roll : 0 }
}
