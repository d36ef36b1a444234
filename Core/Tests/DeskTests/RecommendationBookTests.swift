// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("推荐跟踪和面试安排 · 05.w3 05.w4 05.r3 10.r1 14.w4 L.04")
struct RecommendationBookTests {
    private let member = Sample.wangXiulan
    private let aide = Sample.aide

    private func book(
        _ desk: CaseDesk, _ state: RecommendationState, after days: Int = 0, by actor: Actor? = nil
    ) async throws -> RecommendationBook {
        try await desk.office(on: Sample.today.adding(days: days)).recommendations(
            RecommendationFilter(state: state), by: actor ?? aide.actor)
    }

    private func fail(_ desk: CaseDesk, _ code: OutcomeCode, on days: Int) async throws {
        let day = Sample.today.adding(days: days)
        try await desk.act(.recommend(.village, on: day), of: member, by: aide, on: day)
        let act = try await desk.newest(.recommended, of: member)
        try await desk.act(.outcome(act, code), of: member, by: aide, on: day)
    }

    private func interview(_ act: ActID, on days: Int, escort: String = "宋佳佳") -> CaseEvent {
        .aid(
            .interviewSet(
                of: act,
                Interview(
                    level: .village, day: Sample.today.adding(days: days), place: "顺意家政", escort: escort,
                    whyAlone: escort.isEmpty ? "本人要求自己去" : "")))
    }

    @Test func `05.w4, 10.r1: the act that comes next stands beside each, for whoever may do it`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.act(.recommend(.village, on: Sample.today), of: member, by: aide)
        let told = try #require(try await book(desk, .toArrange).lines.first)
        #expect(told.act == .setInterview && told.due == Sample.today.adding(days: 5))
        #expect(try await book(desk, .toArrange, by: Sample.yangzhenClerk.actor).lines.first?.act == nil)
        #expect(try await book(desk, .toReport, after: 5).lines.isEmpty)
        #expect(try await book(desk, .toReport, after: 6).lines.first?.act == .endRecommendation)
        #expect(try await book(desk, .toArrange, by: Sample.nancaiClerk.actor).lines.isEmpty)
        let act = try await desk.newest(.recommended, of: member)
        try await desk.act(interview(act, on: 2), of: member, by: aide)
        #expect(try await book(desk, .toInterview).lines.first?.act == .moveRecommendation)
        #expect(try await book(desk, .toArrange).counts == [.toInterview: 1])
    }

    @Test(arguments: [(1, 2), (2, 1), (3, 0)])
    func `05.w4: beside each stands how many are left to the hand-up`(failures: Int, left: Int) async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        for day in 0..<failures { try await fail(desk, .postGone, on: day) }
        let lines = try await book(desk, .unsuccessful, after: failures).lines
        #expect(lines.map(\.toHandUp) == Array(repeating: left, count: failures))
        #expect(lines.allSatisfy { $0.act == (left == 0 ? .handUp : nil) })
        guard left == 0 else { return }
        let day = Sample.today.adding(days: failures)
        try await desk.act(.handUp(from: .village), of: member, by: aide, on: day)
        let after = try await book(desk, .unsuccessful, after: failures).lines
        #expect(after.allSatisfy { $0.toHandUp == nil && $0.act == nil })
    }

    @Test func `05.w4, L.04: one for the person's own reasons is enough, one with good cause never is`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await fail(desk, .refusedWithCause, on: 0)
        #expect(try await book(desk, .unsuccessful).lines.first?.toHandUp == 3)
        try await fail(desk, .failedInterview, on: 1)
        #expect(try await book(desk, .unsuccessful, after: 1).lines.map(\.toHandUp) == [0, 0])
    }

    @Test func `14.w4: who was hired is registered, followed up, and stands as there or gone`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        let hired = try await book(desk, .hired, by: Sample.yangzhenClerk.actor)
        #expect(hired.lines.first?.act == .notify && hired.counts == [.hired: 1])
        let job = Job.sample
        let clerk = Sample.yangzhenClerk
        try await desk.act(.work(.notified(means: .telephone, words: "来登记")), of: member, by: clerk)
        let registration = WorkRegistration(job: job, number: "1", place: "杨镇", isUnstable: false)
        try await desk.act(.work(.registered(registration)), of: member, by: clerk)
        #expect(try await book(desk, .hired).lines.first?.act == .followUp)
        let followUp = FollowUp(
            means: .telephone, judged: .stable, situation: "工作顺利", income: nil, isInsured: nil,
            policies: "", mood: nil, wantsToLeave: false)
        try await desk.act(.work(.followedUp(followUp)), of: member, by: aide)
        let there = try #require(try await book(desk, .inWork).lines.first)
        #expect(there.line.tracked.phase == .checked && there.act == .followUp)
        try await desk.act(.work(.jobLost(reason: "单位停产")), of: member, by: aide)
        let gone = try #require(try await book(desk, .inWork).lines.first)
        #expect(gone.line.tracked.phase == .left && gone.act == nil)
    }

    @Test(arguments: [(-1, 0), (0, 1), (6, 1), (7, 0)])
    func `05.w3: a week of interviews runs from Monday to Sunday`(shift: Int, count: Int) async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.act(.recommend(.village, on: Sample.today), of: member, by: aide)
        let act = try await desk.newest(.recommended, of: member)
        let monday = Sample.today.adding(days: 8 - Sample.today.weekday.rawValue)
        try await desk.act(
            interview(act, on: monday.days(since: Sample.today) + shift), of: member, by: aide)
        let week = try await desk.office().interviews(inWeekOf: monday.adding(days: 3), by: aide.actor)
        #expect(week.monday == monday && week.days.count == 7)
        #expect(week.days.flatMap(\.own).count == count)
    }

    @Test func `05.w3, 05.r3: one's own people come first, with who goes along or why nobody does`()
        async throws
    {
        let desk = try await CaseDesk.set()
        for member in [Sample.wangXiulan, Sample.liJianguo] {
            try await desk.help(member)
            try await desk.act(.recommend(.village, on: Sample.today), of: member, by: aide)
            let act = try await desk.newest(.recommended, of: member)
            try await desk.act(interview(act, on: 0, escort: ""), of: member, by: aide)
        }
        func day(_ actor: Actor) async throws -> InterviewWeek.Day {
            let week = try await desk.office().interviews(inWeekOf: Sample.today, by: actor)
            return try #require(week.days.first { $0.day == Sample.today })
        }
        let own = try await day(aide.actor)
        #expect(own.own.count == 2 && own.others.isEmpty)
        #expect(own.own.first?.tracked.recommendation.interview?.whyAlone == "本人要求自己去")
        let office = try await day(Sample.shalingWorker.actor)
        #expect(office.own.isEmpty && office.others.count == 2)
        #expect(try await day(Sample.nancaiClerk.actor).others.isEmpty)
    }
}
