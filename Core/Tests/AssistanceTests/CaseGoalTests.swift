// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("Who holds a case and how far it came: 00.levels, 00.goal")
struct CaseGoalTests {
    @Test func `00.goal: one appears, is recognised, is helped, is stabilised, also over a second round`()
        throws
    {
        var story = CaseStory()
        #expect(story.found.goal == .appeared)
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        #expect(story.found.goal == .appeared)
        try story.act(.recognition(.recognised(number: "1", note: "")))
        #expect(story.found.goal == .recognised)
        try story.act(.assigned(.village, 5))
        try story.act(.contacted(.village, reached: false, words: "无人接听"))
        // Neither an aide nor a try is help.
        #expect(story.found.goal == .recognised)
        try story.act(.contacted(.village))
        #expect(story.found.goal == .helped)
        try story.fail(.employed, at: .village, job: .sample())
        try story.act(.work(.notified(means: .telephone, words: "")))
        try story.act(.work(.registered(.sample())))
        #expect(story.found.goal == .helped)
        try story.act(.followedUp(.stable), after: 30)
        #expect(story.found.goal == .stabilised)
        try story.act(.work(.jobLost(reason: "停产")))
        #expect(story.found.goal == .helped)
        try story.act(.reopened(reason: "失业", level: nil))
        #expect(story.found.goal == .helped)
    }

    @Test func `00.goal: whoever was not recognised stays among those who appeared`() throws {
        var working = CaseStory()
        try working.act(.work(.confirmed(.sample(), source: "社保")))
        #expect(working.found.goal == .appeared)
        var again = CaseStory()
        try again.act(.ended(.ineligible, note: ""))
        try again.act(.reopened(reason: "又符合", level: nil))
        #expect(again.found.goal == .appeared)
        #expect(again.found.care.holder == nil)
    }

    @Test func `00.goal: a plan that ended, or work lost, does not undo that somebody was helped`() throws {
        var story = try CaseStory.recognised()
        try story.act(.assigned(.village, 5))
        try story.act(.adopted(.entry))
        #expect(story.found.goal == .helped)
        try story.act(.plan(.ended(.entry, reason: "目标变化")))
        #expect(story.found.goal == .helped)
        var worked = try CaseStory.recognised()
        try worked.act(.work(.employed(.sample(), at: .village)))
        try worked.act(.work(.jobLost(reason: "辞职")))
        #expect(worked.found.goal == .helped)
        #expect(try CaseStory.recognised().found.goal == .recognised)
    }

    @Test func `00.levels: where a case stands, step by step`() throws {
        #expect(CaseStory().found.stage == .listed)
        #expect(try CaseStory.recognised().found.stage == .village)
        var story = try CaseStory.atVillage()
        try story.act(.handedUp(from: .village))
        #expect(story.found.stage == .townIntake)
        try story.act(.received(.town, 6))
        #expect(story.found.stage == .town)
        #expect(try CaseStory.atDistrict().found.stage == .district)
        #expect(try CaseStory.toWelfare().found.stage == .welfare)
        #expect(try CaseStory.employed().found.stage == .employed)
    }

    @Test func `00.levels: each act is asked of its own level's people`() throws {
        let town = try CaseStory.withSpecialist()
        let table: [(CaseEvent, Deed, Level)] = [
            (.contacted(.village), .assistVillage, .village), (.contacted(.town), .assistTown, .town),
            (.contacted(.district), .assistDistrict, .district),
            (.assigned(.village, 1), .appointAide, .village),
            (.assigned(.town, 1), .appointSpecialist, .town),
            (.assigned(.district, 1), .appointExpert, .district),
            (.handover(.consulted(.agreed)), .convene, .town),
            (.handover(.panelMet(.agreed)), .convene, .district),
            (.handedUp(from: .village), .assistVillage, .village), (.received(.town, 6), .assistTown, .town),
            (.adopted(.entry), .assistVillage, .village), (.adopted(.personal), .assistTown, .town),
            (.adopted(.professional), .assistDistrict, .district),
            (.welfare(.started), .placeWelfare, .district),
            (.recognition(.recognised(number: "", note: "")), .recognise, .town),
            (.recognition(.noticePosted(place: "")), .assistVillage, .village),
            (.work(.registered(.sample())), .registerWork, .town),
            (.followedUp(.stable), .followUp, .village),
            (.retention(.guided(isGroup: false, words: "")), .retain, .town),
            (.training(.enrolled(course: "", school: "")), .train, .town),
        ]
        for (event, deed, level) in table {
            let doer = town.found.doer(of: event)
            #expect(doer.deed == deed && doer.level == level, "\(event.kind)")
        }
    }

    @Test func `01.r1: away with a day to look again; a pause inside a pause is refused`() throws {
        var story = try CaseStory.atVillage()
        let until = story.day.adding(days: 30)
        #expect(story.obstacle(.duty(.resumed(reason: ""))) == .notAway)
        #expect(
            story.obstacle(.duty(.suspended(until: until, reason: "")))
                == .wordsMissing(.suspended, what: .reason))
        #expect(
            story.obstacle(.duty(.suspended(until: story.day, reason: "住院")))
                == .notBefore(story.day.adding(days: 1)))
        try story.act(.duty(.suspended(until: until, reason: "住院")))
        #expect(story.obstacle(.duty(.suspended(until: until, reason: "外出"))) == .alreadyAway(until: until))
        try story.act(.duty(.resumed(reason: "出院")), after: 3)
        #expect(story.found.care.pausedUntil == nil)
        #expect(
            story.obstacle(
                .duty(.waived(rule: "first.vacancy", anchor: 4, period: nil, reason: "本人住院", approvedBy: "")))
                == .wordsMissing(.dutyWaived, what: .reason))
    }
}
