// SPDX-License-Identifier: Apache-2.0
import Desk

/// 我的待办: what one worker owes, hardest first, then by day.
public struct WorklistPage: Page {
    public var lines: [WorkLine]
    public var next: Link?
    public var count: WorkCount
    public var filter: Filter
    public var drafts: [Draft]
    public var survey: (link: Link, roll: Int, done: Int, missing: Int)?
    /// Ledgers that wait at the town: whose, where, since when.
    public var ledgers: [(village: String, link: Link, sent: String)]
    /// Offices see whose village a line is; a village knows.
    public var showsVillage: Bool

    /// What the list is narrowed to, and what it can be narrowed to.
    public struct Filter: Sendable {
        public var span: WorkSpan
        public var rule: String?
        public var unit: String?
        /// 本单位全部 in place of 我的.
        public var isOfAll: Bool
        /// Whether the two can be chosen between: a supervisor has no own list.
        public var hasOwn: Bool
        /// The rules to choose from: key and short name.
        public var rules: [Choice]
        /// The units to choose from; empty for a village.
        public var units: [Choice]

        public init(
            span: WorkSpan, rule: String?, unit: String?, isOfAll: Bool, hasOwn: Bool, rules: [Choice],
            units: [Choice]
        ) {
            self.span = span
            self.rule = rule
            self.unit = unit
            self.isOfAll = isOfAll
            self.hasOwn = hasOwn
            self.rules = rules
            self.units = units
        }

        /// The list of the same filter in another span, at another place, or of everybody.
        public func link(span: WorkSpan? = nil, isOfAll: Bool? = nil, after: String? = nil) -> Link {
            var query = [(name: "span", value: (span ?? self.span).rawValue)]
            if let rule { query.append((name: "rule", value: rule)) }
            if let unit { query.append((name: "unit", value: unit)) }
            if isOfAll ?? self.isOfAll { query.append((name: "who", value: "all")) }
            if let after { query.append((name: "after", value: after)) }
            return Link("/work", query: query)
        }
    }

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
        lines: [WorkLine], next: Link?, count: WorkCount, filter: Filter, drafts: [Draft],
        survey: (link: Link, roll: Int, done: Int, missing: Int)?,
        ledgers: [(village: String, link: Link, sent: String)], showsVillage: Bool
    ) {
        self.lines = lines
        self.next = next
        self.count = count
        self.filter = filter
        self.drafts = drafts
        self.survey = survey
        self.ledgers = ledgers
        self.showsVillage = showsVillage
    }

    public var title: String { "我的待办" }

    public var body: HTML {
        .section(
            .heading("我的待办", .buttonLink("日历订阅", to: "/work/feed")),
            .when(filter.hasOwn, whose), tiles, draftCard, surveyCard, ledgerCard, filterRow, list,
            .pager(previous: nil, next: next), .when(!lines.isEmpty, WorkTable.hint))
    }

    private var whose: HTML {
        .tabs(
            [
                Tab("我的", filter.link(isOfAll: false), isCurrent: !filter.isOfAll),
                Tab("本单位全部", filter.link(isOfAll: true), isCurrent: filter.isOfAll),
            ], label: "看谁的待办")
    }

    private var tiles: HTML {
        .tiles([
            Tile(
                "已超期", Self.figure(count.overdue), "项", filter.link(span: .overdue),
                tone: count.overdue > 0 ? .red : .plain),
            Tile(
                "今天到期", Self.figure(count.today), "项", filter.link(span: .today),
                tone: count.today > 0 ? .orange : .plain),
            Tile("七天内到期", Self.figure(count.week), "项", filter.link(span: .week), tone: .blue),
            Tile("全部待办", Self.figure(count.all), "项", filter.link(span: .all)),
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

    private var filterRow: HTML {
        let rule = Field("rule", "事项", .select(filter.rules, chosen: filter.rule, none: "全部事项"))
        let unit = Field("unit", "单位", .select(filter.units, chosen: filter.unit, none: "全部单位"))
        let who = filter.isOfAll ? [FilterRow.Kept("who", "all")] : []
        return FilterRow(
            page: .work, fields: [rule] + (filter.units.isEmpty ? [] : [unit]),
            kept: [.init("span", filter.span.rawValue)] + who
        ).html
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing(Self.empty(filter.span)) }
        return WorkTable(
            lines: lines, showsVillage: showsVillage,
            showsOwner: filter.isOfAll || lines.contains(where: \.isByName)
        ).html
    }

    private static func empty(_ span: WorkSpan) -> String {
        switch span {
        case .overdue: "没有超期的工作。"
        case .today: "今天没有到期的工作。"
        case .week: "七天内没有到期的工作。"
        case .all: "没有待办的工作。"
        case .ahead: "六十天内没有到期的工作。"
        }
    }
}
