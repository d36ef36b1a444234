// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

extension Ask {
    /// A duty as a line, with the rule and the clause behind it.
    ///
    /// The sentence with every skipped day needs the journal and stands on the person's own page: a list of
    /// fifty would otherwise read fifty journals.
    func line(_ row: DutyRow) -> WorkLine {
        line(
            row,
            because: rule(of: row).map { ["依据\($0.clauses.map(\.words).joined(separator: "、"))：\($0.says)"] }
                ?? [])
    }

    /// A duty with its explanation from the journal.
    func line(_ row: DutyRow, in journal: Journal) -> WorkLine {
        let trace = explain(
            row.obligation, of: journal, under: office.pack.rules, calendar: office.pack.calendar)
        return line(row, because: trace.map { [$0.sentence] } ?? [])
    }

    private func line(_ row: DutyRow, because: [String]) -> WorkLine {
        let period = row.obligation.period.map {
            ["本期\($0.first.month)月\($0.first.day)日至\($0.last.month)月\($0.last.day)日。"]
        }
        return WorkLine(
            row, village: office.tree[row.unit]?.name ?? "",
            title: rule(of: row).map(\.title) ?? row.obligation.rule.name, because: because + (period ?? []),
            today: office.today, calendar: office.pack.calendar)
    }

    private func rule(of row: DutyRow) -> DeadlineRule? {
        office.pack.rules.rule(row.obligation.rule, on: office.today)
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

    /// Units that narrow a list: towns for the district, villages for a town, none for a village.
    func unitChoices(_ deed: Deed) -> [Choice] {
        guard let unit = actor.unit(for: deed, in: office.tree) else { return [] }
        return office.tree.children(of: unit.id).map { Choice(String($0.id.number), $0.name) }
    }
}
