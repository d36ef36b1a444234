// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@Suite("Working days · spec/flow.md Counting days")
struct WorkCalendarTests {
    let calendar = WorkCalendar.sample

    @Test(arguments: [
        ("2026-02-13", true), ("2026-02-14", true), ("2026-02-15", false), ("2026-02-16", false),
        ("2026-02-23", false), ("2026-02-24", true), ("2026-02-28", true), ("2026-03-01", false),
        ("2026-10-10", true), ("2020-01-31", false), ("2020-02-02", false), ("2020-02-03", true),
    ])
    func `a notice decides over the week`(text: String, worked: Bool) throws {
        #expect(try calendar.isWorkday(day(text)) == worked)
    }

    @Test(arguments: [
        ("2026-02-14", nil), ("2026-02-15", RestReason.holiday("春节")), ("2026-03-01", .weekend),
        ("2027-01-01", .statutory(.newYear)), ("2027-01-02", .weekend),
        ("2027-05-02", .statutory(.labourDay)),
        ("2027-05-03", nil), ("2027-10-03", .statutory(.nationalDay)), ("2027-10-04", nil),
    ])
    func `a free day tells why`(text: String, reason: RestReason?) throws {
        #expect(try calendar.reasonOff(day(text)) == reason)
    }

    @Test func `the guess for an unknown year does not reach into a known one`() throws {
        let notice = CalendarYear(year: 2031, source: "", off: [], work: [])
        let calendar = WorkCalendar(years: [notice])
        #expect(try calendar.isWorkday(day("2031-10-02")))
        #expect(try !calendar.isWorkday(day("2031-10-04")))
        #expect(try !calendar.isWorkday(day("2032-10-01")))
        #expect(try calendar.isWorkday(day("2030-12-31")))
    }

    @Test func `days of another year in a notice are passed over`() throws {
        let stray = CalendarYear(
            year: 2031, source: "", off: [.init(day: try day("2030-12-31"), name: "元旦")],
            work: [try day("2032-01-03")])
        let calendar = WorkCalendar(years: [stray])
        #expect(try calendar.isWorkday(day("2030-12-31")))
        #expect(try !calendar.isWorkday(day("2032-01-03")))
        #expect(try !calendar.isMakeUpDay(day("2032-01-03")))
    }

    @Test func `of two notices for one year the later counts`() throws {
        let later = CalendarYear(
            year: 2026, source: "", off: [.init(day: try day("2026-03-03"), name: "元宵节")], work: [])
        let calendar = WorkCalendar(years: Array(calendar.years.values) + [later])
        #expect(try !calendar.isWorkday(day("2026-03-03")))
        #expect(try calendar.isWorkday(day("2026-02-16")))
        #expect(try !calendar.isWorkday(day("2026-02-14")))
    }

    @Test(arguments: [
        ("2026-01-01", "2026-12-31", []), ("2024-05-01", "2026-12-31", []),
        ("2026-12-31", "2027-01-01", [2027]),
        ("2019-12-31", "2020-01-01", [2019]), ("2020-06-01", "2024-06-01", [2021, 2022, 2023]),
    ])
    func `a year without its notice is unknown`(first: String, last: String, missing: [Int]) throws {
        #expect(try calendar.unknownYears(from: day(first), through: day(last)) == missing)
        #expect(try calendar.isKnown(from: day(first), through: day(last)) == missing.isEmpty)
        #expect(WorkCalendar(years: []).isKnown(year: 2026) == false)
    }

    @Test func `counting and finding agree with walking day by day`() {
        print("seed", seed)
        var random = SplitMix64(seed: seed)
        for _ in 0..<400 {
            let start = Day(daysSince1970: Int.random(in: 18_000...21_500, using: &random))
            let count = Int.random(in: 0...300, using: &random)
            var walked = start
            var left = count
            while left > 0 {
                walked = walked.adding(days: 1)
                if calendar.isWorkday(walked) { left -= 1 }
            }
            #expect(calendar.workday(count, after: start) == walked, "seed \(seed)")
            #expect(calendar.workdays(between: start, and: walked) == count, "seed \(seed)")
            #expect(calendar.workdays(between: walked, and: start) == -count, "seed \(seed)")
        }
    }

    @Test func `far counts agree with counting back and stop at the end`() throws {
        let start = try day("2026-02-13")
        for count in [500, 5_000, 50_000, 500_000] {
            let end = calendar.workday(count, after: start)
            #expect(calendar.isWorkday(end))
            #expect(calendar.workdays(between: start, and: end) == count)
        }
        #expect(calendar.workday(.max, after: start) == .latest)
        #expect(calendar.workday(5, after: .latest) == .latest)
        #expect(calendar.workday(1, after: .earliest) > .earliest)
    }

    @Test func `the first days of the table are whole weeks`() {
        let days = (0..<500).map { Day.earliest.adding(days: $0) }
        for day in days where StatutoryHoliday(day) == nil {
            #expect(calendar.isWorkday(day) == !day.weekday.isWeekend, "\(day)")
        }
    }
}
