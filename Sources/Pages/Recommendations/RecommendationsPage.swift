// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 推荐跟踪: recommendations by what they wait for (05.w3, 05.w4, 10.r1, 14.r3).
public struct RecommendationsPage: Page {
    public var book: RecommendationBook
    public var state: RecommendationState
    public var filter: FilterRow
    /// The list of each state under the same filters.
    public var links: [RecommendationState: Link]
    public var villages: [UnitID: String]
    public var today: Day
    public var askedAfter: Int
    public var first: Link?
    public var next: Link?

    public init(
        book: RecommendationBook, state: RecommendationState, filter: FilterRow,
        links: [RecommendationState: Link], villages: [UnitID: String], today: Day, askedAfter: Int,
        first: Link?, next: Link?
    ) {
        self.book = book
        self.state = state
        self.filter = filter
        self.links = links
        self.villages = villages
        self.today = today
        self.askedAfter = askedAfter
        self.first = first
        self.next = next
    }

    public var title: String { "推荐跟踪" }

    public var body: HTML {
        .section(
            .heading(title, .buttonLink("本周面试", to: "/interviews")),
            .p(class: "hint", .text("\(state.word)：\(state.hint(askedAfter: askedAfter))")), filter.html,
            .tabs(
                RecommendationState.allCases.map { one in
                    Tab(
                        one.word, links[one] ?? "/recommendations", isCurrent: one == state,
                        count: book.counts[one] ?? 0)
                }, label: "推荐状态"), list,
            .pager(previous: first, next: next, total: "共\(book.counts[state] ?? 0)次推荐"))
    }

    private var list: HTML {
        guard !book.lines.isEmpty else { return .nothing("没有\(state.word)的推荐。") }
        return DataTable(
            columns: [
                Column("姓名", .name), Column("级别", .state), Column("单位和岗位"), Column("进展"),
                Column(state.dayTitle, .fixed), Column("本级未成功"), Column("下一步", .acts),
            ], rows: book.lines.map(row), caption: state.word
        ).html
    }

    private func row(_ line: RecommendationBook.Line) -> Row {
        let (found, tracked) = (line.line.assistanceCase, line.line.tracked)
        let live = tracked.recommendation
        let name = line.line.person.facts.name.full + "（\(villages[found.village] ?? "")）"
        return Row(
            [
                .link(name, .assistanceCase(found.id, tab: "recommendations")),
                .tag(Tag(tracked.level.short, tracked.level.tone)), .text(live.recommendation.vacancy.short),
                .html(progress(tracked)), .html(day(line)), .text(failures(line)),
                .html(acts(line)),
            ], tone: line.isLate(on: today) ? .red : nil)
    }

    private func progress(_ tracked: TrackedRecommendation) -> HTML {
        let live = tracked.recommendation
        let tag: HTML =
            switch tracked.phase {
            case .unsuccessful:
                .with(live.outcome) { outcome in
                    .tag(Tag(outcome.sentence, outcome.isOwn ? .red : outcome.isFailure ? .orange : .grey))
                }
            case .hired: .tag(Tag("已录用", .green))
            case .checked:
                .with(live.check) {
                    .tag(Tag("在岗，\($0.judged.word)", $0.judged == .stable ? .green : .orange))
                }
            case .left: .tag(Tag("已离岗", .red))
            case .lapsed: .tag(Tag("没有结果：已就业、上交或结束", .grey))
            case .told, .set, .answered: .empty
            }
        let words = [live.on.iso + "推荐", live.progressWords].filter { !$0.isEmpty }.joined(separator: "，")
        return .element("span", [], tag, .text(" " + words))
    }

    private func day(_ line: RecommendationBook.Line) -> HTML {
        let tracked = line.line.tracked
        let day = line.due ?? tracked.since
        let late = line.isLate(on: today) ? today.days(since: day) : 0
        return .element(
            "span", [], .text(day.iso), .when(late > 0, .text(" ") + .tag(Tag("过\(late)天", .red))))
    }

    /// 第二次、第三次: how near the hand-up is (05.w4).
    private func failures(_ line: RecommendationBook.Line) -> String {
        let tracked = line.line.tracked
        let so = "\(tracked.failures)次"
        guard let left = line.toHandUp else { return so }
        let what = tracked.level == .district ? "转公益岗" : "上交"
        if left == 0 { return "\(so)，应办\(what)" }
        return "\(so)，再\(left)次\(what)"
    }

    private func acts(_ line: RecommendationBook.Line) -> HTML {
        guard let act = line.act else { return .empty }
        let (found, tracked) = (line.line.assistanceCase, line.line.tracked)
        let link = Link(
            Link.act(act, in: found.id).address,
            query: [("of", String(tracked.recommendation.act.number)), ("from", "recommendations")])
        let words = act.words(at: tracked.level)
        guard line.state == .toArrange else { return .buttonLink(words, to: link) }
        return .buttonLink(words, to: link)
            + .buttonLink(
                "进展",
                to: Link(
                    Link.act(.moveRecommendation, in: found.id).address,
                    query: [
                        ("of", String(tracked.recommendation.act.number)), ("from", "recommendations"),
                    ]))
    }
}

extension RecommendationBook.Line {
    /// Whether somebody should have asked or answered by now.
    fileprivate func isLate(on today: Day) -> Bool {
        guard state == .toReport, let due else { return false }
        return due < today
    }
}

extension RecommendationState {
    fileprivate var dayTitle: String {
        switch self {
        case .toArrange: "应询问日"
        case .toInterview: "面试日期"
        case .toReport: "应反馈日"
        case .hired: "录用日期"
        case .unsuccessful: "结果日期"
        case .inWork: "核实日期"
        }
    }

    fileprivate func hint(askedAfter days: Int) -> String {
        switch self {
        case .toArrange: "已推荐、还没有约面试的，\(days)天内约好面试或问明进展。"
        case .toInterview: "已约面试、日期没有过的。"
        case .toReport: "面试日期已过、已面试，或推荐\(days)天后还没有结果的，向本人和单位问明结果。"
        case .hired: "已录用、还没有回访的，先通知和办理就业登记。"
        case .unsuccessful: "按结果分开登记；有正当理由不接受的不计入未成功。"
        case .inWork: "录用后回访核实：还在岗的在前，最久没有回访的最先；已离岗的在后。"
        }
    }
}

extension VacancyNote {
    /// The employer and the post, no more.
    var short: String { "\(employer)　\(post)" }
}
