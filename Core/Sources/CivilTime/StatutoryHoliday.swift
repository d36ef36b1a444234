// SPDX-License-Identifier: Apache-2.0

/// 法定节日: the public holidays that stand on a date of the solar calendar.
///
/// They are the guess for a year whose notice is not out: 1 January, 1 and 2 May (two days since the
/// amendment of 全国年节及纪念日放假办法 of November 2024) and 1 to 3 October. Spring Festival, Tomb-sweeping,
/// Dragon Boat and Mid-autumn move with the moon or the sun, and days swapped around any holiday are the
/// notice's to say, so a deadline that touches such a year is provisional (spec/flow.md, "Counting days").
public enum StatutoryHoliday: Hashable, Sendable, CaseIterable {
    case newYear, labourDay, nationalDay

    /// The holiday's month and days.
    var dates: (month: Int, days: ClosedRange<Int>) {
        switch self {
        case .newYear: (1, 1...1)
        case .labourDay: (5, 1...2)
        case .nationalDay: (10, 1...3)
        }
    }

    /// All these holidays' days in a year.
    static func days(in year: Int) -> [Day] {
        allCases.flatMap { holiday in
            holiday.dates.days.compactMap { Day(year: year, month: holiday.dates.month, day: $0) }
        }
    }

    /// The holiday that stands on this day, if any.
    public init?(_ day: Day) {
        let parts = day.parts
        let found = Self.allCases.first { $0.dates.month == parts.month && $0.dates.days.contains(parts.day) }
        guard let found else { return nil }
        self = found
    }
}
