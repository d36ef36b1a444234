// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 本周面试: by day, who goes where and with whom (05.w3, 05.r3).
public struct InterviewsPage: Page {
    public var week: InterviewWeek
    public var filter: FilterRow?
    public var villages: [UnitID: String]
    public var today: Day
    /// The week before, the one after, this week where another is shown, and the paper.
    public var links: (before: Link, after: Link, now: Link?, paper: Link)
    /// Acts that bring an interview on: the reader may do these.
    public var mayAct: Set<CaseID>

    public init(
        week: InterviewWeek, filter: FilterRow?, villages: [UnitID: String], today: Day,
        links: (before: Link, after: Link, now: Link?, paper: Link), mayAct: Set<CaseID>
    ) {
        self.week = week
        self.filter = filter
        self.villages = villages
        self.today = today
        self.links = links
        self.mayAct = mayAct
    }

    public var title: String { links.now == nil ? "本周面试" : "面试安排" }
    public var trail: [Crumb] { [Crumb("推荐跟踪", "/recommendations")] }

    private var span: String {
        "\(week.monday.inDocuments)至\(week.monday.adding(days: 6).inDocuments)"
    }

    public var body: HTML {
        .section(
            .heading(
                title, .buttonLink("上一周", to: links.before),
                .with(links.now) { .buttonLink("回到本周", to: $0) }, .buttonLink("下一周", to: links.after),
                .buttonLink("打印", to: links.paper)), .p(class: "hint", .text(note)),
            .with(filter) { $0.html }, content)
    }

    private var note: String {
        week.isCut ? "\(span)。面试太多，只显示前\(Office.mostInterviews)个，请按单位查看。" : span
    }

    private var content: HTML {
        let busy = week.days.filter { !$0.own.isEmpty || !$0.others.isEmpty }
        guard !busy.isEmpty else {
            return .nothing("这一周没有约好的面试。", next: "去约面试", "/recommendations?state=to-arrange")
        }
        return .each(busy) { day in
            .card(
                heading(day.day), part("我负责的", day.own, beside: day.others),
                part("本单位其他的", day.others, beside: day.own))
        }
    }

    private func heading(_ day: Day) -> String {
        "\(day.month)月\(day.day)日 \(day.weekday.words)" + (day == today ? "（今天）" : "")
    }

    private func part(
        _ title: String, _ lines: [RecommendationLine], beside others: [RecommendationLine]
    ) -> HTML {
        guard !lines.isEmpty else { return .empty }
        return DataTable(
            columns: [
                Column("姓名", .name), Column("级别", .state), Column("单位和岗位"), Column("面试地点"), Column("陪同"),
                Column("情况"), Column("下一步", .acts),
            ], rows: lines.map(row), caption: others.isEmpty ? nil : title
        ).html
    }

    private func row(_ line: RecommendationLine) -> Row {
        let live = line.tracked.recommendation
        let found = line.assistanceCase
        let name = "\(line.person.facts.name.full)（\(villages[found.village] ?? "")）"
        return Row([
            .link(name, .assistanceCase(found.id, tab: "recommendations")),
            .tag(Tag(line.tracked.level.short, line.tracked.level.tone)),
            .text(live.recommendation.vacancy.short), .text(live.interview?.place ?? ""),
            .text(live.interview?.escortWords ?? ""), .html(standing(line)), .html(acts(line)),
        ])
    }

    private func standing(_ line: RecommendationLine) -> HTML {
        let live = line.tracked.recommendation
        if let outcome = live.outcome {
            return .tag(Tag(outcome.sentence, outcome.code == .employed ? .green : .orange))
        }
        if live.interviewed != nil { return .tag(Tag("已面试，等结果", .blue)) }
        let isPast = (live.interview?.day ?? today) < today
        return .tag(isPast ? Tag("待反馈", .orange) : Tag("待面试", .blue))
    }

    private func acts(_ line: RecommendationLine) -> HTML {
        let live = line.tracked.recommendation
        guard live.outcome == nil, mayAct.contains(line.assistanceCase.id) else { return .empty }
        let act: ProcedureAct =
            (live.interview?.day ?? today) < today || live.interviewed != nil
            ? .endRecommendation : .moveRecommendation
        let link = Link(
            Link.act(act, in: line.assistanceCase.id).address,
            query: [("of", String(live.act.number)), ("from", "interviews")])
        return .buttonLink(act.words(at: line.tracked.level), to: link)
    }

    /// The week on paper, for the wall and the one who goes along.
    public func paper(unit: String, shell: PrintShell) -> HTML {
        let rows = week.days.flatMap { day in (day.own + day.others).map { cells($0, on: day.day) } }
        return shell.flowing(
            title: "面试安排",
            .h1("面试安排") + .p(.text("\(unit)　\(span)"))
                + (rows.isEmpty
                    ? HTML.p("这一周没有约好的面试。")
                    : HTML.table(head: ["日期", "姓名", "单位和岗位", "面试地点", "陪同", "结果"], rows: rows)))
    }

    private func cells(_ line: RecommendationLine, on day: Day) -> [Cell] {
        let live = line.tracked.recommendation
        let village = villages[line.assistanceCase.village] ?? ""
        return [
            .text("\(day.month)月\(day.day)日\(day.weekday.words)"),
            .text("\(line.person.facts.name.full)（\(village)）"), .text(live.recommendation.vacancy.short),
            .text(live.interview?.place ?? ""), .text(live.interview?.escortWords ?? ""),
            .text(live.outcome?.sentence ?? ""),
        ]
    }
}

extension Interview {
    /// Who goes along, or why nobody does (05.r3).
    var escortWords: String { escort.isEmpty ? "无人陪同：\(whyAlone)" : escort }
}
