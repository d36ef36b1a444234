// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// Numbers that the procedure shares with a deadline stand in the deadline's row alone.
extension RuleSet {
    /// From which failure on the village's hand-up is due (05.w4).
    var failuresToHandUp: Int? {
        let starts = rules.last { $0.key == "village.escalate" }?.starts ?? []
        return starts.compactMap { start in
            if case .from(let number) = start.which { number } else { nil }
        }.min()
    }

    /// After how many days somebody asks what became of a recommendation (10.r1).
    public var daysBeforeAsking: Int? {
        guard case .once(let once) = rules.last(where: { $0.key == "interview.result" })?.timing,
            case .days(let days) = once.notBefore
        else { return nil }
        return days
    }

    /// How long a public notice stands (02.w3).
    var noticeDays: Int? {
        guard case .once(let once) = rules.last(where: { $0.key == "public.notice" })?.timing,
            case .within(let limit) = once.limit, case .days(let days) = limit
        else { return nil }
        return days
    }

    /// How long a review may be asked for, in all versions of the rule (L.02).
    func reviewWindow(under calendar: WorkCalendar) -> ReviewWindow? {
        let versions = rules.filter { $0.key == "recognition.review" }
        let limits = versions.compactMap { rule -> Dated<TimeLimit>.Entry? in
            guard case .once(let once) = rule.timing, case .within(let limit) = once.limit else { return nil }
            return Dated<TimeLimit>.Entry(from: rule.inForce, value: limit, source: rule.says)
        }
        guard let last = versions.last, !limits.isEmpty else { return nil }
        return ReviewWindow(limits: Dated(limits), calendar: calendar, rolls: last.rolls)
    }
}
