// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// The named cast: the same made-up people, places and accounts in tests, demonstration and manual.
///
/// Nobody in it exists. ID numbers are right by their check character and begin with 990000, a region that no
/// province has; phone numbers are made up as well.
public enum Sample {
    /// 2026年3月2日, a Monday and a working day: the day on which the cast is what it is said to be.
    public static let today = day(2026, 3, 2)

    /// The day on which the cast came onto the roll.
    public static let enrolled = day(2026, 1, 5)

    /// A day that exists, for values written in code.
    public static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let found = Day(year: year, month: month, day: day) else {
            preconditionFailure("a day of the calendar")
        }
        return found
    }

    /// An office at nine in the morning of a day, over a store that was filled before.
    public static func office(over store: any Store, on day: Day = today) -> Office {
        Office(
            store: store, pack: pack, tree: UnitTree(units),
            now: Instant(startOf: day).adding(seconds: 9 * 3600), today: day)
    }
}
