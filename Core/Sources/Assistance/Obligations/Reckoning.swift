// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// When something opens and ends, and whether that rests on a calendar not yet announced.
struct Reckoned: Hashable {
    var opens: Day
    var due: Day
    var isProvisional = false
}

/// What counts days: the calendar as it is, or as it was known on a day.
protocol DayCounting {
    func reckon(from start: Day, within limit: TimeLimit, rolls: Bool) -> (due: Day, isProvisional: Bool)
    func lastWorkday(onOrBefore day: Day) -> (day: Day, isProvisional: Bool)
}

extension WorkCalendar: DayCounting {
    func reckon(from start: Day, within limit: TimeLimit, rolls: Bool) -> (due: Day, isProvisional: Bool) {
        let result = due(from: start, within: limit, rolls: rolls)
        return (result.due, result.isProvisional)
    }

    func lastWorkday(onOrBefore day: Day) -> (day: Day, isProvisional: Bool) {
        var last = day
        while !isWorkday(last), last > .earliest { last = last.adding(days: -1) }
        return (last, !isKnown(from: last, through: day))
    }
}

extension DayCounting {
    /// A single deadline counted from a day, under a district's reading.
    func reckon(
        _ once: DeadlineRule.Once, from start: Day, reading: DayReading, rolls: Bool
    ) -> Reckoned {
        var result = Reckoned(opens: start, due: start)
        if let notBefore = once.notBefore {
            (result.opens, result.isProvisional) = reckon(from: start, within: notBefore, rolls: false)
        }
        switch once.limit {
        case .before(let days): result.due = result.opens.adding(days: -days)
        case .within(let limit):
            let end = reckon(from: result.opens, within: reading.read(limit), rolls: rolls && reading.rolls)
            result.due = end.due
            if end.isProvisional { result.isProvisional = true }
        }
        return result
    }

    /// A period's last day, and the day on which it opens.
    func reckon(
        _ due: DeadlineRule.Recurring.PeriodDue, of period: GridPeriod, reading: DayReading, rolls: Bool
    ) -> Reckoned {
        switch due {
        case .last: return Reckoned(opens: period.first, due: period.last)
        case .month(let number):
            let end = YearMonth(period.first).adding(months: number - 1).lastDay
            return Reckoned(opens: period.first, due: min(end, period.last))
        case .afterLastDay(let limit):
            let end = reckon(
                from: period.last, within: reading.read(limit), rolls: rolls && reading.rolls)
            return Reckoned(opens: period.last, due: end.due, isProvisional: end.isProvisional)
        case .afterLastWorkday(let limit):
            let last = lastWorkday(onOrBefore: period.last)
            let end = reckon(
                from: last.day, within: reading.read(limit), rolls: rolls && reading.rolls)
            return Reckoned(
                opens: last.day, due: end.due, isProvisional: last.isProvisional || end.isProvisional)
        }
    }
}
