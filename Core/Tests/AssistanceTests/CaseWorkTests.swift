// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("In work, steps 16 to 19: 16.r1 16.r3 17.w3 17.r2 18.w1 18.w2 18.w3")
struct CaseWorkTests {
    @Test func `16.r1 16.r3: registered after the notice, with person, type, place and time`() throws {
        var story = try CaseStory.employed()
        #expect(story.obstacle(.work(.registered(.sample()))) == .notNotified)
        #expect(Obstacle.notNotified.clause == "16.r1")
        try story.act(.work(.notified(means: .telephone, words: "")))
        let bare = Obstacle.wordsMissing(.employmentRegistered, what: .job)
        #expect(story.obstacle(.work(.registered(.sample(employer: "")))) == bare)
        #expect(story.obstacle(.work(.registered(.sample(place: "")))) == bare)
        #expect(bare.clause == "16.r3")
        try story.act(.work(.registered(.sample())), after: 4)
        let told = story.acts.acts.last
        #expect(told?.fields[.form] == "hired" && told?.fields[.unstable] == "no")
        #expect(
            story.obstacle(.work(.registered(.sample(place: "南彩")))) == .alreadyDone(.employmentRegistered))
        #expect(story.found.cause(of: .followedUp(.stable)) == story.day)
    }

    @Test func `16.w1: nothing is told to or asked of somebody who has no work`() throws {
        let story = try CaseStory.atVillage()
        let later: [CaseEvent] = [
            .work(.notified(means: .telephone, words: "")), .work(.registered(.sample())),
            .work(.fileTransferred(note: "")), .followedUp(.stable), .work(.employerVisited(words: "好")),
            .work(.jobLost(reason: "辞职")), .retention(.concernRaised(words: "想走")),
        ]
        for event in later { #expect(story.obstacle(event) == .notEmployed, "\(event.kind)") }
    }

    @Test func `00.levels: acts of 02 and 16 to 19 are their own level's, whoever holds the case`() throws {
        for story in [try CaseStory.employed(), try employedAtDistrict()] {
            var story = story
            #expect(story.obstacle(.recognition(.registerEntered(note: ""))) == nil)
            try story.act(.work(.notified(means: .telephone, words: "")))
            try story.act(.work(.registered(.sample())))
            let own: [(CaseEvent, Level)] = [
                (.work(.fileTransferred(note: "")), .town), (.followedUp(.stable), .village),
                (.work(.employerVisited(words: "好")), .village),
                (.retention(.concernRaised(words: "想走")), .village),
                (.training(.needRegistered(trade: "家政", tier: "初级")), .town),
                (.recognition(.registerEntered(note: "又登记")), .town),
                (.recognition(.verifiedInVillage(finding: "属实")), .village),
            ]
            for (event, level) in own {
                #expect(story.obstacle(event) == nil, "\(event.kind)")
                #expect(story.found.doer(of: event).level == level, "\(event.kind)")
            }
            try story.act(.retention(.concernRaised(words: "想走")))
            let guided = CaseEvent.retention(.guided(isGroup: false, words: "谈心"))
            #expect(story.obstacle(guided) == nil && story.found.doer(of: guided).level == .town)
        }
    }

    private func employedAtDistrict() throws -> CaseStory {
        var story = try CaseStory.atDistrict()
        try story.act(.work(.employed(.sample(), at: .district)))
        return story
    }

    @Test func `17.w3: a founder is visited, others are not`() throws {
        let visit = CaseEvent.work(.founderVisited(words: "资金紧张"))
        #expect(try CaseStory.registered(.ownBusiness).obstacle(visit) == nil)
        #expect(try CaseStory.registered(.hired).obstacle(visit) == .notOwnBusiness)
        #expect(try CaseStory.employed(.ownBusiness).obstacle(visit) == .notRegistered)
    }

    @Test func `17.r2: what a follow-up judged is told to the rules, and stands until the next`() throws {
        var story = try CaseStory.registered()
        for judged in Stability.allCases {
            try story.act(.followedUp(judged), after: 10)
            #expect(story.acts.acts.last { $0.kind == .followedUp }?.fields[.judged] == judged.rawValue)
            #expect(story.found.care.followUp?.judged == judged)
        }
        #expect(try CaseStory.employed().obstacle(.followedUp(.stable)) == .notRegistered)
    }

    @Test func `17.r2: twelve months judged stable end the help, eleven do not`() throws {
        var story = try CaseStory.registered()
        let ending = CaseEvent.ended(.stable, note: "")
        for month in 1...12 {
            #expect(story.obstacle(ending) == .notStableYet(have: month - 1, need: 12))
            // Twice in a month is one month.
            try story.act(.followedUp(.stable), after: 16)
            try story.act(.followedUp(.stable, mood: .steady), after: 2)
            story.day = story.day.adding(days: 13)
        }
        try story.act(ending)
        #expect(story.found.goal == .stabilised && story.found.stage == .ended)
    }

    @Test func `17.r2: one month judged otherwise begins the count anew`() throws {
        var story = try CaseStory.registered()
        for _ in 1...5 { try story.act(.followedUp(.stable), after: 31) }
        try story.act(.followedUp(.unstable), after: 31)
        #expect(story.found.care.followUp?.stableMonths == 0)
        try story.act(.followedUp(.stable), after: 31)
        #expect(story.found.care.followUp?.stableMonths == 1)
    }

    /// Two months told in turn are two months, and a bad one remembered late cuts the row where it was.
    @Test func `17.r2: follow-ups entered late count where their day belongs`() throws {
        var story = try CaseStory.registered()
        try story.act(.followedUp(.stable), after: 40)
        let (april, may) = (story.day, story.day.adding(days: 30))
        for day in [may, april, may, april, may] {
            story.day = day
            story.record(.followedUp(.stable, mood: .steady))
        }
        #expect(story.found.care.followUp?.stableMonths == 2)
        story.day = april.adding(days: 5)
        story.record(.followedUp(.unstable))
        #expect(story.found.care.followUp?.judged == .stable)
        #expect(story.found.care.followUp?.last == may)
        #expect(story.found.care.followUp?.stableMonths == 1)
    }

    @Test func `17.r2: a second round keeps the history and begins its counts anew`() throws {
        var story = try CaseStory.atVillage()
        for _ in 1...2 { try story.fail(.postGone, at: .village) }
        try story.fail(.employed, at: .village, job: .sample())
        let again = CaseEvent.reopened(reason: "不稳定", level: nil)
        #expect(story.obstacle(again) == .notUnstable)
        try story.act(.work(.notified(means: .telephone, words: "")))
        try story.act(.work(.registered(.sample())))
        try story.act(.followedUp(.stable), after: 30)
        #expect(story.obstacle(again) == .notUnstable)
        try story.act(.followedUp(.unstable), after: 10)
        let length = story.journal.count
        #expect(
            story.obstacle(.reopened(reason: "", level: nil)) == .wordsMissing(.caseReopened, what: .reason))
        try story.act(again)
        #expect(story.found.care.number == 2)
        #expect(story.found.care.holder == .village)
        #expect(story.found.care.failures(at: .village) == 0)
        #expect(story.found.care.assignments.isEmpty && story.found.care.recommendations.isEmpty)
        #expect(story.journal.count == length + 1)
        #expect(story.found.recognition.recognised != nil)
        #expect(story.found.goal == .helped)
        #expect(story.obstacle(.contacted(.village)) == .noOwner(.village))
    }

    @Test(arguments: Level.allCases) func `17.r2: a round begins at the level that a person confirmed`(
        level: Level
    ) throws {
        var story = try CaseStory.registered()
        try story.act(.work(.jobLost(reason: "企业停产")), after: 40)
        let event = CaseEvent.reopened(reason: "失业", level: level)
        guard [.village, .town, .district].contains(level) else {
            #expect(story.obstacle(event) == .nothingAbove)
            return
        }
        try story.act(event)
        #expect(story.found.care.holder == level)
    }

    @Test func `spec flow 6: of the ended all but the dead and the doubled are reopened`() throws {
        for reason in CaseEndReason.allCases where reason != .stable {
            var story = try CaseStory.atVillage()
            try story.act(.ended(reason, note: ""))
            let refusal = story.refusal(.reopened(reason: "情况有变", level: nil))
            #expect(refusal == (reason.canBeReopened ? nil : .cannotReopen(reason)))
            #expect(reason.canBeReopened == ![.died, .duplicate].contains(reason))
        }
    }

    @Test func `18.w1: a wish to leave in any record raises the concern once`() throws {
        for record in [
            CaseEvent.contacted(.village, words: "想走", wantsToLeave: true),
            .followedUp(.unstable, wantsToLeave: true),
        ] {
            var story = try CaseStory.registered()
            #expect(try story.act(record, after: 30).map(\.kind).last == .retentionConcern)
            #expect(story.found.care.concern == story.last)
            // While it is open it is not raised again.
            let again = CaseEvent.contacted(.village, words: "还是想走", wantsToLeave: true)
            #expect(try story.act(again, after: 1).map(\.kind) == [.contacted])
            #expect(story.obstacle(.retention(.concernRaised(words: "又"))) == .alreadyDone(.retentionConcern))
        }
        var idle = try CaseStory.atVillage()
        #expect(try idle.act(.contacted(.village, words: "想走", wantsToLeave: true)).count == 1)
    }

    @Test func `18.w2 18.w3: guidance is of an open concern, and each is filed once`() throws {
        var story = try CaseStory.registered()
        let guide = CaseEvent.retention(.guided(isGroup: false, words: "谈心"))
        #expect(story.obstacle(guide) == .noConcern)
        #expect(story.obstacle(.retention(.closed(result: "已稳定"))) == .noConcern)
        try story.act(.retention(.concernRaised(words: "想走")))
        try story.act(guide)
        let act = story.last
        let file = CaseEvent.retention(.filed(of: act, words: "案例"))
        #expect(story.obstacle(.retention(.filed(of: 1, words: "案例"))) == .noGuidanceToFile)
        try story.act(file)
        #expect(story.obstacle(.retention(.filed(of: act, words: "再次"))) == .noGuidanceToFile)
        let weeks = obligations(
            of: story.acts, under: .ofCases, calendar: ObligationsSamples.calendar,
            through: story.day.adding(days: 20)
        ).filter { $0.rule == "retention.weekly" }
        #expect(weeks.first?.metOn == story.day)
        #expect(weeks.count > 1)
        try story.act(.retention(.closed(result: "已稳定")))
        #expect(story.found.care.concern == nil)
        #expect(story.obstacle(.retention(.guided(isGroup: true, words: "再谈"))) == .noConcern)
    }

    @Test func `16.w2: work known from contributions is confirmed with its employer`() throws {
        var story = try CaseStory.atVillage()
        let nameless = Job(form: .hired, employer: "", post: "", since: story.day)
        #expect(
            story.obstacle(.work(.confirmed(nameless, source: "社保")))
                == .wordsMissing(.employmentConfirmed, what: .job))
        try story.act(.work(.confirmed(.sample(), source: "社保连续三个月")))
        #expect(story.found.stage == .employed)
    }
}
