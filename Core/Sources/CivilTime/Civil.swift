// SPDX-License-Identifier: Apache-2.0

/// The arithmetic of the Gregorian calendar, in whole numbers.
///
/// Years are counted here from 1 March, so that the leap day is the last day of its year and the months
/// before it need no case of their own. Year 0 of this count begins on 0000-03-01, which is day 0.
enum Civil {
    /// How many days lie between 0000-03-01 and 1970-01-01.
    static let epoch = 719_468

    /// The number of the first day of a March year; never negative for the years 1...9999.
    static func start(ofMarchYear year: Int) -> Int {
        365 * year + year / 4 - year / 100 + year / 400
    }

    /// The day number, counted from 1970-01-01, of a date that exists.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let marchMonth = month > 2 ? month - 3 : month + 9
        let marchYear = month > 2 ? year : year - 1
        return start(ofMarchYear: marchYear) + (153 * marchMonth + 2) / 5 + day - 1 - epoch
    }

    /// Year, month and day of a day number counted from 1970-01-01.
    static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let number = days + epoch
        // A year begins less than a day after its share of the 400-year cycle, so the quotient is never too
        // large, and at most one too small.
        var year = number * 400 / 146_097
        if start(ofMarchYear: year + 1) <= number { year += 1 }
        let ofYear = number - start(ofMarchYear: year)
        let marchMonth = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * marchMonth + 2) / 5 + 1
        return marchMonth < 10 ? (year, marchMonth + 3, day) : (year + 1, marchMonth - 9, day)
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
