// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("Recognition, step 02: 02.w3 02.w4 02.r1 02.r4 02.r5 02.r6 L.01 L.02")
struct CaseRecognitionTests {
    /// Recognised, verified at home, and the notice is up.
    private func posted() throws -> CaseStory {
        var story = try CaseStory.recognised()
        try story.act(.recognition(.verifiedInVillage(finding: "属实")))
        try story.act(.recognition(.noticePosted(place: "村务公开栏")))
        return story
    }

    private let card = CaseEvent.recognition(.cardIssued(number: "990000-3"))
    private let over = CaseEvent.recognition(.noticeEnded(isUpheld: false, note: ""))

    @Test func `spec flow 1: nothing is accepted before the registration, nor decided before it is accepted`()
        throws
    {
        var story = CaseStory()
        let accept = CaseEvent.recognition(.accepted(note: ""))
        let decide = CaseEvent.recognition(.recognised(number: "1", note: ""))
        #expect(story.obstacle(accept) == .noRegistration)
        try story.act(.registrationReceived(note: ""))
        #expect(story.obstacle(decide) == .notAccepted)
        try story.check()
        try story.act(accept)
        #expect(story.obstacle(accept) == .alreadyAccepted(on: story.day))
        #expect(story.found.care.holder == nil)
        try story.act(decide)
        #expect(story.found.care.holder == .village)
        #expect(
            story.obstacle(.recognition(.recognised(number: "2", note: "")))
                == .alreadyRecognised(on: story.day))
    }

    @Test func `02.r6: with the recognition the records are open the same day`() throws {
        let story = try CaseStory.recognised()
        #expect(story.kinds.suffix(2) == [.recognised, .recordsOpened])
        #expect(story.journal.suffix(2).map(\.occurred) == [story.day, story.day])
        let duty = obligations(
            of: story.acts, under: .ofCases, calendar: ObligationsSamples.calendar, through: story.day
        ).first { $0.rule == "records" }
        #expect(duty?.standing(on: story.day) == .met)
    }

    @Test func `02.r1: a refusal gives its reason, and the application may be made again`() throws {
        var story = CaseStory()
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        #expect(
            story.obstacle(.recognition(.refused(reason: "")))
                == .wordsMissing(.recognitionRefused, what: .reason))
        try story.act(.recognition(.refused(reason: "不在劳动年龄内")))
        #expect(story.obstacle(.recognition(.recognised(number: "1", note: ""))) == .notAccepted)
        #expect(story.obstacle(.recognition(.accepted(note: ""))) == .papersNotChecked)
        try story.check(after: 3)
        try story.act(.recognition(.accepted(note: "补充材料")))
        #expect(story.obstacle(.recognition(.recognised(number: "1", note: ""))) == nil)
    }

    @Test func `02.w1: papers are asked for by name and only before the acceptance`() throws {
        var story = CaseStory()
        #expect(
            story.obstacle(.recognition(.noticeGiven(missing: [])))
                == .wordsMissing(.noticeGiven, what: .papers))
        #expect(Obstacle.wordsMissing(.noticeGiven, what: .papers).clause == "02.w1")
        try story.act(.recognition(.noticeGiven(missing: ["残疾证"])))
        try story.act(.recognition(.noticeGiven(missing: ["户口簿"])), after: 1)
        // Twice is a fault of the counter, which the figures show.
        #expect(story.found.recognition.notices == 2)
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        #expect(
            story.obstacle(.recognition(.noticeGiven(missing: ["照片"]))) == .alreadyAccepted(on: story.day))
    }

    @Test func `02.w3: no notice before the village verified, and no card without a notice`() throws {
        var story = try CaseStory.recognised()
        #expect(story.obstacle(card) == .noNotice)
        let post = CaseEvent.recognition(.noticePosted(place: ""))
        #expect(story.obstacle(post) == .notVerified)
        try story.act(.recognition(.verifiedInVillage(finding: "属实")))
        #expect(story.obstacle(post) == nil)
        #expect(CaseStory().obstacle(card) == .notRecognised)
    }

    @Test(arguments: [(0, false), (6, false), (7, true), (30, true)])
    func `02.w3: a notice is over seven days after its posting`(days: Int, isOver: Bool) throws {
        var story = try posted()
        let last = story.day.adding(days: 7)
        story.day = story.day.adding(days: days)
        #expect(story.obstacle(over) == (isOver ? nil : .notBefore(last)))
    }

    @Test func `02.w3: no card while the notice runs or after an upheld objection, and one card at most`()
        throws
    {
        var story = try posted()
        let first = story.day
        story.day = story.day.adding(days: 7)
        #expect(story.obstacle(card) == .noticeRunning(since: first))
        var upheld = story
        let ended = CaseEvent.recognition(.noticeEnded(isUpheld: true, note: "收入不实"))
        #expect(upheld.obstacle(ended) == .noUpheldObjection)
        upheld.day = first.adding(days: 3)
        try upheld.act(.recognition(.objectionReceived(ObjectionWords(by: "", words: "家里开着店"))))
        try upheld.act(
            .recognition(.objectionSettled(upheld.last, isUpheld: true, words: "查到营业执照")), after: 4)
        try upheld.act(ended)
        #expect(upheld.obstacle(card) == .noticeUpheld)
        // After the objection is settled, a second notice may end without one.
        try upheld.act(.recognition(.noticePosted(place: "")))
        #expect(upheld.obstacle(card) == .noticeRunning(since: upheld.day))
        try upheld.act(over, after: 7)
        #expect(upheld.obstacle(card) == nil)
        try story.act(over)
        try story.act(card)
        #expect(story.obstacle(.recognition(.cardIssued(number: "2"))) == .alreadyDone(.cardIssued))
    }

    @Test func `02.r5: whoever gives up help ends as waived, and the case can be reopened`() throws {
        var story = try CaseStory.atVillage()
        #expect(
            story.obstacle(.recognition(.waived(reason: ""))) == .wordsMissing(.waived, what: .reason))
        // The signed paper lies in the archive, or it is said why no scan of it does.
        #expect(
            story.obstacle(.recognition(.waived(reason: "自己找工作")))
                == .wordsMissing(.waived, what: .scan))
        let paper = Attachment(digest: "ab", type: .pdf, size: 9, title: "放弃书")
        var scanned = story
        try scanned.act(.recognition(.waived(reason: "自己找工作", paper: paper)))
        #expect(scanned.kinds.suffix(3) == [.waived, .paperAttached, .caseClosed])
        try story.act(.recognition(.waived(reason: "自己找工作", unscanned: "扫描仪坏了，原件在档案柜")))
        #expect(story.found.ended?.reason == .waived)
        #expect(story.found.stage == .ended)
        #expect(story.refusal(.contacted(.village)) == .caseClosed(.waived))
        try story.act(.reopened(reason: "又需要帮助", level: nil), after: 30)
        #expect(story.found.isLive && story.found.care.holder == .village)
    }

    @Test func `L.02: each decision is received once, and a review asked for after that`() throws {
        var story = CaseStory()
        let received = CaseEvent.recognition(.decisionReceived)
        let review = CaseEvent.recognition(.reviewRequested(note: "有异议"))
        #expect(story.obstacle(received) == .noDecision)
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        try story.act(.recognition(.refused(reason: "不符合")))
        #expect(story.obstacle(review) == .noDecision)
        try story.act(received)
        try story.act(review)
        #expect(
            story.obstacle(received) == .alreadyDone(.decisionReceived)
                || story.obstacle(received) == .repeated)
        // A new application has a decision of its own.
        try story.check(after: 9)
        try story.act(.recognition(.accepted(note: "")))
        try story.act(.recognition(.recognised(number: "1", note: "")))
        #expect(story.obstacle(received) == nil)
        #expect(story.obstacle(review) == .noDecision)
    }

    @Test func `02.w4: rights and duties are explained once`() throws {
        var story = CaseStory()
        try story.act(.recognition(.informed(note: "")))
        #expect(story.obstacle(.recognition(.informed(note: "再次"))) == .alreadyDone(.informed))
    }

    @Test func `L.03: conditions are checked again of somebody recognised`() throws {
        let again = CaseEvent.recognition(.rechecked(stillHolds: true, note: ""))
        #expect(CaseStory().obstacle(again) == .notRecognised)
        var story = try CaseStory.recognised()
        try story.act(again, after: 300)
        #expect(story.found.recognition.rechecked == story.day)
    }
}
