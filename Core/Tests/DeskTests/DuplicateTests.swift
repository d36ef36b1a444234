// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Duplicates: 01.r1, L.11")
struct DuplicateTests {
    /// 王秀兰 once more, in 红寺村, without an ID number.
    private static func twin(
        in stage: Stage, _ change: (inout PersonFacts) -> Void = { _ in }
    ) async throws -> PersonID {
        var facts = Sample.wangXiulan.facts
        facts.identity = nil
        facts.mobile = nil
        change(&facts)
        let receipt = try await stage.office().enterPerson(
            Arrival(facts: facts, village: Sample.hongsi, household: "50"), on: Sample.today,
            by: Sample.hongsiWorker.actor)
        guard case .person(let id) = receipt.subject else { throw UnexpectedAnswer() }
        return id
    }

    @Test func `pairs are found by name and birth, by phone, by a number kept as registered`() async throws {
        let stage = try await Stage.set()
        let twin = try await Self.twin(in: stage)
        let namesake = try await Self.twin(in: stage) { $0.born = Sample.day(1980, 1, 1) }
        let phone = try await Self.twin(in: stage) {
            $0.name = Sample.name("王秀")
            $0.mobile = Sample.wangXiulan.facts.mobile
        }
        let office = try await stage.office()
        let pairs = try await office.duplicateCandidates(
            in: nil, after: nil, by: Sample.yangzhenClerk.actor
        ).rows
        #expect(
            pairs.map { [$0.first.id, $0.second.id] } == [
                [Sample.wangXiulan.id, twin], [Sample.wangXiulan.id, phone],
            ])
        #expect(pairs.map(\.signs) == [[.nameAndBirth], [.phone]])
        #expect(!pairs.contains { $0.second.id == namesake })
        // Both must be in scope.
        let own = try await office.duplicateCandidates(in: nil, after: nil, by: Sample.shalingWorker.actor)
        #expect(own.rows.isEmpty)
        let first = try await office.duplicateCandidates(
            in: nil, after: nil, limit: 1, by: Sample.yangzhenClerk.actor)
        let second = try await office.duplicateCandidates(
            in: nil, after: first.next, limit: 1, by: Sample.yangzhenClerk.actor)
        #expect(second.rows.map(\.second.id) == [phone])
        #expect(second.next == nil)
    }

    @Test func `a shared phone within one household is no sign`() async throws {
        let stage = try await Stage.set()
        var facts = Sample.zhaoXiaopeng.facts
        facts.mobile = Sample.zhaoDefu.facts.mobile
        let office = try await stage.office()
        _ = try await office.correctPerson(
            Sample.zhaoXiaopeng.id, version: 1, facts: facts, reason: "换号", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let pairs = try await office.duplicateCandidates(in: nil, after: nil, by: Sample.supervisor.actor)
        #expect(pairs.rows.isEmpty)
    }

    @Test func `01.r1: the kept person's case goes on, the duplicate's ends, both histories stay`()
        async throws
    {
        let stage = try await Stage.set()
        let twin = try await Self.twin(in: stage)
        let own = try await stage.list(Sample.wangXiulan)
        let member = try #require(try await stage.store.person(twin))
        let other = try await stage.list(member, by: Sample.hongsiWorker)
        let later = try day("2026-03-09")
        _ = try await stage.office(on: later).mergeDuplicate(
            twin, version: 1, into: Sample.wangXiulan.id, keptVersion: 1, reason: "同一人", on: later,
            by: Sample.supervisor.actor)
        #expect(try await stage.store.person(twin)?.presence == .merged(into: Sample.wangXiulan.id))
        #expect(try await stage.person(Sample.wangXiulan).absorbed == [twin])
        #expect(try await stage.store.assistanceCase(other.id)?.ended?.reason == .duplicate)
        #expect(try await stage.liveCase(Sample.wangXiulan).id == own.id)
        #expect(try await stage.store.history(of: .assistanceCase(other.id)).count == 3)
        #expect(try await stage.store.history(of: .person(twin)).count == 2)
    }

    @Test func `01.r1: where only the duplicate has a case, it goes on with the kept person`() async throws {
        let stage = try await Stage.set()
        let twin = try await Self.twin(in: stage)
        let member = try #require(try await stage.store.person(twin))
        let other = try await stage.list(member, by: Sample.hongsiWorker)
        let later = try day("2026-03-09")
        _ = try await stage.office(on: later).mergeDuplicate(
            twin, version: 1, into: Sample.wangXiulan.id, keptVersion: 1, reason: "同一人", on: later,
            by: Sample.supervisor.actor)
        let found = try await stage.liveCase(Sample.wangXiulan)
        #expect(found.isLive)
        #expect(found.village == Sample.shaling)
        #expect(found.listing == other.listing)
        #expect(found.visitClass == other.visitClass)
        #expect(!(try await stage.store.duties(of: .assistanceCase(found.id))).isEmpty)

        let after = try day("2026-03-10")
        _ = try await stage.office(on: after).unmergeDuplicate(
            twin, version: 2, reason: "同名的两个人", on: after, by: Sample.supervisor.actor)
        #expect(try await stage.store.person(twin)?.isOnRoll == true)
        #expect(try await stage.person(Sample.wangXiulan).absorbed.isEmpty)
        #expect(try await stage.store.assistanceCase(other.id)?.isLive == true)
        #expect(try await stage.liveCase(Sample.wangXiulan).isLive == false)
        let twinDuties = try await stage.store.duties(of: .assistanceCase(other.id))
        #expect(twinDuties.contains { $0.standing(on: after).isPending })
    }

    @Test func `a case of the kept person in which more was done stays when the merger is undone`()
        async throws
    {
        let stage = try await Stage.set()
        let twin = try await Self.twin(in: stage)
        try await stage.list(
            try #require(try await stage.store.person(twin)), by: Sample.hongsiWorker)
        let later = try day("2026-03-09")
        _ = try await stage.office(on: later).mergeDuplicate(
            twin, version: 1, into: Sample.wangXiulan.id, keptVersion: 1, reason: "同一人", on: later,
            by: Sample.supervisor.actor)
        let after = try day("2026-03-10")
        try await stage.visit(try await stage.liveCase(Sample.wangXiulan), on: after)
        _ = try await stage.office(on: after).unmergeDuplicate(
            twin, version: 2, reason: "两个人", on: after, by: Sample.supervisor.actor)
        #expect(try await stage.liveCase(Sample.wangXiulan).isLive)
    }

    @Test func `nobody is merged with themselves, off the roll, without reason, or from a stale page`()
        async throws
    {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let supervisor = Sample.supervisor.actor
        func merge(
            _ id: PersonID, _ version: Int = 1, into kept: PersonID = Sample.wangXiulan.id,
            reason: String = "同一人"
        ) async throws {
            _ = try await office.mergeDuplicate(
                id, version: version, into: kept, keptVersion: 1, reason: reason, on: Sample.today,
                by: supervisor)
        }
        await #expect(throws: Refusal.samePerson) { try await merge(Sample.wangXiulan.id) }
        await #expect(throws: Refusal.reasonMissing) { try await merge(Sample.chenJing.id, reason: "") }
        await #expect(throws: StoreFailure.conflict(.person(Sample.chenJing.id))) {
            try await merge(Sample.chenJing.id, 4)
        }
        await #expect(throws: Refusal.notMerged) {
            _ = try await office.unmergeDuplicate(
                Sample.chenJing.id, version: 1, reason: "两个人", on: Sample.today, by: supervisor)
        }
        try await merge(Sample.chenJing.id)
        await #expect(throws: Refusal.personNotOnRoll) { try await merge(Sample.chenJing.id, 2) }
        await #expect(throws: Refusal.personNotOnRoll) {
            _ = try await office.returnToRoll(
                Sample.chenJing.id, version: 2, reason: "恢复", on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
    }
}

extension Stage {
    /// Lists somebody who is not of the cast under all proposed categories.
    @discardableResult
    func list(_ person: Person, by account: Account) async throws -> AssistanceCase {
        let office = try await office()
        let proposal = try await office.proposal(for: person, on: Sample.today)
        _ = try await office.confirmHardship(
            of: person.id, version: person.version,
            decision: HardshipDecision(taking: proposal, as: proposal.visitClass.proposed ?? .two),
            on: Sample.today, by: account.actor)
        return try #require(try await store.newestCase(of: person.id))
    }
}
