// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Looking where one has no grant: 紧急查看, L.05, L.06")
struct CasePassTests {
    private let member = Sample.wangXiulan

    private func open(_ desk: CaseDesk, _ reason: String = "本人在前台求助", by account: Account) async throws {
        _ = try await desk.office().openPass(to: member.id, reason: reason, by: account.actor)
    }

    private func actor(_ desk: CaseDesk, _ account: Account) async throws -> Actor {
        try #require(try await desk.store.account(account.id)).actor
    }

    @Test func `a pass asks for its reason, and some roles have none`() async throws {
        let desk = try await CaseDesk.set()
        await #expect(throws: Refusal.reasonMissing) { try await open(desk, "", by: Sample.nancaiClerk) }
        let without = [
            Sample.welfareClerk, Sample.systemAdministrator, Sample.auditAdministrator,
            Sample.securityAdministrator,
        ]
        for account in without {
            await #expect(throws: Refusal.notAllowed(.breakGlass)) { try await open(desk, by: account) }
        }
    }

    @Test func `a pass opens one file for three hours and stands in the audit`() async throws {
        let desk = try await CaseDesk.set()
        let person = try await desk.stage.person(member)
        let other = try await desk.stage.person(Sample.liJianguo)
        let office = try await desk.office()
        #expect(!office.maySee(person, try await actor(desk, Sample.nancaiClerk)))
        try await open(desk, by: Sample.nancaiClerk)
        let looking = try await actor(desk, Sample.nancaiClerk)
        #expect(office.maySee(person, looking))
        #expect(!office.maySee(other, looking))
        for (seconds, isOpen) in [(3 * 3600 - 1, true), (3 * 3600, false)] {
            let later = Office(
                store: desk.store, pack: CaseDesk.pack, tree: office.tree,
                now: office.now.adding(seconds: seconds), today: Sample.today)
            #expect(later.maySee(person, looking) == isOpen)
        }
        let notes = try await desk.store.audit(of: .person(member.id), after: nil, limit: 9).rows.map(\.note)
        #expect(notes.map(\.action) == [.passOpened])
        #expect(notes.first?.detail == "本人在前台求助")
        #expect(notes.first?.by == Sample.nancaiClerk.id)
    }

    @Test func `a pass is for looking, never for acting`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await open(desk, by: Sample.nancaiClerk)
        try await open(desk, by: Sample.hongsiWorker)
        let before = try await desk.found(member)
        let office = try await desk.office()
        let tries: [(Account, CaseEvent, Deed)] = [
            (Sample.hongsiWorker, .contact(.village, "越权"), .assistVillage),
            (Sample.nancaiClerk, .recognition(.certificateIssued(number: "1")), .recognise),
        ]
        for (account, event, deed) in tries {
            let looking = try await actor(desk, account)
            await #expect(throws: Refusal.notAllowed(deed)) {
                _ = try await office.act(
                    event, in: before.id, version: before.version, on: Sample.today, by: looking)
            }
        }
        #expect(try await desk.found(member) == before)
    }
}
