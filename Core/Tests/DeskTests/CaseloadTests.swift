// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Whose work it is: 03.w1, 07.w1, 12.w1, hand-over, leave, closed accounts")
struct CaseloadTests {
    private let members = [Sample.wangXiulan, Sample.liJianguo]

    /// Duties that fall to an account by name, open a week from now.
    private func owed(_ desk: CaseDesk, to account: Account?, _ owners: Set<Owner> = [.aide]) async throws
        -> [DutyRow]
    {
        let query = WorkQuery(scope: .district, owners: owners)
        return try await desk.store.work(query, today: Sample.today.adding(days: 7), after: nil, limit: 500)
            .rows.filter {
                $0.account == account?.id
            }
    }

    @Test func `03.w1: helpers are offered by caseload, and only those of the level help`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(members[0])
        let second = try await desk.recognise(members[1])
        let office = try await desk.office()
        let helpers = try await office.helpers(at: .village, of: second)
        #expect(helpers.map(\.account.id) == [Sample.shalingWorker.id, Sample.aide.id])
        #expect(helpers.map(\.cases) == [0, 1])
        for account in Sample.accounts where ![1, 5].contains(account.id.number) {
            await #expect(throws: Refusal.cannotHelp(.village)) {
                _ = try await office.assign(
                    account.id, at: .village, in: second.id, version: second.version, on: Sample.today,
                    by: Sample.shalingWorker.actor)
            }
        }
        // An aide does not choose who helps.
        await #expect(throws: Refusal.notAllowed(.appointAide)) {
            _ = try await office.assign(
                Sample.aide.id, at: .village, in: second.id, version: second.version, on: Sample.today,
                by: Sample.aide.actor)
        }
    }

    @Test func `a whole caseload passes to other hands with every open duty, at once`() async throws {
        let desk = try await CaseDesk.set()
        for member in members { try await desk.help(member) }
        let before = try await owed(desk, to: Sample.aide)
        #expect(before.count >= 4)
        let passed = try await desk.office().handOver(
            from: Sample.aide.id, to: Sample.shalingWorker.id, reason: "调离", on: Sample.today,
            by: Sample.shalingWorker.actor, once: OnceKey("hand-over"))
        #expect(passed == 2)
        #expect(try await owed(desk, to: Sample.aide).isEmpty)
        #expect(
            Set(try await owed(desk, to: Sample.shalingWorker).map(\.obligation.id)).isSuperset(
                of: before.map(\.obligation.id)))
        var moments: Set<Instant> = []
        for member in members {
            #expect(try await desk.found(member).helper?.account == Sample.shalingWorker.id)
            moments.insert(try #require(try await desk.history(member).last).recorded)
            // The history of the first aide stays.
            #expect(try await desk.history(member).count { $0.event.kind == .aideAssigned } == 2)
        }
        #expect(moments.count == 1)
        // The form again does nothing; another finds nothing to pass.
        let again = try await desk.office().handOver(
            from: Sample.aide.id, to: Sample.shalingWorker.id, reason: "调离", on: Sample.today,
            by: Sample.shalingWorker.actor, once: OnceKey("hand-over"))
        #expect(again == 0)
        await #expect(throws: Refusal.nothingChanged) {
            _ = try await desk.office().handOver(
                from: Sample.aide.id, to: Sample.shalingWorker.id, reason: "调离", on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
    }

    @Test func `a caseload passes whole or not at all, with a reason, and not out of its days`() async throws
    {
        let desk = try await CaseDesk.set()
        for member in members { try await desk.help(member) }
        let office = try await desk.office()
        func pass(_ new: Account, _ reason: String = "调离", on day: Day = Sample.today) async throws {
            _ = try await office.handOver(
                from: Sample.aide.id, to: new.id, reason: reason, on: day, by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.cannotHelp(.village)) { try await pass(Sample.hongsiWorker) }
        await #expect(throws: Refusal.sameAccount) { try await pass(Sample.aide) }
        await #expect(throws: Refusal.reasonMissing) { try await pass(Sample.shalingWorker, "") }
        let (tomorrow, yesterday) = (Sample.today.adding(days: 1), Sample.today.adding(days: -1))
        await #expect(throws: Refusal.inTheFuture(tomorrow)) {
            try await pass(Sample.shalingWorker, on: tomorrow)
        }
        await #expect(throws: Refusal.beforeItsCause(yesterday, cause: Sample.today)) {
            try await pass(Sample.shalingWorker, on: yesterday)
        }
        await #expect(throws: Refusal.notAllowed(.handOver)) {
            _ = try await office.handOver(
                from: Sample.aide.id, to: Sample.shalingWorker.id, reason: "调离", on: Sample.today,
                by: Sample.hongsiWorker.actor)
        }
        #expect(try await desk.store.caseload(of: Sample.aide.id).count == 2)
    }

    @Test func `07.w1: an interim owner's work passes as interim, without a meeting`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.handUp(members[0])
        #expect(try await owed(desk, to: Sample.yangzhenClerk, [.specialist, .planOwner]).count == 2)
        let passed = try await desk.office().handOver(
            from: Sample.yangzhenClerk.id, to: Sample.specialist.id, reason: "休产假", on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        #expect(passed == 1)
        #expect(try await desk.found(members[0]).helper?.isInterim == true)
        #expect(try await owed(desk, to: Sample.specialist, [.specialist, .planOwner]).count == 2)
    }

    @Test func `duties go with the case when it goes back to the village`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.handUp(members[0])
        #expect(try await owed(desk, to: Sample.yangzhenClerk, [.specialist]).count == 1)
        try await desk.act(
            .handover(.handedBack(from: .town, to: .village, reason: "缺材料")), of: members[0],
            by: Sample.yangzhenClerk)
        #expect(try await owed(desk, to: Sample.yangzhenClerk, [.specialist]).isEmpty)
    }

    @Test(arguments: [(0, false), (1, true), (5, true), (6, false)])
    func `a leave shows the colleague's work between its days and not outside`(days: Int, isShown: Bool)
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help(members[0])
        let leave = Leave(
            from: Sample.today.adding(days: 1), through: Sample.today.adding(days: 5),
            coveredBy: Sample.shalingWorker.id, reason: "年假")
        _ = try await desk.office().setLeave(leave, of: Sample.aide.id, version: 1, by: Sample.aide.actor)
        let office = try await desk.office(on: Sample.today.adding(days: days))
        func shown(_ account: Account) async throws -> Bool {
            try await office.worklist(span: .all, by: account.actor).rows.contains {
                $0.account == Sample.aide.id
            }
        }
        #expect(try await shown(Sample.shalingWorker) == isShown)
        // The cases stay with their owner, who sees them throughout.
        #expect(try await shown(Sample.aide))
        #expect(try await desk.found(members[0]).helper?.account == Sample.aide.id)
        let seen = try await office.accountsSeenTo(by: Sample.shalingWorker.actor)
        #expect(seen == (isShown ? [Sample.aide.id, Sample.shalingWorker.id] : [Sample.shalingWorker.id]))
    }

    @Test func `a leave ends early, and is set by oneself or by who hands caseloads over`() async throws {
        let desk = try await CaseDesk.set()
        let office = try await desk.office()
        let today = Sample.today
        func set(_ leave: Leave, by account: Account) async throws {
            let version = try #require(try await desk.store.account(Sample.aide.id)).version
            _ = try await office.setLeave(leave, of: Sample.aide.id, version: version, by: account.actor)
        }
        func leave(_ from: Day, _ through: Day, _ cover: Account = Sample.shalingWorker) -> Leave {
            Leave(from: from, through: through, coveredBy: cover.id, reason: "年假")
        }
        await #expect(throws: Refusal.leaveBackwards) {
            try await set(leave(today, today.adding(days: -1)), by: Sample.aide)
        }
        await #expect(throws: Refusal.sameAccount) {
            try await set(leave(today, today, Sample.aide), by: Sample.aide)
        }
        await #expect(throws: Refusal.notAllowed(.handOver)) {
            try await set(leave(today, today), by: Sample.hongsiWorker)
        }
        try await set(leave(today, today), by: Sample.shalingWorker)
        #expect(try await office.accountsSeenTo(by: Sample.shalingWorker.actor).contains(Sample.aide.id))
        _ = try await office.endLeave(of: Sample.aide.id, version: 2, by: Sample.aide.actor)
        #expect(try await !office.accountsSeenTo(by: Sample.shalingWorker.actor).contains(Sample.aide.id))
    }

    @Test func `no account is closed while it helps somebody`() async throws {
        let desk = try await CaseDesk.set()
        for member in members { try await desk.help(member) }
        let office = try await desk.office()
        func close() async throws {
            let version = try #require(try await desk.store.account(Sample.aide.id)).version
            _ = try await office.disableAccount(
                Sample.aide.id, version: version, reason: "离职", by: Sample.securityAdministrator.actor)
        }
        await #expect(throws: Refusal.ownsWork(cases: 2)) { try await close() }
        _ = try await office.handOver(
            from: Sample.aide.id, to: Sample.shalingWorker.id, reason: "离职", on: Sample.today,
            by: Sample.shalingWorker.actor)
        try await close()
        let found = try await desk.found(members[0])
        await #expect(throws: Refusal.cannotHelp(.village)) {
            _ = try await office.assign(
                Sample.aide.id, at: .village, in: found.id, version: found.version, reason: "再来",
                on: Sample.today, by: Sample.shalingWorker.actor)
        }
    }
}
