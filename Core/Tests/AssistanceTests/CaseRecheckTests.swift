// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("Grounds, checks and what is told: L.03 02.r1 02.w4 L.10")
struct CaseRecheckTests {
    private let grounds = LegalGrounds(refusing: ["不在法定劳动年龄内"], leaving: ["已享受基本养老保险待遇"])

    private func recheck(_ holds: Bool, _ ground: String? = nil) -> CaseEvent {
        .recognition(.rechecked(stillHolds: holds, note: "查社保", ground: ground))
    }

    @Test func `L.03: who no longer meets the conditions leaves the same day, on one of the grounds`() throws
    {
        var story = try CaseStory.recognised()
        story.numbers.grounds = grounds
        story.day = story.day.adding(days: 300)
        #expect(story.obstacle(recheck(false)) == .groundNotLegal(.conditionsRechecked))
        #expect(story.obstacle(recheck(false, "态度不好")) == .groundNotLegal(.conditionsRechecked))
        #expect(Obstacle.groundNotLegal(.conditionsRechecked).clause == "L.03")
        try story.act(recheck(false, "已享受基本养老保险待遇"))
        let ended = try #require(story.found.ended)
        #expect(ended.reason == .ineligible && ended.on == story.day)
        #expect(ended.note == "已享受基本养老保险待遇；查社保")
    }

    @Test
    func `L.03: who comes back after leaving applies anew, and the first recognition stays in the ledger`()
        throws
    {
        var story = try CaseStory.recognised()
        let first = story.day
        try story.act(recheck(false, "收入超过"), after: 300)
        let left = story.day
        try story.act(.reopened(reason: "又失业了", level: nil), after: 30)
        #expect(story.found.recognition.recognised == nil)
        #expect(story.found.care.holder == nil && story.found.stage == .listed)
        let past = try #require(story.found.recognition.past)
        #expect(past.map(\.recognised) == [first] && past.map(\.ending.on) == [left])
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        try story.act(.recognition(.recognised(number: "2", note: "")))
        #expect(story.found.care.holder == .village)
        #expect(AssistanceCase(replaying: story.journal, id: story.found.id) == story.found)
    }

    @Test func `L.03: conditions that still hold change nothing but the day of the check`() throws {
        var story = try CaseStory.recognised()
        story.numbers.grounds = grounds
        try story.act(.recognition(.recheckRaised([.lost(.ageBand)])), after: 10)
        #expect(story.found.recognition.recheckRaised == story.day)
        try story.act(recheck(true), after: 3)
        #expect(story.found.recognition.rechecked == story.day && story.found.isLive)
        #expect(story.found.recognition.recheckRaised == nil)
        // Raised once, it is not raised again.
        #expect(story.found.unseen([.lost(.ageBand), .gained(.disabled)]) == [.gained(.disabled)])
    }

    @Test func `L.03: a category that the facts no longer bear out is told, one that a worker added is not`()
    {
        func entry(_ category: HardshipCategory, _ reason: String = "") -> Listing.Entry {
            .init(category: category, because: [], reason: reason)
        }
        let listing = Listing(
            categories: [entry(.ageBand), entry(.disabled), entry(.other, "镇里会议")],
            declined: [entry(.graduate, "在读")], isAbleAndWilling: true)
        func found(_ category: HardshipCategory, _ standard: HardshipStandard = .district) -> HardshipFinding
        {
            HardshipFinding(category: category, standard: standard, because: [])
        }
        let changes = listing.changes(against: [
            found(.disabled), found(.graduate), found(.allowance), found(.ageBand, .city),
        ])
        #expect(changes == [.lost(.ageBand), .gained(.allowance)])
    }

    @Test func `02.r1: nobody is refused but on one of the legal grounds, with the facts written`() throws {
        var story = CaseStory()
        story.numbers.grounds = grounds
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        func refused(_ reason: String, _ ground: String?) -> CaseEvent {
            .recognition(.refused(reason: reason, ground: ground))
        }
        #expect(story.obstacle(refused("名额满了", nil)) == .groundNotLegal(.recognitionRefused))
        #expect(story.obstacle(refused("名额满了", "名额已满")) == .groundNotLegal(.recognitionRefused))
        #expect(Obstacle.groundNotLegal(.recognitionRefused).clause == "02.r1")
        #expect(
            story.obstacle(refused("", "不在法定劳动年龄内"))
                == .wordsMissing(.recognitionRefused, what: .reason))
        #expect(story.obstacle(refused("已满60周岁", "不在法定劳动年龄内")) == nil)
    }

    @Test func `L.10: a version of the notice is told once, and a newer one again`() throws {
        func told(_ version: String) -> CaseEvent {
            .recognition(.processingTold(version: version, isSigned: true, note: ""))
        }
        var story = CaseStory()
        #expect(story.obstacle(told("")) == .nothingToTell)
        try story.act(told("2026年第1版"))
        story.day = story.day.adding(days: 1)
        #expect(story.obstacle(told("2026年第1版")) == .alreadyDone(.processingTold))
        try story.act(told("2026年第2版"))
        #expect(story.found.recognition.processing?.version == "2026年第2版")
        #expect(story.found.recognition.processing?.on == story.day)
    }

    @Test func `L.10: the version in force on a day is the one that is told`() throws {
        let rules = TellingRules(
            notices: [
                ProcessingNotice(version: "二", from: try #require(Day(iso: "2026-07-01")), sections: []),
                ProcessingNotice(version: "一", from: try #require(Day(iso: "2026-01-01")), sections: []),
            ], items: [])
        #expect(rules.notice(on: try #require(Day(iso: "2025-12-31"))) == nil)
        #expect(rules.notice(on: try #require(Day(iso: "2026-06-30")))?.version == "一")
        #expect(rules.notice(on: try #require(Day(iso: "2026-07-01")))?.version == "二")
    }

    @Test func `02.w4: the pack is made up for the person's situation`() throws {
        let rules = TellingRules(
            notices: [],
            items: [PackItem("政策汇编"), PackItem("转移就业政策", for: [.rural]), PackItem("残疾人政策", for: [.disabled])])
        var facts = PersonFacts(name: try #require(PersonName("王秀兰")))
        #expect(rules.items(for: facts.situations(in: [])) == ["政策汇编"])
        facts.registration = .ruralSurplus
        #expect(rules.items(for: facts.situations(in: [])) == ["政策汇编", "转移就业政策"])
        #expect(rules.items(for: facts.situations(in: [.disabled])).count == 3)
        facts.registration = .lostWork
        #expect(rules.items(for: facts.situations(in: [])) == ["政策汇编"])
    }
}
