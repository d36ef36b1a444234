// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

/// Rows of other steps, as far as they use what step 01 does not.
private enum Rows {
    static let escalate = RuleSet([
        Sample.rule(
            "village.escalate", "05.w4", .case,
            [
                .init(
                    ActPattern(.recommendationEnded, [.level: "village", .failure: "yes"]), which: .from(3)),
                .init(ActPattern(.recommendationEnded, [.level: "village", .own: "yes"])),
            ], .within(.workdays(1))
        ) {
            $0.metBy = [[ActPattern(.handedUp, [.to: "town"])]]
            $0.ends.append(ActPattern(.handUpDeclined))
            $0.joins = true
        }
    ])
    static let two = RuleSet([
        Sample.rule("town.two", "10.r2", .case, [.init(ActPattern(.handedUp))], .within(.days(2))) {
            $0.metBy = [[ActPattern(.recommended, [.level: "town"])]]
            $0.count = 2
        }
    ])
    static let both = RuleSet([
        Sample.rule(
            "welfare.transfer", "14.r3", .case, [.init(ActPattern(.townUnsolved))], .within(.workdays(2))
        ) {
            $0.metBy = [[ActPattern(.caseAnalysed)], [ActPattern(.handedToWelfare)]]
        }
    ])
    static let agreement = RuleSet([
        Sample.rule(
            "agreement.sign", "07.w2", .case,
            [
                .init(
                    ActPattern(.contacted, [.by: "specialist"]), which: .number(1),
                    since: [ActPattern(.specialistAppointed)])
            ], .within(.workdays(5))
        ) { $0.metBy = [[ActPattern([.agreementSigned, .agreementRefused])]] }
    ])
    static let interview = RuleSet([
        Sample.rule(
            "interview.result", "10.r1", .case, [.init(ActPattern(.interviewSet))],
            .once(.init(.within(.workdays(3)), from: .field(.planned), notBefore: .days(5)))
        ) { $0.metBy = [[ActPattern(.recommendationEnded, of: .same)]] }
    ])
    static let followUp = RuleSet([
        Sample.rule(
            "followup.first", "17.w1", .case, [.init(ActPattern(.employmentRegistered))],
            .once(.init(.within(.workdays(5)), notBefore: .months(1)))
        ) {
            $0.metBy = [[ActPattern(.followedUp)]]
            $0.countsEarly = false
        }
    ])
    static let eve = RuleSet([
        Sample.rule(
            "welfare.training", "15.r1", .case, [.init(ActPattern(.welfareAgreed))],
            .once(.init(.before(days: 1), from: .field(.planned)))
        ) { $0.metBy = [[ActPattern(.trained)]] }
    ])
    static let insurance = RuleSet([
        Sample.rule(
            "insurance.check", "16.w2", .town, [.init(ActPattern(.unitOpened))],
            .each(.init(.month, due: .afterLastWorkday(.workdays(3))))
        ) { $0.metBy = [[ActPattern(.contributionsReviewed)]] }
    ])
    static let founder = RuleSet([
        Sample.rule(
            "followup.founder", "17.w3", .case, [.init(ActPattern(.employmentRegistered))],
            .each(.init(.quarter, lasting: .years(1)))
        ) { $0.metBy = [[ActPattern(.founderVisited)]] }
    ])
    static let review = RuleSet([
        Sample.rule(
            "recognition.review", "L.02", .person, [.init(ActPattern(.decisionReceived))],
            .within(.workdays(15))
        ) {
            $0.metBy = [[ActPattern(.reviewRequested)]]
            $0.lapses = true
            $0.owedBy = .person
        }
    ])
}

@Suite("Counts, thresholds and dates of rules · 05.w4 10.r1 10.r2 14.r3 07.w2 17.w1 15.r1 16.w2 17.w3 L.02")
struct ObligationsCountingTests {
    private func failures(_ count: Int, from day: Int = 2, own: String = "no") -> [String] {
        (0..<count).map {
            "2026-03-\(day + $0 < 10 ? "0" : "")\(day + $0) recommendation-ended level=village failure=yes own=\(own)"
        }
    }

    @Test(arguments: [(0, []), (1, []), (2, []), (3, [3]), (4, [3]), (5, [3])])
    func `05.w4 the third failure starts the hand-up, a fourth is joined`(count: Int, anchors: [Int]) throws {
        let found = try Sample.found(failures(count), under: Rows.escalate)
        #expect(found.map(\.anchor.number) == anchors)
    }

    @Test func `05.w4 a failure for own reasons starts it at once`() throws {
        let found = try Sample.only(failures(1, own: "yes"), under: Rows.escalate)
        #expect(found.due.iso == "2026-03-03")
    }

    @Test func `05.w4 whoever keeps the case is asked again at the next failure`() throws {
        let found = try Sample.found(
            failures(3) + ["2026-03-04 hand-up-declined"] + failures(1, from: 9), under: Rows.escalate)
        #expect(try Sample.states(found, on: "2026-03-10") == ["2026-03-05 void", "2026-03-10 due_today"])
    }

    @Test func `05.w4 counts begin anew in a round`() throws {
        let reopened = failures(2) + ["2026-03-05 case-reopened"]
        #expect(try Sample.found(reopened + failures(2, from: 9), under: Rows.escalate).isEmpty)
        #expect(try Sample.found(reopened + failures(3, from: 9), under: Rows.escalate).count == 1)
    }

    @Test(arguments: [
        (["2026-03-03", "2026-03-04"], "met", 2), (["2026-03-04", "2026-03-05"], "met_late", 2),
        (["2026-03-03"], "overdue", 1), ([], "overdue", 0), (["2026-03-02", "2026-03-02"], "met", 2),
    ])
    func `10.r2 two recommendations are needed`(days: [String], state: String, have: Int) throws {
        let lines = ["2026-03-02 handed-up"] + days.map { "\($0) recommended level=town" }
        let two = try Sample.only(lines + ["2026-03-03 recommended level=village"], under: Rows.two)
        #expect(try two.standing(on: Sample.day("2026-04-01")).rawValue == state)
        #expect(two.need == 2)
        #expect(two.have == have)
    }

    @Test(arguments: [
        (["03 case-analysed"], "overdue", 1), (["03 case-analysed", "03 case-analysed"], "overdue", 1),
        (["03 case-analysed", "04 handed-to-welfare"], "met", 2),
        (["05 case-analysed", "04 handed-to-welfare"], "met_late", 2),
    ])
    func `14.r3 analysis and hand-over are both needed`(acts: [String], state: String, have: Int) throws {
        let lines = ["2026-03-02 town-unsolved"] + acts.map { "2026-03-" + $0 }
        let both = try Sample.only(lines, under: Rows.both)
        #expect(try both.standing(on: Sample.day("2026-04-01")).rawValue == state)
        #expect(both.have == have)
    }

    @Test func `07.w2 the first contact of each specialist starts the agreement`() throws {
        let found = try Sample.found(
            [
                "2026-03-02 specialist-appointed", "2026-03-03 contacted by=specialist",
                "2026-03-04 agreement-signed", "2026-03-09 contacted by=specialist",
                "2026-03-10 contacted by=aide", "2026-03-16 specialist-appointed",
                "2026-03-17 contacted by=specialist",
            ], under: Rows.agreement)
        #expect(found.map(\.anchor.number) == [2, 7])
    }

    @Test func `10.r1 a result is asked for five days after the interview that it belongs to`() throws {
        let lines = [
            "2026-03-02 recommended level=town", "2026-03-02 recommended level=town",
            "2026-03-03 interview-set planned=2026-03-06 >1",
            "2026-03-03 interview-set planned=2026-03-09 >2",
            "2026-03-17 recommendation-ended >2",
        ]
        let found = try Sample.found(lines, under: Rows.interview)
        #expect(found.map(\.opens.iso) == ["2026-03-11", "2026-03-14"])
        #expect(try Sample.states(found, on: "2026-03-20") == ["2026-03-16 overdue", "2026-03-18 met"])
        let early = try Sample.found(
            lines + ["2026-03-07 recommendation-ended >1"], under: Rows.interview)
        #expect(try Sample.states(early, on: "2026-03-20") == ["2026-03-16 met", "2026-03-18 met"])
    }

    @Test(arguments: [
        ("2026-04-01", "overdue"), ("2026-04-02", "met"), ("2026-04-10", "met"), ("2026-04-13", "met_late"),
    ])
    func `17.w1 a follow-up before the month is over is none`(day: String, state: String) throws {
        let first = try Sample.only(
            ["2026-03-02 employment-registered", "\(day) followed-up"], under: Rows.followUp)
        #expect(first.opens.iso == "2026-04-02")
        #expect(first.due.iso == "2026-04-10")
        #expect(try first.standing(on: Sample.day("2026-05-01")).rawValue == state)
    }

    @Test(arguments: [("2026-03-15", "met"), ("2026-03-16", "met_late")])
    func `15.r1 training ends on the eve of the start`(day: String, state: String) throws {
        let eve = try Sample.only(
            ["2026-03-02 welfare-agreed planned=2026-03-16", "\(day) trained"], under: Rows.eve)
        #expect(eve.due.iso == "2026-03-15")
        #expect(try eve.standing(on: Sample.day("2026-05-01")).rawValue == state)
    }

    @Test func `16.w2 each month is looked at after its last working day`() throws {
        let found = try Sample.found(
            [
                "2026-01-05 unit-opened", "2026-02-02 contributions-reviewed",
                "2026-04-20 contributions-reviewed period=2026-03",
            ], under: Rows.insurance, through: "2026-04-01")
        // 30 January is the last working Friday; February's last working day is the make-up Saturday.
        #expect(found.map(\.opens.iso) == ["2026-01-30", "2026-02-28", "2026-03-31", "2026-04-30"])
        #expect(found.map(\.due.iso) == ["2026-02-04", "2026-03-04", "2026-04-03", "2026-05-08"])
    }

    @Test func `16.w2 a review without a month is the one of the month just ended`() throws {
        let found = try Sample.found(
            [
                "2026-01-05 unit-opened", "2026-02-02 contributions-reviewed",
                "2026-03-10 contributions-reviewed",
            ],
            under: Rows.insurance, through: "2026-03-31")
        #expect(
            try Sample.states(found, on: "2026-04-01") == ["2026-01 met", "2026-02 met_late", "2026-03 open"])
    }

    @Test func `16.w2 a review that names its month counts for that month only`() throws {
        let found = try Sample.found(
            ["2026-01-05 unit-opened", "2026-02-02 contributions-reviewed period=2026-02"],
            under: Rows.insurance, through: "2026-02-28")
        #expect(try Sample.states(found, on: "2026-03-02") == ["2026-01 overdue", "2026-02 met"])
    }

    @Test(arguments: [("2026-02-10", "2026-Q1", "2026-Q4"), ("2026-03-25", "2026-Q2", "2027-Q1")])
    func `17.w3 a founder is visited in four quarters`(day: String, first: String, last: String) throws {
        let found = try Sample.found(
            ["\(day) employment-registered"], under: Rows.founder, through: "2029-01-01")
        #expect(found.count == 4)
        #expect(found.first?.period?.key == first)
        #expect(found.last?.period?.key == last)
    }

    @Test(arguments: [("2026-03-23", "due_today"), ("2026-03-24", "void")])
    func `L.02 a right that is not used lapses and is nobody's lateness`(today: String, state: String) throws
    {
        let review = try Sample.only(["2026-03-02 decision-received"], under: Rows.review)
        #expect(try review.standing(on: Sample.day(today)).rawValue == state)
        #expect(review.isAwaited)
    }
}
