// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

/// A day written in a test; a slip of the pen fails the test that holds it.
func day(_ text: String) throws -> Day { try #require(Day(iso: text), "\(text) is a day") }

/// Small repeatable random numbers, so that a failure can be run again from its printed seed.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A new seed each run, printed by the tests that use it.
let seed = UInt64.random(in: 1...1_000_000)

extension WorkCalendar {
    /// The notices of the days around which the tables below turn, written out by hand from the papers.
    static let sample = WorkCalendar(years: [
        notice(2020, off: [("2020-01-01", 1, "元旦"), ("2020-01-24", 10, "春节")], work: ["2020-01-19"]),
        notice(
            2024,
            off: [
                ("2024-01-01", 1, "元旦"), ("2024-02-10", 8, "春节"), ("2024-09-15", 3, "中秋节"),
                ("2024-10-01", 7, "国庆节"),
            ],
            work: ["2024-02-04", "2024-02-18", "2024-09-14", "2024-09-29", "2024-10-12"]),
        notice(
            2025,
            off: [
                ("2025-01-01", 1, "元旦"), ("2025-01-28", 8, "春节"), ("2025-10-01", 8, "国庆节"),
            ],
            work: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]),
        notice(
            2026,
            off: [
                ("2026-01-01", 3, "元旦"), ("2026-02-15", 9, "春节"), ("2026-04-04", 3, "清明节"),
                ("2026-05-01", 5, "劳动节"), ("2026-06-19", 3, "端午节"), ("2026-09-25", 3, "中秋节"),
                ("2026-10-01", 7, "国庆节"),
            ],
            work: [
                "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
            ]),
    ])

    /// A notice whose holidays are given by their first day and length.
    private static func notice(_ year: Int, off: [(String, Int, String)], work: [String]) -> CalendarYear {
        let days = off.flatMap { first, length, name in
            (0..<length).compactMap { offset in
                Day(iso: first).map { .init(day: $0.adding(days: offset), name: name) }
            } as [CalendarYear.DayOff]
        }
        return CalendarYear(
            year: year, source: "国务院办公厅关于\(year)年部分节假日安排的通知", off: days,
            work: work.compactMap { Day(iso: $0) })
    }
}
