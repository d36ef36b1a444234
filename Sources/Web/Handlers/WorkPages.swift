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
        let span = ask.query["span"].flatMap(WorkSpan.init) ?? .all
        let rule = ask.query["rule"]
        let found = try await ask.office.worklist(
            span: span, rule: rule, in: ask.unit, after: ask.after, by: ask.actor)
        return .page(
            WorklistPage(
                lines: found.rows.map(ask.line), next: next(found.next, span, rule), count: found.count,
                span: span, rule: rule, rules: rules(ask), drafts: try await drafts(found, ask),
                survey: survey(found.survey),
                ledgers: found.ledgers.map { ($0.village.name, .round($0.round), $0.sent.inDocuments) },
                showsVillage: !isVillage(ask)))
    }

    private static func next(_ cursor: Cursor?, _ span: WorkSpan, _ rule: String?) -> Link? {
        cursor.map {
            Link("/work", query: [("span", span.rawValue), ("rule", rule ?? ""), ("after", $0.text)])
        }
    }

    /// The rules that the asker's roles owe, by their short names.
    private static func rules(_ ask: Ask) -> [(key: String, title: String)] {
        let owners = ask.actor.grants.reduce(into: Set<Owner>()) { $0.formUnion($1.role.owners) }
        var seen: Set<RuleKey> = []
        return ask.office.pack.rules.rules
            .filter { owners.contains($0.owedBy) && $0.clause.step == 1 && seen.insert($0.key).inserted }
            .map { ($0.key.name, $0.title) }
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
