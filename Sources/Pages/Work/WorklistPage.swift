// SPDX-License-Identifier: Apache-2.0
import Desk

/// 我的待办: what one worker owes, hardest first, then by day.
public struct WorklistPage: Page {
    public var lines: [WorkLine]
    public var next: Link?
    public var count: WorkCount
    public var span: WorkSpan
    public var rule: String?
    /// The rules that the filter offers: key and short name.
    public var rules: [(key: String, title: String)]
    public var drafts: [Draft]
    public var survey: (link: Link, roll: Int, done: Int, missing: Int)?
    /// Ledgers that wait at the town: whose, where, since when.
    public var ledgers: [(village: String, link: Link, sent: String)]
    /// Offices see whose village a line is; a village knows.
    public var showsVillage: Bool

    /// A sheet begun and not sent.
    public struct Draft: Sendable {
        public var name: String
        public var link: Link
        public var dueWords: String

        public init(name: String, link: Link, dueWords: String) {
            self.name = name
            self.link = link
            self.dueWords = dueWords
        }
    }

    public init(
        lines: [WorkLine], next: Link?, count: WorkCount, span: WorkSpan, rule: String?,
        rules: [(key: String, title: String)], drafts: [Draft],
        survey: (link: Link, roll: Int, done: Int, missing: Int)?,
        ledgers: [(village: String, link: Link, sent: String)], showsVillage: Bool
    ) {
        self.lines = lines
        self.next = next
        self.count = count
        self.span = span
        self.rule = rule
        self.rules = rules
        self.drafts = drafts
        self.survey = survey
        self.ledgers = ledgers
        self.showsVillage = showsVillage
    }

    public var title: String { "我的待办" }

    public var body: HTML {
        .section(
            .heading("我的待办"),
            tiles, draftCard, surveyCard, ledgerCard, filter, list, .pager(previous: nil, next: next))
    }

    private func link(_ span: WorkSpan) -> Link {
        var query = [(name: "span", value: span.rawValue)]
        if let rule { query.append((name: "rule", value: rule)) }
        return Link("/work", query: query)
    }

    private var tiles: HTML {
        .tiles([
            Tile(
                "已超期", Self.figure(count.overdue), "项", link(.overdue),
                tone: count.overdue > 0 ? .red : .plain),
            Tile(
                "今天到期", Self.figure(count.today), "项", link(.today), tone: count.today > 0 ? .orange : .plain),
            Tile("七天内到期", Self.figure(count.week), "项", link(.week), tone: .blue),
            Tile("全部待办", Self.figure(count.all), "项", link(.all)),
        ])
    }

    /// Counting stops at a thousand: more is said as such.
    private static func figure(_ number: Int) -> String { number >= 1000 ? "999+" : String(number) }

    private var draftCard: HTML {
        .when(
            !drafts.isEmpty,
            .card(
                "未完成的问卷",
                .ul(drafts.map { .a($0.link, $0.name) + .text("　录入期限 \($0.dueWords)") })))
    }

    private var surveyCard: HTML {
        .with(survey) { survey in
            .card(
                "本年度入户调查", tools: .buttonLink("继续调查", to: survey.link, isPrimary: survey.missing > 0),
                .progress("已完成", done: survey.done, of: survey.roll, unit: "人"),
                .when(survey.missing > 0, .p("还有 \(String(survey.missing)) 人未访，不得漏访一人。")))
        }
    }

    private var ledgerCard: HTML {
        .when(
            !ledgers.isEmpty,
            .card(
                "待接收的统计台账",
                .ul(ledgers.map { .a($0.link, $0.village) + .text("　\($0.sent)上报") })))
    }

    private var filter: HTML {
        FilterRow(
            page: .work,
            fields: [
                Field(
                    "rule", "事项",
                    .select(rules.map { Choice($0.key, $0.title) }, chosen: rule, none: "全部事项"))
            ], kept: [.init("span", span.rawValue)]
        ).html
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing(Self.empty(span)) }
        var columns = [Column("姓名", .name), Column("事项"), Column("期限", .state), Column("办理期限")]
        if showsVillage { columns.append(Column("村（社区）")) }
        columns += [Column("走访分类"), Column("依据"), Column("办理", .acts)]
        return DataTable(columns: columns, rows: lines.map(row)).html
    }

    private func row(_ line: WorkLine) -> Row {
        var cells: [Cell] = [
            .link(line.name, line.link), .text(line.title), .tag(line.due), .text(line.dueWords),
        ]
        if showsVillage { cells.append(.text(line.village)) }
        cells.append(.text(line.hardness > 0 ? "第\(Self.classWords[line.hardness - 1])类" : "—"))
        cells.append(.html(.why(line.because)))
        cells.append(.html(.with(line.act) { .buttonLink($0.label, to: $0.link) }))
        return Row(cells, tone: line.due.tone == .red ? .red : nil)
    }

    private static let classWords = ["一", "二", "三", "四"]

    private static func empty(_ span: WorkSpan) -> String {
        switch span {
        case .overdue: "没有超期的工作。"
        case .today: "今天没有到期的工作。"
        case .week: "七天内没有到期的工作。"
        case .all: "没有待办的工作。"
        }
    }
}
