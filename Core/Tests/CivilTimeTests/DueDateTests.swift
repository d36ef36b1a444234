// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@Suite("Due dates · spec/flow.md Counting days · 01.w2 01.r4 03.w2 05.r1")
struct DueDateTests {
    let calendar = WorkCalendar.sample

    @Test(arguments: [
        ("2026-02-13", 3, "2026-02-25"), ("2026-04-03", 2, "2026-04-08"), ("2024-09-13", 2, "2024-09-18"),
        ("2025-09-26", 3, "2025-09-30"), ("2025-01-24", 3, "2025-02-05"), ("2026-09-30", 3, "2026-10-10"),
        ("2020-01-22", 3, "2020-02-04"), ("2026-02-14", 1, "2026-02-24"), ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-18", 1, "2026-02-24"), ("2026-03-07", 3, "2026-03-11"),
    ])
    func `working days skip what rests and count what is made up`(start: String, count: Int, due: String)
        throws
    {
        let result = try calendar.due(from: day(start), within: .workdays(count), rolls: true)
        #expect(try result.due == day(due))
        #expect(!result.isProvisional)
        #expect(try calendar.due(from: day(start), within: .workdays(count), rolls: false).due == day(due))
    }

    @Test(arguments: [
        ("2026-02-12", TimeLimit.days(5), "2026-02-17", "2026-02-24"),
        ("2026-09-26", .days(7), "2026-10-03", "2026-10-08"),
        ("2025-09-21", .days(7), "2025-09-28", "2025-09-28"),
        ("2025-09-30", .days(5), "2025-10-05", "2025-10-09"),
        ("2026-01-31", .months(1), "2026-02-28", "2026-02-28"),
        ("2024-01-30", .months(1), "2024-02-29", "2024-02-29"),
        ("2025-08-31", .months(6), "2026-02-28", "2026-02-28"),
        ("2026-02-06", .weeks(1), "2026-02-13", "2026-02-13"),
        ("2026-02-06", .weeks(2), "2026-02-20", "2026-02-24"),
        ("2024-02-29", .years(1), "2025-02-28", "2025-02-28"),
        ("2025-02-28", .years(1), "2026-02-28", "2026-02-28"),
        ("2025-03-01", .years(1), "2026-03-01", "2026-03-02"),
        ("2026-02-05", .days(7), "2026-02-12", "2026-02-12"),
    ])
    func `a period that ends on a rest day runs to the next working day`(
        start: String, limit: TimeLimit, plain: String, rolled: String
    ) throws {
        let result = try calendar.due(from: day(start), within: limit, rolls: true)
        #expect(try result.nominal == day(plain))
        #expect(try result.due == day(rolled))
        #expect(!result.isProvisional)
        #expect(try calendar.due(from: day(start), within: limit, rolls: false).due == day(plain))
    }

    /// 1 January is a holiday by date, so it rests even before the notice for its year is out.
    @Test(arguments: [
        ("2026-12-30", TimeLimit.workdays(1), "2026-12-31", false),
        ("2026-12-30", .workdays(2), "2027-01-04", true),
        ("2026-12-30", .workdays(3), "2027-01-05", true),
        ("2026-12-26", .days(5), "2026-12-31", false),
        ("2026-12-27", .days(5), "2027-01-04", true),
        ("2026-12-28", .days(7), "2027-01-04", true),
        ("2023-10-31", .months(6), "2024-04-30", false),
        ("2023-12-28", .workdays(4), "2024-01-04", true),
        ("2026-09-28", .years(1), "2027-09-28", true),
    ])
    func `a due date that rests on an unknown year is provisional`(
        start: String, limit: TimeLimit, due: String, provisional: Bool
    ) throws {
        let result = try calendar.due(from: day(start), within: limit, rolls: true)
        #expect(try result.due == day(due))
        #expect(result.isProvisional == provisional)
    }

    @Test func `plain days that do not roll need no notice`() throws {
        let result = try calendar.due(from: day("2026-12-30"), within: .days(3), rolls: false)
        #expect(try result.due == day("2027-01-02"))
        #expect(!result.isProvisional)
    }

    @Test(arguments: [
        TimeLimit.days(0), .workdays(0), .weeks(0), .months(0), .years(0), .days(-3), .workdays(-3),
    ])
    func `a length of nothing is the same day and never rolls`(limit: TimeLimit) throws {
        for text in ["2026-02-17", "2026-02-13", "2028-01-01"] {
            let result = try calendar.due(from: day(text), within: limit, rolls: true)
            #expect(try result.due == day(text))
            #expect(!result.isProvisional)
            #expect(calendar.explain(result).skipped.isEmpty)
        }
    }

    @Test func `a later start is never due earlier`() {
        print("seed", seed)
        var random = SplitMix64(seed: seed)
        for _ in 0..<3_000 {
            let start = Day(daysSince1970: Int.random(in: 18_000...21_500, using: &random))
            let count = Int.random(in: 1...40, using: &random)
            let limits: [TimeLimit] = [
                .days(count), .workdays(count), .weeks(count), .months(count), .years(count % 5 + 1),
            ]
            for limit in limits {
                let rolls = Bool.random(using: &random)
                let due = calendar.due(from: start, within: limit, rolls: rolls)
                let next = calendar.due(from: start.adding(days: 1), within: limit, rolls: rolls)
                #expect(due.due <= next.due, "seed \(seed)")
                #expect(due.due > start && due.nominal <= due.due, "seed \(seed)")
                #expect(!rolls || calendar.isWorkday(due.due), "seed \(seed)")
                let skipped = calendar.explain(due).skipped.reduce(0) {
                    $0 + $1.last.days(since: $1.first) + 1
                }
                if case .workdays = limit {
                    #expect(due.due.days(since: start) == count + skipped, "seed \(seed)")
                } else {
                    #expect(due.due.days(since: due.nominal) == skipped, "seed \(seed)")
                }
            }
        }
    }

    @Test func `a trace names what was skipped and what counted`() throws {
        let trace = try calendar.explain(calendar.due(from: day("2026-02-13"), within: .workdays(3)))
        #expect(trace.skipped.map(\.first) == [try day("2026-02-15")])
        #expect(trace.skipped.map(\.last) == [try day("2026-02-23")])
        #expect(trace.skipped.map(\.reasons) == [[.holiday("春节")]])
        #expect(trace.makeUpDays == [try day("2026-02-14")])
        #expect(trace.rolledFrom == nil && trace.unknownYears.isEmpty)
    }

    @Test func `a trace tells from where the end ran and over an unknown year`() throws {
        let trace = try calendar.explain(calendar.due(from: day("2026-12-27"), within: .days(5)))
        #expect(try trace.rolledFrom == day("2027-01-01"))
        #expect(trace.skipped.map(\.reasons) == [[.statutory(.newYear), .weekend]])
        #expect(trace.unknownYears == [2027])
        #expect(trace.dueDate.isProvisional)
    }

    @Test(arguments: [
        ("days", TimeLimit.days(3)), ("working-days", .workdays(3)), ("weeks", .weeks(3)),
        ("months", .months(3)), ("years", .years(3)),
    ])
    func `a limit is read from its unit word`(unit: String, limit: TimeLimit) {
        #expect(TimeLimit(period: 3, unit: unit) == limit)
        #expect(limit.unit == unit && limit.period == 3)
        #expect(TimeLimit(period: -1, unit: unit) == nil)
        #expect(TimeLimit.unitWords.contains(unit))
    }

    @Test func `an unknown unit word is refused`() {
        #expect(TimeLimit(period: 3, unit: "workdays") == nil)
        #expect(TimeLimit.unitWords.count == 5)
    }

    @Test(arguments: [
        (TimeLimit.days(0), TimeLimit.days(0)), (.days(1), .workdays(1)), (.days(7), .workdays(7)),
        (.days(8), .days(8)), (.workdays(3), .workdays(3)), (.weeks(1), .weeks(1)), (.months(1), .months(1)),
    ])
    func `a district may read short periods as working days`(limit: TimeLimit, read: TimeLimit) {
        #expect(limit.readingDaysAsWorkdays(upTo: 7) == read)
        #expect(limit.readingDaysAsWorkdays(upTo: 0) == limit)
    }
}
