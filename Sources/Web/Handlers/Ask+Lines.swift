// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

extension Ask {
    /// Duties as lines of a list, with the rule and the clause behind each, who owes it and its form.
    ///
    /// The sentence with every skipped day needs the journal and stands on the person's own page: a list of
    /// fifty would otherwise read fifty journals.
    ///
    /// - Parameter from: where the forms lead back to.
    func lines(_ rows: [DutyRow], from: String?) async throws -> [WorkLine] {
        let workers = try await workers(of: rows)
        var lines: [WorkLine] = []
        for row in rows {
            let because =
                rule(of: row).map { ["依据\($0.clauses.map(\.words).joined(separator: "、"))：\($0.says)"] }
                ?? []
            lines.append(
                line(
                    row, because: because, act: try await form(of: row, from: from),
                    owner: owner(of: row, workers)))
        }
        return lines
    }

    /// A duty with its explanation from the journal.
    func line(_ row: DutyRow, in journal: Journal) -> WorkLine {
        let trace = explain(
            row.obligation, of: journal, under: office.pack.rules, calendar: office.pack.calendar)
        let form = allowedForm(of: row)
        let act = form.flatMap { form in form.link(to: row).map { (form.words(for: row), $0) } }
        return line(row, because: trace.map { [$0.sentence] } ?? [], act: act, owner: nil)
    }

    private func line(
        _ row: DutyRow, because: [String], act: (label: String, link: Link)?, owner: Cell?
    ) -> WorkLine {
        let period = row.obligation.period.map {
            ["本期\($0.first.month)月\($0.first.day)日至\($0.last.month)月\($0.last.day)日。"]
        }
        return WorkLine(
            row, village: office.tree[row.unit]?.name ?? "",
            title: rule(of: row).map(\.title) ?? row.obligation.rule.name, because: because + (period ?? []),
            today: office.today, calendar: office.pack.calendar, act: act, owner: owner)
    }

    private func rule(of row: DutyRow) -> DeadlineRule? {
        office.pack.rules.rule(row.obligation.rule, on: office.today)
    }

    // MARK: Forms

    /// The form that meets a duty, where the site has it and the asker may do it there.
    private func allowedForm(of row: DutyRow) -> DutyForm? {
        guard let form = DutyForm(rule: row.obligation.rule), Routes.pages.contains(form.route),
            form.deeds.contains(where: { actor.may($0, at: row.unit, in: office.tree) })
        else { return nil }
        return form
    }

    /// Where a duty needs several acts, the case tells which is still to be done.
    private func form(of row: DutyRow, from: String?) async throws -> (label: String, link: Link)? {
        guard let form = allowedForm(of: row) else { return nil }
        var act = form.acts.first
        if form.acts.count > 1, let id = row.caseID, let found = try await office.store.assistanceCase(id) {
            let possible = found.possibleActs(on: office.today, numbers: office.pack.procedure)
                .filter { $0.refusal == nil }.map(\.act)
            act = form.acts.first(where: possible.contains) ?? act
        }
        return form.link(to: row, act: act, from: from).map { (form.words(for: row, act: act), $0) }
    }

    // MARK: Who

    /// The accounts that rows name, the asker's own left out.
    private func workers(of rows: [DutyRow]) async throws -> [AccountID: Account] {
        var found: [AccountID: Account] = [:]
        for id in Set(rows.compactMap(\.account)) where id != actor.account {
            found[id] = try await office.store.account(id)
        }
        return found
    }

    /// 由谁办理: by name where somebody was appointed; 代 for a colleague on leave whom the asker covers.
    private func owner(of row: DutyRow, _ workers: [AccountID: Account]) -> Cell {
        let owner = row.obligation.owedBy
        guard let id = row.account else {
            return owner.isByName ? .tag(Tag("未落实到人", .yellow)) : .text(owner.words)
        }
        guard id != actor.account else { return .text(actor.name) }
        guard let worker = workers[id] else { return .text(owner.words) }
        let isCovered = worker.leave.map { $0.coveredBy == actor.account && $0.covers(office.today) } ?? false
        return isCovered ? .tag(Tag("代：\(worker.name)", .blue)) : .text(worker.name)
    }

    // MARK: Filters

    /// The rules that some owners owe, by the steps of the manual.
    func ruleChoices(owedBy owners: Set<Owner>) -> [Choice] {
        var seen: Set<RuleKey> = []
        return office.pack.owed.rules
            .filter { owners.contains($0.owedBy) && seen.insert($0.key).inserted }
            .sorted { ($0.step, $0.key) < ($1.step, $1.key) }
            .map { Choice($0.key.name, "第\($0.step)步　\($0.title)") }
    }

    /// Villages that the asker may look at, for filters: grouped by town where there are several.
    func villageChoices(_ deed: Deed) -> [Choice] {
        guard let unit = actor.unit(for: deed, in: office.tree) else { return [] }
        return office.tree.units(at: .village, within: unit.id).map { village in
            let town = unit.level == .district ? office.tree.unit(at: .town, above: village.id)?.name : nil
            return Choice(
                String(village.id.number), [town, village.name].compactMap(\.self).joined(separator: " "))
        }
    }

    /// Units that narrow a list: towns for the district, villages for a town, none for a village; with the
    /// one that is chosen already, wherever it stands.
    func unitChoices(_ deed: Deed, holding chosen: UnitID? = nil) -> [Choice] {
        guard let unit = actor.unit(for: deed, in: office.tree) else { return [] }
        let children = office.tree.children(of: unit.id)
        let also = chosen.flatMap { office.tree[$0] }.map { unit in
            children.contains { $0.id == unit.id } ? [] : [unit]
        }
        return (children + (also ?? [])).map { Choice(String($0.id.number), $0.name) }
    }
}

extension DeadlineRule {
    /// The step of the manual to which a rule belongs: by its clause, or by what meets it.
    fileprivate var step: Int {
        clauses.lazy.compactMap(\.step).first ?? metBy.first?.first?.kinds.first?.step ?? 0
    }
}
