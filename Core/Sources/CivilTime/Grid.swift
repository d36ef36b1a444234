// SPDX-License-Identifier: Apache-2.0

/// 周期: the fixed grid on which a recurring duty stands (spec/flow.md, "Counting days").
///
/// A duty is owed once in each period whenever it was done in the one before, so that an early or late visit
/// shifts nothing. Periods of a grid neither overlap nor leave a gap.
public enum Grid: Hashable, Sendable {
    /// Monday to Sunday.
    case week
    /// From the 1st to the 15th, and from the 16th to the month's end.
    case halfMonth
    /// A calendar month.
    case month
    /// January to March, and so on.
    case quarter
    /// January to June, July to December.
    case halfYear
    /// A calendar year.
    case year
    /// Blocks of so many days; the anchor is the first day of the first block. Less than one is one.
    case days(Int)
    /// Years counted from the anchor, which is the first day of the first; after 29 February on the 28th.
    case yearsFromAnchor
}

/// One period of a grid.
public struct GridPeriod: Hashable, Sendable {
    /// The first day.
    public let first: Day
    /// The last day, until which the duty is in time.
    public let last: Day
    /// The grid it belongs to.
    public let grid: Grid
    /// 1 for the block that begins with the anchor, 2 for the next; 0 on grids of the calendar.
    public let number: Int

    /// The number of days.
    public var length: Int { last.days(since: first) + 1 }

    /// Whether a day lies in the period.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

extension Grid {
    /// The period in which a day lies.
    public func period(containing day: Day, anchor: Day) -> GridPeriod {
        switch self {
        case .week:
            let monday = day.adding(days: 1 - day.weekday.rawValue)
            return GridPeriod(first: monday, last: monday.adding(days: 6), grid: self, number: 0)
        case .halfMonth: return halfMonth(of: day)
        case .month: return months(1, of: day)
        case .quarter: return months(3, of: day)
        case .halfYear: return months(6, of: day)
        case .year: return months(12, of: day)
        case .days(let count): return block(of: max(count, 1), containing: day, anchor: anchor)
        case .yearsFromAnchor: return year(containing: day, anchor: anchor)
        }
    }

    private func halfMonth(of day: Day) -> GridPeriod {
        let parts = day.parts
        let monthFirst = day.adding(days: 1 - parts.day)
        if parts.day <= 15 {
            return GridPeriod(first: monthFirst, last: monthFirst.adding(days: 14), grid: self, number: 0)
        }
        return GridPeriod(
            first: monthFirst.adding(days: 15), last: YearMonth(day).lastDay, grid: self, number: 0)
    }

    private func months(_ count: Int, of day: Day) -> GridPeriod {
        let month = YearMonth(day)
        let first = YearMonth(year: month.year, month: (month.month - 1) / count * count + 1)
        let last = YearMonth(year: first.year, month: first.month + count - 1)
        return GridPeriod(first: first.firstDay, last: last.lastDay, grid: self, number: 0)
    }

    private func block(of count: Int, containing day: Day, anchor: Day) -> GridPeriod {
        let distance = day.days(since: anchor)
        let blocks = distance >= 0 ? distance / count : -((count - 1 - distance) / count)
        let first = anchor.adding(days: blocks * count)
        return GridPeriod(
            first: first, last: first.adding(days: count - 1), grid: self, number: blocks + 1)
    }

    private func year(containing day: Day, anchor: Day) -> GridPeriod {
        var years = day.year - anchor.year
        if anchor.adding(years: years) > day { years -= 1 }
        return GridPeriod(
            first: anchor.adding(years: years), last: anchor.adding(years: years + 1).adding(days: -1),
            grid: self, number: years + 1)
    }

    /// The period in which a duty that starts with the anchor is first owed.
    ///
    /// It is the one in which the anchor falls, unless fewer than a third of its days are left; then the
    /// next. Left are the days after the anchor's, since the day of the starting act does not count.
    public func firstPeriod(anchor: Day) -> GridPeriod {
        let period = period(containing: anchor, anchor: anchor)
        let left = period.last.days(since: anchor)
        return left * 3 < period.length ? next(after: period, anchor: anchor) : period
    }

    /// The period that follows another.
    public func next(after period: GridPeriod, anchor: Day) -> GridPeriod {
        self.period(containing: period.last.adding(days: 1), anchor: anchor)
    }

    /// All periods from the first one owed to the one in which `day` lies; none if that is earlier.
    public func periods(anchor: Day, through day: Day) -> [GridPeriod] {
        var periods: [GridPeriod] = []
        var period = firstPeriod(anchor: anchor)
        while period.first <= day {
            periods.append(period)
            // At the end of the calendar there is no next period.
            guard period.last < .latest else { break }
            period = next(after: period, anchor: anchor)
        }
        return periods
    }
}
