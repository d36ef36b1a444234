// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

/// Journals written as lines, rules of step 01 written by hand, and the calendar around which tests turn.
enum ObligationsSamples {
    static func day(_ text: String) throws -> Day { try #require(Day(iso: text), "\(text) is a day") }

    /// `2026-02-13 classified class=4 @2026-02-20 >1 !2`: the day, the kind, fields, the day of entry if it is
    /// another one, the act it belongs to, the act it takes back. Acts are numbered from 1.
    static func journal(_ lines: [String]) throws -> Journal {
        Journal(acts: try lines.enumerated().map { try act($1, id: $0 + 1) })
    }

    static func act(_ line: String, id: Int) throws -> Act {
        let words = line.split(separator: " ").map(String.init)
        let occurred = try day(words[0])
        let kind = try #require(ActKind(rawValue: words[1]), "\(words[1]) is a kind")
        var fields = Act.Fields()
        var entered = occurred
        var refersTo: ActID?
        var withdraws: ActID?
        for word in words.dropFirst(2) {
            switch word.first {
            case "@": entered = try day(String(word.dropFirst()))
            case ">": refersTo = ActID(try #require(Int(word.dropFirst())))
            case "!": withdraws = ActID(try #require(Int(word.dropFirst())))
            default:
                let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
                fields[try #require(ActField(rawValue: pair[0]), "\(pair[0]) is a field")] = pair[1]
            }
        }
        return Act(
            id: ActID(id), kind: kind, occurred: occurred, recorded: Instant(startOf: entered),
            fields: fields, refersTo: refersTo, withdraws: withdraws)
    }

    static func found(
        _ lines: [String], under rules: RuleSet = step01, calendar: WorkCalendar = calendar,
        through horizon: String = "2026-12-31"
    ) throws -> [Obligation] {
        obligations(
            of: try journal(lines), under: rules, calendar: calendar, through: try day(horizon))
    }

    /// The only obligation that these acts give under these rules.
    static func only(
        _ lines: [String], under rules: RuleSet = step01, calendar: WorkCalendar = calendar,
        through horizon: String = "2026-12-31"
    ) throws -> Obligation {
        let all = try found(lines, under: rules, calendar: calendar, through: horizon)
        try #require(all.count == 1, "\(all.map(\.id))")
        return all[0]
    }

    /// Periods with their states, `2026-02-H1 met`, in order.
    static func states(_ obligations: [Obligation], on today: String) throws -> [String] {
        let today = try day(today)
        return obligations.map {
            "\($0.period?.key ?? $0.due.iso) \($0.standing(on: today).rawValue)"
        }
    }

    static let inForce = Day.earliest

    /// The rows of step 01 as the policy pack has them.
    static let step01 = RuleSet([
        rule("survey.round", "01.r1", .village, [.init(.init(.surveyOpened))], .within(.months(1))) {
            $0.metBy = [[ActPattern(.ledgerSubmitted, [.missing: "0"])]]
        },
        rule("survey.entry", "01.w2", .person, [.init(.init(.surveyed))], .within(.days(5))) {
            $0.metBy = [
                [
                    ActPattern(.surveyed, [.accepted: "yes"], of: .anchor),
                    ActPattern(.sheetAccepted, of: .anchor),
                ]
            ]
            $0.metOn = .recorded
        },
        visits("visit.class1", "1", .halfYear), visits("visit.class2", "2", .quarter),
        visits("visit.class3", "3", .month), visits("visit.class4", "4", .halfMonth, gap: 5),
        rule(
            "register.escort", "01.r4", .case,
            [.init(ActPattern(.inLedger, [.able: "yes", .willing: "yes"]))], .within(.days(7))
        ) {
            $0.metBy = [[ActPattern([.registrationReceived, .waived])]]
        },
        rule(
            "survey.year", "01.w1", .district, [.init(ActPattern(.unitOpened, [.level: "district"]))],
            .each(DeadlineRule.Recurring(.year, due: .month(3)))
        ) {
            $0.metBy = [[ActPattern(.yearOpened, [.missing: "0"])]]
            $0.ends = [ActPattern(.unitClosed)]
        },
    ])

    static func rule(
        _ key: RuleKey, _ clause: Clause, _ scope: DeadlineRule.Scope, _ starts: [DeadlineRule.Start],
        _ timing: DeadlineRule.Timing, _ change: (inout DeadlineRule) -> Void
    ) -> DeadlineRule {
        var rule = DeadlineRule(
            key: key, clauses: [clause], scope: scope, owedBy: .village, starts: starts, timing: timing,
            metBy: [[]], inForce: inForce)
        rule.ends = scope == .case ? [ActPattern(.caseClosed)] : []
        change(&rule)
        return rule
    }

    private static func visits(_ key: RuleKey, _ number: String, _ grid: Grid, gap: Int = 0) -> DeadlineRule {
        rule(key, "01.w4", .case, [.init(ActPattern(.classified, [.visitClass: number]))], .each(grid)) {
            $0.metBy = [[ActPattern(.visited)]]
            $0.minimumGap = gap
            $0.ends.append(
                ActPattern([.classified], where: [FieldTest(.visitClass, [number], isNegated: true)]))
        }
    }

    /// The notice of 2026 around the days of the tables: Spring Festival, its make-up days, Qingming, May.
    static let calendar = WorkCalendar(years: [
        year(2024, published: "2023-10-25", off: [("2024-02-10", 8)], work: ["2024-02-04", "2024-02-18"]),
        year(
            2026, published: "2025-11-04",
            off: [("2026-01-01", 3), ("2026-02-15", 9), ("2026-04-04", 3), ("2026-05-01", 5)],
            work: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09"]),
    ])

    static func year(
        _ year: Int, published: String?, off: [(String, Int)], work: [String]
    ) -> CalendarYear {
        let days = off.flatMap { first, length in
            (0..<length).compactMap { offset in Day(iso: first)?.adding(days: offset) }
        }
        return CalendarYear(
            year: year, source: "test", published: published.flatMap { Day(iso: $0) },
            off: days.map { .init(day: $0, name: "假") }, work: work.compactMap { Day(iso: $0) })
    }
}

/// Small repeatable random numbers, so that a failure can be run again from its printed seed.
struct ObligationsRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
