// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("数据上报 · 10.w4: a change of status is told to both systems, with the act that made it")
struct OutboxTests {
    private let clerk = Sample.yangzhenClerk
    private let member = Sample.wangXiulan

    private func lines(_ desk: CaseDesk, _ state: MessageState? = nil, by actor: Actor? = nil) async throws
        -> [MessageLine]
    {
        try await desk.office().outbox(system: nil, state: state, by: actor ?? clerk.actor).lines
    }

    private func words(_ lines: [MessageLine]) -> [String] {
        lines.map { "\($0.message.system) \($0.message.kind.rawValue) \($0.message.state.rawValue)" }
    }

    @Test func `10.w4: success changes the registry and waits for each system of the pack`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        #expect(try await lines(desk).isEmpty)
        try await desk.employ()
        let person = try #require(try await desk.store.person(member.id))
        #expect(person.facts.employment == .employed(sector: nil, form: .formal))
        let waiting = try await lines(desk, .waiting)
        #expect(words(waiting) == ["甲系统 employed waiting", "乙系统 employed waiting"])
        #expect(waiting.allSatisfy { $0.person.id == member.id && $0.entry.event.kind == .employed })
        let registration = WorkRegistration(job: .sample, number: "7", place: "杨镇", isUnstable: false)
        try await desk.act(.work(.notified(means: .telephone, words: "来登记")), of: member, by: clerk)
        try await desk.act(.work(.registered(registration)), of: member, by: clerk)
        try await desk.act(.work(.jobLost(reason: "停产")), of: member, by: Sample.aide)
        #expect(
            try await lines(desk, .waiting).map(\.message.kind) == [
                .employed, .employed, .registered, .registered, .jobLost, .jobLost,
            ])
    }

    @Test func `10.w4: a file takes what waits for one system and marks it in the same act`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        let office = try await desk.office()
        let file = try #require(try await office.handOverMessages(to: "甲系统", by: clerk.actor))
        #expect(try await office.handOverMessages(to: "甲系统", by: clerk.actor) == nil)
        #expect(words(try await lines(desk, .handedOver)) == ["甲系统 employed handed-over"])
        #expect(words(try await lines(desk, .waiting)) == ["乙系统 employed waiting"])
        let fetched = try await office.messageFile(file, by: clerk.actor)
        #expect(fetched.map(\.message.system) == ["甲系统"])
        #expect(fetched.first?.message.by == clerk.id)
        let audit = try await desk.store.audit(of: nil, after: nil, limit: 50).rows.map(\.note)
        #expect(audit.count { $0.action == .exported && $0.detail.contains(file) } == 2)
        await #expect(throws: Refusal.self) {
            _ = try await office.messageFile(file, by: Sample.nancaiClerk.actor)
        }
    }

    @Test func `10.w4: a failure has its reason and is sent again; what was confirmed stays so`() async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        let office = try await desk.office()
        _ = try await office.handOverMessages(to: "甲系统", by: clerk.actor)
        let id = try #require(try await lines(desk, .handedOver).first?.message.id)
        await #expect(throws: Refusal.reasonMissing) {
            try await office.settleMessages([id], as: .failed, by: clerk.actor)
        }
        await #expect(throws: Refusal.notAllowed(.sendMessages)) {
            try await office.settleMessages([id], as: .confirmed, by: Sample.nancaiClerk.actor)
        }
        try await office.settleMessages([id], as: .failed, reason: "身份证号对不上", by: clerk.actor)
        #expect(try await lines(desk, .failed).map(\.message.reason) == ["身份证号对不上"])
        try await office.settleMessages([id], as: .waiting, by: clerk.actor)
        _ = try await office.handOverMessages(to: "甲系统", by: clerk.actor)
        try await office.settleMessages([id], as: .confirmed, by: clerk.actor)
        await #expect(throws: StoreFailure.self) {
            try await office.settleMessages([id], as: .failed, reason: "又不对", by: clerk.actor)
        }
    }

    @Test func `10.w4: withdrawing the outcome takes back what waits and corrects what left`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        let office = try await desk.office()
        _ = try await office.handOverMessages(to: "甲系统", by: clerk.actor)
        let outcome = try await desk.newest(.recommendationEnded, of: member)
        try await desk.withdraw(outcome, of: member, by: Sample.aide)
        #expect(
            words(try await lines(desk)) == [
                "甲系统 employed handed-over", "乙系统 employed withdrawn", "甲系统 correction waiting",
            ])
        let correction = try #require(try await lines(desk, .waiting).first)
        #expect(correction.message.corrects == (try await lines(desk, .handedOver).first?.message.id))
    }

    @Test func `10.w4: whoever may not send messages sees none, a town only its own`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        await #expect(throws: Refusal.notAllowed(.sendMessages)) {
            _ = try await lines(desk, by: Sample.aide.actor)
        }
        #expect(try await lines(desk, by: Sample.nancaiClerk.actor).isEmpty)
        #expect(try await lines(desk, by: Sample.districtClerk.actor).count == 2)
    }
}
