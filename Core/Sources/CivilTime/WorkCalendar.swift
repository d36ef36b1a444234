// SPDX-License-Identifier: Apache-2.0

/// 工作日历: which days are worked, from the State Council's notices as data per year.
///
/// For a year without a notice it takes plain weekends and ``StatutoryHoliday``; whatever rests on such a
/// year is provisional. This is also the one place where month arithmetic meets rest days.
public struct WorkCalendar: Sendable {
    /// The notices that are known, by year.
    public let years: [Int: CalendarYear]

    private let table: WorkdayTable
    private let names: [Day: String]
    private let makeUps: Set<Day>
    /// The days of the last unbroken run of known years, so that most questions need no look at each year.
    private let known: ClosedRange<Day>?

    /// A calendar of the given notices; of two for one year the later counts.
    public init(years notices: [CalendarYear]) {
        years = Dictionary(notices.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        let kept = Array(years.values)
        table = WorkdayTable(years: kept)
        names = Dictionary(
            kept.flatMap { notice in
                notice.off.filter { $0.day.year == notice.year }.map { ($0.day, $0.name) }
            }, uniquingKeysWith: { $1 })
        makeUps = Set(kept.flatMap { notice in notice.work.filter { $0.year == notice.year } })
        known = Self.lastRun(of: Set(years.keys))
    }

    private static func lastRun(of years: Set<Int>) -> ClosedRange<Day>? {
        guard let last = years.max() else { return nil }
        var first = last
        while years.contains(first - 1) { first -= 1 }
        guard let start = Day(year: first, month: 1, day: 1), let end = Day(year: last, month: 12, day: 31)
        else { return nil }
        return start...end
    }

    /// Whether the notice of a year is here.
    public func isKnown(year: Int) -> Bool { years[year] != nil }

    /// Whether the notices of all years from one day to another are here.
    public func isKnown(from first: Day, through last: Day) -> Bool {
        if let known, known.lowerBound <= first, last <= known.upperBound { return true }
        return unknownYears(from: first, through: last).isEmpty
    }

    /// The years between two days, both included, whose notice is missing.
    public func unknownYears(from first: Day, through last: Day) -> [Int] {
        guard first <= last else { return [] }
        return (first.year...last.year).filter { years[$0] == nil }
    }

    /// Whether people work on this day.
    public func isWorkday(_ day: Day) -> Bool { table.isWorked(day) }

    /// 调休上班: whether this is a weekend day that a notice makes a working day.
    public func isMakeUpDay(_ day: Day) -> Bool { makeUps.contains(day) }

    /// Why people do not work on this day; `nil` on a working day.
    public func reasonOff(_ day: Day) -> RestReason? {
        guard !isWorkday(day) else { return nil }
        if let name = names[day] { return .holiday(name) }
        if !isKnown(year: day.year), let holiday = StatutoryHoliday(day) { return .statutory(holiday) }
        return .weekend
    }

    /// The first working day after a day.
    public func workday(after day: Day) -> Day { workday(1, after: day) }

    /// The working day so many working days after a day, which itself does not count; 0 or less gives the day.
    public func workday(_ count: Int, after day: Day) -> Day {
        guard count > 0 else { return day }
        let (wanted, overflow) = table.count(through: day).addingReportingOverflow(count)
        return overflow ? .latest : table.day(withCount: wanted, notBefore: day)
    }

    /// The day itself if it is worked, else the next working day.
    public func nextWorkday(onOrAfter day: Day) -> Day { isWorkday(day) ? day : workday(after: day) }

    /// How many working days lie after `first` up to and including `last`; negative if `last` is earlier.
    public func workdays(between first: Day, and last: Day) -> Int {
        table.count(through: last) - table.count(through: first)
    }
}

/// Why a day is free.
public enum RestReason: Hashable, Sendable {
    /// A Saturday or Sunday and nothing else.
    case weekend
    /// A holiday of a notice, by its Chinese name.
    case holiday(String)
    /// A holiday that stands on a date, in a year whose notice is missing.
    case statutory(StatutoryHoliday)
}

extension WorkCalendar: Hashable {
    /// Calendars are equal when their notices are.
    public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool { left.years == right.years }

    /// Hashes the notices; everything else follows from them.
    public func hash(into hasher: inout Hasher) { hasher.combine(years) }
}
