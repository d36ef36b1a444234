// SPDX-License-Identifier: Apache-2.0

/// 星期: a day of the week. Weeks start on Monday, and the raw value is the number of ISO 8601.
public enum Weekday: Int, Hashable, Comparable, Sendable, CaseIterable, Codable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether the day is a Saturday or a Sunday, before any holiday or make-up day is looked at.
    @inlinable public var isWeekend: Bool { rawValue >= 6 }

    /// Earlier in the week, Monday first.
    @inlinable public static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }
}
