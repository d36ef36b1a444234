// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("单位、账号与审计 office: units, accounts, sessions, audit")
struct OfficeContract {
    @Test(arguments: Driver.allCases)
    func `units and accounts come back as they were written`(driver: Driver) async throws {
        let store = try await driver.filled()
        #expect(try await store.units() == Sample.units.sorted { $0.id < $1.id })
        #expect(try await store.accounts().map(\.login) == Sample.accounts.map(\.login))
        #expect(try await store.account(login: "shaling")?.id == Sample.shalingWorker.id)
        #expect(try await store.account(login: "nobody") == nil)
        #expect(try await store.account(Sample.aide.id)?.grants == Sample.aide.grants)
    }

    @Test(arguments: Driver.allCases)
    func `a renamed unit is seen at once`(driver: Driver) async throws {
        let store = try await driver.filled()
        var unit = try #require(try await store.units().first { $0.id == Sample.shaling })
        var change = Changes.blank(.unit(unit.id))
        change.append(.unit(.renamed(to: "沙岭新村")), to: .unit(unit.id), after: 1, on: Sample.today)
        unit.apply(.renamed(to: "沙岭新村"), on: Sample.today)
        change.states.append(.unit(unit))
        _ = try await store.commit(change)
        #expect(try await store.units().first { $0.id == Sample.shaling } == unit)
    }

    @Test(arguments: Driver.allCases)
    func `sessions end one by one or all of an account`(driver: Driver) async throws {
        let store = try await driver.filled()
        var session = Session(
            digest: "a", account: Sample.aide.id, began: Changes.now, lastSeen: Changes.now, seed: "salt")
        try await store.save(session)
        session.lastSeen = Changes.now.adding(seconds: 60)
        try await store.save(session)
        #expect(try await store.session("a") == session)
        try await store.save(
            Session(digest: "b", account: Sample.aide.id, began: Changes.now, lastSeen: Changes.now, seed: "")
        )
        try await store.endSession("a")
        #expect(try await store.session("a") == nil)
        #expect(try await store.session("b") != nil)
        try await store.endSessions(of: Sample.aide.id)
        #expect(try await store.session("b") == nil)
    }

    @Test(arguments: Driver.allCases)
    func `a credential replaces the one before`(driver: Driver) async throws {
        let store = try await driver.filled()
        #expect(try await store.credential(of: Sample.aide.id) == nil)
        try await store.save(Credential(account: Sample.aide.id, hash: "one"))
        let locked = Credential(
            account: Sample.aide.id, hash: "two", failures: 5, lockedUntil: Changes.now.adding(seconds: 900))
        try await store.save(locked)
        #expect(try await store.credential(of: Sample.aide.id) == locked)
    }

    @Test(arguments: Driver.allCases)
    func `the audit is read newest first, whole or of one subject`(driver: Driver) async throws {
        let store = try await driver.filled()
        let subject = Subject.person(Sample.wangXiulan.id)
        let notes = (1...5).map { number in
            AuditNote(
                at: Changes.now.adding(seconds: number), by: Sample.aide.id, action: .unmasked,
                subject: number.isMultiple(of: 2) ? subject : nil, detail: "核对 \(number)")
        }
        try await store.note(Array(notes.prefix(3)))
        var change = Changes.entering(820, "吴新", in: Sample.shaling)
        change.audit = Array(notes.suffix(2))
        _ = try await store.commit(change)
        let all = try await walk { try await store.audit(of: nil, after: $0, limit: 2) }
        #expect(all.map(\.note) == notes.reversed())
        let one = try await walk { try await store.audit(of: subject, after: $0, limit: 1) }
        #expect(one.map(\.note.detail) == ["核对 4", "核对 2"])
    }

    @Test(arguments: Driver.allCases)
    func `a calendar loaded later replaces the one of its year`(driver: Driver) async throws {
        let store = try await driver.open()
        try await store.save(calendar: "一", year: 2027)
        try await store.save(calendar: "二", year: 2027)
        try await store.save(calendar: "三", year: 2028)
        #expect(try await store.loadedCalendars() == [2027: "二", 2028: "三"])
    }
}
