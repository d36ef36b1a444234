// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Questionnaire
import Sheets
import Wording

extension ImportRunner {
    /// 预填的问卷表: the people of a village whom the year's round still misses, what is known of them filled in.
    ///
    /// ID numbers, phones and health stand in it only for whoever may export ledgers, which the audit notes; the
    /// others are known by 人员编号.
    /// - Throws: ``Refusal`` when the account may not import sheets there or no round is open; ``StoreFailure``.
    public func prefilledSurvey(of village: UnitID, year: Int, by actor: Actor) async throws -> TableFile {
        try actor.require(.importSurvey, at: village, in: office.tree)
        guard let round = try await office.store.round(of: village, year: year) else {
            throw Refusal.roundNotOpen(year: year)
        }
        var people: [Person] = []
        var cursor: Cursor?
        repeat {
            let page = try await office.store.roll(
                of: round.id, part: .missing, on: office.today, after: cursor, limit: 500)
            people += try await office.store.people(page.rows.map(\.id))
            cursor = page.next
        } while cursor != nil
        let isOpen = actor.may(.exportLedgers, at: village, in: office.tree)
        let rows = people.map { surveyRow($0, isOpen: isOpen) }
        if isOpen { try await noteExport(of: .round(round.id), "prefilled survey", by: actor) }
        let name = "调查问卷-\(office.tree[village]?.name ?? "")-\(year).xlsx"
        return try ImportTemplate.write(
            SurveyColumns.table(form: office.pack.form), rows: rows, name: name)
    }

    /// 预填的花名册: everybody on the roll of a village, to be mended and sent again.
    ///
    /// - Throws: ``Refusal`` when the account may not import a roll there; ``StoreFailure``.
    public func prefilledRoll(of village: UnitID, by actor: Actor) async throws -> TableFile {
        try actor.require(.importRoll, at: village, in: office.tree)
        let people = try await office.store.people(of: village)
        let homes = Dictionary(
            try await office.store.households(of: village).map { ($0.id, $0.number) },
            uniquingKeysWith: { first, _ in first })
        let isOpen = actor.may(.exportLedgers, at: village, in: office.tree)
        let rows = people.map { rollRow($0, home: homes[$0.household] ?? "", isOpen: isOpen) }
        if isOpen { try await noteExport(of: .unit(village), "prefilled roll", by: actor) }
        return try ImportTemplate.write(
            RollColumns.table(form: office.pack.form), rows: rows,
            name: "花名册-\(office.tree[village]?.name ?? "").xlsx")
    }

    private func noteExport(of subject: Subject, _ detail: String, by actor: Actor) async throws {
        try await office.store.note([
            AuditNote(
                at: office.now, by: actor.account, action: .exported, subject: subject, detail: detail)
        ])
    }

    private func place(_ village: UnitID) -> [String: SheetValue] {
        [
            "town": .text(office.tree.unit(at: .town, above: village)?.name ?? ""),
            "village": .text(office.tree[village]?.name ?? ""),
        ]
    }

    private func surveyRow(_ person: Person, isOpen: Bool) -> [String: SheetValue] {
        let closed: Set<ItemID> = [
            "id_number", "mobile", "home_phone", "health", "disability_grade", "disability_capacity",
        ]
        var row = place(person.village)
        row["person"] = .text(String(person.id.number))
        let known = SurveyDerivation.preload(person.facts, form: office.pack.form)
        for (item, answer) in known.byItem where isOpen || !closed.contains(item) {
            let isPlace = if case .place = office.pack.form.item(item)?.kind { true } else { false }
            row[item.name] = .text(answer.entries.joined(separator: isPlace ? " " : ";"))
        }
        return row
    }

    private func rollRow(_ person: Person, home: String, isOpen: Bool) -> [String: SheetValue] {
        let facts = person.facts
        var row = place(person.village)
        func set(_ id: String, _ text: String?) { row[id] = text.map { .text($0) } }
        set("household", home)
        set("name", facts.name.full)
        set("id_number", isOpen ? facts.identity?.full : facts.identity?.masked)
        set("sex", facts.sex?.word)
        set("born", facts.born?.iso)
        set("ethnicity", facts.ethnicity)
        set("education", facts.education?.word)
        set("registration", facts.registration?.word)
        set("economy", facts.economy?.word)
        set("dibao", facts.hasAllowance.map(YesNo.word))
        set("only_child", facts.isOnlyChildFamily.map(YesNo.word))
        set("new_labour", facts.isNewLabour.map(YesNo.word))
        set("lives_at", facts.livesAt)
        set("top_trade", facts.trade)
        set("top_level", facts.skillLevel?.word)
        set("skills", facts.skills.joined(separator: "、"))
        set("retirement", facts.retirement?.word)
        set("wish", facts.wish == .unasked ? nil : facts.wish.word)
        set("graduated", facts.graduated?.iso)
        row["income_per_head"] = facts.incomePerHead.map { .integer($0) }
        if facts.identity?.number == nil, facts.identity != nil { set("as_registered", "是") }
        switch facts.employment {
        case .unknown: break
        case .employed(let sector, let form):
            set("employed", "已就业")
            set("sector", sector?.word)
            set("form", form?.word)
        case .unemployed(let since):
            set("employed", "未就业")
            set("unemployed_since", since?.iso)
        }
        guard isOpen else { return row }
        set("mobile", facts.mobile?.full)
        set("home_phone", facts.homePhone?.full)
        set("health", facts.health?.word)
        set("disability_grade", facts.disability.map { Grades.words[max(1, min(4, $0.grade)) - 1] })
        set("disability_capacity", facts.disability.map { $0.canWork ? "有" : "无" })
        return row
    }
}
