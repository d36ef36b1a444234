// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Matching
import Pages
import Wording

/// 推荐建议 and 批量匹配 (05.w2, 10.w3, 14.w3).
enum ProposalPages {
    static let routes: [Routes.Entry] = [
        .get("/proposals", .seeVacancies, list),
        .get("/cases/:id/set-aside", .seeVacancies) { .page(try await asidePage($0, .fresh)) },
        .post("/cases/:id/set-aside", .seeVacancies, setAside),
        .get("/matching", .runMatch, matching),
        .post("/matching", .runMatch, run),
    ]

    // MARK: The list

    static func list(_ ask: Ask) async throws -> Reply {
        let part = ask.query["part"].flatMap(ProposalQuery.Part.init) ?? .proposed
        let isOwn = ask.query["who"].map { $0 == "mine" } ?? ask.actor.caseDesk.isOwn
        let found = try await ask.office.proposals(
            part, isOwn: isOwn, in: ask.unit, after: ask.after, by: ask.actor)
        let shown = found.lines.flatMap(\.offers).compactMap(\.vacancy.facts.place.unit)
        let places = Dictionary(
            shown.compactMap { id in ask.office.tree[id].map { (id, $0.name) } }, uniquingKeysWith: { $1 })
        return .page(
            ProposalsPage(
                found, part: part, filter: filter(ask),
                tabs: [
                    Tab("有建议（\(found.proposed)）", link(ask, .proposed, nil), isCurrent: part == .proposed),
                    Tab("未安排（\(found.unserved)）", link(ask, .unserved, nil), isCurrent: part == .unserved),
                ], places: places, matching: ask.actor.may(.runMatch) ? "/matching" : nil,
                first: ask.after == nil ? nil : link(ask, part, nil),
                next: found.next.map { link(ask, part, $0) }))
    }

    private static func link(_ ask: Ask, _ part: ProposalQuery.Part, _ after: Cursor?) -> Link {
        let kept = ["who", "unit"].compactMap { name in ask.query[name].map { (name, $0) } }
        return Link(
            "/proposals",
            query: kept + [("part", part.rawValue)] + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func filter(_ ask: Ask) -> FilterRow {
        let units = ask.unitChoices(.seePeople)
        let unit = Field("unit", "单位", .select(units, chosen: ask.query["unit"], none: "全部"))
        let (mine, all) = (Choice("mine", "我负责的"), Choice("all", "本单位全部"))
        let other = ask.actor.caseDesk.isOwn ? all : mine
        let who = Field(
            "who", "援助对象",
            .select([other], chosen: ask.query["who"], none: (ask.actor.caseDesk.isOwn ? mine : all).label))
        return FilterRow(
            page: "/proposals", fields: [who] + (units.isEmpty ? [] : [unit]),
            kept: ask.query["part"].map { [FilterRow.Kept("part", $0)] } ?? [])
    }

    // MARK: 不合适

    static func setAside(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.need(
                "reason", "原因", ask.form["reason"].flatMap(SetAsideReason.init))
            try typed.finish()
            guard let reason, let vacancy = ask.form.number("vacancy") else { throw FormBroken() }
            try await ask.office.setAside(
                VacancyID(vacancy), for: CaseID(try ask.number()), reason: reason, by: ask.actor)
            return .done("/proposals", "已不采用这条建议。")
        } form: { shown in
            try await asidePage(ask, shown)
        }
    }

    private static func asidePage(_ ask: Ask, _ shown: Shown) async throws -> SetAsidePage {
        let file = try await ask.office.caseFile(CaseID(try ask.number()), by: ask.actor)
        let number = ask.form.number("vacancy") ?? ask.query.number("vacancy")
        guard let number, let vacancy = try await ask.office.store.vacancy(VacancyID(number)) else {
            throw Refusal.notFound(.vacancy)
        }
        return SetAsidePage(
            found: file.found, person: ask.office.line(of: file.person), post: vacancy.facts.post,
            vacancy: vacancy.id,
            fields: [
                Field(
                    "reason", "原因",
                    .radio(
                        SetAsideReason.allCases.map { Choice($0.rawValue, $0.word) },
                        chosen: shown.text("reason")), isRequired: true)
            ], faults: shown.faults, context: ask.formContext)
    }

    // MARK: 批量匹配

    static func matching(_ ask: Ask) async throws -> Reply {
        let book = try await ask.office.matchingBook(by: ask.actor)
        return .page(
            MatchingPage(
                runs: book.runs, names: book.names, unserved: unserved(book.unserved, ask),
                context: ask.formContext))
    }

    static func run(_ ask: Ask) async throws -> Reply {
        guard let round = ask.form["round"].flatMap(MatchRound.init) else { throw FormBroken() }
        let run = try await ask.office.runMatch(round, by: ask.actor)
        let (asked, served) = (run.figures.asked.reduce(0, +), run.figures.served.reduce(0, +))
        return .done("/matching", "匹配完成：\(asked)人参加，为\(served)人提出了建议。")
    }

    /// The newest batch's counts, town by town.
    private static func unserved(
        _ counts: [UnservedCount], _ ask: Ask
    ) -> [(town: String, link: Link, counts: [UnservedReason: Int])] {
        let towns = Dictionary(grouping: counts) { ask.office.tree.unit(at: .town, above: $0.village)?.id }
        return towns.compactMap { id, counts in
            id.flatMap { ask.office.tree[$0] }.map { ($0, counts) }
        }.sorted { $0.0.id < $1.0.id }.map { town, counts in
            (
                town.name,
                Link(
                    "/proposals",
                    query: [("part", "unserved"), ("who", "all"), ("unit", String(town.id.number))]),
                counts.reduce(into: [:]) { $0[$1.reason, default: 0] += $1.count }
            )
        }
    }
}
