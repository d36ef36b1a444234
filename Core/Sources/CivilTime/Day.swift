// SPDX-License-Identifier: Apache-2.0

/// 日期: a day of the calendar, without an hour and without a zone.
///
/// Births and due dates are days, not instants: China kept summer time from 1986 to 1991, and a birthday
/// kept as a midnight moves by a day there. Years run from 1 to 9999; arithmetic stops at either end.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before.
    public let daysSince1970: Int32

    /// 0001-01-01.
    public static let earliest = Day(unchecked: -719_162)
    /// 9999-12-31.
    public static let latest = Day(unchecked: 2_932_896)

    /// The day so many days after 1970-01-01, held within the years 1 to 9999.
    public init(daysSince1970 days: Int) {
        daysSince1970 = Int32(clamping: min(max(days, -719_162), 2_932_896))
    }

    /// The day so many days after 1970-01-01, held within the years 1 to 9999.
    public init(daysSince1970 days: Int32) {
        self.init(daysSince1970: Int(days))
    }

    private init(unchecked days: Int32) { daysSince1970 = days }

    /// The day of a year (1...9999), month and day of the month; `nil` if there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Civil.length(ofMonth: month, year: year) else { return nil }
        self.init(unchecked: Int32(Civil.days(year: year, month: month, day: day)))
    }

    /// Year, month and day of the month in one computation.
    public var parts: (year: Int, month: Int, day: Int) { Civil.date(days: Int(daysSince1970)) }

    /// The year, 1...9999.
    public var year: Int { parts.year }
    /// The month, 1...12.
    public var month: Int { parts.month }
    /// The day of the month, 1...31.
    public var day: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday; the offset is a multiple of seven that makes every day positive.
        let fromMonday = (Int(daysSince1970) + 3 + 719_166) % 7
        guard let weekday = Weekday(rawValue: fromMonday + 1) else {
            preconditionFailure("a remainder of seven is a weekday")
        }
        return weekday
    }

    /// Whole days from `other` to this day, negative if this day is earlier.
    @inlinable public func days(since other: Day) -> Int {
        Int(daysSince1970) - Int(other.daysSince1970)
    }

    /// The earlier day is less.
    @inlinable public static func < (left: Day, right: Day) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

extension Day {
    /// The day so many days later, or earlier if negative.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = Int(daysSince1970).addingReportingOverflow(days)
        return overflow ? (days > 0 ? .latest : .earliest) : Day(daysSince1970: sum)
    }

    /// The same weekday so many weeks later, or earlier if negative.
    public func adding(weeks: Int) -> Day {
        let (days, overflow) = weeks.multipliedReportingOverflow(by: 7)
        return overflow ? (weeks > 0 ? .latest : .earliest) : adding(days: days)
    }

    /// The same day number so many months later, or the month's last day where there is none.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = Int64(year) * 12 + Int64(month - 1)
        let (sum, overflow) = count.addingReportingOverflow(Int64(months))
        guard !overflow, sum < 10_000 * 12 else { return months > 0 ? .latest : .earliest }
        guard sum >= 12 else { return .earliest }
        let newYear = Int(sum / 12)
        let newMonth = Int(sum % 12) + 1
        let newDay = min(day, Civil.length(ofMonth: newMonth, year: newYear))
        return Day(daysSince1970: Civil.days(year: newYear, month: newMonth, day: newDay))
    }

    /// The same month and day so many years later; 29 February becomes 28 February in a common year.
    public func adding(years: Int) -> Day {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? (years > 0 ? .latest : .earliest) : adding(months: months)
    }
}

extension Day: Strideable {
    /// Whole days from this day to `other`.
    public func distance(to other: Day) -> Int { other.days(since: self) }
    /// The day so many days later.
    public func advanced(by days: Int) -> Day { adding(days: days) }
}
