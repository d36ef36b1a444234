// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

/// Keeps passwords as they are: what hashing is worth is tested where it is done.
struct PlainKeeper: PasswordKeeper {
    func hash(_ password: String) async throws -> String { "plain:" + password }
    func verify(_ password: String, against stored: String?) async -> Bool { stored == "plain:" + password }
    func faults(in password: String, login: String) -> [PasswordFault] {
        (password.count < 8 ? [.tooShort] : []) + (password.contains(login) ? [.containsLogin] : [])
    }
    func firstPassword() -> String { "first-password" }
    func token() -> String { "token-\(UInt64.random(in: 0 ... .max))" }
    func digest(of token: String) -> String { "digest:" + token }
}

@Suite("Accounts and their roles: 00.levels")
struct AccountTests {
    private let administrator = Sample.securityAdministrator.actor
    private let keeper = PlainKeeper()

    private func create(
        _ login: String = "yangzhen2", name: String = "孔繁森",
        _ grants: [Grant] = [Grant(role: .townClerk, unit: Sample.yangzhen)], in stage: Stage,
        by actor: Actor? = nil
    ) async throws -> Account {
        try await stage.office().createAccount(
            login: login, name: name, grants: grants, by: actor ?? administrator, keeper: keeper
        ).account
    }

    @Test func `only the security administrator makes accounts, and each is on the audit`() async throws {
        let stage = try await Stage.set()
        for account in Sample.accounts where account.id != Sample.securityAdministrator.id {
            await #expect(throws: Refusal.notAllowed(.changeAccounts)) {
                _ = try await create(in: stage, by: account.actor)
            }
        }
        let made = try await create("YangZhen2", in: stage)
        #expect(made.login == "yangzhen2")
        #expect(made.mustChangePassword)
        let notes = try await stage.store.audit(of: .account(made.id), after: nil, limit: 9).rows
        #expect(notes.map(\.note.action) == [.accountChanged])
        await #expect(throws: Refusal.loginTaken("yangzhen2")) { _ = try await create(in: stage) }
    }

    @Test(arguments: ["ab", "1abc", "有名", "a b c", "a_bc", "abcdefghijklmnopqrstuvwxyz1234567"])
    func `a login is 3 to 32 small letters, digits, dots and hyphens`(login: String) async throws {
        let stage = try await Stage.set()
        await #expect(throws: Refusal.loginMalformed(login)) { _ = try await create(login, in: stage) }
    }

    @Test func `00.levels: a role stands at a unit of its level, and administrators exclude everything else`()
        async throws
    {
        let stage = try await Stage.set()
        func make(_ grants: [Grant]) async throws { _ = try await create("nobody", grants, in: stage) }
        await #expect(throws: Refusal.grantsMissing) { try await make([]) }
        await #expect(throws: Refusal.roleNotAtLevel(.aide, .town)) {
            try await make([Grant(role: .aide, unit: Sample.yangzhen)])
        }
        await #expect(throws: Refusal.notFound(.unit)) {
            try await make([Grant(role: .aide, unit: UnitID(99))])
        }
        await #expect(throws: Refusal.administratorsExclude) {
            try await make([
                Grant(role: .auditAdministrator, unit: Sample.district),
                Grant(role: .securityAdministrator, unit: Sample.district),
            ])
        }
        await #expect(throws: Refusal.administratorsExclude) {
            try await make([
                Grant(role: .systemAdministrator, unit: Sample.district),
                Grant(role: .districtClerk, unit: Sample.district),
            ])
        }
        try await make([
            Grant(role: .aide, unit: Sample.shaling), Grant(role: .villageWorker, unit: Sample.shaling),
        ])
    }

    @Test func `a change of roles, a reset and a stop end the sessions of the account`() async throws {
        let stage = try await Stage.set()
        let account = try await create(in: stage)
        let office = try await stage.office()
        func signIn(_ password: String = "first-password") async throws -> String? {
            let answer = try await office.signIn(login: "yangzhen2", password: password, keeper: keeper)
            if case .done(let token, _) = answer { return token }
            return nil
        }
        func isOpen(_ token: String?) async throws -> Bool {
            try await office.session(token: try #require(token), keeper: keeper) != nil
        }
        var token = try await signIn()
        #expect(try await isOpen(token))
        _ = try await office.grant(
            [Grant(role: .specialist, unit: Sample.yangzhen)], to: account.id, version: 1, by: administrator)
        #expect(try await !isOpen(token))
        token = try await signIn()
        #expect(
            try await office.resetPassword(of: account.id, version: 2, by: administrator, keeper: keeper)
                == "first-password")
        #expect(try await !isOpen(token))
        token = try await signIn()
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await office.disableAccount(account.id, version: 3, reason: "", by: administrator)
        }
        _ = try await office.disableAccount(account.id, version: 3, reason: "调离", by: administrator)
        #expect(try await !isOpen(token))
        #expect(try await signIn() == nil)
        _ = try await office.enableAccount(account.id, version: 4, by: administrator)
        #expect(try await signIn() != nil)
        await #expect(throws: StoreFailure.conflict(.account(account.id))) {
            _ = try await office.enableAccount(account.id, version: 4, by: administrator)
        }
        await #expect(throws: Refusal.ownAccount) {
            _ = try await office.disableAccount(
                Sample.securityAdministrator.id, version: 1, reason: "误", by: administrator)
        }
    }

    @Test func `a reset sent twice gives one password`() async throws {
        let stage = try await Stage.set()
        let account = try await create(in: stage)
        let office = try await stage.office()
        func reset() async throws {
            _ = try await office.resetPassword(
                of: account.id, version: 1, by: administrator, keeper: keeper, once: OnceKey("reset"))
        }
        try await reset()
        await #expect(throws: Refusal.nothingChanged) { try await reset() }
        #expect(try await stage.store.account(account.id)?.version == 2)
    }
}

@Suite("Signing in")
struct SignInTests {
    private let keeper = PlainKeeper()
    private let noon = Instant(startOf: Sample.today).adding(seconds: 12 * 3600)

    /// The office at so many seconds after noon.
    private func office(_ stage: Stage, after seconds: Int = 0) -> Office {
        Office(
            store: stage.store, pack: Sample.pack, tree: UnitTree(Sample.units),
            now: noon.adding(seconds: seconds), today: Sample.today)
    }

    private func stage() async throws -> Stage {
        let stage = try await Stage.set()
        try await stage.store.save(Credential(account: Sample.shalingWorker.id, hash: "plain:right"))
        return stage
    }

    private func signIn(_ stage: Stage, _ password: String, after seconds: Int = 0) async throws -> SignIn {
        try await office(stage, after: seconds).signIn(
            login: Sample.shalingWorker.login, password: password, keeper: keeper)
    }

    @Test func `five wrong passwords lock for half an hour, and each try is on the audit`() async throws {
        let stage = try await stage()
        for _ in 1...4 {
            guard case .wrong = try await signIn(stage, "wrong") else { throw UnexpectedAnswer() }
        }
        guard case .locked(let until) = try await signIn(stage, "wrong") else { throw UnexpectedAnswer() }
        #expect(until == noon.adding(seconds: 1800))
        guard case .locked = try await signIn(stage, "right", after: 1799) else { throw UnexpectedAnswer() }
        guard case .done = try await signIn(stage, "right", after: 1800) else { throw UnexpectedAnswer() }
        let actions = try await stage.store.audit(
            of: .account(Sample.shalingWorker.id), after: nil, limit: 20
        ).rows.map(\.note.action)
        #expect(
            actions == [.signedIn, .signInFailed, .lockedOut] + Array(repeating: .signInFailed, count: 4))
    }

    @Test func `a right password between wrong ones begins the count anew`() async throws {
        let stage = try await stage()
        for _ in 1...2 {
            for _ in 1...4 { _ = try await signIn(stage, "wrong") }
            guard case .done = try await signIn(stage, "right") else { throw UnexpectedAnswer() }
        }
    }

    @Test func `an unknown login is answered like a wrong password, and is on the audit without its text`()
        async throws
    {
        let stage = try await stage()
        let answer = try await office(stage).signIn(login: "nobody", password: "right", keeper: keeper)
        guard case .wrong = answer else { throw UnexpectedAnswer() }
        let note = try #require(try await stage.store.audit(of: nil, after: nil, limit: 1).rows.first?.note)
        #expect(note.action == .signInFailed)
        #expect(note.subject == nil)
        #expect(note.detail.isEmpty)
    }

    @Test(arguments: [(1799, true), (1800, false)])
    func `a session ends after half an hour without a request`(seconds: Int, isOpen: Bool) async throws {
        let stage = try await stage()
        guard case .done(let token, _) = try await signIn(stage, "right") else { throw UnexpectedAnswer() }
        let found = try await office(stage, after: seconds).session(token: token, keeper: keeper)
        #expect((found != nil) == isOpen)
    }

    @Test func `a busy session ends after twelve hours, and signing out ends it at once`() async throws {
        let stage = try await stage()
        guard case .done(let token, let account) = try await signIn(stage, "right") else {
            throw UnexpectedAnswer()
        }
        for half in 1...47 {
            #expect(try await office(stage, after: half * 900).session(token: token, keeper: keeper) != nil)
        }
        #expect(try await office(stage, after: 48 * 900).session(token: token, keeper: keeper) == nil)
        guard case .done(let other, _) = try await signIn(stage, "right") else { throw UnexpectedAnswer() }
        let session = try #require(try await office(stage).session(token: other, keeper: keeper)).session
        try await office(stage).signOut(session, of: account)
        #expect(try await office(stage).session(token: other, keeper: keeper) == nil)
    }

    @Test func `a password is chosen against the old one, and all its faults are said`() async throws {
        let stage = try await stage()
        let account = Sample.shalingWorker
        func choose(_ new: String, old: String) async throws {
            let now = try #require(try await stage.store.account(account.id))
            try await office(stage).choosePassword(new, old: old, of: now, keeper: keeper)
        }
        await #expect(throws: Refusal.passwordWrong) { try await choose("long-enough", old: "wrong") }
        await #expect(throws: Refusal.passwordWeak([.tooShort, .sameAsBefore])) {
            try await choose("right", old: "right")
        }
        guard case .done(let token, _) = try await signIn(stage, "right") else { throw UnexpectedAnswer() }
        try await choose("long-enough", old: "right")
        #expect(try await office(stage).session(token: token, keeper: keeper) == nil)
        #expect(try await stage.store.account(account.id)?.mustChangePassword == false)
        guard case .done = try await signIn(stage, "long-enough") else { throw UnexpectedAnswer() }
    }

    @Test func `guessing the old password at an open desk locks the account and ends its sessions`()
        async throws
    {
        let stage = try await stage()
        guard case .done(let token, let account) = try await signIn(stage, "right") else {
            throw UnexpectedAnswer()
        }
        for _ in 1...5 {
            await #expect(throws: Refusal.passwordWrong) {
                try await office(stage).choosePassword(
                    "long-enough", old: "guess", of: account, keeper: keeper)
            }
        }
        #expect(try await office(stage).session(token: token, keeper: keeper) == nil)
        guard case .locked = try await signIn(stage, "right") else { throw UnexpectedAnswer() }
    }
}
