// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("The town helps, steps 06 to 10: 06.w1 06.w2 06.r1 07.w1 07.w2 07.w3 10.w5")
struct CaseTownTests {
    private func handedUp() throws -> CaseStory {
        var story = try CaseStory.atVillage()
        try story.act(.handedUp(from: .village))
        return story
    }

    @Test func `06.w1: no act of the town before it took the case in, and none of the village any more`()
        throws
    {
        let story = try handedUp()
        let early: [CaseEvent] = [
            .contacted(.town), .assigned(.town, 8), .adopted(.personal), .handover(.consulted(.agreed)),
            .recommended(.town, on: story.day), .aid(.assessed(judgement: "适合家政")),
            .aid(.townUnsolved(reason: "无岗位")), .handedUp(from: .town),
        ]
        for event in early { #expect(story.obstacle(event) == .notReceived(by: .town), "\(event.kind)") }
        for event in [CaseEvent.contacted(.village), .adopted(.entry), .assigned(.village, 1)] {
            #expect(story.obstacle(event) == .heldBy(.town), "\(event.kind)")
        }
    }

    @Test func `06.w1: taking in names an interim owner in the same act, and no day lies before it`() throws {
        var story = try handedUp()
        let appointed = Assignment(level: .town, account: AccountID(8), name: "唐文静")
        #expect(story.obstacle(.handover(.received(level: .town, interim: appointed))) == .noOwner(.town))
        let stranger = Assignment(level: .village, account: AccountID(5), name: "宋佳", isInterim: true)
        #expect(story.obstacle(.handover(.received(level: .town, interim: stranger))) == .noOwner(.town))
        #expect(story.obstacle(.received(.district, 9)) == .nothingToReceive)
        try story.act(.received(.town, 6), after: 2)
        #expect(story.found.care.assignment(at: .town)?.isInterim == true)
        #expect(story.found.stage == .town)
        #expect(story.found.cause(of: .contacted(.town)) == story.day)
        #expect(story.obstacle(.received(.town, 6)) == .nothingToReceive)
        // spec/flow.md, rule 4: the interim owner can act at once.
        #expect(story.obstacle(.recommended(.town, on: story.day)) == nil)
    }

    @Test func `06.w1: an incomplete file goes back with a reason, before or after it was taken in`() throws {
        for takenIn in [false, true] {
            var story = try handedUp()
            if takenIn { try story.act(.received(.town, 6)) }
            let back = CaseEvent.handover(.handedBack(from: .town, to: .village, reason: "缺联系记录"))
            #expect(
                story.obstacle(.handover(.handedBack(from: .town, to: .village, reason: "")))
                    == .wordsMissing(.handedBack, what: .reason))
            #expect(
                story.obstacle(.handover(.handedBack(from: .town, to: .district, reason: "急")))
                    == .nothingToReceive)
            try story.act(back)
            #expect(story.found.care.holder == .village && story.found.stage == .village)
            #expect(story.found.care.assignment(at: .town) == nil)
            #expect(story.obstacle(.contacted(.village, words: "继续")) == nil)
            #expect(story.obstacle(.received(.town, 6)) == .nothingToReceive)
        }
    }

    @Test func `06.r1 06.w2: a plan with its main direction; adopted again it is the next version`() throws {
        var story = try CaseStory.atTown()
        let vague = story.obstacle(.adopted(.personal, direction: ""))
        #expect(vague == .wordsMissing(.planAdopted, what: .direction))
        #expect(vague?.clause == "06.r1")
        #expect(story.obstacle(.adopted(.entry)) == .heldBy(.town))
        try story.act(.adopted(.personal))
        #expect(story.found.care.plan(.personal)?.version == 1)
        try story.act(.plan(.progressed(.personal, words: "已参加培训")), after: 9)
        #expect(story.found.care.plan(.personal)?.progressed == story.day)
        try story.act(.adopted(.personal, direction: "保洁"), after: 1)
        #expect(story.found.care.plan(.personal)?.version == 2)
        #expect(story.found.care.plans.count == 1)
        #expect(story.kinds.count { $0 == .planAdopted } == 2)
    }

    @Test func `spec flow 4: no plan item and no progress without a plan`() throws {
        let story = try CaseStory.atTown()
        let item = Plan.Item("联系企业", by: story.day)
        for event in [PlanEvent.itemSet(.personal, item), .progressed(.personal, words: "好")] {
            #expect(story.obstacle(.plan(event)) == .noPlan(.personal))
        }
        #expect(story.obstacle(.plan(.itemDone(.personal, of: 1, words: ""))) == .noOpenItem)
    }

    @Test func `07.w1: a consultation appoints the specialist`() throws {
        var story = try CaseStory.atTown()
        #expect(story.obstacle(.assigned(.town, 8)) == .noConsultation)
        #expect(Obstacle.noConsultation.clause == "07.w1")
        // Until then the work may pass between interim owners.
        #expect(story.obstacle(.assigned(.town, 8, isInterim: true)) == nil)
        try story.act(.handover(.consulted(.agreed)))
        try story.act(.assigned(.town, 8))
        #expect(story.found.care.assignment(at: .town)?.isInterim == false)
        // Later hands are a change with a reason, not a new meeting.
        #expect(story.obstacle(.assigned(.town, 6)) == .wordsMissing(.aideAssigned, what: .reason))
        #expect(story.obstacle(.assigned(.town, 6, reason: "调岗")) == nil)
    }

    @Test func `07.w1: what a meeting settled before the case went back settles nothing in a new stay`()
        throws
    {
        var story = try CaseStory.withSpecialist()
        try story.act(.handover(.handedBack(from: .town, to: .village, reason: "村内有新岗位")))
        try story.act(.handedUp(from: .village), after: 9)
        try story.act(.received(.town, 6))
        #expect(story.obstacle(.assigned(.town, 8)) == .noConsultation)
    }

    @Test func `07.w2: the agreement follows the appointed specialist's first contact, once, or is refused`()
        throws
    {
        let sign = CaseEvent.aid(.agreementSigned(Signature(strokes: "M0 0", paper: "", content: "")))
        // The interim owner has spoken with the person, which is not enough.
        #expect(try CaseStory.atTown().obstacle(sign) == .noOwner(.town))
        var story = try CaseStory.withSpecialist()
        #expect(story.obstacle(sign) == .noContact(.town))
        #expect(Obstacle.noContact(.town).clause == "07.w2")
        try story.act(.contacted(.town, reached: false, words: "无人接听"))
        #expect(story.obstacle(sign) == .noContact(.town))
        try story.act(.contacted(.town, words: "面谈"))
        #expect(
            story.obstacle(.aid(.agreementSigned(Signature(strokes: "", paper: "", content: "全文"))))
                == .wordsMissing(.agreementSigned, what: .signature))
        #expect(
            story.obstacle(.aid(.agreementRefused(reason: "")))
                == .wordsMissing(.agreementRefused, what: .reason))
        var refused = story
        try refused.act(.aid(.agreementRefused(reason: "不愿签")))
        #expect(refused.obstacle(sign) == .alreadyDone(.agreementSigned))
        try story.act(sign)
        #expect(story.obstacle(.aid(.agreementRefused(reason: "反悔"))) == .alreadyDone(.agreementRefused))
        // With another specialist there is another agreement.
        try story.act(.assigned(.town, 6, reason: "调岗"))
        #expect(story.obstacle(sign) == .noContact(.town))
    }

    @Test func `07.w3: items fall due on their day, are done or moved with a reason`() throws {
        var story = try CaseStory.atTown()
        let first = story.day.adding(days: 3)
        let items = [Plan.Item("参加培训", by: first), Plan.Item("模拟面试", by: first.adding(days: 4))]
        try story.act(.adopted(.personal, items: items))
        let (one, two) = (ActID(story.last.number - 1), story.last)
        #expect(
            story.obstacle(.plan(.itemMoved(.personal, of: two, to: first, reason: "")))
                == .wordsMissing(.planItemMoved, what: .reason))
        func duties() -> [ActID: Obligation] {
            let found = obligations(
                of: story.acts, under: .ofCases, calendar: ObligationsSamples.calendar, through: first
            ).filter { $0.rule == "plan.item" }
            return Dictionary(found.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
        }
        #expect(duties()[one]?.due == first)
        #expect(duties()[one]?.standing(on: first.adding(days: 1)) == .overdue)
        try story.act(.plan(.itemDone(.personal, of: one, words: "已完成")), after: 3)
        #expect(duties()[one]?.standing(on: story.day) == .met)
        #expect(story.found.care.item(one)?.done == story.day)
        #expect(story.obstacle(.plan(.itemDone(.personal, of: one, words: "再次"))) == .noOpenItem)
        let later = first.adding(days: 10)
        try story.act(.plan(.itemMoved(.personal, of: two, to: later, reason: "本人住院")))
        #expect(story.found.care.item(two)?.by == later)
        #expect(duties()[two]?.standing(on: story.day) == .met)
        #expect(duties()[story.last]?.due == later)
    }

    @Test func `10.w5: the town says it cannot solve it, then hands up with its file`() throws {
        var story = try CaseStory.atTown()
        #expect(story.obstacle(.handedUp(from: .town)) == .handUpNotDue)
        #expect(
            story.obstacle(.aid(.townUnsolved(reason: ""))) == .wordsMissing(.townUnsolved, what: .reason))
        try story.act(.aid(.townUnsolved(reason: "镇内没有合适岗位")))
        #expect(story.found.dueHandUp(at: .town, numbers: story.numbers) == .beyondLevel)
        #expect(story.obstacle(.aid(.townUnsolved(reason: "再次"))) == .alreadyDone(.townUnsolved))
        #expect(story.found.care.holder == .town)
        #expect(try story.act(.handedUp(from: .town)).map(\.kind) == [.handedUp, .fileUploaded])
        #expect(story.found.stage == .districtIntake)
        #expect(story.obstacle(.handover(.fileUploaded)) == .alreadyDone(.fileUploaded))
    }

    @Test func `10.w5: failures in the village are not the town's`() throws {
        var story = try CaseStory.atVillage()
        for _ in 1...3 { try story.fail(.postGone, at: .village) }
        try story.act(.handedUp(from: .village, .threeFailures))
        try story.act(.received(.town, 6))
        try story.act(.contacted(.town))
        #expect(story.found.dueHandUp(at: .town, numbers: story.numbers) == nil)
        #expect(story.obstacle(.handedUp(from: .town, .threeFailures)) == .handUpNotDue)
        #expect(story.found.care.failures(at: .village) == 3)
    }

    @Test func `09.w2: somebody without work is trained by the level that holds the case`() throws {
        let enrol = CaseEvent.training(.enrolled(course: "家政", school: "职校"))
        #expect(try CaseStory.atVillage().obstacle(enrol) == .heldBy(.village))
        #expect(try handedUp().obstacle(enrol) == .notReceived(by: .town))
        let town = try CaseStory.atTown()
        #expect(town.obstacle(enrol) == nil && town.found.doer(of: enrol).level == .town)
        let district = try CaseStory.atDistrict()
        #expect(district.obstacle(enrol) == nil && district.found.doer(of: enrol).level == .district)
        // Step 19: of somebody in work the town does, whoever holds the case.
        let working = try CaseStory.registered()
        #expect(working.obstacle(enrol) == nil && working.found.doer(of: enrol).level == .town)
        #expect(working.obstacle(.training(.claimPapersHanded(note: ""))) == .notTrained)
    }
}
