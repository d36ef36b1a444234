// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Meetings: 06.w1 06.r2 07.w1 11.w1 11.r1 12.r1 11.c")
struct CaseMeetingTests {
    private let member = Sample.wangXiulan

    private func minutes(_ kind: MeetingKind, attendants: String = "韩雪梅、唐文静", words: String = "") -> Minutes {
        Minutes(kind: kind, place: "会议室", chair: "韩雪梅", attendants: attendants, words: words, items: [])
    }

    private func decision(
        _ desk: CaseDesk, _ member: CastMember, appoint: Account? = nil, version: Int? = nil
    )
        async throws -> MeetingDecision
    {
        let found = try await desk.found(member)
        return MeetingDecision(
            caseID: found.id, version: version ?? found.version, words: "适合家政", decision: "家政服务",
            appointed: appoint?.id)
    }

    @Test func `06.r2 07.w1: one form writes the minutes, each opinion and the appointment`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.handUp(member)
        let office = try await desk.office()
        let found = try await desk.found(member)
        await #expect(throws: Refusal.procedure(.noConsultation)) {
            _ = try await office.assign(
                Sample.specialist.id, at: .town, in: found.id, version: found.version, on: Sample.today,
                by: Sample.yangzhenClerk.actor)
        }
        _ = try await office.hold(
            minutes(.consultation), in: Sample.yangzhen,
            decisions: [try await decision(desk, member, appoint: Sample.specialist)], on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        let after = try await desk.found(member)
        #expect(after.helper?.account == Sample.specialist.id && after.helper?.isInterim == false)
        let history = try await desk.history(member).map(\.event.kind)
        #expect(Array(history.suffix(2)) == [.consulted, .specialistAppointed])
        let unit = try await desk.store.history(of: .unit(Sample.yangzhen)).last?.event
        guard case .unit(.met(let written)) = unit else {
            Issue.record("no minutes in the town's journal")
            return
        }
        #expect(written.items.map(\.decision) == ["家政服务"])
        #expect(written.items.map(\.caseID) == [found.id])
    }

    @Test func `a meeting is written whole or not at all`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.handUp(member)
        try await desk.help(Sample.liJianguo)
        let before = try await desk.found(member)
        let office = try await desk.office()
        // The second case is still the village's.
        let both = [try await decision(desk, member), try await decision(desk, Sample.liJianguo)]
        await #expect(throws: Refusal.procedure(.heldBy(.village))) {
            _ = try await office.hold(
                minutes(.consultation), in: Sample.yangzhen, decisions: both, on: Sample.today,
                by: Sample.yangzhenClerk.actor)
        }
        let stale = try await decision(desk, member, version: before.version - 1)
        await #expect(throws: StoreFailure.conflict(.assistanceCase(before.id))) {
            _ = try await office.hold(
                minutes(.consultation), in: Sample.yangzhen, decisions: [stale], on: Sample.today,
                by: Sample.yangzhenClerk.actor)
        }
        #expect(try await desk.found(member) == before)
        #expect(try await desk.store.history(of: .unit(Sample.yangzhen)).count == 1)
    }

    @Test func `06.r2: a meeting has attendants and something said, and its own office holds it`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let office = try await desk.office()
        func hold(_ minutes: Minutes, in unit: UnitID = Sample.yangzhen, by account: Account) async throws {
            _ = try await office.hold(
                minutes, in: unit, decisions: [], on: Sample.today, by: account.actor)
        }
        let clerk = Sample.yangzhenClerk
        await #expect(throws: Refusal.meetingEmpty) { try await hold(minutes(.consultation), by: clerk) }
        let alone = Refusal.procedure(.wordsMissing(.consultationHeld, what: .attendants))
        await #expect(throws: alone) {
            try await hold(minutes(.consultation, attendants: "", words: "议定"), by: clerk)
        }
        await #expect(throws: Refusal.notFound(.unit)) {
            try await hold(minutes(.panel, words: "议定"), by: clerk)
        }
        for account in [Sample.nancaiClerk, Sample.specialist, Sample.districtClerk, Sample.shalingWorker] {
            await #expect(throws: Refusal.notAllowed(.convene), "\(account.login)") {
                try await hold(minutes(.consultation, words: "议定"), by: account)
            }
        }
        try await hold(minutes(.consultation, words: "议定"), by: clerk)
        // 11.c: the district meets employers.
        try await hold(minutes(.joint, words: "企业岗位"), in: Sample.district, by: Sample.districtClerk)
    }

    @Test func `06.r2: a consultation is not needed only while the town holds no case, with a reason`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        let clerk = Sample.yangzhenClerk.actor
        let office = try await desk.office()
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await office.needNoConsultation(
                in: Sample.yangzhen, reason: "", on: Sample.today, by: clerk)
        }
        _ = try await office.needNoConsultation(
            in: Sample.yangzhen, reason: "没有在援对象", on: Sample.today, by: clerk)
        try await desk.act(.handUp(from: .village), of: member, by: Sample.aide)
        await #expect(throws: Refusal.procedure(.casesOpen(count: 1))) {
            _ = try await desk.office().needNoConsultation(
                in: Sample.yangzhen, reason: "没有在援对象", on: Sample.today, by: clerk)
        }
    }

    @Test func `11.w1 12.r1: the panel speaks, then the expert is appointed, in one form`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.handUp(member)
        let clerk = Sample.yangzhenClerk
        try await desk.act(.contact(.town), of: member, by: clerk)
        try await desk.act(.aid(.townUnsolved(reason: "无岗位")), of: member, by: clerk)
        try await desk.act(.handUp(from: .town), of: member, by: clerk)
        let office = try await desk.office()
        let early = try await decision(desk, member, appoint: Sample.expert)
        await #expect(throws: Refusal.procedure(.notReceived(by: .district))) {
            _ = try await office.hold(
                minutes(.panel), in: Sample.district, decisions: [early], on: Sample.today,
                by: Sample.districtClerk.actor)
        }
        let handed = try await desk.found(member)
        _ = try await office.receive(
            handed.id, version: handed.version, at: .district, interim: Sample.districtClerk.id,
            on: Sample.today, by: Sample.districtClerk.actor)
        let received = try await desk.found(member)
        await #expect(throws: Refusal.procedure(.noPanel)) {
            _ = try await office.assign(
                Sample.expert.id, at: .district, in: received.id, version: received.version,
                on: Sample.today, by: Sample.districtClerk.actor)
        }
        _ = try await office.hold(
            minutes(.panel), in: Sample.district,
            decisions: [try await decision(desk, member, appoint: Sample.expert)], on: Sample.today,
            by: Sample.districtClerk.actor)
        #expect(try await desk.found(member).helper?.account == Sample.expert.id)
        #expect(try await desk.found(member).care.panel != nil)
    }
}
