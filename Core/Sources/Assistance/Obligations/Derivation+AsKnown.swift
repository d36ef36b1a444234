// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Derivation {
    /// The last day of a single deadline as it was known when the act was entered: by the calendar, and by
    /// the version of the rule, of that day. A later change makes nothing late.
    func dueAsKnown(
        _ once: DeadlineRule.Once, _ anchor: Anchor, pause: Obligation.Pause?, from base: Day,
        _ reckoned: Reckoned, on entered: Day
    ) -> Day {
        let reading = rules.reading(on: timeline.day(anchor.place))
        let start = pause?.until.map { max(base, $0) } ?? base
        var latest = reckoned.due
        if !calendar.wasComplete(from: start, through: reckoned.due, on: entered) {
            let known = CalendarAsKnown(calendar: calendar, on: entered)
            latest = max(
                latest, known.reckon(once, from: start, reading: reading, rolls: anchor.version.rolls).due)
        }
        if let rule = ruleAsKnown(anchor, on: entered), case .once(let once) = rule.timing {
            latest = max(
                latest, calendar.reckon(once, from: start, reading: reading, rolls: rule.rolls).due)
        }
        return latest
    }

    /// The last day of a period as it was known when the act was entered.
    func dueAsKnown(
        _ due: DeadlineRule.Recurring.PeriodDue, of period: GridPeriod, _ anchor: Anchor,
        _ reckoned: Reckoned, on entered: Day
    ) -> Day {
        guard !calendar.wasComplete(from: period.last, through: reckoned.due, on: entered) else {
            return reckoned.due
        }
        let reading = rules.reading(on: timeline.day(anchor.place))
        let known = CalendarAsKnown(calendar: calendar, on: entered)
        return max(
            reckoned.due,
            known.reckon(due, of: period, reading: reading, rolls: anchor.version.rolls).due)
    }

    /// The version that was taken to be in force when an act was entered, if it was another one.
    private func ruleAsKnown(_ anchor: Anchor, on entered: Day) -> DeadlineRule? {
        guard let adopted = rules.rules[anchor.number].adopted, adopted > entered else { return nil }
        let day = timeline.day(anchor.place)
        var number = anchor.number - 1
        while number >= 0, rules.index.versions[number].key == anchor.version.key {
            let rule = rules.rules[number]
            let isThere = rule.adopted.map { $0 <= entered } ?? true
            if isThere, rule.inForce <= day, rule.retired.map({ day < $0 }) ?? true { return rule }
            number -= 1
        }
        return nil
    }
}
