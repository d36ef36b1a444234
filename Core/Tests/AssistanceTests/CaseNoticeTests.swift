// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("The public notice and what is said against it: 02.w3 L.05")
struct CaseNoticeTests {
    private func posted() throws -> CaseStory {
        var story = try CaseStory.recognised()
        try story.act(.recognition(.verifiedInVillage(finding: "属实")))
        try story.act(.recognition(.noticePosted(place: "村务公开栏")))
        return story
    }

    private func objection(_ words: String = "家里有两辆货车") -> CaseEvent {
        .recognition(.objectionReceived(ObjectionWords(by: "", words: words)))
    }

    private let report = CaseEvent.recognition(.reportReceived(ObjectionWords(by: "李某", words: "有营业执照")))
    private func over(_ isUpheld: Bool) -> CaseEvent {
        .recognition(.noticeEnded(isUpheld: isUpheld, note: ""))
    }

    @Test(arguments: [(0, true), (7, true), (8, false), (60, false)])
    func
        `02.w3: an objection counts until the notice's last day; later it is a report to those who supervise`(
            days: Int, isInside: Bool
        ) throws
    {
        var story = try posted()
        let (first, last) = (story.day, story.day.adding(days: 7))
        story.day = first.adding(days: days)
        #expect(story.obstacle(objection()) == (isInside ? nil : .noticeOver(on: last)))
        #expect(story.obstacle(report) == (isInside ? .noticeRunning(since: first) : nil))
    }

    @Test func `02.w3: what comes after the end is kept, and changes nothing of the notice`() throws {
        var story = try posted()
        try story.act(over(false), after: 7)
        #expect(story.obstacle(objection()) == .noticeOver(on: story.day))
        try story.act(report, after: 1)
        #expect(story.kinds.last == .reportReceived)
        #expect(story.found.recognition.notice?.isUpheld == false)
        #expect(story.obstacle(.recognition(.cardIssued(number: "1"))) == nil)
        #expect(CaseStory().obstacle(report) == .noNotice)
    }

    @Test func `02.w3: a notice ends only when every objection was answered with reasons`() throws {
        var story = try posted()
        try story.act(objection(), after: 1)
        let first = story.last
        try story.act(objection("不住在本村"), after: 1)
        let second = story.last
        story.day = story.day.adding(days: 5)
        #expect(story.obstacle(over(false)) == .objectionsOpen(count: 2))
        let empty = CaseEvent.recognition(.objectionSettled(first, isUpheld: false, words: ""))
        #expect(story.obstacle(empty) == .wordsMissing(.objectionSettled, what: .reason))
        try story.act(.recognition(.objectionSettled(first, isUpheld: false, words: "货车是兄弟的")))
        #expect(story.obstacle(over(false)) == .objectionsOpen(count: 1))
        #expect(
            story.obstacle(.recognition(.objectionSettled(first, isUpheld: true, words: "再查")))
                == .noOpenObjection)
        try story.act(.recognition(.objectionSettled(second, isUpheld: true, words: "常年在外地")))
        #expect(story.obstacle(over(false)) == .noticeUpheld)
        try story.act(over(true))
        #expect(story.obstacle(.recognition(.cardIssued(number: "1"))) == .noticeUpheld)
    }

    @Test func `02.w3: without an objection that was right a notice does not end as upheld`() throws {
        var story = try posted()
        story.day = story.day.adding(days: 7)
        #expect(story.obstacle(over(true)) == .noUpheldObjection)
        #expect(story.obstacle(over(false)) == nil)
    }

    @Test func `02.w3: the village writes an objection down, the town settles it`() throws {
        let found = try posted().found
        #expect(found.doer(of: objection()).level == .village)
        #expect(
            found.doer(of: .recognition(.objectionSettled(1, isUpheld: true, words: ""))).level == .town)
    }
}
