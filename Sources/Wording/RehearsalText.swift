// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk

extension RehearsedChange {
    /// What becomes of the duty, in a few words: `2026-03-31改为2026-03-15`.
    public var words: String {
        switch kind {
        case .moved:
            dueBefore == dueAfter
                ? "\(dueAfter?.iso ?? "")，暂停有变"
                : "\(dueBefore?.iso ?? "")改为\(dueAfter?.iso ?? "")"
        case .passes: "由\(ownerBefore?.words ?? "")改为\(ownerAfter?.words ?? "")"
        case .appears: "新增，应在\(dueAfter?.iso ?? "")前办完"
        case .vanishes: "不再需要，原应在\(dueBefore?.iso ?? "")前办完"
        case .rejudged: "已办结，会改判"
        }
    }
}

extension RehearsedLateness {
    /// The one that is due first, and how many there are.
    public var words: String { change.words + (count > 1 ? "，等\(count)项" : "") }
}

extension RehearsalTally {
    /// The counts in one sentence; nothing is left out but what is none.
    public var sentence: String {
        let counts: [(String, Int)] = [
            ("期限变动", moved), ("换人办理", passes), ("新增", appears), ("不再需要", vanishes),
        ]
        let words = counts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)项" }
        let late = (late > 0 ? "；其中因此逾期\(late)项" : "") + (freed > 0 ? "；不再逾期\(freed)项" : "")
        return (words.isEmpty ? "未办结的事项都不受影响" : words.joined(separator: "、")) + late + "。"
    }

    /// What had better be mended before the change is adopted: what it does to the past; `nil` if nothing.
    public var warning: String? {
        var found: [String] = []
        if rejudged > 0 { found.append("有\(rejudged)项已经办结，按新规定会算逾期或要重办") }
        if backdated > 0 { found.append("新增的事项中有\(backdated)项期限已过，一启用就是逾期") }
        guard !found.isEmpty else { return nil }
        return found.joined(separator: "；") + "。改动不应追究以前：请把它写成另一行，"
            + "in-force写从以后哪天起，adopted写哪天采用，以前的就不受影响。"
    }
}
