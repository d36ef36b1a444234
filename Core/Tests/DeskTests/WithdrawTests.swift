// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Withdrawing an act: spec/flow.md, rule 5")
struct WithdrawTests {
    /// Two districts alike, but that in one a visit was made and withdrawn.
    @Test func `01.w4: a withdrawn visit leaves duties and case as if it had never been`() async throws {
        let with = try await Stage.set()
        let without = try await Stage.set()
        let first = try await with.list(Sample.sunGuifang, as: .four)
        let second = try await without.list(Sample.sunGuifang, as: .four)
        try await with.visit(first, on: try day("2026-03-03"))
        #expect(
            try await with.store.duties(of: .assistanceCase(first.id))
                != (try await without.store.duties(of: .assistanceCase(second.id))))
        try await with.withdrawLastVisit(of: Sample.sunGuifang, on: try day("2026-03-03"))
        #expect(
            try await with.store.duties(of: .assistanceCase(first.id))
                == (try await without.store.duties(of: .assistanceCase(second.id))))
        #expect(try await with.liveCase(Sample.sunGuifang).visits.isEmpty)
        #expect(try await with.store.history(of: .assistanceCase(first.id)).count == 4)
    }

    @Test func `what a withdrawn visit told the roll goes with it`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.chenJing)
        let before = try await stage.person(Sample.chenJing).facts
        try await stage.visit(found, on: Sample.today, .told(wish: .wanted, isUrgent: true))
        try await stage.withdrawLastVisit(of: Sample.chenJing)
        #expect(try await stage.person(Sample.chenJing).facts == before)
    }

    @Test func `what was learnt after the withdrawn visit stays`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.chenJing)
        try await stage.visit(found, on: Sample.today, .told(wish: .wanted, isUrgent: true))
        let first = try #require(try await stage.liveCase(Sample.chenJing).visits.last)
        try await stage.visit(found, on: try day("2026-03-09"), .told(wish: .unwanted))
        let version = try await stage.liveCase(Sample.chenJing).version
        _ = try await stage.office(on: try day("2026-03-10")).withdraw(
            first, in: found.id, version: version, reason: "记错", by: Sample.shalingWorker.actor)
        let facts = try await stage.person(Sample.chenJing).facts
        #expect(facts.wish == .unwanted)
        #expect(!facts.isUrgent)
    }

    @Test func `nothing is withdrawn twice, nor the first act, nor a withdrawal, nor without a reason`()
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        try await stage.visit(found, on: Sample.today)
        let visit = try #require(try await stage.liveCase(Sample.sunGuifang).visits.last)
        func withdraw(_ act: ActID, reason: String = "记错", version: Int? = nil) async throws {
            let now = try await stage.liveCase(Sample.sunGuifang).version
            _ = try await stage.office().withdraw(
                act, in: found.id, version: version ?? now, reason: reason, by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.reasonMissing) { try await withdraw(visit, reason: "") }
        await #expect(throws: StoreFailure.conflict(.assistanceCase(found.id))) {
            try await withdraw(visit, version: 1)
        }
        try await withdraw(visit)
        let withdrawal = ActID(visit.number + 1)
        for act in [visit, withdrawal, ActID(1), ActID(99)] {
            await #expect(throws: Refusal.nothingToWithdraw) { try await withdraw(act) }
        }
    }

    @Test func `00.levels: a village withdraws no act of the town`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        _ = try await stage.office().receiveRegistration(
            of: found.id, version: found.version, note: "", on: Sample.today, by: Sample.yangzhenClerk.actor)
        let now = try await stage.liveCase(Sample.wangXiulan)
        let act = ActID(now.version)
        let office = try await stage.office()
        await #expect(throws: Refusal.notAllowed(.receiveRegistration)) {
            _ = try await office.withdraw(
                act, in: found.id, version: now.version, reason: "记错", by: Sample.shalingWorker.actor)
        }
        _ = try await office.withdraw(
            act, in: found.id, version: now.version, reason: "记错", by: Sample.yangzhenClerk.actor)
        #expect(try await stage.liveCase(Sample.wangXiulan).registered == nil)
    }

    @Test func `an ending withdrawn beside another live case is refused`() async throws {
        let stage = try await Stage.set()
        let first = try await stage.list(Sample.wangXiulan)
        _ = try await stage.office().endCase(
            first.id, version: first.version, reason: .ineligible, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let second = try await stage.list(Sample.wangXiulan)
        #expect(second.id != first.id)
        let office = try await stage.office()
        await #expect(throws: Refusal.liveCaseExists(second.id)) {
            _ = try await office.withdraw(
                ActID(first.version + 1), in: first.id, version: first.version + 1, reason: "记错",
                by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.liveCaseExists(second.id)) {
            _ = try await office.reopenCase(
                first.id, version: first.version + 1, reason: "仍困难", on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
    }
}

extension Stage {
    func withdrawLastVisit(of member: CastMember, on day: Day = Sample.today) async throws {
        let now = try await liveCase(member)
        _ = try await office(on: day).withdraw(
            try #require(now.visits.last), in: now.id, version: now.version, reason: "记错",
            by: Sample.shalingWorker.actor)
    }
}
