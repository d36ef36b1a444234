// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("Rows that announce themselves · 01.r1 01.w4 14.r3 15.w4 17.r2 19.r3 L.03 L.08")
struct RowsWarnTests {
    /// A row, its start, its last day, the days ahead, and the first day of the announcement.
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: RuleKey
        let acts: String
        let due: String
        let ahead: [Int]
        let first: String

        var testDescription: String { rule.name }

        init(_ rule: RuleKey, _ acts: String, _ due: String, _ ahead: [Int], from first: String) {
            self.rule = rule
            self.acts = acts
            self.due = due
            self.ahead = ahead
            self.first = first
        }
    }

    static let rows = [
        Row(
            "survey.year", "2025-12-01 unit-opened level=district", "2026-03-31", [30, 7], from: "2026-03-01"),
        Row("survey.round", "2026-03-02 survey-opened", "2026-04-02", [10, 3], from: "2026-03-23"),
        Row("survey.entry", "2026-03-04 surveyed accepted=no", "2026-03-09", [1], from: "2026-03-08"),
        Row("visit.class1", "2026-01-05 classified class=1", "2026-06-30", [15], from: "2026-06-15"),
        Row("visit.class2", "2026-01-05 classified class=2", "2026-03-31", [10], from: "2026-03-21"),
        Row("visit.class3", "2026-01-05 classified class=3", "2026-01-31", [5], from: "2026-01-26"),
        Row("visit.class4", "2026-02-02 classified class=4", "2026-02-15", [3], from: "2026-02-12"),
        Row(
            "register.escort", "2026-03-02 in-ledger able=yes willing=yes", "2026-03-09", [2],
            from: "2026-03-07"),
        Row("recognition.decide", "2026-03-02 application-accepted", "2026-03-09", [1], from: "2026-03-08"),
        Row("recognition.recheck", "2025-03-02 recognised", "2026-03-01", [30], from: "2026-01-30"),
        Row(
            "recognition.recheck.changed", "2026-03-02 recheck-raised", "2026-03-23", [3], from: "2026-03-20"),
        Row("aide.contact", "2026-03-02 recognised", "2026-03-04", [1], from: "2026-03-03"),
        Row("first.vacancy", "2026-03-02 recognised", "2026-03-05", [1], from: "2026-03-04"),
        Row("town.plan", "2026-03-02 handed-up to=town", "2026-03-05", [1], from: "2026-03-04"),
        Row("town.meeting", "2026-03-02 unit-opened level=town", "2026-03-08", [1], from: "2026-03-07"),
        Row("specialist.contact", "2026-03-02 specialist-appointed", "2026-03-04", [1], from: "2026-03-03"),
        Row("town.two", "2026-03-02 handed-up to=town", "2026-03-04", [1], from: "2026-03-03"),
        Row("joint.meeting", "2026-01-05 unit-opened level=district", "2026-03-31", [15], from: "2026-03-16"),
        Row("panel.meet", "2026-03-02 file-uploaded", "2026-03-05", [1], from: "2026-03-04"),
        Row("panel.plan", "2026-03-02 panel-met", "2026-03-05", [1], from: "2026-03-04"),
        Row("expert.appoint", "2026-03-02 panel-met", "2026-03-05", [1], from: "2026-03-04"),
        Row("expert.contact", "2026-03-02 expert-appointed", "2026-03-05", [1], from: "2026-03-04"),
        Row(
            "district.outcome", "2026-03-02 recommended level=district", "2026-04-01", [7], from: "2026-03-25"
        ),
        Row("welfare.appraisal", "2025-03-03 welfare-started", "2026-02-02", [10], from: "2026-01-23"),
        Row("welfare.term", "2023-03-02 welfare-started", "2026-03-02", [90, 30], from: "2025-12-02"),
        Row("employment.notify", "2026-03-02 employed", "2026-03-05", [1], from: "2026-03-04"),
        Row("followup.stable", "2026-01-05 followed-up judged=stable", "2026-01-31", [5], from: "2026-01-26"),
        Row(
            "followup.unstable", "2026-03-02 followed-up judged=unstable", "2026-03-11", [2],
            from: "2026-03-09"),
        Row(
            "followup.founder", "2025-01-06 employment-registered form=own-business", "2025-03-31", [10],
            from: "2025-03-21"),
        Row(
            "training.papers", "2026-03-02 claim-date-set planned=2026-03-31", "2026-03-31", [5, 1],
            from: "2026-03-26"),
    ]

    @Test(arguments: rows)
    func `01.r1 01.w4 14.r3 15.w4 17.r2 19.r3 L.03 L.08 a last day is announced from its day on`(row: Row)
        throws
    {
        let due = try DeadlinesSamples.day(row.due)
        let first = try DeadlinesSamples.day(row.first)
        let days = try #require(try RowDesk.pack().rules.rules.first { $0.key == row.rule }).warnDays
        let duty = try #require(
            try RowDesk.obligations(row.acts, on: row.due).first { $0.rule == row.rule && $0.due == due })
        #expect(days == row.ahead)
        #expect(!duty.isWarned(on: first.adding(days: -1), by: days))
        #expect(duty.isWarned(on: first, by: days) && duty.isWarned(on: due.adding(days: -1), by: days))
        // On the last day it is due, afterwards late: no announcement any more.
        #expect(!duty.isWarned(on: due, by: days) && !duty.isWarned(on: due.adding(days: 1), by: days))
    }

    @Test func `no other row announces itself`() throws {
        let warned = try RowDesk.pack().rules.rules.filter { !$0.warnDays.isEmpty }.map(\.key)
        #expect(warned.sorted() == Self.rows.map(\.rule).sorted())
    }
}
