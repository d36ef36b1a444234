// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 推荐跟踪: recommendations of the office's scope by state (05.w4, 10.r1, 14.r3).
enum RecommendationPages {
    static let routes: [Routes.Entry] = [.get("/recommendations", .seePeople, list)]

    static func list(_ ask: Ask) async throws -> Reply {
        let asked = ask.query["state"].flatMap(RecommendationState.init)
        var filter = RecommendationFilter(
            state: asked ?? .toReport, level: ask.query["level"].flatMap(Level.init), unit: ask.unit,
            employer: ask.query.text("employer"))
        var book = try await ask.office.recommendations(filter, after: ask.after, by: ask.actor)
        // Who asks for nothing sees what is to be done: results first, else what there is.
        if asked == nil, book.lines.isEmpty, let other = filled.first(where: { book.counts[$0] ?? 0 > 0 }) {
            filter.state = other
            book = try await ask.office.recommendations(filter, after: nil, by: ask.actor)
        }
        let state = filter.state
        let links = RecommendationState.allCases.map { ($0, link(ask, $0, after: nil)) }
        return .page(
            RecommendationsPage(
                book: book, state: state, filter: filterRow(ask, state),
                links: Dictionary(links, uniquingKeysWith: { $1 }),
                villages: ask.villageNames(book.lines.map(\.line)), today: ask.office.today,
                askedAfter: ask.office.recommendationClock.askedAfter,
                first: ask.after == nil ? nil : link(ask, state, after: nil),
                next: book.next.map { link(ask, state, after: $0) }))
    }

    private static let filled: [RecommendationState] = [
        .toInterview, .toArrange, .hired, .inWork, .unsuccessful,
    ]

    private static func link(_ ask: Ask, _ state: RecommendationState, after: Cursor?) -> Link {
        let kept = ["level", "unit", "employer"].compactMap { name in ask.query[name].map { (name, $0) } }
        return Link(
            "/recommendations",
            query: [("state", state.rawValue)] + kept + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func filterRow(_ ask: Ask, _ state: RecommendationState) -> FilterRow {
        let levels: [Level] = [.village, .town, .district]
        var fields = [
            Field(
                "level", "推荐的级别",
                .select(
                    levels.map { Choice($0.rawValue, $0.short) }, chosen: ask.query["level"], none: "不限")),
            Field("employer", "用人单位", .text(ask.query.text("employer"))),
        ]
        let units = ask.unitChoices(.seePeople, holding: ask.unit)
        if !units.isEmpty {
            fields.append(Field("unit", "单位", .select(units, chosen: ask.query["unit"], none: "全部")))
        }
        return FilterRow(page: "/recommendations", fields: fields, kept: [.init("state", state.rawValue)])
    }
}

/// 本周面试, on the screen and on paper (05.w3, 05.r3).
enum InterviewPages {
    static let routes: [Routes.Entry] = [
        .get("/interviews", .seePeople) { .page(try await page($0)) },
        .get("/interviews/paper", .seePeople, paper),
    ]

    private static func page(_ ask: Ask) async throws -> InterviewsPage {
        let today = ask.office.today
        let day = ask.query.day("week") ?? today
        let week = try await ask.office.interviews(inWeekOf: day, unit: ask.unit, by: ask.actor)
        let units = ask.unitChoices(.seePeople, holding: ask.unit)
        let lines = week.days.flatMap { $0.own + $0.others }
        let isNow = week.monday <= today && today <= week.monday.adding(days: 6)
        return InterviewsPage(
            week: week,
            filter: units.isEmpty
                ? nil
                : FilterRow(
                    page: "/interviews",
                    fields: [Field("unit", "单位", .select(units, chosen: ask.query["unit"], none: "全部"))],
                    kept: [.init("week", week.monday.iso)]),
            villages: ask.villageNames(lines), today: today,
            links: (
                link(ask, week.monday.adding(days: -7)), link(ask, week.monday.adding(days: 7)),
                isNow ? nil : link(ask, today), link(ask, week.monday, "/interviews/paper")
            ), mayAct: mayAct(lines, ask))
    }

    static func paper(_ ask: Ask) async throws -> Reply {
        let page = try await page(ask)
        let unit = ask.unit ?? ask.actor.unit(for: .seePeople, in: ask.office.tree)?.id
        if let unit { try await ask.notePrinted("面试安排", of: .unit(unit)) }
        let shell = PrintShell(
            .upright, back: link(ask, page.week.monday), assets: ask.site.assets)
        return .document(
            page.paper(unit: unit.flatMap { ask.office.tree[$0]?.name } ?? "", shell: shell))
    }

    private static func link(_ ask: Ask, _ day: Day, _ path: String = "/interviews") -> Link {
        Link(path, query: [("week", day.iso)] + (ask.query["unit"].map { [("unit", $0)] } ?? []))
    }

    /// Cases in which the reader brings recommendations on: those that the reader's own level holds.
    private static func mayAct(_ lines: [RecommendationLine], _ ask: Ask) -> Set<CaseID> {
        let found = lines.map(\.assistanceCase).filter { found in
            let possible = found.possible(
                .moveRecommendation, on: ask.office.today, numbers: ask.office.pack.procedure)
            let unit = ask.office.unit(at: possible.doer.level, of: found)
            return possible.refusal == nil
                && ask.actor.may(possible.doer.deed, at: unit, in: ask.office.tree)
        }
        return Set(found.map(\.id))
    }
}

extension Ask {
    /// The names of the villages in which people live.
    func villageNames(_ lines: [RecommendationLine]) -> [UnitID: String] {
        let villages = Set(lines.map(\.assistanceCase.village))
        return villages.reduce(into: [:]) { $0[$1] = office.tree[$1]?.name }
    }
}
