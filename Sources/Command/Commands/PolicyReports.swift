// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Wording

/// In what two packs differ, as a command tells it.
struct DifferenceReport {
    let difference: PolicyDifference

    var lines: [String] {
        guard !difference.isEmpty else { return ["两个政策包的规定没有变化。"] }
        let duties = difference.dutyLines.map(\.sentence)
        let others = difference.otherLines.map(\.sentence)
        return Self.titled("期限和工作日历", duties) + Self.titled("其他（不改变已有事项的期限）", others)
    }

    private static func titled(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(title)：\(lines.count)处改动"] + lines.map { "  " + $0 }
    }

    var json: [JSONValue] {
        (difference.dutyLines + difference.otherLines).map { line in
            [
                "rule": .text(line.key), "part": .text(line.code),
                "old": .orNull(line.before.isEmpty ? nil : line.before),
                "new": .orNull(line.after.isEmpty ? nil : line.after),
            ]
        }
    }
}

extension PolicyChangeLine {
    /// `带领登记（register.escort）期限：7日内 → 3日内`.
    var sentence: String {
        let name = "\(subject)（\(key)）\(part)"
        if before.isEmpty { return "\(name)：\(after)" }
        return after.isEmpty ? "\(name)：原为\(before)" : "\(name)：\(before) → \(after)"
    }
}

/// What a pack would make of the live duties, as a command tells it.
struct RehearsalReport {
    let found: PolicyRehearsal
    /// Where the short names of rules are looked up, in order.
    let rules: [RuleSet]
    let tree: UnitTree

    private func name(_ unit: UnitID) -> String { tree[unit]?.name ?? "单位\(unit.number)" }

    private func title(_ key: RuleKey) -> String {
        rules.lazy.compactMap { $0.title(of: key) }.first ?? key.name
    }

    var lines: [String] {
        guard found.difference.touchesDuties else { return ["期限和工作日历没有变化，未办结的事项都不受影响。"] }
        let head = "按\(found.day.withWeekday)演练，未办结的事项\(found.sum.live)项：\(found.sum.total.sentence)"
        guard found.sum.total.touched > 0 else { return [head] }
        var table = TextTable(["单位", "事项", "期限变动", "换人办理", "新增", "不再需要", "因此逾期", "不再逾期", "改判"])
        for group in found.groups(in: tree) {
            table.add([name(group.unit), title(group.rule)] + Self.counts(group.tally))
        }
        table.add(["合计", ""] + Self.counts(found.sum.total))
        return [head] + table.lines + late + (found.sum.total.warning.map { ["注意：" + $0] } ?? [])
    }

    private static func counts(_ tally: RehearsalTally) -> [String] {
        [
            tally.moved, tally.passes, tally.appears, tally.vanishes, tally.late, tally.freed, tally.rejudged,
        ].map { String($0) }
    }

    private var late: [String] {
        guard !found.late.isEmpty else { return [] }
        let (told, all) = (found.late.map(\.count).reduce(0, +), found.sum.total.late)
        let head = told < all ? "因此逾期的（先列困难程度高的\(told)项，共\(all)项）：" : "因此逾期的："
        return [head]
            + found.late.map { one in
                let whose = one.person.map { "\(one.name ?? "")（人员\($0.number)）" } ?? "本单位"
                return "  \(whose)  \(name(one.unit))  \(title(one.change.id.rule))  " + one.words
            }
    }

    var json: [JSONValue] {
        found.groups(in: tree).map { group in
            let tally = group.tally
            return [
                "unit": .text(name(group.unit)),
                "town": .orNull(tree.unit(at: .town, above: group.unit)?.name),
                "rule": .text(group.rule.name), "moved": .number(tally.moved),
                "passes": .number(tally.passes), "appears": .number(tally.appears),
                "vanishes": .number(tally.vanishes), "late": .number(tally.late),
                "backdated": .number(tally.backdated), "freed": .number(tally.freed),
                "rejudged": .number(tally.rejudged),
            ]
        }
    }
}
