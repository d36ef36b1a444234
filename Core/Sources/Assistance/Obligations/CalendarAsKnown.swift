// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The calendar as it was known on a day: a notice published later is not there yet.
///
/// It decides whether an act was in time when it was entered, so that a calendar loaded later turns nothing
/// late. It steps from day to day, because only acts after their last day are judged by it. A notice without
/// a day of publication is not there either: whoever did the act shall not suffer from what we cannot know.
struct CalendarAsKnown: DayCounting {
    let calendar: WorkCalendar
    let on: Day

    /// Plain weekends and the holidays that stand on a date.
    private static let plain = WorkCalendar(years: [])

    private func isWorkday(_ day: Day) -> Bool {
        guard let notice = calendar.years[day.year] else { return Self.plain.isWorkday(day) }
        guard let published = notice.published, published <= on else { return Self.plain.isWorkday(day) }
        return calendar.isWorkday(day)
    }

    private func nextWorkday(onOrAfter day: Day) -> Day {
        var next = day
        while !isWorkday(next), next < .latest { next = next.adding(days: 1) }
        return next
    }

    func reckon(from start: Day, within limit: TimeLimit, rolls: Bool) -> (due: Day, isProvisional: Bool) {
        guard case .workdays(let count) = limit, count > 0 else {
            let nominal = calendar.due(from: start, within: limit, rolls: false).due
            let end = rolls && limit.period > 0 ? nextWorkday(onOrAfter: nominal) : nominal
            return (end, true)
        }
        var day = start
        for _ in 0..<count { day = nextWorkday(onOrAfter: day.adding(days: 1)) }
        return (day, true)
    }

    func lastWorkday(onOrBefore day: Day) -> (day: Day, isProvisional: Bool) {
        var last = day
        while !isWorkday(last), last > .earliest { last = last.adding(days: -1) }
        return (last, true)
    }
}

extension WorkCalendar {
    /// Whether every notice of the years between two days was out on a day.
    func wasComplete(from first: Day, through last: Day, on day: Day) -> Bool {
        (first.year...max(first.year, last.year)).allSatisfy { year in
            guard let notice = years[year] else { return true }
            return notice.published.map { $0 <= day } ?? false
        }
    }
}
