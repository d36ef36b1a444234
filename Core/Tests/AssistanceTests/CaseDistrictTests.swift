// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("The district helps, steps 11 to 15: 11.w1 11.r2 12.w1 12.r1 14.r3 15.r1")
struct CaseDistrictTests {
    private let panel = CaseEvent.handover(.panelMet(.agreed))

    @Test func `11.w1 11.r1 12.w1: no expert and no plan before the panel, one expert after it`() throws {
        var story = try CaseStory.atDistrict()
        #expect(story.obstacle(.assigned(.district, 10)) == .noPanel)
        #expect(Obstacle.noPanel.clause == "11.w1")
        #expect(story.obstacle(.adopted(.professional)) == .noPanel)
        let nobody = Opinion(attendants: "", words: "", decision: "家政")
        #expect(
            story.obstacle(.handover(.panelMet(nobody))) == .wordsMissing(.panelMet, what: .attendants))
        let nothing = Opinion(attendants: "蒋明华", words: "谈过", decision: "")
        let open = story.obstacle(.handover(.panelMet(nothing)))
        #expect(open == .wordsMissing(.panelMet, what: .direction))
        #expect(open?.clause == "11.r1")
        try story.act(panel)
        try story.act(.assigned(.district, 10))
        #expect(story.kinds.last == .expertAppointed)
        #expect(story.found.care.assignments.count { $0.level == .district } == 1)
        #expect(story.obstacle(.assigned(.district, 9)) == .wordsMissing(.aideAssigned, what: .reason))
        #expect(story.found.account(of: .expert) == AccountID(10))
    }

    @Test func `11.w1: no panel before the district took the case in`() throws {
        var story = try CaseStory.atTown()
        #expect(story.obstacle(panel) == .heldBy(.town))
        try story.act(.aid(.townUnsolved(reason: "无岗位")))
        try story.act(.handedUp(from: .town))
        #expect(story.obstacle(panel) == .notReceived(by: .district))
    }

    @Test func `11.r2 11.w2: the professional plan has psychology and interview training in view`() throws {
        var story = try CaseStory.atDistrict()
        try story.act(panel)
        let sections = Obstacle.wordsMissing(.planAdopted, what: .sections)
        #expect(story.obstacle(.adopted(.professional, psychology: "")) == sections)
        #expect(story.obstacle(.adopted(.professional, interviewTraining: "")) == sections)
        #expect(sections.clause == "11.r2")
        try story.act(.adopted(.professional))
        // The town's plan needs neither.
        #expect(
            try CaseStory.atTown().obstacle(.adopted(.personal, psychology: "", interviewTraining: "")) == nil
        )
    }

    @Test func `14.r3: three without a job at the district, then the analysis, then welfare placement`()
        throws
    {
        var story = try CaseStory.atDistrict()
        let transfer = CaseEvent.handover(.handedToWelfare(reason: "三次未成功"))
        for have in 0...2 {
            #expect(story.obstacle(transfer) == .tooFewFailures(have: have, need: 3))
            try story.fail(.employerRejected, at: .district)
        }
        #expect(story.found.dueHandUp(at: .district, numbers: story.numbers) == .threeFailures)
        #expect(story.obstacle(transfer) == .noAnalysis)
        let empty = CaseAnalysis(course: "三次", causes: "", advice: "")
        #expect(story.obstacle(.aid(.analysed(empty))) == .wordsMissing(.caseAnalysed, what: .words))
        try story.act(.aid(.analysed(.whole)))
        #expect(
            story.obstacle(.handover(.handedToWelfare(reason: "")))
                == .wordsMissing(.handedToWelfare, what: .reason))
        try story.act(transfer)
        #expect(story.found.stage == .welfare)
        #expect(
            story.obstacle(.handover(.handedToWelfare(reason: "再次"))) == .alreadyDone(.handedToWelfare))
    }

    @Test func `14.r3: failures at the town do not count at the district`() throws {
        var story = try CaseStory.atTown()
        for _ in 1...3 { try story.fail(.postGone, at: .town) }
        try story.act(.aid(.townUnsolved(reason: "无岗位")))
        try story.act(.handedUp(from: .town, .threeFailures))
        try story.act(.received(.district, 9))
        #expect(
            story.obstacle(.handover(.handedToWelfare(reason: "急"))) == .tooFewFailures(have: 0, need: 3))
    }

    private let agree = CaseEvent.welfare(
        .agreed(organisation: "绿化队", post: "绿化员", starts: CaseStory.start.adding(days: 20)))

    @Test func `15.r1: nobody starts in a welfare post untrained`() throws {
        var story = try CaseStory.toWelfare()
        #expect(story.obstacle(.welfare(.started)) == .noPlacement)
        try story.act(agree)
        #expect(story.obstacle(.welfare(.started)) == .notTrained)
        #expect(Obstacle.notTrained.clause == "15.r1")
        // Enrolled is not trained.
        try story.act(.training(.enrolled(course: "绿化", school: "职校")))
        #expect(story.obstacle(.welfare(.started)) == .notTrained)
        try story.act(.training(.trained(course: "绿化", result: "合格")))
        #expect(try story.act(.welfare(.started)).map(\.kind) == [.welfareStarted, .employed])
        #expect(story.found.care.job?.form == .welfare)
        #expect(story.found.stage == .employed)
        #expect(
            story.obstacle(.welfare(.started)) == .alreadyDone(.welfareStarted)
                || story.obstacle(.welfare(.started)) == .repeated)
    }

    @Test func `15.r1: training of an earlier round does not count in a new one`() throws {
        var story = try CaseStory.toWelfare()
        try story.act(.training(.trained(course: "绿化", result: "合格")))
        #expect(story.found.care.isTrained)
        try story.act(.work(.employed(.sample(), at: .district)))
        try story.act(.work(.jobLost(reason: "辞退")))
        try story.act(.reopened(reason: "失业", level: .district))
        #expect(!story.found.care.isTrained)
        #expect(story.obstacle(agree) == .notHandedToWelfare)
    }

    @Test func `15.w2: no placement before the hand-over, none of somebody in work, none below the district`()
        throws
    {
        #expect(try CaseStory.atDistrict().obstacle(agree) == .notHandedToWelfare)
        #expect(try CaseStory.atTown().obstacle(agree) == .heldBy(.town))
        var working = try CaseStory.toWelfare()
        try working.act(.work(.employed(.sample(), at: .village)))
        #expect(working.obstacle(agree) == .alreadyEmployed)
        // Back at the town nothing of the placement is left to go on with.
        var back = try CaseStory.toWelfare()
        try back.act(agree)
        try back.act(.handover(.handedBack(from: .district, to: .town, reason: "镇内有新岗位")))
        #expect(back.obstacle(.welfare(.started)) == .heldBy(.town))
        #expect(back.found.stage == .town)
        #expect(back.found.care.handedToWelfare == nil && back.found.care.panel == nil)
    }

    @Test func `15.r1: whoever found work before the start does not start as well`() throws {
        var story = try CaseStory.toWelfare()
        try story.act(agree)
        try story.act(.training(.trained(course: "绿化", result: "合格")))
        try story.act(.work(.employed(.sample(), at: .village)))
        #expect(story.obstacle(.welfare(.started)) == .alreadyEmployed)
    }

    @Test func `15.w4: appraisal, extension and end are of a placement that was started`() throws {
        var story = try CaseStory.toWelfare()
        try story.act(agree)
        let later: [WelfareEvent] = [
            .appraised(period: "2026", result: "合格"), .extended(reason: "距退休不足五年"), .ended(reason: "期满"),
        ]
        for event in later { #expect(story.obstacle(.welfare(event)) == .noPlacement) }
        try story.act(.training(.trained(course: "绿化", result: "合格")))
        try story.act(.welfare(.started))
        for event in later { #expect(story.obstacle(.welfare(event)) == nil) }
        #expect(
            story.obstacle(.welfare(.appraised(period: "2026", result: "")))
                == .wordsMissing(.welfareAppraised, what: .result))
    }
}
