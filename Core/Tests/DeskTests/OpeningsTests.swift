// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("找岗位: 05.w1 05.w2 05.r2 10.w1 14.w1 L.11")
struct OpeningsTests {
    private let member = Sample.wangXiulan

    private func post(
        _ desk: CaseDesk, _ change: (inout VacancyFacts) -> Void = { _ in }
    ) async throws -> VacancyID {
        let office = try await desk.office()
        let clerk = Sample.yangzhenClerk.actor
        let employer = try await office.registerEmployer(
            EmployerFacts(
                name:
                    "测试用工单位\(try await desk.store.employers(EmployerQuery(), after: nil, limit: 9).rows.count)",
                withoutCode: "家庭雇主"),
            on: Sample.today, by: clerk)
        var facts = VacancyFacts(
            post: "保洁员", occupation: "保洁员", headcount: 2, pay: Pay(from: 3500, through: 4000),
            place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 40))
        change(&facts)
        let receipt = try await office.postVacancy(
            facts, of: EmployerID(employer.subject.number), verified: Verification(confirmedBy: "张经理"),
            on: Sample.today, by: clerk)
        return VacancyID(receipt.subject.number)
    }

    private func recommend(_ id: VacancyID, fit: Fit? = nil, overriding: String? = nil) -> CaseEvent {
        .aid(
            .recommended(
                Recommendation(
                    level: .village,
                    vacancy: VacancyNote(
                        employer: "", post: "", place: "", pay: "", requirements: "", vacancyID: id),
                    confirmed: Sample.today, confirmedBy: "张经理", fit: fit, overriding: overriding)))
    }

    private func openings(_ desk: CaseDesk, by account: Account = Sample.aide) async throws -> Openings {
        try await desk.office().openings(for: desk.found(member).id, by: account.actor)
    }

    @Test func `05.w1: what a person wants decides the list from then on, and stays in the next round`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        #expect(try await openings(desk).list.chosen.map(\.vacancy.id) == [id])
        try await desk.act(
            .aid(.wishTold(level: .village, JobWish(pay: 5000))), of: member, by: Sample.aide)
        let now = try await openings(desk)
        #expect(now.list.chosen.isEmpty)
        #expect(now.list.failed.first?.fit.failed.map(\.kind) == [.pay])
        #expect(now.list.relaxations == [Shortlist.Relaxation(kind: .pay, posts: 1, places: 2)])
        #expect(now.looked == 1)
    }

    @Test func `05.w1: the wish is told to the level that holds the case`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        await #expect(throws: Refusal.self) {
            try await desk.act(
                .aid(.wishTold(level: .town, JobWish())), of: member, by: Sample.specialist)
        }
    }

    @Test func `L.11: the explanation is worked out here, whatever was sent along, and kept`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        let forged = Fit(vacancy: id, rules: "forged", parts: [], limits: [])
        try await desk.act(recommend(id, fit: forged), of: member, by: Sample.aide)
        let kept = try #require(try await desk.found(member).care.recommendations.last?.recommendation.fit)
        #expect(kept.rules == FitRules.usual.version && kept.parts.count == FitPart.Key.allCases.count)
    }

    @Test func `05.r2: over a failed limit only with a reason, which stays on record`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk) { $0.requirements = [Requirement(.certificate("电工证"))] }
        await #expect(throws: Refusal.procedure(.limitsFail([.certificate]))) {
            try await desk.act(recommend(id), of: member, by: Sample.aide)
        }
        #expect(try await desk.found(member).care.recommendations.isEmpty)
        try await desk.act(
            recommend(id, overriding: "单位愿意带着考证"), of: member, by: Sample.aide)
        let kept = try #require(try await desk.found(member).care.recommendations.last?.recommendation)
        #expect(kept.overriding == "单位愿意带着考证" && kept.fit?.failed.map(\.kind) == [.certificate])
    }

    @Test func `10.w3: another town's workers see neither the person nor the list`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        _ = try await post(desk)
        await #expect(throws: Refusal.notAllowed(.seePeople)) {
            _ = try await openings(desk, by: Sample.nancaiClerk)
        }
        #expect(try await openings(desk, by: Sample.specialist).list.chosen.count == 1)
    }
}
