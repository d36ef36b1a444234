// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

@Suite("Single deadlines of step 01 · 01.r1 01.w2 01.r4")
struct ObligationsSingleTests {
    /// A month from the opening, on the same day number or the month's last, rolled over rest days.
    @Test(arguments: [
        ("2026-03-02", "2026-04-02"),  // an ordinary Thursday
        ("2026-01-31", "2026-02-28"),  // no 31 February; the 28th is a make-up working Saturday
        ("2024-01-31", "2024-02-29"),  // leap year
        ("2026-01-16", "2026-02-24"),  // 16 February lies in Spring Festival
        ("2026-01-14", "2026-02-14"),  // a make-up working Saturday does not roll
        ("2026-03-05", "2026-04-07"),  // 5 April lies in Qingming, a Sunday
        ("2026-04-09", "2026-05-09"),  // make-up Saturday in May
        ("2026-02-13", "2026-03-13"),
    ])
    func `01.r1 the survey round ends a month after it was opened`(opened: String, due: String) throws {
        let round = try Sample.only(["\(opened) survey-opened"])
        #expect(try round.due == Sample.day(due))
        #expect(round.rule == "survey.round")
        #expect(round.clause == "01.r1")
        #expect(round.owedBy == .village)
        #expect(!round.isProvisional)
    }

    @Test(arguments: [("2026-04-01", "open"), ("2026-04-02", "due_today"), ("2026-04-03", "overdue")])
    func `01.r1 a round without its ledger is overdue the day after`(today: String, state: String) throws {
        let round = try Sample.only(["2026-03-02 survey-opened", "2026-03-20 ledger-submitted missing=3"])
        #expect(try round.standing(on: Sample.day(today)).rawValue == state)
    }

    @Test(arguments: [
        ("2026-04-01", "2026-04-01", "met"), ("2026-04-02", "2026-04-02", "met"),
        ("2026-04-03", "2026-04-03", "met_late"), ("2026-04-02", "2026-04-03", "entered_late"),
        ("2026-03-02", "2026-04-10", "entered_late"),
    ])
    func `01.r1 a complete ledger meets the round by the day it went out`(
        occurred: String, entered: String, state: String
    ) throws {
        let round = try Sample.only([
            "2026-03-02 survey-opened", "\(occurred) ledger-submitted missing=0 @\(entered)",
        ])
        #expect(try round.standing(on: Sample.day("2026-05-01")).rawValue == state)
        #expect(try round.metOn == Sample.day(occurred))
        #expect(try round.enteredOn == Sample.day(entered))
    }

    @Test func `01.r1 each opening is owed for itself`() throws {
        let two = try Sample.found([
            "2026-03-02 survey-opened", "2026-03-20 ledger-submitted missing=0", "2027-01-04 survey-opened",
        ])
        #expect(two.map(\.anchor) == [1, 3])
        #expect(try Sample.states(two, on: "2027-01-05") == ["2026-04-02 met", "2027-02-04 open"])
    }

    /// Five days from the interview; the day of entry decides, and an end on a rest day rolls.
    @Test(arguments: [
        ("2026-03-02", "2026-03-06", "met"), ("2026-03-02", "2026-03-09", "met"),  // the 7th is a Saturday
        ("2026-03-02", "2026-03-10", "met_late"),
        ("2026-03-04", "2026-03-08", "met"), ("2026-03-04", "2026-03-09", "met"),
        ("2026-03-04", "2026-03-10", "met_late"),
        ("2026-02-10", "2026-02-24", "met"), ("2026-02-10", "2026-02-25", "met_late"),  // over the festival
        ("2026-02-09", "2026-02-14", "met"), ("2026-02-09", "2026-02-24", "met_late"),  // make-up Saturday
    ])
    func `01.w2 a sheet is entered within five days of the interview`(
        interview: String, entered: String, state: String
    ) throws {
        let entry = try Sample.only(["\(interview) surveyed accepted=yes @\(entered)"])
        #expect(try entry.standing(on: Sample.day("2026-05-01")).rawValue == state)
        #expect(try entry.metOn == Sample.day(entered))
    }

    @Test func `01.w2 a sheet with a fault is entered when it is accepted, each sheet for itself`() throws {
        let entries = try Sample.found([
            "2026-03-02 surveyed accepted=no", "2026-03-03 surveyed accepted=no @2026-03-03",
            "2026-03-02 sheet-accepted >1 @2026-03-20",
        ])
        #expect(
            try Sample.states(entries, on: "2026-03-20") == ["2026-03-09 met_late", "2026-03-09 overdue"])
    }

    @Test(arguments: [
        ("able=yes willing=yes", 1), ("able=yes willing=no", 0), ("able=no willing=yes", 0), ("able=yes", 0),
    ])
    func `01.r4 only those able and willing are escorted`(fields: String, count: Int) throws {
        #expect(try Sample.found(["2026-03-02 in-ledger \(fields)"]).count == count)
    }

    @Test(arguments: [
        ("2026-03-02", "2026-03-09"), ("2026-02-10", "2026-02-24"), ("2024-02-22", "2024-02-29"),
        ("2026-03-28", "2026-04-07"),
    ])
    func `01.r4 registration is due seven days after the ledger`(ledger: String, due: String) throws {
        let escort = try Sample.only(["\(ledger) in-ledger able=yes willing=yes"])
        #expect(try escort.due == Sample.day(due))
    }

    @Test(arguments: [
        ("2026-03-09 registration-received", "met"), ("2026-03-10 registration-received", "met_late"),
        ("2026-03-05 waived", "met"), ("2026-03-05 case-closed", "void"),
        ("2026-03-05 visited", "overdue"), ("2026-03-02 registration-received", "met"),
    ])
    func `01.r4 the registration, a waiver or the end of the case settles the escort`(
        act: String, state: String
    ) throws {
        let escort = try Sample.only(["2026-03-02 in-ledger able=yes willing=yes", act])
        #expect(try escort.standing(on: Sample.day("2026-04-01")).rawValue == state)
    }
}
