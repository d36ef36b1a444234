// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("Review of a decision by the district: L.02")
struct CaseReviewTests {
    private let window = ReviewWindow(
        limits: Dated([.init(from: .earliest, value: .workdays(15), source: "")]),
        calendar: ObligationsSamples.calendar)
    private let ask = CaseEvent.recognition(.reviewRequested(note: "本人没有工作，社保是亲戚代缴"))

    /// Refused, and the applicant has the decision since a day.
    private func refused(received: Day) throws -> CaseStory {
        var story = CaseStory()
        story.day = received
        story.numbers.review = window
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "")))
        try story.act(.recognition(.refused(reason: "查到在缴社保")))
        try story.act(.recognition(.decisionReceived))
        return story
    }

    private func decided(_ outcome: ReviewOutcome, _ number: String = "") -> CaseEvent {
        .recognition(.reviewDecided(outcome, number: number, words: "核实后"))
    }

    /// Friday 13 February 2026 lies before the long holiday, with a working Saturday in it and one after it.
    @Test(arguments: [
        ("2026-03-02", "2026-03-23"), ("2026-02-13", "2026-03-12"), ("2026-03-01", "2026-03-20"),
    ])
    func
        `L.02: a review is asked for until the fifteenth working day after the receipt, not on the sixteenth`(
            received: String, last: String
        ) throws
    {
        let (received, last) = (try #require(Day(iso: received)), try #require(Day(iso: last)))
        var story = try refused(received: received)
        #expect(window.last(from: received) == last)
        story.day = last
        #expect(story.obstacle(ask) == nil)
        story.day = last.adding(days: 1)
        #expect(story.obstacle(ask) == .reviewLapsed(received: received, last: last))
        #expect(Obstacle.reviewLapsed(received: received, last: last).clause == "L.02")
    }

    @Test func `L.02: a request says why, and is answered once, in words`() throws {
        var story = try refused(received: CaseStory.start)
        #expect(story.obstacle(decided(.upheld)) == .noReview)
        #expect(
            story.obstacle(.recognition(.reviewRequested(note: "")))
                == .wordsMissing(.reviewRequested, what: .reason))
        try story.act(ask, after: 1)
        #expect(
            story.obstacle(.recognition(.reviewDecided(.upheld, number: "", words: "")))
                == .wordsMissing(.reviewDecided, what: .words))
        #expect(story.obstacle(.recognition(.reviewTold(note: "电话"))) == .noReview)
        try story.act(decided(.upheld), after: 3)
        #expect(story.found.recognition.refused != nil)
        #expect(story.obstacle(decided(.anew)) == .alreadyDone(.reviewDecided))
        try story.act(.recognition(.reviewTold(note: "当面，本人签收")), after: 1)
        #expect(story.found.recognition.review?.told == story.day)
    }

    @Test func `L.02: recognised after all, help begins with the review's decision`() throws {
        var story = try refused(received: CaseStory.start)
        try story.act(ask, after: 1)
        let events = try story.act(decided(.recognised, "990000-5"), after: 3)
        #expect(events.map(\.kind) == [.reviewDecided, .recognised, .recordsOpened])
        #expect(story.found.recognition.recognised == story.day)
        #expect(story.found.recognition.refused == nil)
        #expect(story.found.recognition.number == "990000-5")
        #expect(story.found.care.holder == .village)
        #expect(story.obstacle(.recognition(.reviewTold(note: "电话"))) == nil)
    }

    @Test func `L.02: sent back, the town decides anew without another acceptance`() throws {
        var story = try refused(received: CaseStory.start)
        try story.act(ask, after: 1)
        try story.act(decided(.anew), after: 3)
        #expect(story.found.recognition.refused == nil)
        #expect(story.found.recognition.accepted == story.day)
        try story.act(.recognition(.recognised(number: "1", note: "")), after: 2)
        #expect(story.found.care.holder == .village)
        // The new decision has a receipt and a review of its own.
        #expect(story.obstacle(ask) == .noDecision)
    }

    @Test func `L.02: a review of somebody recognised can only uphold`() throws {
        var story = try CaseStory.recognised()
        try story.act(.recognition(.decisionReceived))
        try story.act(ask)
        #expect(story.obstacle(decided(.recognised)) == .alreadyRecognised(on: story.day))
        #expect(story.obstacle(decided(.upheld)) == nil)
    }

    @Test func `L.02: the district answers, the town does not`() {
        let found = CaseStory().found
        #expect(found.doer(of: decided(.upheld)).level == .district)
        #expect(found.doer(of: ask).level == .district)
        #expect(found.doer(of: .recognition(.decisionReceived)).level == .town)
    }
}
