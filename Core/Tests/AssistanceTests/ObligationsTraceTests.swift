// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

@Suite("Why something is owed · 01.r1 01.w4 01.r4")
struct ObligationsTraceTests {
    private func trace(_ lines: [String], _ number: Int = 0) throws -> ObligationTrace {
        let found = try Sample.found(lines, through: "2026-03-31")
        return try #require(
            explain(
                found[number], of: Sample.journal(lines), under: Sample.step01, calendar: Sample.calendar))
    }

    @Test func `01.r4 the trace names the start, the rule and the days passed over`() throws {
        let trace = try trace([
            "2026-02-10 in-ledger able=yes willing=yes", "2026-02-24 registration-received",
        ])
        #expect(trace.start.kind == .inLedger)
        #expect(trace.rule.key == "register.escort")
        #expect(trace.countedFrom.iso == "2026-02-10")
        #expect(trace.counting?.dueDate.due == trace.obligation.due)
        #expect(trace.counting?.rolledFrom?.iso == "2026-02-17")
        #expect(trace.closing?.kind == .registrationReceived)
    }

    @Test func `a pause moves the day from which it is counted`() throws {
        let trace = try trace([
            "2026-03-02 in-ledger able=yes willing=yes", "2026-03-04 suspended", "2026-03-16 resumed",
        ])
        #expect(trace.countedFrom.iso == "2026-03-16")
        #expect(trace.counting?.dueDate.due == trace.obligation.due)
        #expect(trace.pausing?.kind == .suspended)
    }

    @Test func `01.w4 a period needs no counting, and what ended it is named`() throws {
        let trace = try trace(["2026-03-02 classified class=3", "2026-03-10 classified class=4"])
        #expect(trace.counting == nil)
        #expect(trace.closing?.id == 2)
    }

    @Test func `01.r1 the trace of every duty ends on its day`() throws {
        for offset in 0..<400 {
            let day = try Sample.day("2026-01-01").adding(days: offset)
            let trace = try trace(["\(day) survey-opened"])
            #expect(trace.counting?.dueDate.due == trace.obligation.due)
            #expect(trace.counting?.dueDate.isProvisional == trace.obligation.isProvisional)
        }
    }

    @Test func `what the journal no longer gives is not explained`() throws {
        let lines = ["2026-03-02 survey-opened"]
        let round = try Sample.only(lines)
        let taken = try Sample.journal(lines + ["2026-03-03 withdrawn !1"])
        #expect(explain(round, of: taken, under: Sample.step01, calendar: Sample.calendar) == nil)
        let other = RuleSet([])
        #expect(
            explain(round, of: try Sample.journal(lines), under: other, calendar: Sample.calendar) == nil)
    }
}
