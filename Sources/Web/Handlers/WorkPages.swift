// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 我的待办.
enum WorkPages {
    static let routes: [Routes.Entry] = [.get("/work", .seePeople, list)]

    static func list(_ ask: Ask) async throws -> Reply {
        var filter = filter(ask)
        let found = try await ask.office.worklist(
            span: filter.span, rule: filter.rule, in: ask.unit, ofAll: filter.isOfAll, after: ask.after,
            by: ask.actor)
        // A supervisor looks at everybody's work anyway.
        if !filter.hasOwn { filter.isOfAll = true }
        return .page(
            WorklistPage(
                lines: try await ask.lines(found.rows, from: "work"),
                next: found.next.map { filter.link(after: $0.text) }, count: found.count, filter: filter,
                drafts: try await drafts(found, ask), survey: survey(found.survey),
                ledgers: found.ledgers.map { ($0.village.name, .round($0.round), $0.sent.inDocuments) },
                showsVillage: !isVillage(ask)))
    }

    private static func filter(_ ask: Ask) -> WorklistPage.Filter {
        let owners = ask.actor.grants.reduce(into: Set<Owner>()) { $0.formUnion($1.role.owners) }
        return WorklistPage.Filter(
            span: ask.query["span"].flatMap(WorkSpan.init) ?? .all, rule: ask.query["rule"],
            unit: ask.unit.map { String($0.number) }, isOfAll: ask.query["who"] == "all",
            hasOwn: !ask.actor.grants.contains { $0.role == .supervisor },
            rules: ask.ruleChoices(owedBy: owners), units: ask.unitChoices(.seePeople, holding: ask.unit))
    }

    private static func drafts(_ found: Worklist, _ ask: Ask) async throws -> [WorklistPage.Draft] {
        let people = try await ask.office.store.people(found.drafts.compactMap(\.draft.person))
        let names = Dictionary(people.map { ($0.id, $0.facts.name.full) }, uniquingKeysWith: { $1 })
        return found.drafts.map { draft, due in
            let name = draft.person.flatMap { names[$0] } ?? draft.answers.text("name") ?? "新增人员"
            return WorklistPage.Draft(
                name: name, link: Link("/sheets/\(draft.sheet)"),
                dueWords: "\(due.due.month)月\(due.due.day)日（"
                    + ask.office.pack.calendar.remaining(to: due.due, on: ask.office.today) + "）")
        }
    }

    private static func survey(
        _ count: SurveyCount?
    ) -> (link: Link, roll: Int, done: Int, missing: Int)? {
        guard let count, let round = count.round else { return nil }
        return (.round(round.id), count.roll, count.surveyed + count.excused, count.missing)
    }

    static func isVillage(_ ask: Ask) -> Bool {
        ask.actor.unit(for: .seePeople, in: ask.office.tree)?.level == .village
    }
}
