// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

@Suite("Recurring duties on fixed grids · 01.w4 01.w1")
struct ObligationsRecurringTests {
    @Test(arguments: [
        ("1", "2026-01-05", ["2026-HY1 overdue", "2026-HY2 open"]),
        ("2", "2026-01-05", ["2026-Q1 overdue", "2026-Q2 overdue", "2026-Q3 open"]),
        ("3", "2026-05-05", ["2026-05 overdue", "2026-06 overdue", "2026-07 open"]),
        ("4", "2026-06-05", ["2026-06-H1 overdue", "2026-06-H2 overdue", "2026-07-H1 open"]),
        // Fewer than a third of the first period is left: the next is the first.
        ("1", "2026-05-01", ["2026-HY2 open"]), ("2", "2026-06-02", ["2026-Q3 open"]),
        ("3", "2026-06-21", ["2026-07 open"]), ("4", "2026-06-26", ["2026-07-H1 open"]),
        ("4", "2026-06-25", ["2026-06-H2 overdue", "2026-07-H1 open"]),
    ])
    func `01.w4 each class has a period of its own`(number: String, day: String, states: [String]) throws {
        let visits = try Sample.found(["\(day) classified class=\(number)"], through: "2026-07-03")
        #expect(try Sample.states(visits, on: "2026-07-03") == states)
        #expect(Set(visits.map(\.rule)) == [RuleKey("visit.class\(number)")])
    }

    @Test(arguments: [
        ("2026-03-01", "met"), ("2026-03-31", "met"), ("2026-02-28", "overdue"), ("2026-04-01", "overdue"),
    ])
    func `01.w4 a visit meets the month in which it lies and no other`(visit: String, march: String) throws {
        let visits = try Sample.found(
            ["2026-02-10 classified class=3", "\(visit) visited"], through: "2026-04-01")
        let state = try Sample.states(visits, on: "2026-05-15").first { $0.hasPrefix("2026-03") }
        #expect(state == "2026-03 \(march)")
    }

    @Test(arguments: [
        // Still running: the missed months stand until the next is made, or missed in turn.
        (["2026-01-05 classified class=3"], "2026-02", "2026-04-01"),
        (["2026-01-05 classified class=3", "2026-03-09 visited"], "2026-02", "2026-03-09"),
        // The case ended within a later month: nobody can make up for the missed one any more.
        (["2026-01-05 classified class=3", "2026-03-09 case-closed"], "2026-02", "2026-03-09"),
    ])
    func `01.w4 a missed visit leaves the list with the next one, or when the duty is over`(
        acts: [String], month: String, day: String
    ) throws {
        let visits = try Sample.found(acts, through: "2026-03-31")
        let missed = try #require(zip(visits, visits.leavingDays).first { $0.0.period?.key == month })
        let left = try Sample.day(day)
        #expect(missed.1 == left)
        #expect(visits.pending(on: left.adding(days: -1)).contains(missed.0))
        #expect(!visits.pending(on: left).contains(missed.0))
    }

    @Test func `01.w4 an early or late visit does not shift the next month`() throws {
        let visits = try Sample.found(
            [
                "2026-01-05 classified class=3", "2026-01-06 visited", "2026-02-27 visited",
                "2026-03-01 visited", "2026-03-20 visited",
            ], through: "2026-04-10")
        #expect(
            try Sample.states(visits, on: "2026-04-10")
                == ["2026-01 met", "2026-02 met", "2026-03 met", "2026-04 open"])
        #expect(try visits.map(\.metOn) == [day("2026-01-06"), day("2026-02-27"), day("2026-03-01"), nil])
    }

    /// One visit in each half of the month, and five days between two that count.
    @Test(arguments: [
        ("2026-03-14", "2026-03-18", "overdue"), ("2026-03-14", "2026-03-19", "met"),
        ("2026-03-15", "2026-03-16", "overdue"), ("2026-03-10", "2026-03-16", "met"),
    ])
    func `01.w4 two visits to class 4 lie five days apart`(
        first: String, second: String, state: String
    ) throws {
        let visits = try Sample.found(
            ["2026-03-01 classified class=4", "\(first) visited", "\(second) visited"],
            through: "2026-03-31")
        #expect(try Sample.states(visits, on: "2026-04-10") == ["2026-03-H1 met", "2026-03-H2 \(state)"])
    }

    @Test func `01.w4 a visit too near the last one is made good by a later one`() throws {
        let visits = try Sample.found(
            [
                "2026-03-01 classified class=4", "2026-03-15 visited", "2026-03-17 visited",
                "2026-03-25 visited",
            ], through: "2026-03-31")
        #expect(try visits.map(\.metOn) == [day("2026-03-15"), day("2026-03-25")])
    }

    @Test func `01.w4 a visit before the classification is not a visit of this class`() throws {
        let visits = try Sample.found(
            ["2026-03-02 visited", "2026-03-05 classified class=3"], through: "2026-03-31")
        #expect(try Sample.states(visits, on: "2026-04-10") == ["2026-03 overdue"])
    }

    @Test func `01.w4 a change of class ends the old grid on that day and starts the new one`() throws {
        let visits = try Sample.found(
            [
                "2026-01-05 classified class=3", "2026-01-20 visited", "2026-03-10 classified class=4",
                "2026-03-12 visited",
            ], through: "2026-03-31")
        #expect(
            try Sample.states(visits, on: "2026-04-02") == [
                "2026-01 met", "2026-02 overdue", "2026-03 void", "2026-03-H1 met", "2026-03-H2 overdue",
            ])
        let fallen = try #require(visits.first { $0.period?.key == "2026-03" })
        #expect(fallen.outcome == .fellAway(on: try day("2026-03-10"), why: .ended(by: 3)))
        #expect(try fallen.standing(on: day("2026-03-09")) == .open)
    }

    @Test func `01.w4 a period already met stays met when its class ends`() throws {
        let visits = try Sample.found(
            ["2026-03-01 classified class=3", "2026-03-05 visited", "2026-03-10 classified class=1"],
            through: "2026-03-31")
        #expect(try Sample.states(visits, on: "2026-04-02") == ["2026-03 met", "2026-HY1 open"])
    }

    @Test func `01.w4 the same class confirmed again starts nothing new`() throws {
        let once = try Sample.found(["2026-01-05 classified class=3"], through: "2026-04-30")
        let twice = try Sample.found(
            ["2026-01-05 classified class=3", "2026-03-28 classified class=3"], through: "2026-04-30")
        #expect(twice == once)
    }

    @Test func `01.w4 a class that comes back has a grid of its own`() throws {
        let visits = try Sample.found(
            [
                "2026-01-05 classified class=3", "2026-01-06 classified class=4",
                "2026-01-07 classified class=3",
            ], through: "2026-01-31")
        #expect(
            visits.map(\.id.description) == [
                "visit.class3@1/2026-01", "visit.class4@2/2026-01-H1", "visit.class3@3/2026-01",
            ])
        #expect(
            try Sample.states(visits, on: "2026-02-01") == [
                "2026-01 void", "2026-01-H1 void", "2026-01 overdue",
            ])
    }

    @Test func `01.w4 visits stop with the case`() throws {
        let visits = try Sample.found(["2026-01-05 classified class=3", "2026-02-10 case-closed"])
        #expect(try Sample.states(visits, on: "2026-12-31") == ["2026-01 overdue", "2026-02 void"])
    }

    @Test(arguments: [
        ("2026-03-31", "met"), ("2026-04-01", "met_late"), ("2026-12-31", "met_late"),
    ])
    func `01.w1 every village has a round by 31 March`(opened: String, state: String) throws {
        let years = try Sample.found(
            [
                "2025-11-20 unit-opened level=district", "2026-02-01 year-opened missing=2",
                "\(opened) year-opened missing=0",
            ], through: "2027-01-10")
        #expect(try Sample.states(years, on: "2027-01-10") == ["2026 \(state)", "2027 open"])
        #expect(years.map(\.due.iso) == ["2026-03-31", "2027-03-31"])
    }

    @Test(arguments: [("2026-01-31", "2026"), ("2026-03-31", "2026"), ("2026-04-01", "2027")])
    func `01.w1 a district that begins after the quarter owes the next`(opened: String, first: String) throws
    {
        let years = try Sample.found(["\(opened) unit-opened level=district"], through: "2027-01-10")
        #expect(years.first?.period?.key == first)
        #expect(try Sample.found(["\(opened) unit-opened level=town"], through: "2027-01-10").isEmpty)
    }

    @Test func `periods are told through the horizon and no further`() throws {
        let lines = ["2026-01-05 classified class=3"]
        #expect(try Sample.found(lines, through: "2026-03-31").count == 3)
        #expect(try Sample.found(lines, through: "2026-04-01").count == 4)
        #expect(try Sample.found(lines, through: "2025-12-31").isEmpty)
    }

    private func day(_ text: String) throws -> Day { try Sample.day(text) }
}
