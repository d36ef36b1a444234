// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("A calendar that arrives later under the shipped rows · 03.w2 05.r1 10.r2 16.w2 L.01 01.r1")
struct RowsCalendarTests {
    /// A made-up notice for 2027: Monday 4 January is free as well, or the weekend before it is worked.
    private func calendar(off: [String], work: [String], published: String) throws -> WorkCalendar {
        let notice = CalendarYear(
            year: 2027, source: "关于2027年部分节假日安排的通知", published: try DeadlinesSamples.day(published),
            off: try off.map { .init(day: try DeadlinesSamples.day($0), name: "元旦") },
            work: try work.map(DeadlinesSamples.day))
        return WorkCalendar(years: Array(try RowDesk.pack().calendar.years.values) + [notice])
    }

    private func owed(_ rule: String, _ acts: String, on day: String, _ calendar: WorkCalendar? = nil) throws
        -> Obligation
    {
        try #require(
            try RowDesk.obligations(acts, on: day, calendar: calendar).first { $0.rule == RuleKey(rule) })
    }

    @Test(arguments: [
        ("aide.contact", "2026-12-30 recognised", "2027-01-04", "2027-01-05"),
        ("first.vacancy", "2026-12-30 recognised", "2027-01-05", "2027-01-06"),
        ("recognition.decide", "2026-12-30 application-accepted", "2027-01-07", "2027-01-08"),
        ("town.two", "2026-12-30 handed-up to=town", "2027-01-04", "2027-01-05"),
        ("survey.round", "2026-12-01 survey-opened", "2027-01-04", "2027-01-05"),
        ("insurance.check", "2026-12-07 unit-opened level=town", "2027-01-06", "2027-01-07"),
    ])
    func `03.w2 05.r1 10.r2 16.w2 L.01 01.r1 a last day is provisional until the notice is out`(
        rule: String, acts: String, guessed: String, known: String
    ) throws {
        let notice = try calendar(
            off: ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"], work: ["2027-01-09"],
            published: "2026-12-31")
        let before = try owed(rule, acts, on: "2026-12-31")
        let after = try owed(rule, acts, on: "2026-12-31", notice)
        #expect(before.due.iso == guessed && before.isProvisional)
        #expect(after.due.iso == known && !after.isProvisional)
        #expect(before.id == after.id)
    }

    /// With the weekend worked the second working day is Saturday 2 January.
    @Test(arguments: [("2027-01-05", Standing.met), ("2026-11-04", .metLate)])
    func `03.w2 a notice that comes after the act turns nothing late`(published: String, state: Standing)
        throws
    {
        let notice = try calendar(
            off: ["2027-01-01"], work: ["2027-01-02", "2027-01-03"], published: published)
        let acts = "2026-12-30 recognised; 2027-01-04 contacted by=aide"
        let duty = try owed("aide.contact", acts, on: "2027-02-01", notice)
        #expect(duty.due.iso == "2027-01-02")
        #expect(duty.standing(on: try DeadlinesSamples.day("2027-02-01")) == state)
    }

    /// What stands on a grid, or on a named day, needs no notice.
    @Test(arguments: [
        ("aide.weekly", "2026-12-28 aide-assigned", "2027-01-03"),
        ("visit.class4", "2027-01-04 classified class=4", "2027-01-15"),
        ("recognition.records", "2027-01-04 recognised", "2027-01-04"),
        ("plan.item", "2026-12-01 plan-item-set planned=2027-05-01", "2027-05-01"),
        ("welfare.training", "2026-12-01 welfare-agreed planned=2027-01-04", "2027-01-03"),
        ("survey.year", "2026-12-07 unit-opened level=district", "2027-03-31"),
    ])
    func `01.w4 02.r6 03.r2 07.w3 15.r1 01.w1 nothing is provisional that rests on no working day`(
        rule: String, acts: String, due: String
    ) throws {
        let duty = try owed(rule, acts, on: "2027-01-04")
        #expect(duty.due.iso == due && !duty.isProvisional)
    }
}
