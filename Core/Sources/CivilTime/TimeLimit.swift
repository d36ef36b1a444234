// SPDX-License-Identifier: Apache-2.0

/// 期限: a length of time as the manual writes it.
///
/// The unit is part of the rule: "3 working days" and "3 days" end on different days.
public enum TimeLimit: Hashable, Sendable {
    case days(Int)
    case workdays(Int)
    case weeks(Int)
    case months(Int)
    case years(Int)

    /// The limit of a number and a unit word as rule files and the command line write it.
    ///
    /// `nil` when the number is negative or the unit is none of ``unitWords``.
    public init?(period: Int, unit: String) {
        guard period >= 0 else { return nil }
        switch unit {
        case "days": self = .days(period)
        case "working-days": self = .workdays(period)
        case "weeks": self = .weeks(period)
        case "months": self = .months(period)
        case "years": self = .years(period)
        default: return nil
        }
    }

    /// The unit words of ``init(period:unit:)``; they are the storage format and never change.
    public static let unitWords = ["days", "working-days", "weeks", "months", "years"]

    /// The limit where a district reads short periods in 日 as working days: days up to `longest` become
    /// working days, everything else stays (spec/flow.md, "Counting days").
    public func readingDaysAsWorkdays(upTo longest: Int) -> TimeLimit {
        switch self {
        case .days(let count) where count > 0 && count <= longest: .workdays(count)
        case .days, .workdays, .weeks, .months, .years: self
        }
    }

    /// The number without its unit.
    public var period: Int {
        switch self {
        case .days(let period), .workdays(let period), .weeks(let period), .months(let period),
            .years(let period):
            period
        }
    }

    /// The unit word, one of ``unitWords``.
    public var unit: String {
        switch self {
        case .days: "days"
        case .workdays: "working-days"
        case .weeks: "weeks"
        case .months: "months"
        case .years: "years"
        }
    }
}

extension TimeLimit: Codable {
    private enum Key: String, CodingKey {
        case period, unit
    }

    /// Reads `{"period": 3, "unit": "working-days"}`.
    ///
    /// - Throws: `DecodingError` when the unit is unknown or the number is negative.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let period = try container.decode(Int.self, forKey: .period)
        let unit = try container.decode(String.self, forKey: .unit)
        guard let limit = TimeLimit(period: period, unit: unit) else {
            throw DecodingError.dataCorruptedError(
                forKey: .unit, in: container, debugDescription: "\(period) \(unit) is not a limit")
        }
        self = limit
    }

    /// Writes `{"period": 3, "unit": "working-days"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(period, forKey: .period)
        try container.encode(unit, forKey: .unit)
    }
}
