// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

@Suite("Calendars and versions that come later · spec/flow.md Counting days")
struct ObligationsCalendarTests {
    /// A rule of three working days, which a holiday or a make-up day moves.
    private static let rules = RuleSet([rule(days: 3)])

    private static func rule(
        days: Int, inForce: Day = .earliest, adopted: Day? = nil, retired: Day? = nil
    ) -> DeadlineRule {
        Sample.rule(
            "first.vacancy", "05.r1", .case, [.init(ActPattern(.recognised))], .within(.workdays(days))
        ) {
            $0.metBy = [[ActPattern(.vacancyTold)]]
            $0.inForce = inForce
            $0.adopted = adopted
            $0.retired = retired
        }
    }

    /// The year 2027 as it may be announced: a make-up Saturday makes some duties end a day earlier.
    private static func with2027(published: String?) -> WorkCalendar {
        let news = Sample.year(2027, published: published, off: [("2027-02-05", 8)], work: ["2027-03-06"])
        return WorkCalendar(years: Array(Sample.calendar.years.values) + [news])
    }

    @Test(arguments: [
        ("2026-02-13", "2026-02-25", false),  // Saturday 14 February is worked, then Spring Festival
        ("2026-03-06", "2026-03-11", false), ("2026-12-28", "2026-12-31", false),
        ("2026-12-29", "2027-01-04", true), ("2027-03-03", "2027-03-08", true),
    ])
    func `05.r1 a deadline in a year not yet announced is provisional`(
        recognised: String, due: String, isProvisional: Bool
    ) throws {
        let vacancy = try Sample.only(["\(recognised) recognised"], under: Self.rules)
        #expect(vacancy.due.iso == due)
        #expect(vacancy.isProvisional == isProvisional)
    }

    /// 2027-03-08 was the last day until the notice made it 2027-03-06.
    @Test(arguments: [
        ("2027-03-05", "2027-03-05", "met"), ("2027-03-08", "2027-03-08", "met"),
        ("2027-03-09", "2027-03-09", "met_late"),
        ("2027-03-08", "2027-03-20", "met_late"),  // entered when the notice was out
    ])
    func `a notice that comes later turns nothing late`(
        told: String, entered: String, state: String
    ) throws {
        let lines = ["2027-03-03 recognised", "\(told) vacancy-told @\(entered)"]
        let vacancy = try Sample.only(
            lines, under: Self.rules, calendar: Self.with2027(published: "2027-03-15"))
        #expect(vacancy.due.iso == "2027-03-06")
        #expect(!vacancy.isProvisional)
        #expect(try vacancy.standing(on: Sample.day("2027-05-01")).rawValue == state)
    }

    @Test(arguments: [
        ("2026-11-01", "met_late"), ("2027-03-08", "met_late"), ("2027-03-09", "met"), (nil, "met"),
    ])
    func `a notice counts from the day it came out, one without that day never against anybody`(
        published: String?, state: String
    ) throws {
        let vacancy = try Sample.only(
            ["2027-03-03 recognised", "2027-03-08 vacancy-told"], under: Self.rules,
            calendar: Self.with2027(published: published))
        #expect(try vacancy.standing(on: Sample.day("2027-05-01")).rawValue == state)
    }

    @Test func `what is still open is judged by the calendar as it is now`() throws {
        let vacancy = try Sample.only(
            ["2027-03-03 recognised"], under: Self.rules, calendar: Self.with2027(published: "2027-03-07"))
        #expect(try vacancy.standing(on: Sample.day("2027-03-08")) == .overdue)
    }

    /// From 1 June five days instead of three; retired at the year's end.
    @Test(arguments: [
        ("2026-05-31", "2026-06-03"), ("2026-06-01", "2026-06-08"), ("2026-12-30", "2027-01-07"),
    ])
    func `the version in force on the starting day counts`(recognised: String, due: String) throws {
        let rules = RuleSet([
            Self.rule(days: 5, inForce: try Sample.day("2026-06-01"), retired: try Sample.day("2026-12-31")),
            Self.rule(days: 3),
        ])
        #expect(try Sample.only(["\(recognised) recognised"], under: rules).due.iso == due)
        #expect(try Sample.found(["2026-12-31 recognised"], under: rules).isEmpty)
    }

    /// On 15 March the district adopts two days in place of five, in force from 1 March.
    @Test(arguments: [
        ("2026-03-06", "2026-03-06", "met"), ("2026-03-09", "2026-03-09", "met"),
        ("2026-03-10", "2026-03-10", "met_late"), ("2026-03-09", "2026-03-16", "met_late"),
        ("2026-03-04", "2026-03-16", "entered_late"),
    ])
    func `a version adopted later turns nothing late`(told: String, entered: String, state: String) throws {
        let rules = RuleSet([
            Self.rule(days: 5),
            Self.rule(
                days: 2, inForce: try Sample.day("2026-03-01"), adopted: try Sample.day("2026-03-15")),
        ])
        let vacancy = try Sample.only(
            ["2026-03-02 recognised", "\(told) vacancy-told @\(entered)"], under: rules)
        #expect(vacancy.due.iso == "2026-03-04")
        #expect(try vacancy.standing(on: Sample.day("2026-05-01")).rawValue == state)
    }

    /// 日 as written, and read as working days up to seven, from 1 June.
    @Test(arguments: [
        (5, "2026-05-29", "2026-06-03"), (5, "2026-06-01", "2026-06-08"), (7, "2026-06-01", "2026-06-10"),
        (8, "2026-06-01", "2026-06-09"), (0, "2026-06-06", "2026-06-06"),
    ])
    func `a district may read short periods as working days`(
        count: Int, start: String, due: String
    ) throws {
        let rule = Sample.rule(
            "x", "05.r1", .case, [.init(ActPattern(.recognised))], .within(.days(count))
        ) { $0.metBy = [[ActPattern(.vacancyTold)]] }
        let rules = RuleSet(
            [rule], readings: [.init(inForce: try Sample.day("2026-06-01"), workdaysUpTo: 7)])
        #expect(try Sample.only(["\(start) recognised"], under: rules).due.iso == due)
    }

    @Test(arguments: [(true, true, "2026-03-09"), (false, true, "2026-03-07"), (true, false, "2026-03-07")])
    func `an end on a rest day rolls unless the rule or the district says no`(
        rule: Bool, district: Bool, due: String
    ) throws {
        let row = Sample.rule(
            "x", "05.r1", .case, [.init(ActPattern(.recognised))], .within(.days(5))
        ) {
            $0.metBy = [[ActPattern(.vacancyTold)]]
            $0.rolls = rule
        }
        let rules = RuleSet([row], readings: [.init(inForce: .earliest, rolls: district)])
        #expect(try Sample.only(["2026-03-02 recognised"], under: rules).due.iso == due)
    }
}
