// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing

@Suite("账号、登录与会话")
struct AccountsTests {
    private let keeper = PlainKeeper()

    /// The sample with one known password for everybody.
    private func office(_ store: MemoryStore, seconds: Int = 0) -> Office {
        let morning = Sample.office(over: store)
        return Office(
            store: store, pack: Sample.pack, tree: morning.tree, now: morning.now.adding(seconds: seconds),
            today: Sample.today)
    }

    private func filled() async throws -> MemoryStore {
        let store = MemoryStore()
        try await Sample.fill(store)
        for account in Sample.accounts {
            try await store.save(Credential(account: account.id, hash: "#right"))
        }
        return store
    }

    @Test(arguments: [
        ("abc", true), ("a.b-9", true), ("Ab", false), ("ab", false), ("9ab", false), ("李新", false),
        ("a_b", false), (String(repeating: "a", count: 32), true), (String(repeating: "a", count: 33), false),
    ])
    func `logins are short, lower case and typed on any keyboard`(login: String, isTaken: Bool) async throws {
        let store = try await filled()
        let grants = [Grant(role: .aide, unit: Sample.shaling)]
        let opened = try? await office(store).createAccount(
            login: login, name: "李新", grants: grants, by: Sample.securityAdministrator.actor, keeper: keeper)
        #expect((opened != nil) == isTaken)
    }

    @Test func `a login is taken whatever its case`() async throws {
        let store = try await filled()
        await #expect(throws: Refusal.loginTaken("shaling")) {
            try await office(store).createAccount(
                login: "ShaLing", name: "李新", grants: [Grant(role: .aide, unit: Sample.shaling)],
                by: Sample.securityAdministrator.actor, keeper: keeper)
        }
    }

    @Test(arguments: Role.allCases)
    func `only the security administrator opens accounts`(role: Role) async throws {
        let store = try await filled()
        let actor = try #require(Sample.accounts.first { $0.grants.first?.role == role }).actor
        let opened = try? await office(store).createAccount(
            login: "lixin", name: "李新", grants: [Grant(role: .aide, unit: Sample.shaling)], by: actor,
            keeper: keeper)
        #expect((opened != nil) == (role == .securityAdministrator))
    }

    @Test(arguments: [(4, false), (5, true)])
    func `the fifth failure locks`(failures: Int, isLocked: Bool) async throws {
        let store = try await filled()
        for _ in 1...failures {
            _ = try await office(store).signIn(login: "shaling", password: "wrong", keeper: keeper)
        }
        let credential = try #require(try await store.credential(of: Sample.shalingWorker.id))
        #expect((credential.lockedUntil != nil) == isLocked)
        let right = try await office(store).signIn(login: "shaling", password: "right", keeper: keeper)
        if case .done = right { #expect(!isLocked) } else { #expect(isLocked) }
    }

    @Test(arguments: [(1799, true), (1800, false)])
    func `a session lives half an hour from its last use`(seconds: Int, lives: Bool) async throws {
        let store = try await filled()
        guard
            case .done(let token, _) = try await office(store).signIn(
                login: "shaling", password: "right", keeper: keeper)
        else {
            Issue.record("the password is right")
            return
        }
        let found = try await office(store, seconds: seconds).session(token: token, keeper: keeper)
        #expect((found != nil) == lives)
    }

    @Test(arguments: [(12 * 3600 - 60, true), (12 * 3600, false)])
    func `no session outlives twelve hours, however busy`(seconds: Int, lives: Bool) async throws {
        let store = try await filled()
        guard
            case .done(let token, _) = try await office(store).signIn(
                login: "shaling", password: "right", keeper: keeper)
        else {
            Issue.record("the password is right")
            return
        }
        for later in stride(from: 1200, to: seconds, by: 1200) {
            _ = try await office(store, seconds: later).session(token: token, keeper: keeper)
        }
        let found = try await office(store, seconds: seconds).session(token: token, keeper: keeper)
        #expect((found != nil) == lives)
    }

    @Test func `a reset ends sessions, unlocks, and asks for a new password`() async throws {
        let store = try await filled()
        let id = Sample.shalingWorker.id
        try await store.save(
            Credential(account: id, hash: "#right", failures: 5, lockedUntil: office(store, seconds: 900).now)
        )
        let password = try await office(store).resetPassword(
            of: id, version: 1, by: Sample.securityAdministrator.actor, keeper: keeper)
        guard
            case .done(_, let account) = try await office(store).signIn(
                login: "shaling", password: password, keeper: keeper)
        else {
            Issue.record("the new password opens")
            return
        }
        #expect(account.mustChangePassword)
    }

    @Test func `a new password must differ from the old one`() async throws {
        let store = try await filled()
        await #expect(throws: Refusal.passwordWeak([.sameAsBefore])) {
            try await office(store).choosePassword(
                "right", old: "right", of: Sample.shalingWorker, keeper: keeper)
        }
    }

    /// Passwords in the clear: what is tried here is the desk, not the cryptography.
    private struct PlainKeeper: PasswordKeeper {
        func hash(_ password: String) async throws -> String { "#\(password)" }
        func verify(_ password: String, against stored: String?) async -> Bool { stored == "#\(password)" }
        func faults(in password: String, login: String) -> [PasswordFault] { [] }
        func firstPassword() -> String { "first-\(UInt64.random(in: 0...(.max)))" }
        func token() -> String { "token-\(UInt64.random(in: 0...(.max)))" }
        func digest(of token: String) -> String { "digest of \(token)" }
    }
}
