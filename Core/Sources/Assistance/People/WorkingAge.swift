// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// 劳动年龄 (00.age, L.07): from 16 to the end of the person's own month of statutory retirement.
///
/// Every answer is a date, so that nobody has to be looked at again on a birthday.
public struct WorkingAge: Hashable, Sendable {
    /// The age in years at which working age begins.
    public let from: Int
    /// How the other end is found.
    public let schedule: RetirementSchedule

    /// Working age from a number of years to the retirement month of a schedule.
    public init(from: Int = 16, schedule: RetirementSchedule = .law) {
        self.from = from
        self.schedule = schedule
    }

    /// 16 years, and the retirement age of the decision of 2024.
    public static let law = WorkingAge()

    /// Where a person stands with regard to working age.
    public enum Standing: Hashable, Sendable {
        /// Not yet; the working age begins on this day.
        case tooYoung(until: Day)
        /// In working age to the end of this month. `assumed` when a woman's kind of retirement is
        /// unknown and the earlier month, a worker's, was taken.
        case within(until: YearMonth, assumed: Bool)
        /// No longer; the month after the retirement month was the first outside. `assumed` as above:
        /// the person may still be of working age.
        case over(since: YearMonth, assumed: Bool)

        /// Whether the person is in working age.
        public var isWithin: Bool {
            switch self {
            case .within: true
            case .tooYoung, .over: false
            }
        }
    }

    /// Where a person stands on a day.
    public func standing(born: Day, sex: Sex, kind: RetirementKind?, on day: Day) -> Standing {
        let first = Age.day(born: born, turns: from)
        guard day >= first else { return .tooYoung(until: first) }
        let last = schedule.retirementMonth(born: born, sex: sex, kind: kind)
        let assumed = sex == .female && kind == nil
        guard YearMonth(day) <= last else { return .over(since: last.adding(months: 1), assumed: assumed) }
        return .within(until: last, assumed: assumed)
    }
}

/// 周岁: age in full years.
public enum Age {
    /// The day on which a person has lived so many full years: the birthday (Civil Code 200 and 202; only
    /// criminal law counts from the day after). Born on 29 February, it is 1 March in a common year, since
    /// the year is not full before 28 February has ended.
    public static func day(born: Day, turns years: Int) -> Day {
        let (year, month, day) = born.parts
        return Day(year: year + years, month: month, day: day)
            ?? Day(year: year + years, month: 3, day: 1) ?? .latest
    }

    /// Full years lived on a day; 0 before and in the first year.
    public static func years(born: Day, on day: Day) -> Int {
        let difference = day.year - born.year
        return max(0, Age.day(born: born, turns: difference) <= day ? difference : difference - 1)
    }
}
