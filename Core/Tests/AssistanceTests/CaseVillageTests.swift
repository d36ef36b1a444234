// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("The village helps, steps 03 to 05: 03.w1 03.w2 03.w3 03.r2 03.r3 04.r2 05.w2 05.w3 05.r3")
struct CaseVillageTests {
    @Test func `03.w1: one aide for a person, changed only with a reason, and the history stays`() throws {
        var story = try CaseStory.recognised()
        #expect(story.obstacle(.contacted(.village)) == .noOwner(.village))
        try story.act(.assigned(.village, 5))
        #expect(story.obstacle(.assigned(.village, 5, reason: "再次")) == .sameOwner)
        #expect(story.obstacle(.assigned(.village, 1)) == .wordsMissing(.aideAssigned, what: .reason))
        try story.act(.assigned(.village, 1, reason: "宋佳调离"), after: 1)
        #expect(story.found.care.assignments.count == 1)
        #expect(story.found.account(of: .aide) == AccountID(1))
        #expect(story.kinds.count { $0 == .aideAssigned } == 2)
    }

    @Test func `03.w2: the first contact brings the person's view, a try does not count as one`() throws {
        var story = try CaseStory.recognised()
        try story.act(.assigned(.village, 5))
        #expect(
            story.obstacle(.contacted(.village, view: "")) == .wordsMissing(.contacted, what: .view))
        #expect(story.obstacle(.contacted(.village, words: "")) == .wordsMissing(.contacted, what: .words))
        try story.act(.contacted(.village, reached: false, words: "无人接听", view: ""))
        #expect(story.found.care.contactCount(at: .village) == 0)
        #expect(story.obstacle(.contacted(.village, view: ""))?.clause == "03.w2")
        try story.act(.contacted(.village))
        #expect(story.obstacle(.contacted(.village, words: "电话", view: "")) == nil)
    }

    @Test func `03.r2: a contact that reached the person meets its week, a try does not`() throws {
        var story = try CaseStory.recognised()
        try story.act(.assigned(.village, 5))
        try story.act(.contacted(.village, reached: false, words: "无人接听"), after: 1)
        try story.act(.contacted(.village), after: 7)
        let weeks = obligations(
            of: story.acts, under: .ofCases, calendar: ObligationsSamples.calendar,
            through: story.day.adding(days: 6)
        ).filter { $0.rule == "aide.weekly" }
        let states = weeks.map { $0.standing(on: story.day.adding(days: 6)) }
        #expect(Array(states.prefix(2)) == [.overdue, .met])
    }

    @Test func `03.w3 03.r3: a plan has a direction, measures with days and the person's opinion`() throws {
        var story = try CaseStory.atVillage()
        #expect(story.obstacle(.adopted(.entry, view: "")) == .wordsMissing(.planAdopted, what: .view))
        #expect(story.obstacle(.adopted(.entry, view: ""))?.clause == "03.r3")
        #expect(
            story.obstacle(.adopted(.entry, direction: "")) == .wordsMissing(.planAdopted, what: .direction))
        #expect(story.obstacle(.adopted(.entry, items: [])) == .wordsMissing(.planAdopted, what: .items))
        let events = try story.act(.adopted(.entry))
        #expect(events.map(\.kind) == [.planAdopted, .planItemSet])
        #expect(story.found.care.plan(.entry)?.items.map(\.by) == [CaseStory.start.adding(days: 20)])
    }

    @Test(arguments: [
        (Mood.steady, Mood.low, true), (.hopeful, .steady, true), (.low, .low, false),
        (.low, .hopeful, false),
    ])
    func `04.r2: a mood that worsens at a contact raises the concern of somebody in work`(
        before: Mood, now: Mood, isWorse: Bool
    ) throws {
        var working = try CaseStory.employed()
        try working.act(.contacted(.village, words: "第一次", mood: before))
        // What came before is of another test: the concern starts from none.
        if working.found.care.concern != nil { try working.act(.retention(.closed(result: "已谈"))) }
        let events = try working.act(.contacted(.village, words: "第二次", mood: now), after: 1)
        #expect(events.map(\.kind) == (isWorse ? [.contacted, .retentionConcern] : [.contacted]))
        #expect(working.found.care.mood == now)
        #expect(now.isWorse(than: before) == isWorse)
    }

    @Test func `04.r2: without work a mood is noted and nothing is raised; no mood told keeps the last`()
        throws
    {
        var story = try CaseStory.atVillage()
        #expect(try story.act(.contacted(.village, mood: .distressed), after: 1).count == 1)
        try story.act(.contacted(.village, words: "短信", mood: nil), after: 1)
        #expect(story.found.care.mood == .distressed)
    }

    @Test func `05.w2: the employer confirmed the post before it is recommended`() throws {
        let story = try CaseStory.atVillage()
        let today = story.day
        let missing = Obstacle.wordsMissing(.recommended, what: .confirmation)
        #expect(story.obstacle(.recommended(.village, on: today, by: "")) == missing)
        #expect(
            story.obstacle(.recommended(.village, on: today, confirmed: today.adding(days: 1))) == missing)
        #expect(missing.clause == "05.w2")
        #expect(story.obstacle(.recommended(.village, on: today)) == nil)
        #expect(story.obstacle(.recommended(.village, on: today, confirmed: today.adding(days: -3))) == nil)
    }

    @Test func `spec flow 4: no recommendation before an aide is assigned`() throws {
        let story = try CaseStory.recognised()
        #expect(story.obstacle(.recommended(.village, on: story.day)) == .noOwner(.village))
        #expect(CaseStory().obstacle(.recommended(.village, on: story.day)) == .notRecognised)
    }

    @Test func `05.w3 05.r3: somebody goes along to the interview, or it is said why not`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        let act = story.last
        let alone = Obstacle.wordsMissing(.interviewSet, what: .escort)
        #expect(story.obstacle(.interview(act, .village, escort: "")) == alone)
        #expect(alone.clause == "05.r3")
        #expect(story.obstacle(.interview(act, .village, escort: "", whyAlone: "本人愿意自己去")) == nil)
        try story.act(.interview(act, .village))
        #expect(story.found.care.recommendation(act)?.interview?.escort == "宋佳")
        try story.act(.ended(act, RecommendationOutcome(level: .village, code: .postGone)))
        #expect(story.obstacle(.interview(act, .village, escort: "马志强")) == .noOpenRecommendation)
    }

    @Test func `05.r1: a vacancy told needs no letter, but an employer and a post`() throws {
        let story = try CaseStory.atVillage()
        let told = VacancyNote(employer: "顺意家政", post: "保洁员", place: "", pay: "", requirements: "")
        let bare = VacancyNote(employer: "", post: "保洁员", place: "", pay: "", requirements: "")
        #expect(story.obstacle(.aid(.vacancyTold(level: .village, told))) == nil)
        #expect(
            story.obstacle(.aid(.vacancyTold(level: .village, bare)))
                == .wordsMissing(.vacancyTold, what: .employer))
    }
}
