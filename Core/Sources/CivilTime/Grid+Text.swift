// SPDX-License-Identifier: Apache-2.0

extension GridPeriod {
    /// A name of the period that never changes, for an obligation's identity: `2026-W08`, `2026-02-H1`,
    /// `2026-02`, `2026-Q1`, `2026-HY1`, `2026`, `B3-2026-03-06` (block and its first day), `Y2-2027-03-06`.
    public var key: String {
        switch grid {
        case .week: weekKey
        case .halfMonth: YearMonth(first).iso + (first.day == 1 ? "-H1" : "-H2")
        case .month: YearMonth(first).iso
        case .quarter: "\(yearText)-Q\((first.month - 1) / 3 + 1)"
        case .halfYear: "\(yearText)-HY\(first.month < 7 ? 1 : 2)"
        case .year: yearText
        case .days: "B\(number)-\(first.iso)"
        case .yearsFromAnchor: "Y\(number)-\(first.iso)"
        }
    }

    private var yearText: String { Digits.text(first.year, width: 4) }

    /// A week belongs to the year of its Thursday, as in ISO 8601.
    private var weekKey: String {
        let thursday = first.adding(days: 3)
        let year = thursday.year
        let ofYear = thursday.daysSince1970 - Int32(Civil.days(year: year, month: 1, day: 1))
        return Digits.text(year, width: 4) + "-W" + Digits.text(Int(ofYear) / 7 + 1, width: 2)
    }
}

extension Grid {
    /// The grid of a word as rule files write it; blocks of days are written `days` with their number.
    public init?(word: String, days: Int? = nil) {
        switch (word, days) {
        case ("week", nil): self = .week
        case ("half-month", nil): self = .halfMonth
        case ("month", nil): self = .month
        case ("quarter", nil): self = .quarter
        case ("half-year", nil): self = .halfYear
        case ("year", nil): self = .year
        case ("years-from-anchor", nil): self = .yearsFromAnchor
        case ("days", .some(let count)) where count > 0: self = .days(count)
        default: return nil
        }
    }

    /// The word of ``init(word:days:)``.
    public var word: String {
        switch self {
        case .week: "week"
        case .halfMonth: "half-month"
        case .month: "month"
        case .quarter: "quarter"
        case .halfYear: "half-year"
        case .year: "year"
        case .days: "days"
        case .yearsFromAnchor: "years-from-anchor"
        }
    }
}
