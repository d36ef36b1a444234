// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import PolicyFiles
import Testing

private typealias Sample = DeadlinesSamples

@Suite("The deadlines of the policy pack · 01.r1 01.w1 01.w2 01.w4 01.r4 and the rows of the other steps")
struct DeadlinesShippedTests {
    /// Key, clause and owner of every row, as the specification has them.
    @Test(arguments: [
        ("survey.year", "01.w1", "district"), ("survey.round", "01.r1", "village"),
        ("survey.entry", "01.w2", "village"), ("visit.class1", "01.w4", "village"),
        ("visit.class2", "01.w4", "village"), ("visit.class3", "01.w4", "village"),
        ("visit.class4", "01.w4", "village"), ("register.escort", "01.r4", "village"),
        ("recognition.records", "02.r6", "town"), ("notice.once", "02.w1", "town"),
        ("public.notice", "02.w3", "village"), ("aide.contact", "03.w2", "aide"),
        ("aide.weekly", "03.r2", "aide"), ("first.vacancy", "05.r1", "aide"),
        ("village.escalate", "05.w4", "aide"), ("town.plan", "06.r1", "town"),
        ("town.meeting", "06.r2", "town"), ("specialist.contact", "07.w2", "specialist"),
        ("agreement.sign", "07.w2", "specialist"), ("specialist.contact.regular", "07.r2", "specialist"),
        ("plan.item", "07.w3", "plan-owner"), ("town.two", "10.r2", "specialist"),
        ("interview.result", "10.r1", "specialist"), ("panel.meet", "11.r1", "district"),
        ("panel.plan", "11.r2", "district"), ("expert.appoint", "12.r1", "placement-centre"),
        ("expert.contact", "12.w2", "expert"), ("expert.contact.regular", "12.r3", "expert"),
        ("district.outcome", "14.r3", "expert"), ("welfare.transfer", "14.r3", "expert"),
        ("employment.notify", "16.r1", "town"), ("insurance.check", "16.w2", "town"),
        ("employment.register", "16.w2", "person"), ("followup.first", "17.w1", "village"),
        ("followup.stable", "17.r2", "village"), ("followup.unstable", "17.r2", "village"),
        ("followup.hardship", "17.r2", "village"), ("retention.weekly", "18.w3", "town"),
        ("training.papers", "19.r3", "town"), ("welfare.training", "15.r1", "welfare-clerk"),
        ("welfare.appraisal", "15.w4", "welfare-clerk"), ("plan.review", "06.w2", "plan-owner"),
        ("recognition.decide", "L.01", "town"), ("recognition.review", "L.02", "person"),
        ("recognition.recheck", "L.03", "town"), ("recognition.recheck.changed", "L.03", "town"),
        ("welfare.term", "L.08", "welfare-clerk"),
        ("retention.start", "18.w1", "town"), ("joint.meeting", "11.c", "district"),
        ("town.escalate", "10.w5", "specialist"), ("followup.founder", "17.w3", "village"),
        ("recognition.entered", "02.w3", "town"), ("recognition.informed", "02.w4", "town"),
        ("retention.recorded", "18.w2", "town"),
    ])
    func `a row stands for its clause`(key: String, clause: String, owner: String) throws {
        let rules = try Sample.rules().rules
        let row = try #require(rules.first { $0.key == RuleKey(key) })
        #expect(row.clause == Clause(clause))
        #expect(row.owedBy.rawValue == owner)
        #expect(!row.title.isEmpty && !row.says.isEmpty)
        #expect(rules.count == 54)
    }

    /// Start, rule, last day: all single deadlines from Friday 13 February 2026, before the long holiday.
    @Test(arguments: [
        ("survey-opened", "survey.round", "2026-03-13"),
        ("surveyed accepted=no", "survey.entry", "2026-02-24"),
        ("in-ledger able=yes willing=yes", "register.escort", "2026-02-24"),
        ("application-short", "notice.once", "2026-02-13"),
        ("registration-received", "recognition.informed", "2026-02-13"),
        ("application-accepted", "recognition.decide", "2026-02-27"),
        ("decision-received", "recognition.review", "2026-03-12"),
        ("review-decided outcome=anew", "recognition.decide", "2026-02-27"),
        ("recheck-raised", "recognition.recheck.changed", "2026-03-12"),
        ("recognised", "recognition.records", "2026-02-13"),
        ("recognised", "recognition.entered", "2026-02-13"),
        ("recognised", "aide.contact", "2026-02-24"), ("recognised", "first.vacancy", "2026-02-25"),
        ("notice-posted", "public.notice", "2026-02-24"),
        ("recommendation-ended level=village failure=yes own=yes", "village.escalate", "2026-02-14"),
        ("handed-up to=town", "town.plan", "2026-02-24"), ("handed-up to=town", "town.two", "2026-02-24"),
        ("specialist-appointed", "specialist.contact", "2026-02-24"),
        ("contacted by=specialist", "agreement.sign", "2026-02-27"),
        ("plan-item-set plan=personal planned=2026-02-18", "plan.item", "2026-02-18"),
        ("interview-set level=town planned=2026-02-24", "interview.result", "2026-03-04"),
        ("town-unsolved", "town.escalate", "2026-02-24"), ("file-uploaded", "panel.meet", "2026-02-25"),
        ("panel-met", "panel.plan", "2026-02-24"), ("panel-met", "expert.appoint", "2026-02-25"),
        ("expert-appointed", "expert.contact", "2026-02-25"),
        ("recommended level=district", "district.outcome", "2026-03-16"),
        ("welfare-agreed planned=2026-03-02", "welfare.training", "2026-03-01"),
        ("welfare-started", "welfare.term", "2029-02-13"), ("employed", "employment.notify", "2026-02-25"),
        ("employment-confirmed", "employment.notify", "2026-02-25"),
        ("registration-notified", "employment.register", "2026-03-12"),
        ("employment-registered form=hired", "followup.first", "2026-03-20"),
        ("retention-concern", "retention.start", "2026-02-24"),
        ("retention-guided", "retention.recorded", "2026-02-25"),
        ("claim-date-set planned=2026-03-31", "training.papers", "2026-03-31"),
    ])
    func `a single deadline ends on its day`(start: String, rule: String, due: String) throws {
        let states = try Sample.states(["2026-02-13 \(start)"], rule: RuleKey(rule), on: "2026-02-13")
        #expect(states == ["\(due) \(due == "2026-02-13" ? "due_today" : "open")"])
    }

    /// Start, rule, the periods up to 1 March 2026.
    @Test(arguments: [
        (
            "2026-01-26 aide-assigned", "aide.weekly",
            ["2026-W05", "2026-W06", "2026-W07", "2026-W08", "2026-W09"]
        ),
        ("2026-02-09 unit-opened level=town", "town.meeting", ["2026-W07", "2026-W08", "2026-W09"]),
        ("2026-02-09 unit-opened level=town", "insurance.check", ["2026-02", "2026-03"]),
        ("2026-02-09 unit-opened level=district", "joint.meeting", ["2026-Q1"]),
        ("2026-02-09 unit-opened level=district", "survey.year", ["2026"]),
        ("2026-02-09 unit-opened level=village", "town.meeting", []),
        (
            "2026-02-02 contacted by=specialist", "specialist.contact.regular",
            ["B1-2026-02-02", "B2-2026-02-16"]
        ),
        ("2026-02-02 contacted by=expert", "expert.contact.regular", ["B1-2026-02-02", "B2-2026-02-16"]),
        ("2026-01-05 plan-adopted plan=personal", "plan.review", ["2026-01", "2026-02", "2026-03"]),
        ("2026-01-05 followed-up judged=stable", "followup.stable", ["2026-01", "2026-02", "2026-03"]),
        (
            "2026-02-02 followed-up judged=unstable", "followup.unstable",
            ["B1-2026-02-02", "B2-2026-02-12", "B3-2026-02-22"]
        ),
        ("2026-02-16 followed-up judged=hardship", "followup.hardship", ["2026-W08", "2026-W09"]),
        ("2026-02-16 retention-concern", "retention.weekly", ["2026-W08", "2026-W09"]),
        ("2025-11-02 employment-registered form=own-business", "followup.founder", ["2025-Q4", "2026-Q1"]),
        ("2025-02-28 recognised", "recognition.recheck", ["Y1-2025-02-28", "Y2-2026-02-28"]),
        ("2025-03-03 welfare-started", "welfare.appraisal", ["2025", "2026"]),
    ])
    func `a recurring duty stands on its grid`(start: String, rule: String, periods: [String]) throws {
        let states = try Sample.states([start], rule: RuleKey(rule), on: "2026-03-01")
        #expect(states.map { $0.split(separator: " ").first.map(String.init) } == periods)
    }

    @Test func `17.r2 what a follow-up judged sets the next, and hardship replaces the ten days`() throws {
        let lines = [
            "2026-01-05 followed-up judged=unstable", "2026-01-12 followed-up judged=hardship",
            "2026-01-20 followed-up judged=stable",
        ]
        #expect(
            try Sample.states(lines, rule: "followup.unstable", on: "2026-02-10")
                == ["B1-2026-01-05 2026-01-14 met"])
        #expect(
            try Sample.states(lines, rule: "followup.hardship", on: "2026-02-10")
                == ["2026-W03 2026-01-18 overdue", "2026-W04 2026-01-25 met"])
        #expect(
            try Sample.states(lines, rule: "followup.stable", on: "2026-02-10")
                == ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 open"])
    }

    @Test func `03.r2 weekly contact ends when the case leaves the village and begins again when it returns`()
        throws
    {
        let lines = [
            "2026-01-05 aide-assigned", "2026-01-06 contacted by=aide", "2026-01-13 visited",
            "2026-01-20 handed-up to=town", "2026-02-02 handed-back to=village",
        ]
        #expect(
            try Sample.states(lines, rule: "aide.weekly", on: "2026-02-08") == [
                "2026-W02 2026-01-11 met", "2026-W03 2026-01-18 met", "2026-W04 2026-01-25 void",
                "2026-W06 2026-02-08 due_today",
            ])
    }

    @Test func `02.w3 register and certificate are both needed at once`() throws {
        let start = ["2026-03-02 recognised", "2026-03-02 register-entered"]
        #expect(
            try Sample.states(start, rule: "recognition.entered", on: "2026-03-03") == ["2026-03-02 overdue"])
        #expect(
            try Sample.states(
                start + ["2026-03-02 certificate-issued"], rule: "recognition.entered", on: "2026-03-03")
                == ["2026-03-02 met"])
    }

    @Test func `07.w3 a plan item that is moved starts again on its new day`() throws {
        let lines = [
            "2026-03-02 plan-item-set planned=2026-03-09",
            "2026-03-06 plan-item-moved planned=2026-03-16 >1", "2026-03-16 plan-item-done >1",
        ]
        #expect(
            try Sample.states(lines, rule: "plan.item", on: "2026-03-20")
                == ["2026-03-09 met", "2026-03-16 met"])
    }

    @Test func `18.w2 each guidance is filed for itself`() throws {
        let lines = [
            "2026-03-02 retention-guided", "2026-03-09 retention-guided", "2026-03-10 guidance-filed >2",
        ]
        #expect(
            try Sample.states(lines, rule: "retention.recorded", on: "2026-03-20")
                == ["2026-03-05 overdue", "2026-03-12 met"])
    }

    @Test func `L.08 a second placement ends the first term and starts its own`() throws {
        let lines = ["2020-03-02 welfare-started", "2022-03-01 welfare-started"]
        #expect(
            try Sample.states(lines, rule: "welfare.term", on: "2024-03-20")
                == ["2023-03-02 met", "2025-03-01 open"])
        let row = try #require(try Sample.rules().rules.first { $0.key == "welfare.term" })
        #expect(row.warnDays == [90, 30])
    }
}

@Suite("Step 01 under the shipped rows · 01.r1 01.w1 01.w2 01.w4 01.r4")
struct DeadlinesSurveyTests {
    @Test(arguments: [
        ("2026-04-01", "met"), ("2026-04-02", "met"), ("2026-04-03", "met_late"),
    ])
    func `01.r1 a complete ledger within the month`(day: String, state: String) throws {
        let lines = ["2026-03-02 survey-opened", "2026-03-20 ledger-submitted missing=2"]
        #expect(
            try Sample.states(
                lines + ["\(day) ledger-submitted missing=0"], rule: "survey.round", on: "2026-05-01")
                == ["2026-04-02 \(state)"])
        #expect(
            try Sample.states(lines, rule: "survey.round", on: "2026-05-01") == ["2026-04-02 overdue"])
    }

    @Test(arguments: [("2026-03-31", "met"), ("2026-04-01", "met_late")])
    func `01.w1 a round for every village by 31 March`(day: String, state: String) throws {
        #expect(
            try Sample.states(
                ["2025-12-01 unit-opened level=district", "\(day) year-opened missing=0"],
                rule: "survey.year", on: "2026-05-01") == ["2026 2026-03-31 \(state)"])
    }

    @Test(arguments: [
        ("@2026-02-14", "met"), ("@2026-02-24", "met"), ("@2026-02-25", "met_late"),
    ])
    func `01.w2 a sheet entered within five days, over the festival`(entered: String, state: String) throws {
        #expect(
            try Sample.states(
                ["2026-02-10 surveyed accepted=yes \(entered)"], rule: "survey.entry", on: "2026-05-01")
                == ["2026-02-24 \(state)"])
    }

    @Test(arguments: [
        ("1", "visited", "2026-HY1 2026-06-30 met"), ("2", "visited met=yes", "2026-Q1 2026-03-31 met"),
        ("3", "visited met=yes", "2026-03 2026-03-31 met"), ("4", "visited", "2026-03-H1 2026-03-15 met"),
        ("3", "visited met=no", "2026-03 2026-03-31 overdue"),
        ("4", "visited met=no", "2026-03-H1 2026-03-15 overdue"),
    ])
    func `01.w4 a visit that met somebody meets the class's period`(
        number: String, visit: String, state: String
    ) throws {
        let states = try Sample.states(
            ["2026-03-01 classified class=\(number)", "2026-03-10 \(visit)"],
            rule: RuleKey("visit.class\(number)"), on: "2026-07-01")
        #expect(states.first == state)
    }

    @Test func `01.w4 class 4 is visited twice a month, five days apart`() throws {
        let rules = try Sample.rules().rules
        #expect(rules.filter { $0.clause == "01.w4" }.map(\.minimumGap) == [0, 0, 0, 5])
        #expect(
            try Sample.states(
                [
                    "2026-03-02 classified class=4", "2026-03-13 visited", "2026-03-17 visited",
                    "2026-04-12 visited", "2026-04-17 visited",
                ], rule: "visit.class4", on: "2026-04-30") == [
                    "2026-03-H1 2026-03-15 met", "2026-03-H2 2026-03-31 overdue", "2026-04-H1 2026-04-15 met",
                    "2026-04-H2 2026-04-30 met",
                ])
    }

    @Test(arguments: [
        ("2026-03-09 registration-received", "met"), ("2026-03-10 registration-received", "met_late"),
        ("2026-03-09 waived", "met"), ("2026-03-09 case-closed", "void"), ("2026-03-09 unlisted", "void"),
    ])
    func `01.r4 able and willing people are escorted within seven days`(act: String, state: String) throws {
        #expect(
            try Sample.states(
                ["2026-03-02 in-ledger able=yes willing=yes", act], rule: "register.escort", on: "2026-05-01")
                == ["2026-03-09 \(state)"])
        #expect(
            try Sample.states(
                ["2026-03-02 in-ledger able=yes willing=no"], rule: "register.escort", on: "2026-05-01"
            )
            .isEmpty)
    }
}
