// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@Suite("Days of the calendar · spec/flow.md Counting days")
struct DayTests {
    @Test func `every day of ten thousand years follows the one before`() {
        var expected = (year: 1, month: 1, day: 1)
        var number = Day.earliest.daysSince1970
        var wrong = 0
        while expected.year < 10_000 {
            let found = Day(daysSince1970: number)
            if found.parts != expected { wrong += 1 }
            if Day(year: expected.year, month: expected.month, day: expected.day) != found { wrong += 1 }
            expected = follower(of: expected)
            number += 1
        }
        #expect(wrong == 0)
        #expect(number == Day.latest.daysSince1970 + 1)
    }

    /// The next date by the rule of the almanac, without the arithmetic under test.
    private func follower(of date: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int) {
        let leap = date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
        return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
    }

    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday),
        ("2026-02-13", 20_497, .friday),
        ("1969-12-31", -1, .wednesday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ])
    func `a day has its number and its weekday`(text: String, number: Int, weekday: Weekday) throws {
        let day = try day(text)
        #expect(Int(day.daysSince1970) == number)
        #expect(day.weekday == weekday)
        #expect(day.iso == text)
    }

    @Test(arguments: [
        "", "2026-2-13", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
        "0000-01-01", " 2026-02-13", "2026-02-13 ", "2026/02/13", "+026-02-13", "２０２６-02-13", "2026-02-1３",
        "20260213", "2026-02-13T", "-001-01-01",
    ])
    func `what is not ten characters of a real day is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-30", 1, "2024-02-29"), ("2025-08-31", 6, "2026-02-28"),
        ("2026-01-28", 1, "2026-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2026-12-31", 2, "2027-02-28"),
        ("2026-05-15", 0, "2026-05-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 1, "2026-06-30"),
        ("9999-12-01", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
    ])
    func `months keep the day number or end with the month`(start: String, months: Int, end: String) throws {
        #expect(try day(start).adding(months: months) == day(end))
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2024-02-28", 1, "2025-02-28"),
        ("2024-02-29", -4, "2020-02-29"), ("2023-02-28", 1, "2024-02-28"), ("2024-02-29", 76, "2100-02-28"),
    ])
    func `a leap day comes back in leap years only`(start: String, years: Int, end: String) throws {
        #expect(try day(start).adding(years: years) == day(end))
    }

    @Test func `arithmetic stops at the ends instead of failing`() throws {
        let day = try day("2026-02-13")
        #expect(day.adding(days: .max) == .latest)
        #expect(day.adding(days: .min) == .earliest)
        #expect(day.adding(weeks: .max) == .latest)
        #expect(day.adding(months: .max) == .latest)
        #expect(day.adding(months: .min) == .earliest)
        #expect(day.adding(years: .min) == .earliest)
        #expect(Day(daysSince1970: Int.max) == .latest)
    }

    @Test func `adding and asking back agree`() {
        print("seed", seed)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let day = Day(daysSince1970: Int.random(in: -500_000...500_000, using: &random))
            let step = Int.random(in: -100_000...100_000, using: &random)
            #expect(day.adding(days: step).days(since: day) == step, "seed \(seed)")
            #expect(day.adding(days: 0) == day && day.adding(months: 0) == day && day.adding(years: 0) == day)
            #expect(Day(iso: day.iso) == day, "seed \(seed)")
            #expect(day.adding(days: 7).weekday == day.weekday)
            #expect((day < day.adding(days: step)) == (step > 0))
            let months = Int.random(in: -500...500, using: &random)
            #expect(YearMonth(day.adding(months: months)) == YearMonth(day).adding(months: months))
        }
    }
}

@Suite("Months of a year")
struct YearMonthTests {
    @Test(arguments: [
        ("2026-02", "2026-02-01", "2026-02-28"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
    ])
    func `a month has its first and last day`(text: String, first: String, last: String) throws {
        let month = try #require(YearMonth(iso: text))
        #expect(try month.firstDay == day(first))
        #expect(try month.lastDay == day(last))
        #expect(month.iso == text)
    }

    @Test(arguments: ["2026-2", "2026-13", "2026-00", "202602", "2026-02-01", "0000-05"])
    func `what is not seven characters of a real month is refused`(text: String) {
        #expect(YearMonth(iso: text) == nil)
    }

    @Test func `months count over the year's end`() {
        #expect(YearMonth(year: 2025, month: 12).adding(months: 1) == YearMonth(year: 2026, month: 1))
        #expect(YearMonth(year: 2026, month: 1).adding(months: -13) == YearMonth(year: 2024, month: 12))
        #expect(YearMonth(year: 2025, month: 12) < YearMonth(year: 2026, month: 1))
    }
}
