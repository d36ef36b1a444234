// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("推荐跟踪: told, answered, applied, interviewed, hired, still there · 05.w3 05.w4 10.r1 L.04")
struct RecommendationStageTests {
    private func moved(_ act: ActID, _ step: RecommendationStep, _ words: String = "") -> CaseEvent {
        .aid(.recommendationMoved(of: act, RecommendationProgress(level: .village, step: step, words: words)))
    }

    private func state(_ story: CaseStory, after days: Int = 0) -> RecommendationState? {
        story.found.trackedRecommendations.last?.state(on: story.day.adding(days: days), askedAfter: 5)
    }

    @Test(arguments: [(0, RecommendationState.toArrange), (5, .toArrange), (6, .toReport)])
    func `10.r1: what was told and not heard of is asked for after five days`(
        days: Int, expected: RecommendationState
    ) throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        #expect(state(story, after: days) == expected)
    }

    @Test func `05.w3: an interview is waited for through its day, then its result is`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        try story.act(.interview(story.last, .village))
        // The interview is on the ninth day after the start.
        #expect(state(story, after: 9) == .toInterview)
        #expect(state(story, after: 10) == .toReport)
    }

    @Test func `05.w3: each stage is kept with its own day, and an answer is no outcome`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        let act = story.last
        try story.act(moved(act, .willing), after: 1)
        try story.act(moved(act, .applied), after: 1)
        try story.act(.interview(act, .village))
        #expect(state(story) == .toInterview)
        try story.act(moved(act, .interviewed), after: 1)
        let live = try #require(story.found.care.recommendation(act))
        #expect(live.reply?.isWilling == true)
        #expect(live.reply?.on == CaseStory.start.adding(days: 1))
        #expect(live.applied == CaseStory.start.adding(days: 2))
        #expect(live.interviewed == CaseStory.start.adding(days: 3))
        #expect(live.outcome == nil)
        #expect(state(story) == .toReport)
        #expect(story.found.care.failures(at: .village) == 0)
    }

    @Test func `L.04: who does not want to go is asked why, and nothing is counted until a person decides`()
        throws
    {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        let act = story.last
        #expect(
            story.obstacle(moved(act, .unwilling)) == .wordsMissing(.recommendationMoved, what: .reason))
        try story.act(moved(act, .unwilling, "要照看生病的母亲"))
        #expect(state(story) == .toReport)
        #expect(!story.found.care.hasOwnFailure(at: .village))
        try story.act(
            .ended(act, RecommendationOutcome(level: .village, code: .refusedWithCause, words: "照看病人")))
        #expect(state(story) == .unsuccessful)
        let tracked = try #require(story.found.trackedRecommendations.last)
        #expect(tracked.failures == 0 && !tracked.hasOwnFailure)
    }

    @Test(arguments: OutcomeCode.allCases)
    func `L.04: each code leads to its list, and an ended one cannot be moved`(code: OutcomeCode) throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        let act = story.last
        let job = code == .employed ? Job.sample(since: story.day) : nil
        try story.act(.ended(act, RecommendationOutcome(level: .village, code: code, words: "说明", job: job)))
        #expect(state(story) == (code == .employed ? .hired : .unsuccessful))
        #expect(story.obstacle(moved(act, .applied)) == .noOpenRecommendation)
        let tracked = try #require(story.found.trackedRecommendations.last)
        #expect(tracked.wasHired == (code == .employed))
        #expect(tracked.wasInterviewed == (code == .failedInterview))
    }

    @Test func `05.w4: a hired person is still there or not, as follow-ups and the job say`() throws {
        var story = try CaseStory.registered()
        #expect(state(story) == .hired)
        try story.act(.followedUp(.stable), after: 30)
        let tracked = try #require(story.found.trackedRecommendations.last)
        #expect(tracked.phase == .checked && state(story) == .inWork)
        #expect(tracked.recommendation.check?.judged == .stable)
        try story.act(.work(.jobLost(reason: "单位停产")), after: 3)
        let left = try #require(story.found.trackedRecommendations.last)
        #expect(left.phase == .left && left.since == story.day && state(story) == .inWork)
    }

    @Test func `05.w4: another round keeps what was recommended in the one before, without counting it`()
        throws
    {
        var story = try CaseStory.atVillage()
        try story.fail(.postGone, at: .village)
        try story.act(.recommended(.village, on: story.day.adding(days: 1)), after: 1)
        try story.act(.ended(.movedOut, note: "迁出"))
        #expect(story.found.trackedRecommendations.map(\.phase) == [.unsuccessful, .lapsed])
        try story.act(.reopened(reason: "迁回", level: .village), after: 1)
        #expect(story.found.trackedRecommendations.map(\.round) == [1, 1])
        #expect(story.found.trackedRecommendations.last?.phase == .lapsed)
        #expect(story.found.care.failures(at: .village) == 0)
        #expect(AssistanceCase(replaying: story.journal, id: CaseID(1)) == story.found)
    }

    @Test func `00.levels: what a level told lapses while another level holds the case`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        try story.act(.handedUp(from: .village))
        #expect(story.found.trackedRecommendations.last?.phase == .lapsed)
        #expect(story.obstacle(moved(ActID(story.journal.count - 1), .applied)) != nil)
    }

    @Test func `00.levels: what another level left open stands in nobody's way`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        try story.act(.handedUp(from: .village))
        try story.act(.received(.town, 6))
        try story.act(.contacted(.town))
        func refusal() -> Refusal? {
            story.found.possible(.setInterview, on: story.day, numbers: ProcedureNumbers()).refusal
        }
        #expect(refusal() == .procedure(.heldBy(.village)))
        try story.act(.recommended(.town, on: story.day))
        #expect(refusal() == nil)
    }

    @Test func `05.w4: who found work elsewhere is asked of nothing else, and who left stands last`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.recommended(.village, on: story.day))
        try story.fail(.employed, at: .village, job: .sample(since: story.day))
        #expect(story.found.trackedRecommendations.map(\.phase) == [.lapsed, .hired])
        try story.act(.work(.jobLost(reason: "停产")), after: 1)
        #expect(story.found.trackedRecommendations.map(\.phase) == [.told, .left])
        let left = try #require(story.found.trackedRecommendations.last)
        #expect(left.order(askedAfter: 5) > Int(Day.latest.daysSince1970))
    }
}
