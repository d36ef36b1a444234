// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 人员档案: the list, the search, one person's file.
enum PeoplePages {
    static let routes: [Routes.Entry] = [
        .get("/people", .seePeople, list),
        .post("/people/search", .seePeople, search),
        .get("/people/:id", .seePeople, file),
        .post("/people/:id/unmasked", .unmask, unmask),
    ]

    static func list(_ ask: Ask) async throws -> Reply {
        let typed = typed(ask)
        let category = ask.query["category"].flatMap(HardshipCategory.init)
        let isArchive = ask.query.isOn("archive")
        let found = try await ask.office.findPeople(
            typed: typed, in: ask.unit, onRoll: !isArchive, category: category, after: ask.after,
            by: ask.actor)
        return .page(
            PeoplePage(
                rows: found.rows, next: found.next.map { next($0, ask) }, typed: typed,
                search: "/people/search", units: ask.unitChoices(.seePeople),
                unit: ask.query["unit"], category: category, isArchive: isArchive,
                mayAdd: ask.actor.may(.editRoll), maySettle: ask.actor.may(.settle), context: ask.formContext)
        )
    }

    /// Keeps what was typed out of the address; a search that finds one person opens their file.
    static func search(_ ask: Ask) async throws -> Reply {
        let text = ask.form["typed"] ?? ask.form["q"] ?? ""
        var query: [(name: String, value: String)] = []
        if !text.isEmpty {
            let number = ask.site.searches.keep(text, for: ask.visitor.session.digest)
            query.append(("s", String(number)))
        }
        for name in ["unit", "category", "archive"] {
            if let value = ask.form[name] { query.append((name, value)) }
        }
        if query.count == 1, !text.isEmpty {
            let found = try await ask.office.findPeople(
                typed: text, in: nil, after: nil, limit: 2, by: ask.actor)
            if let only = found.rows.first, found.rows.count == 1 { return .redirect(.person(only.id)) }
        }
        return .redirect(Link("/people", query: query))
    }

    private static func typed(_ ask: Ask) -> String {
        ask.query.number("s").flatMap { ask.site.searches.text($0, for: ask.visitor.session.digest) } ?? ""
    }

    private static func next(_ cursor: Cursor, _ ask: Ask) -> Link {
        let kept = ["s", "unit", "category", "archive"].compactMap { name in
            ask.query[name].map { (name, $0) }
        }
        return Link("/people", query: kept + [("after", cursor.text)])
    }

    static func file(_ ask: Ask) async throws -> Reply {
        let file = try await ask.office.file(of: PersonID(try ask.number()), by: ask.actor)
        return .page(try await page(file, ask))
    }

    static func unmask(_ ask: Ask) async throws -> Reply {
        let id = PersonID(try ask.number())
        let file = try await ask.office.unmask(id, purpose: ask.form.text("purpose"), by: ask.actor)
        return .page(try await page(file, ask))
    }

    private static func page(_ file: PersonFile, _ ask: Ask) async throws -> PersonPage {
        let tab = ask.query["tab"].flatMap(PersonPage.Tab.init) ?? .basics
        return PersonPage(
            file: file, tab: tab, lines: tab == .work ? try await lines(file, ask) : [],
            today: ask.office.today, context: ask.formContext, may: rights(file, ask),
            reasons: reasons(file.person.facts, ask))
    }

    private static func lines(_ file: PersonFile, _ ask: Ask) async throws -> [WorkLine] {
        let journals = try await ask.office.store.journals(of: Array(Set(file.duties.map(\.subject))))
        return file.duties.map { ask.line($0, in: journals[$0.subject] ?? Journal(acts: [])) }
    }

    private static func rights(_ file: PersonFile, _ ask: Ask) -> PersonPage.Rights {
        func may(_ deed: Deed) -> Bool { ask.actor.may(deed, at: file.person.village, in: ask.office.tree) }
        return PersonPage.Rights(
            edit: may(.editRoll), survey: may(.survey), confirm: may(.confirmHardship), visit: may(.visit),
            escort: may(.escort), receive: may(.receiveRegistration), unmask: may(.unmask),
            settle: may(.settle))
    }

    /// Question 12's letters in the form's words.
    private static func reasons(_ facts: PersonFacts, _ ask: Ask) -> [String] {
        guard let item = ask.office.pack.form.item("q12") else { return facts.reasonsNotWorking }
        return facts.reasonsNotWorking.map { code in
            item.kind.options.first { $0.code == code }?.label ?? code
        }
    }
}
