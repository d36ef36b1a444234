// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@Suite("Grids of recurring duties · spec/flow.md Counting days · 01.w4 03.r2 17.r2 18.w3")
struct GridTests {
    @Test(arguments: [
        (Grid.week, "2026-02-16", "2026-02-16", "2026-02-22", "2026-W08"),
        (.week, "2026-02-22", "2026-02-16", "2026-02-22", "2026-W08"),
        (.week, "2026-02-23", "2026-02-23", "2026-03-01", "2026-W09"),
        (.week, "2027-01-03", "2026-12-28", "2027-01-03", "2026-W53"),
        (.week, "2024-12-30", "2024-12-30", "2025-01-05", "2025-W01"),
        (.halfMonth, "2026-02-15", "2026-02-01", "2026-02-15", "2026-02-H1"),
        (.halfMonth, "2026-02-16", "2026-02-16", "2026-02-28", "2026-02-H2"),
        (.halfMonth, "2024-02-29", "2024-02-16", "2024-02-29", "2024-02-H2"),
        (.month, "2024-02-29", "2024-02-01", "2024-02-29", "2024-02"),
        (.month, "2026-03-01", "2026-03-01", "2026-03-31", "2026-03"),
        (.quarter, "2026-03-31", "2026-01-01", "2026-03-31", "2026-Q1"),
        (.quarter, "2026-04-01", "2026-04-01", "2026-06-30", "2026-Q2"),
        (.quarter, "2026-12-31", "2026-10-01", "2026-12-31", "2026-Q4"),
        (.halfYear, "2026-06-30", "2026-01-01", "2026-06-30", "2026-HY1"),
        (.halfYear, "2026-07-01", "2026-07-01", "2026-12-31", "2026-HY2"),
        (.year, "2026-07-01", "2026-01-01", "2026-12-31", "2026"),
        (.days(10), "2026-02-13", "2026-02-13", "2026-02-22", "B1-2026-02-13"),
        (.days(10), "2026-02-22", "2026-02-13", "2026-02-22", "B1-2026-02-13"),
        (.days(10), "2026-02-23", "2026-02-23", "2026-03-04", "B2-2026-02-23"),
        (.days(10), "2026-02-12", "2026-02-03", "2026-02-12", "B0-2026-02-03"),
        (.days(10), "2026-02-03", "2026-02-03", "2026-02-12", "B0-2026-02-03"),
        (.yearsFromAnchor, "2027-02-12", "2026-02-13", "2027-02-12", "Y1-2026-02-13"),
        (.yearsFromAnchor, "2027-02-13", "2027-02-13", "2028-02-12", "Y2-2027-02-13"),
    ])
    func `a day lies in its period`(
        grid: Grid, date: String, first: String, last: String, key: String
    ) throws {
        let period = try grid.period(containing: day(date), anchor: day("2026-02-13"))
        #expect(try period.first == day(first))
        #expect(try period.last == day(last))
        #expect(period.key == key)
    }

    /// The day after which fewer than a third of the period is left, and the day before it.
    @Test(arguments: [
        (Grid.week, "2026-02-16", "2026-W08"), (.week, "2026-02-19", "2026-W08"),
        (.week, "2026-02-20", "2026-W09"), (.week, "2026-02-22", "2026-W09"),
        (.halfMonth, "2026-03-10", "2026-03-H1"), (.halfMonth, "2026-03-11", "2026-03-H2"),
        (.halfMonth, "2026-02-23", "2026-02-H2"), (.halfMonth, "2026-02-24", "2026-03-H1"),
        (.month, "2026-04-20", "2026-04"), (.month, "2026-04-21", "2026-05"),
        (.month, "2026-02-18", "2026-02"), (.month, "2026-02-19", "2026-03"),
        (.quarter, "2026-03-01", "2026-Q1"), (.quarter, "2026-03-02", "2026-Q2"),
        (.halfYear, "2026-04-30", "2026-HY1"), (.halfYear, "2026-05-01", "2026-HY2"),
        (.year, "2026-08-31", "2026"), (.year, "2026-09-01", "2027"),
        (.days(10), "2026-02-13", "B1-2026-02-13"), (.days(1), "2026-02-13", "B2-2026-02-14"),
        (.yearsFromAnchor, "2026-02-13", "Y1-2026-02-13"),
    ])
    func `the first period is the anchor's unless less than a third is left`(
        grid: Grid, anchor: String, key: String
    ) throws {
        #expect(try grid.firstPeriod(anchor: day(anchor)).key == key)
    }

    @Test func `the periods run from the first one owed through a day`() throws {
        let anchor = try day("2026-02-20")
        let keys = try Grid.week.periods(anchor: anchor, through: day("2026-03-09")).map(\.key)
        #expect(keys == ["2026-W09", "2026-W10", "2026-W11"])
        #expect(try Grid.week.periods(anchor: anchor, through: day("2026-02-22")).isEmpty)
        #expect(try Grid.week.periods(anchor: anchor, through: day("2026-02-23")).count == 1)
        #expect(Grid.year.periods(anchor: .latest, through: .latest).count <= 1)
    }

    @Test func `years from a leap day begin on its last day of February`() throws {
        let anchor = try day("2024-02-29")
        let periods = try Grid.yearsFromAnchor.periods(anchor: anchor, through: day("2028-02-29"))
        #expect(
            periods.map(\.first.iso) == [
                "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29",
            ])
        #expect(periods.map(\.last.iso).dropLast().last == "2028-02-28")
    }

    @Test func `periods leave no gap and do not overlap`() {
        print("seed", seed)
        var random = SplitMix64(seed: seed)
        let grids: [Grid] = [
            .week, .halfMonth, .month, .quarter, .halfYear, .year, .days(1), .days(10), .days(14),
            .yearsFromAnchor,
        ]
        for _ in 0..<500 {
            let anchor = Day(daysSince1970: Int.random(in: 10_000...30_000, using: &random))
            let date = anchor.adding(days: Int.random(in: -3_000...3_000, using: &random))
            for grid in grids {
                let period = grid.period(containing: date, anchor: anchor)
                #expect(period.contains(date), "seed \(seed)")
                let next = grid.next(after: period, anchor: anchor)
                #expect(next.first == period.last.adding(days: 1), "seed \(seed)")
                #expect(next.key != period.key)
                for edge in [period.first, period.last] {
                    #expect(grid.period(containing: edge, anchor: anchor) == period, "seed \(seed)")
                }
            }
        }
    }

    @Test(
        arguments: [
            ("week", nil, Grid.week), ("half-month", nil, .halfMonth), ("month", nil, .month),
            ("quarter", nil, .quarter), ("half-year", nil, .halfYear), ("year", nil, .year),
            ("days", 10, .days(10)), ("years-from-anchor", nil, .yearsFromAnchor),
            ("days", nil, nil), ("days", 0, nil), ("week", 2, nil), ("weeks", nil, nil),
        ] as [(String, Int?, Grid?)])
    func `a grid is read from its word`(word: String, days: Int?, grid: Grid?) {
        #expect(Grid(word: word, days: days) == grid)
        if let grid { #expect(grid.word == word) }
    }
}
