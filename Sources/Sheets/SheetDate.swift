// SPDX-License-Identifier: Apache-2.0

/// A date as a workbook stores it: a count of days, and the calendar day that the count stands for.
public struct SheetDate: Hashable, Sendable {
    /// The stored count; its fraction is the time of day.
    public let serial: Double
    public let year: Int
    public let month: Int
    public let day: Int

    /// The day of a serial number, or `nil` outside 1900-01-01 ... 9999-12-31.
    ///
    /// The ordinary calendar of workbooks has a 29 February 1900 that never was, so that counts before
    /// 61 are one day off; count 60 itself has no day.
    public init?(serial: Double, from1904: Bool = false) {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        let whole = Int(serial)
        let since1970: Int
        if from1904 {
            since1970 = whole - 24_107
        } else {
            guard whole >= 1, whole != 60 else { return nil }
            since1970 = whole - (whole < 60 ? 25_568 : 25_569)
        }
        (year, month, day) = SheetDate.civil(daysSince1970: since1970)
        self.serial = serial
    }

    /// A date written out, or `nil` when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= SheetDate.days(inMonth: month, of: year)
        else { return nil }
        let days = SheetDate.daysSince1970(year: year, month: month, day: day)
        serial = Double(days + (days < -25_508 ? 25_568 : 25_569))
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The number of days of a month.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Years are counted from March, so that the leap day comes last and months follow one formula.
    private static func civil(daysSince1970: Int) -> (Int, Int, Int) {
        let days = daysSince1970 + 719_468
        let era = days / 146_097
        let ofEra = days % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1)
    }

    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let yearOfEra = shifted % 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return shifted / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }
}
