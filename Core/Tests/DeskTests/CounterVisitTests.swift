// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Whoever comes to the counter: 02.w1, 02.r1")
struct CounterVisitTests {
    private func number(_ member: CastMember) throws -> String {
        try #require(member.facts.identity?.full)
    }

    private func ask(
        _ number: String, _ desk: CaseDesk, by account: Account = Sample.yangzhenClerk
    ) async throws -> CounterVisit {
        try await desk.office().counterVisit(ofBearerOf: number, by: account.actor)
    }

    @Test func `02.w1: from the roll to the application and the recognition by the number alone`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let wang = Sample.wangXiulan
        #expect(try await ask(number(wang), desk) == .unlisted(wang.id))
        try await desk.stage.list(wang)
        let found = try await desk.found(wang)
        #expect(try await ask(number(wang), desk) == .applying(found.id))
        try await desk.act(.registrationReceived(note: ""), of: wang, by: Sample.yangzhenClerk)
        try await desk.check()
        try await desk.act(.recognition(.accepted(note: "")), of: wang, by: Sample.yangzhenClerk)
        #expect(try await ask(number(wang), desk) == .applying(found.id))
        try await desk.act(
            .recognition(.recognised(number: "990000-1", note: "")), of: wang, by: Sample.yangzhenClerk)
        #expect(try await ask(number(wang), desk) == .recognised(found.id))
    }

    @Test func `02.r1: another town is named, nothing else is told, and the asking is on the audit`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let visit = try await ask(number(Sample.wangXiulan), desk, by: Sample.nancaiClerk)
        guard case .elsewhere(let town) = visit else {
            Issue.record("the other town is named")
            return
        }
        #expect(town.id == Sample.yangzhen)
        let note = try #require(
            try await desk.store.audit(of: nil, after: nil, limit: 1).rows.first)
        #expect(note.note.action == .refused && note.note.subject == .person(Sample.wangXiulan.id))
    }

    @Test func `02.w1: an unknown number is told as such, and is not on the audit itself`() async throws {
        let desk = try await CaseDesk.set()
        let number = Sample.identity(born: Sample.day(1971, 3, 4), sex: .male, sequence: 88).full
        #expect(try await ask(number, desk) == .unknown)
        let note = try #require(
            try await desk.store.audit(of: nil, after: nil, limit: 1).rows.first)
        #expect(note.note.action == .refused && !note.note.detail.contains(number))
    }

    @Test func `02.w1: whoever has no counter learns nothing`() async throws {
        let desk = try await CaseDesk.set()
        let number = try number(Sample.wangXiulan)
        await #expect(throws: Refusal.notAllowed(.recognise)) {
            _ = try await ask(number, desk, by: Sample.shalingWorker)
        }
    }
}
