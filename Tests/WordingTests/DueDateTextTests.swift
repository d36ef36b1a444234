// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing
import Wording

@Suite("Due dates in words · spec/flow.md Counting days: each deadline can be explained in one sentence")
struct DueDateTextTests {
    private static func year(_ year: Int, off: [(String, Int, String)], work: [String]) -> CalendarYear {
        var days: [CalendarYear.DayOff] = []
        for (first, length, name) in off {
            guard let first = Day(iso: first) else { continue }
            days += (0..<length).map { .init(day: first.adding(days: $0), name: name) }
        }
        return CalendarYear(year: year, source: "", off: days, work: work.compactMap { Day(iso: $0) })
    }

    let calendar = WorkCalendar(years: [
        year(2016, off: [("2016-04-04", 1, "清明节")], work: []),
        year(2025, off: [("2025-10-01", 8, "国庆节")], work: ["2025-09-28", "2025-10-11"]),
        year(
            2026, off: [("2026-02-15", 9, "春节"), ("2026-04-04", 3, "清明节")],
            work: ["2026-02-14", "2026-02-28"]),
    ])

    @Test(arguments: [
        (
            "2026-02-13", TimeLimit.workdays(3), true,
            "自2026-02-13（星期五）起3个工作日，当天不算；跳过2026-02-15至2026-02-23（春节），"
                + "2026-02-14（星期六，调休上班）计入；到2026-02-25（星期三）止。"
        ),
        (
            "2026-03-02", .workdays(3), true,
            "自2026-03-02（星期一）起3个工作日，当天不算；到2026-03-05（星期四）止。"
        ),
        (
            "2026-03-06", .workdays(1), true,
            "自2026-03-06（星期五）起1个工作日，当天不算；跳过2026-03-07至2026-03-08（周末）；到2026-03-09（星期一）止。"
        ),
        (
            "2016-04-01", .workdays(1), true,
            "自2016-04-01（星期五）起1个工作日，当天不算；跳过2016-04-02至2016-04-04（清明节和周末）；到2016-04-05（星期二）止。"
        ),
        (
            "2026-03-02", .workdays(30), true,
            "自2026-03-02（星期一）起30个工作日，当天不算；跳过2026-04-04至2026-04-06（清明节）、5个周末；"
                + "到2026-04-14（星期二）止。"
        ),
        (
            "2026-02-12", .days(5), true,
            "自2026-02-12（星期四）起5日，当天不算；最后一日2026-02-17（星期二）休息，"
                + "跳过2026-02-17至2026-02-23（春节），顺延至下一个工作日；到2026-02-24（星期二）止。"
        ),
        (
            "2026-02-12", .days(5), false,
            "自2026-02-12（星期四）起5日，当天不算；遇休息日不顺延；到2026-02-17（星期二）止。"
        ),
        (
            "2025-09-21", .weeks(1), true,
            "自2025-09-21（星期日）起1周，当天不算；最后一日2025-09-28（星期日，调休上班）是工作日，不顺延；"
                + "到2025-09-28（星期日）止。"
        ),
        (
            "2025-08-31", .months(6), true,
            "自2025-08-31（星期日）起6个月，当天不算；2月没有31日，取月末日；"
                + "最后一日2026-02-28（星期六，调休上班）是工作日，不顺延；到2026-02-28（星期六）止。"
        ),
        (
            "2026-12-30", .workdays(3), true,
            "自2026-12-30（星期三）起3个工作日，当天不算；跳过2027-01-01至2027-01-03（元旦和周末）；"
                + "到2027-01-05（星期二）止。2027年放假安排尚未公布，期限暂定。"
        ),
        (
            "2026-05-06", .years(1), true,
            "自2026-05-06（星期三）起1年，当天不算；到2027-05-06（星期四）止。2027年放假安排尚未公布，期限暂定。"
        ),
        ("2026-02-17", .days(0), true, "应在2026-02-17（星期二）当天办理。"),
    ])
    func `a due date explains itself`(start: String, limit: TimeLimit, rolls: Bool, sentence: String) throws {
        let start = try #require(Day(iso: start))
        let trace = calendar.explain(calendar.due(from: start, within: limit, rolls: rolls))
        #expect(trace.sentence == sentence)
    }

    @Test func `a day is written as lists and as documents write it`() throws {
        let day = try #require(Day(iso: "2026-02-03"))
        #expect(day.withWeekday == "2026-02-03（星期二）")
        #expect(day.inDocuments == "2026年2月3日")
    }

    @Test func `the seven weekdays have seven names`() {
        #expect(Set(Weekday.allCases.map(\.words)).count == 7)
        #expect(Weekday.sunday.words == "星期日")
    }
}
