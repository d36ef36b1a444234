// SPDX-License-Identifier: Apache-2.0

/// 到期日: the last day of a counted period, and what it was counted from.
///
/// It holds no explanation, because a district computes some hundred thousand of them in a night;
/// ``WorkCalendar/explain(_:)`` counts again for the few that somebody asks about.
public struct DueDate: Hashable, Sendable {
    /// The day of the starting act, which does not count.
    public let start: Day
    /// The length of the period.
    public let limit: TimeLimit
    /// Whether an end on a rest day runs to the next working day.
    public let rolls: Bool
    /// The period's last day before any roll.
    public let nominal: Day
    /// The last day on which the act is in time.
    public let due: Day
    /// 暂定: whether the day rests on a year whose notice is missing.
    public let isProvisional: Bool
}

extension WorkCalendar {
    /// When a period ends (spec/flow.md, "Counting days").
    ///
    /// The start does not count, the last day does. A month or year period ends on the same day number, or
    /// on the month's last day where there is none. An end on a rest day runs to the next working day when
    /// `rolls` is true. A length of nothing, or less, is the same day and never rolls.
    public func due(from start: Day, within limit: TimeLimit, rolls: Bool = true) -> DueDate {
        guard limit.period > 0 else {
            return DueDate(
                start: start, limit: limit, rolls: rolls, nominal: start, due: start, isProvisional: false)
        }
        let nominal = nominalEnd(of: limit, from: start)
        let due = rolls ? nextWorkday(onOrAfter: nominal) : nominal
        let result = DueDate(
            start: start, limit: limit, rolls: rolls, nominal: nominal, due: due, isProvisional: false)
        guard let consulted = result.consulted,
            !isKnown(from: consulted.lowerBound, through: consulted.upperBound)
        else { return result }
        return DueDate(
            start: start, limit: limit, rolls: rolls, nominal: nominal, due: due, isProvisional: true)
    }

    private func nominalEnd(of limit: TimeLimit, from start: Day) -> Day {
        switch limit {
        case .days(let count): start.adding(days: count)
        case .workdays(let count): workday(count, after: start)
        case .weeks(let count): start.adding(weeks: count)
        case .months(let count): start.adding(months: count)
        case .years(let count): start.adding(years: count)
        }
    }
}

extension DueDate {
    /// The days that were looked up in the calendar: each day after the start for working days, those from
    /// the end on for a period that rolls, none for one of plain days that does not.
    public var consulted: ClosedRange<Day>? {
        guard limit.period > 0 else { return nil }
        switch limit {
        case .workdays: return min(start.adding(days: 1), due)...due
        case .days, .weeks, .months, .years: return rolls ? nominal...due : nil
        }
    }
}
