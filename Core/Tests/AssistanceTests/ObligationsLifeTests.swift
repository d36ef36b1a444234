// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

@Suite("Waivers, absences, withdrawals, rounds · spec/flow.md Counting days")
struct ObligationsLifeTests {
    private let ledger = "2026-03-02 in-ledger able=yes willing=yes"

    @Test(arguments: [
        ("rule=register.escort >1", "waived"), ("rule=visit.class3 >1", "overdue"),
        ("rule=register.escort >2", "overdue"), (">1", "overdue"),
    ])
    func `a waiver lets off the duty that it names`(waiver: String, state: String) throws {
        let escort = try Sample.only([ledger, "2026-03-04 noted", "2026-03-05 duty-waived \(waiver)"])
        #expect(try escort.standing(on: Sample.day("2026-03-20")).rawValue == state)
        #expect(try escort.standing(on: Sample.day("2026-03-04")) == .open)
    }

    @Test func `a waiver may be for one period`() throws {
        let visits = try Sample.found(
            [
                "2026-01-05 classified class=3",
                "2026-02-03 duty-waived rule=visit.class3 period=2026-02 >1",
            ], through: "2026-03-31")
        #expect(
            try Sample.states(visits, on: "2026-04-01") == [
                "2026-01 overdue", "2026-02 waived", "2026-03 overdue",
            ])
    }

    @Test func `a duty that was done is met, waiver or not`() throws {
        let escort = try Sample.only([
            ledger, "2026-03-04 duty-waived rule=register.escort >1", "2026-03-05 registration-received",
        ])
        #expect(try escort.standing(on: Sample.day("2026-03-20")) == .met)
    }

    @Test(arguments: [
        ("2026-03-03", "open"), ("2026-03-04", "suspended"), ("2026-03-31", "suspended"),
        ("2026-04-01", "open"), ("2026-04-08", "due_today"), ("2026-04-09", "overdue"),
    ])
    func `while the person is away a duty waits and is counted again from the return`(
        today: String, state: String
    ) throws {
        let escort = try Sample.only([
            ledger, "2026-03-04 suspended until=2026-06-30", "2026-04-01 resumed",
        ])
        #expect(try escort.standing(on: Sample.day(today)).rawValue == state)
    }

    @Test(arguments: [("2026-04-14", "suspended"), ("2026-04-15", "open"), ("2026-04-22", "due_today")])
    func `an absence is looked at again on its day`(today: String, state: String) throws {
        let escort = try Sample.only([ledger, "2026-03-04 suspended until=2026-04-15"])
        #expect(try escort.standing(on: Sample.day(today)).rawValue == state)
    }

    @Test func `an absence after the last day hides nothing`() throws {
        let escort = try Sample.only([ledger, "2026-03-10 suspended"])
        #expect(try escort.standing(on: Sample.day("2026-03-20")) == .overdue)
        let open = try Sample.only([ledger, "2026-03-09 suspended"])
        #expect(try open.standing(on: Sample.day("2027-03-20")) == .suspended)
    }

    @Test func `an absence after the duty was done moves nothing`() throws {
        let escort = try Sample.only([
            ledger, "2026-03-05 registration-received", "2026-03-06 suspended", "2026-03-30 resumed",
        ])
        #expect(escort.due.iso == "2026-03-09")
        #expect(escort.pause == nil)
    }

    @Test func `what ended earlier on the same day ends nothing that starts after it`() throws {
        let escort = try Sample.only(["2026-03-02 case-closed", ledger])
        #expect(try escort.standing(on: Sample.day("2026-03-20")) == .overdue)
    }

    @Test func `periods spent away fall away, unless a third of the days is left`() throws {
        let away = ["2026-01-05 classified class=3", "2026-01-06 visited", "2026-02-10 suspended"]
        let early = try Sample.found(away + ["2026-04-10 resumed"], through: "2026-04-30")
        #expect(
            try Sample.states(early, on: "2026-05-01")
                == ["2026-01 met", "2026-02 void", "2026-03 void", "2026-04 overdue"])
        let third = try Sample.found(away + ["2026-04-20 resumed"], through: "2026-04-30")
        #expect(try Sample.states(third, on: "2026-05-01").last == "2026-04 overdue")
        let late = try Sample.found(away + ["2026-04-21 resumed"], through: "2026-04-30")
        #expect(try Sample.states(late, on: "2026-05-01").last == "2026-04 void")
        #expect(try Sample.states(late, on: "2026-04-20").last == "2026-04 suspended")
        let still = try Sample.found(away, through: "2026-03-31")
        #expect(
            try Sample.states(still, on: "2026-04-01").suffix(2) == [
                "2026-02 suspended", "2026-03 suspended",
            ])
    }

    @Test func `a withdrawn act has never been, and comes back with its withdrawal's withdrawal`() throws {
        let done = [ledger, "2026-03-05 registration-received"]
        let taken = done + ["2026-03-06 withdrawn !2"]
        let back = taken + ["2026-03-07 withdrawn !3"]
        #expect(try Sample.found(taken) == Sample.found([ledger]))
        #expect(try Sample.found(back) == Sample.found(done))
        #expect(try Sample.found([ledger, "2026-03-06 withdrawn !1"]).isEmpty)
    }

    @Test func `a withdrawal takes back only what was entered before it`() throws {
        #expect(try Sample.found(["2026-03-06 withdrawn !2", ledger]).count == 1)
        #expect(try Sample.found(["2026-03-06 withdrawn !1", ledger]).count == 1)
    }

    @Test func `a duty of an earlier round falls away when the case is opened again`() throws {
        let round = [ledger, "2026-03-20 case-reopened", "2026-03-23 registration-received"]
        let escort = try Sample.only(round)
        #expect(escort.outcome == .fellAway(on: try Sample.day("2026-03-20"), why: .newRound(by: 2)))
        let both = try Sample.found(
            [ledger, "2026-03-20 case-reopened", "2026-03-23 in-ledger able=yes willing=yes"])
        #expect(both.map(\.anchor) == [1, 3])
    }

    @Test func `what happens after a day has not happened on it`() throws {
        let escort = try Sample.only([ledger, "2026-03-12 registration-received"])
        #expect(try escort.standing(on: Sample.day("2026-03-11")) == .overdue)
        #expect(try escort.standing(on: Sample.day("2026-03-12")) == .metLate)
    }

    @Test(arguments: [("2026-02-09", false), ("2026-03-02", true), ("2026-03-09", false)])
    func `a duty is announced as long before as its rule says`(today: String, isWarned: Bool) throws {
        let round = try Sample.only(["2026-02-09 survey-opened"])
        #expect(round.due.iso == "2026-03-09")
        #expect(try round.isWarned(on: Sample.day(today), by: [7, 3]) == isWarned)
    }
}
