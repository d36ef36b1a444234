// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("The town's counter: 02.w1 02.w2 02.r2 02.r3 02.r4")
struct CaseCounterTests {
    private static let rules = PaperRules([
        PaperRule(
            "card", "身份证", for: Set(ApplicationKind.allCases), originals: 1, copies: 2, from: "派出所", why: "身份"
        ),
        PaperRule("loss", "失业证明", for: [.unemployment], originals: 1, copies: 0, from: "原单位", why: "失业"),
        PaperRule("land", "承包地证明", for: [.transfer], originals: 1, copies: 0, from: "村委会", why: "农业户籍"),
        PaperRule(
            "disabled", "残疾人证", for: [.recognition], categories: [.disabled], originals: 1, copies: 1,
            from: "残联", why: "残疾"),
        PaperRule(
            "home", "家庭成员身份证", for: [.recognition], categories: [.zeroEmployment, .farmingOnly],
            isPerMember: true, originals: 1, copies: 2, from: "派出所", why: "全家无人就业"),
    ])

    @Test(arguments: [
        (true, [HardshipCategory.ageBand], 2, ["card", "land"]),
        (false, [.ageBand], 2, ["card", "loss"]),
        (nil, [.ageBand], 2, ["card"]),
        (true, [.disabled, .ageBand], 2, ["card", "land", "disabled"]),
        (true, [.zeroEmployment, .farmingOnly], 2, ["card", "land", "home"]),
        (true, [.zeroEmployment], 0, ["card", "land"]),
    ])
    func `02.r4 02.w1: the checklist follows from what is applied for, the categories and the home`(
        isRural: Bool?, categories: [HardshipCategory], members: Int, papers: [String]
    ) {
        let facts = PaperFacts(isRural: isRural, members: members)
        let found = Self.rules.required(for: facts.kinds, categories: Set(categories), facts: facts)
        #expect(found.map(\.id.rawValue) == papers)
    }

    @Test(arguments: [(0, nil), (1, 2), (3, 6)] as [(Int, Int?)])
    func `02.r4: papers of the family are counted once for each`(members: Int, copies: Int?) {
        let found = Self.rules.required(
            for: [.recognition], categories: [.zeroEmployment],
            facts: PaperFacts(isRural: true, members: members))
        #expect(found.first { $0.id.rawValue == "home" }?.copies == copies)
    }

    private func paper(_ id: String, copies: Int = 2) -> RequiredPaper {
        RequiredPaper(
            id: PaperID(rawValue: id), name: id, originals: 1, copies: copies, from: "", why: "")
    }

    private func checked(_ papers: CheckedPaper...) -> CaseEvent {
        .recognition(.papersChecked(PapersCheck(papers)))
    }

    private let accept = CaseEvent.recognition(.accepted(note: ""))

    private func registered() throws -> CaseStory {
        var story = CaseStory()
        try story.act(.registrationReceived(note: ""))
        return story
    }

    @Test(arguments: [(1, 2, 0), (1, 1, 1), (0, 2, 1), (2, 9, 0)])
    func `02.r4: nothing is accepted while originals or copies are short`(
        originals: Int, copies: Int, short: Int
    ) throws {
        var story = try registered()
        #expect(story.obstacle(accept) == .papersNotChecked)
        try story.act(.recognition(.itemsVerified(.all)))
        try story.act(checked(CheckedPaper(paper("card"), originals: originals, copies: copies)))
        #expect(story.obstacle(accept) == (short == 0 ? nil : .papersMissing(count: short)))
        #expect(Obstacle.papersMissing(count: 1).clause == "02.r4")
    }

    @Test func `02.r4: a checklist that says nothing of a needed paper accepts nothing`() throws {
        var story = try registered()
        try story.check()
        let given = Given(day: story.day, papers: [paper("card")])
        #expect(throws: Refusal.procedure(.papersMissing(count: 1))) {
            try story.found.decide(accept, given: given)
        }
        #expect(throws: Refusal.procedure(.papersMissing(count: 1))) {
            try story.found.decide(checked(), given: given)
        }
        // As many copies were asked for as the rules say today, not as they said before.
        let before = checked(CheckedPaper(paper("card", copies: 1), originals: 1, copies: 1))
        #expect(throws: Refusal.procedure(.papersMissing(count: 1))) {
            try story.found.decide(before, given: given)
        }
    }

    @Test func `02.r3: every entry is held against the papers before the acceptance`() throws {
        var story = try registered()
        try story.act(checked())
        let rest = ApplicationItem.allCases.count - 1
        try story.act(.recognition(.itemsVerified([VerifiedItem(.name, before: "王秀兰")])))
        #expect(story.obstacle(accept) == .itemsNotVerified(count: rest))
        #expect(Obstacle.itemsNotVerified(count: 1).clause == "02.r3")
        let others = [VerifiedItem].all.filter { $0.item != .name }
        try story.act(.recognition(.itemsVerified(others)))
        #expect(story.obstacle(accept) == nil)
        try story.act(accept)
        #expect(story.obstacle(.recognition(.itemsVerified(.all))) == .alreadyAccepted(on: story.day))
        #expect(story.obstacle(checked()) == .alreadyAccepted(on: story.day))
    }

    @Test(arguments: [
        (ApplicationItem.name, "王秀蓝", true), (.name, " ", false), (.sex, "female", true),
        (.sex, "woman", false), (.born, "1975-02-30", false), (.education, "junior", true),
        (.education, "", true), (.disability, "2-able", true), (.disability, "5-able", false),
        (.mobile, "13800001234", true), (.mobile, "138", false), (.unemployedSince, "2024-03-01", true),
        (.livesAt, "沙岭村12号", true), (.identity, "1", false), (.categories, "c01", false),
    ])
    func `02.r3: a correction keeps the old value and gives it back`(
        item: ApplicationItem, code: String, isRight: Bool
    ) throws {
        var facts = PersonFacts(name: try #require(PersonName("王秀兰")))
        facts.sex = .male
        facts.employment = .unemployed(since: nil)
        let corrected = facts.setting(item, to: code)
        #expect((corrected != nil) == isRight)
        guard isRight else { return }
        let verified = [VerifiedItem(item, before: facts.code(of: item), after: code)]
        let after = facts.corrected(by: verified)
        #expect(after.code(of: item) == code)
        #expect(after.uncorrected(by: verified) == facts)
    }

    @Test func `02.w1 02.r2: a notice says everything missing`() throws {
        var story = try registered()
        let (card, form) = (paper("card"), paper("form"))
        try story.act(
            checked(
                CheckedPaper(card, originals: 1, copies: 0), CheckedPaper(form, originals: 0, copies: 0)))
        let half = CaseEvent.recognition(.noticeGiven(missing: ["card：缺复印件2份"]))
        #expect(story.obstacle(half) == .noticeLeavesOut(count: 1))
        #expect(Obstacle.noticeLeavesOut(count: 1).clause == "02.w1")
        try story.act(.recognition(.noticeGiven(missing: ["card：缺复印件2份", "form：缺原件1份"])))
        #expect(story.found.recognition.askedLate == nil)
    }

    /// What the second notice asks for beside what the first did: known to be needed then, or not.
    @Test(arguments: [("form", ["form"]), ("card", nil), ("new", nil)] as [(String, [String]?)])
    func `02.w1: a second notice for what the first could have asked is a fault of the counter`(
        asked: String, late: [String]?
    ) throws {
        var story = try registered()
        let form = CheckedPaper(paper("form"), originals: 1, copies: 2)
        try story.act(checked(CheckedPaper(paper("card"), originals: 0, copies: 2), form))
        try story.act(.recognition(.noticeGiven(missing: ["card"])))
        story.day = story.day.adding(days: 2)
        var second = [CheckedPaper(paper("card"), originals: asked == "card" ? 0 : 1, copies: 2)]
        second.append(CheckedPaper(paper("form"), originals: asked == "form" ? 0 : 1, copies: 2))
        // The facts changed after the first notice, and a paper came to be needed with them.
        if asked == "new" { second.append(CheckedPaper(paper("new"), originals: 0, copies: 0)) }
        if asked != "card" { try story.act(.recognition(.papersChecked(PapersCheck(second)))) }
        try story.act(.recognition(.noticeGiven(missing: [asked])))
        #expect(story.found.recognition.askedLate?.map(\.papers) == late.map { [$0] })
        #expect(story.found.recognition.notices == 2)
    }
}
