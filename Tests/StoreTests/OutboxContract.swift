// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("数据上报: every driver keeps messages with the acts that they tell · 10.w4")
struct OutboxContract {
    private let systems = ["甲系统", "乙系统"]

    /// 王秀兰 has found work, of which both systems are told.
    private func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        _ = try await store.commit(
            Changes.listing(1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand], visitClass: .two))
        let found = try #require(try await store.assistanceCase(CaseID(1)))
        let job = Job(form: .hired, employer: "顺意家政", post: "保洁员", since: Sample.today)
        var change = Changes.acting(.work(.employed(job, at: .village)), on: found)
        change.messages = systems.map {
            NewMessage(
                system: $0, kind: .employed, caseID: found.id, act: ActID(found.version + 1),
                village: found.village)
        }
        _ = try await store.commit(change)
        return store
    }

    private func move(_ ids: [Int], _ state: MessageState, in store: any Store) async throws {
        let note = AuditNote(
            at: Changes.now, by: Sample.yangzhenClerk.id, action: .exported, subject: nil, detail: "上报")
        try await store.move(
            MessageMove(
                ids: ids.map { MessageID($0) }, to: state, file: state == .handedOver ? "一" : nil,
                reason: state == .failed ? "格式不对" : "", audit: note))
    }

    private func withdraw(_ store: any Store) async throws {
        let found = try #require(try await store.assistanceCase(CaseID(1)))
        _ = try await store.commit(
            Changes.acting(.withdrawn(ActID(found.version), reason: "记错"), on: found))
    }

    private func states(_ store: any Store) async throws -> [String] {
        try await walk { try await store.messages(MessageQuery(scope: .district), after: $0, limit: 1) }
            .map { "\($0.id.number) \($0.kind.rawValue) \($0.state.rawValue)" }
    }

    @Test(arguments: Driver.allCases)
    func `10.w4: one message for each system, listed and counted by scope`(driver: Driver) async throws {
        let store = try await filled(driver)
        #expect(try await states(store) == ["1 employed waiting", "2 employed waiting"])
        let query = MessageQuery(scope: .town(Sample.yangzhen), system: "乙系统", state: .waiting)
        let found = try await store.messages(query, after: nil, limit: 10).rows
        #expect(found.map(\.id.number) == [2])
        #expect(found.first?.village == Sample.shaling)
        #expect(try await store.messageCounts(.town(Sample.nancai)).isEmpty)
        #expect(try await store.messageCounts(.district).map(\.count) == [1, 1])
        #expect(try await store.messages(MessageQuery(scope: .nothing), after: nil, limit: 9).rows.isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `10.w4: a message goes its way with who moved it, and a second mover is told`(
        driver: Driver
    ) async throws {
        let store = try await filled(driver)
        try await move([1], .handedOver, in: store)
        await #expect(throws: StoreFailure.conflict(.assistanceCase(CaseID(1)))) {
            try await move([2, 1], .handedOver, in: store)
        }
        #expect(try await store.message(MessageID(2))?.state == .waiting)
        try await move([1], .failed, in: store)
        let failed = try #require(try await store.message(MessageID(1)))
        #expect(failed.reason == "格式不对" && failed.file == "一" && failed.by == Sample.yangzhenClerk.id)
        try await move([1], .waiting, in: store)
        try await move([1, 2], .handedOver, in: store)
        try await move([1], .confirmed, in: store)
        #expect(try await states(store) == ["1 employed confirmed", "2 employed handed-over"])
        await #expect(throws: StoreFailure.self) { try await move([1], .failed, in: store) }
    }

    @Test(arguments: Driver.allCases)
    func `10.w4: a withdrawn act takes back what waits and corrects what left`(driver: Driver) async throws {
        let store = try await filled(driver)
        try await move([1], .handedOver, in: store)
        try await withdraw(store)
        #expect(
            try await states(store) == [
                "1 employed handed-over", "2 employed withdrawn", "3 correction waiting",
            ])
        let correction = try #require(try await store.message(MessageID(3)))
        #expect(correction.system == "甲系统" && correction.corrects == MessageID(1))
        #expect(correction.act == (try await store.message(MessageID(1))?.act))
    }
}
