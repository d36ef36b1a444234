// SPDX-License-Identifier: Apache-2.0

/// 年月: a month of a year, for reports and monthly duties.
public struct YearMonth: Hashable, Sendable {
    /// The year, 1...9999.
    public let year: Int
    /// The month, 1...12.
    public let month: Int

    /// The month of a year; a month outside 1...12 or a year outside 1...9999 is held at the nearest end.
    public init(year: Int, month: Int) {
        self.year = min(max(year, 1), 9999)
        self.month = min(max(month, 1), 12)
    }

    /// The month in which a day lies.
    public init(_ day: Day) {
        let parts = day.parts
        self.init(year: parts.year, month: parts.month)
    }

    /// Reads `2026-02`: seven ASCII characters and a month that exists, nothing else.
    public init?(iso: some StringProtocol) {
        guard let first = Day(iso: iso + "-01") else { return nil }
        self.init(first)
    }

    /// The month as `2026-02`.
    public var iso: String { Digits.text(year, width: 4) + "-" + Digits.text(month, width: 2) }

    /// The first day of the month.
    public var firstDay: Day { Day(daysSince1970: Civil.days(year: year, month: month, day: 1)) }

    /// The last day of the month.
    public var lastDay: Day { firstDay.adding(days: Civil.length(ofMonth: month, year: year) - 1) }

    /// The month so many months later, or earlier if negative.
    public func adding(months: Int) -> YearMonth { YearMonth(firstDay.adding(months: months)) }
}

extension YearMonth: Comparable, CustomStringConvertible {
    /// The earlier month is less.
    public static func < (left: YearMonth, right: YearMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    /// The same as ``iso``.
    public var description: String { iso }
}

extension YearMonth: Codable {
    /// Reads a single value, `"2026-02"`.
    ///
    /// - Throws: `DecodingError` when the text is no month.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let month = YearMonth(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a month YYYY-MM")
        }
        self = month
    }

    /// Writes a single value, `"2026-02"`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
