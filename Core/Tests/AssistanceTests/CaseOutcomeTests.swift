// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

/// One code with what was told beside it, and what it counts as.
struct OutcomeLine: Sendable, CustomTestStringConvertible {
    let code: OutcomeCode
    var isPersons = false
    var isExcused = false
    let fails: Bool
    let own: Bool

    var testDescription: String { "\(code) persons=\(isPersons) excused=\(isExcused)" }

    /// L.04 and spec/flow.md, rule 3, written out.
    static let all = [
        OutcomeLine(code: .employed, fails: false, own: false),
        OutcomeLine(code: .employed, isPersons: true, isExcused: true, fails: false, own: false),
        OutcomeLine(code: .postGone, fails: true, own: false),
        OutcomeLine(code: .postGone, isPersons: true, fails: true, own: false),
        OutcomeLine(code: .employerRejected, fails: true, own: false),
        OutcomeLine(code: .employerRejected, isPersons: true, fails: true, own: true),
        OutcomeLine(code: .failedInterview, fails: true, own: true),
        OutcomeLine(code: .failedInterview, isExcused: true, fails: true, own: true),
        OutcomeLine(code: .noShow, fails: true, own: true),
        OutcomeLine(code: .noShow, isExcused: true, fails: true, own: false),
        OutcomeLine(code: .refusedWithoutCause, fails: true, own: true),
        OutcomeLine(code: .refusedWithCause, fails: false, own: false),
        OutcomeLine(code: .refusedWithCause, isPersons: true, isExcused: true, fails: false, own: false),
    ]
}

@Suite("How a recommendation ends: 05.w4, L.04, L.11")
struct CaseOutcomeTests {
    @Test(arguments: OutcomeLine.all)
    func `L.04: each code counts as a failure or as the person's own reason, or as neither`(
        line: OutcomeLine
    ) throws {
        var story = try CaseStory.atVillage()
        let job = line.code == .employed ? Job.sample() : nil
        try story.fail(line.code, at: .village, isOwn: line.isPersons, isExcused: line.isExcused, job: job)
        #expect(story.found.care.failures(at: .village) == (line.fails ? 1 : 0))
        #expect(story.found.care.hasOwnFailure(at: .village) == line.own)
        #expect(
            story.found.dueHandUp(at: .village, numbers: story.numbers) == (line.own ? .ownReasons : nil))
        let told = story.acts.acts.last { $0.kind == .recommendationEnded }
        #expect(told?.fields[.failure] == (line.fails ? "yes" : "no"))
        #expect(told?.fields[.own] == (line.own ? "yes" : "no"))
        #expect(told?.fields[.reason] == line.code.rawValue)
        #expect(story.found.care.holder == .village)
    }

    @Test func `L.04: there are seven codes and each is told above`() {
        #expect(OutcomeCode.allCases.count == 7)
        #expect(Set(OutcomeLine.all.map(\.code)) == Set(OutcomeCode.allCases))
    }

    @Test func `05.w4: the third failure makes the hand-up due, and nothing hands up by itself`() throws {
        var story = try CaseStory.atVillage()
        for number in 1...3 {
            #expect(story.found.dueHandUp(at: .village, numbers: story.numbers) == nil)
            #expect(
                story.obstacle(.handedUp(from: .village, .threeFailures)) == .handUpNotDue)
            try story.fail(.postGone, at: .village)
            // Good cause counts as neither, however often.
            try story.fail(.refusedWithCause, at: .village)
            #expect(story.found.care.failures(at: .village) == number)
        }
        #expect(story.found.dueHandUp(at: .village, numbers: story.numbers) == .threeFailures)
        #expect(story.found.care.holder == .village)
        try story.act(.handedUp(from: .village, .threeFailures))
        #expect(story.found.stage == .townIntake)
    }

    @Test func `05.w4: how many failures it takes is a number of the district`() throws {
        var story = try CaseStory.atVillage()
        try story.fail(.postGone, at: .village)
        try story.fail(.postGone, at: .village)
        #expect(story.obstacle(.handedUp(from: .village, .threeFailures)) == .handUpNotDue)
        story.numbers.failures = 2
        #expect(story.obstacle(.handedUp(from: .village, .threeFailures)) == nil)
    }

    @Test func `05.w4: own reasons make it due at once`() throws {
        var story = try CaseStory.atVillage()
        #expect(story.obstacle(.handedUp(from: .village, .ownReasons)) == .handUpNotDue)
        try story.fail(.failedInterview, at: .village)
        #expect(story.obstacle(.handedUp(from: .village, .ownReasons)) == nil)
    }

    @Test func `05.w4: a person may keep the case with a reason, until the next failure`() throws {
        var story = try CaseStory.atVillage()
        let keep = CaseEvent.handover(.kept(level: .village, reason: "另有岗位在谈"))
        #expect(story.obstacle(keep) == .handUpNotDue)
        try story.fail(.noShow, at: .village)
        #expect(
            story.obstacle(.handover(.kept(level: .village, reason: "")))
                == .wordsMissing(.handUpDeclined, what: .reason))
        try story.act(keep)
        #expect(story.found.dueHandUp(at: .village, numbers: story.numbers) == nil)
        #expect(story.found.care.holder == .village)
        try story.fail(.refusedWithCause, at: .village)
        #expect(story.found.dueHandUp(at: .village, numbers: story.numbers) == nil)
        try story.fail(.postGone, at: .village)
        #expect(story.found.dueHandUp(at: .village, numbers: story.numbers) == .ownReasons)
        // Kept or not, somebody may still hand up what is due.
        #expect(story.obstacle(.handedUp(from: .village, .ownReasons)) == nil)
    }

    @Test func `05.w4: a hand-up goes one level up, with a reason and a file`() throws {
        let story = try CaseStory.atVillage()
        #expect(
            story.obstacle(.handedUp(from: .village, reason: "")) == .wordsMissing(.handedUp, what: .reason))
        let leap = HandUp(from: .village, to: .district, cause: .beyondLevel, reason: "急", through: 1)
        #expect(story.obstacle(.handover(.handedUp(leap))) == .nothingAbove)
        var unheard = try CaseStory.recognised()
        try unheard.act(.assigned(.village, 5))
        #expect(unheard.obstacle(.handedUp(from: .village)) == .noContact(.village))
        #expect(try CaseStory.atDistrict().obstacle(.handedUp(from: .district)) == .nothingAbove)
    }

    @Test func `05.w4: employed tells the work and changes the status at once`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        let act = story.last
        let bare = RecommendationOutcome(level: .village, code: .employed)
        #expect(story.obstacle(.ended(act, bare)) == .wordsMissing(.recommendationEnded, what: .job))
        let nameless = Job(form: .hired, employer: "", post: "保洁员", since: story.day)
        let vague = RecommendationOutcome(level: .village, code: .employed, job: nameless)
        #expect(story.obstacle(.ended(act, vague)) == .wordsMissing(.recommendationEnded, what: .job))
        let whole = RecommendationOutcome(level: .village, code: .employed, job: .sample())
        #expect(try story.act(.ended(act, whole)).map(\.kind) == [.recommendationEnded, .employed])
        #expect(story.found.stage == .employed)
        #expect(story.obstacle(.recommended(.village, on: story.day)) == .alreadyEmployed)
    }

    @Test(arguments: OutcomeCode.allCases.filter { $0 != .employed })
    func `L.04: a job told beside another code employs nobody`(code: OutcomeCode) throws {
        var story = try CaseStory.atVillage()
        try story.fail(code, at: .village, job: .sample())
        #expect(story.found.care.job == nil)
        #expect(!story.kinds.contains(.employed))
    }

    @Test func `05.w4: of two recommendations only one can end in work`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        let first = story.last
        try story.act(.recommended(.village, on: story.day, by: "陈主任"))
        let second = story.last
        let employed = RecommendationOutcome(level: .village, code: .employed, job: .sample())
        try story.act(.ended(first, employed))
        #expect(
            story.obstacle(.ended(first, RecommendationOutcome(level: .village, code: .postGone)))
                == .noOpenRecommendation)
        #expect(story.obstacle(.ended(second, employed)) == .alreadyEmployed)
        #expect(
            story.obstacle(.ended(second, RecommendationOutcome(level: .village, code: .postGone))) == nil)
    }

    @Test(arguments: [OutcomeCode.refusedWithCause, .refusedWithoutCause, .employerRejected])
    func `L.04: what may cost somebody an allowance is told in words`(code: OutcomeCode) throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        #expect(
            story.obstacle(.ended(story.last, RecommendationOutcome(level: .village, code: code)))
                == .wordsMissing(.recommendationEnded, what: .reason))
    }
}
