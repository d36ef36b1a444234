// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 新建账号: a named account with a random first password that must be changed at the first sign-in.
    ///
    /// - Returns: the account and its first password, which is shown once and kept nowhere.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func createAccount(
        login: String, name: String, grants: [Grant], by actor: Actor, keeper: any PasswordKeeper
    ) async throws -> (account: Account, password: String) {
        try requireAccounts(actor)
        return try await openAccount(login: login, name: name, grants: grants, by: actor, keeper: keeper)
    }

    /// The account of a fresh store, or one made from the command line: who may is settled by who may read
    /// the data folder.
    public func openAccount(
        login: String, name: String, grants: [Grant], by actor: Actor, keeper: any PasswordKeeper
    ) async throws -> (account: Account, password: String) {
        let login = login.lowercased()
        guard Self.isLogin(login) else { throw Refusal.loginMalformed(login) }
        guard !name.isEmpty else { throw Refusal.nameMissing }
        try check(grants)
        guard try await store.account(login: login) == nil else { throw Refusal.loginTaken(login) }
        let id = AccountID(try await store.allocate(.account, count: 1))
        let password = keeper.firstPassword()
        var change = change(by: actor, once: nil, answer: .account(id))
        let event = AccountEvent.created(login: login, name: name, grants: grants)
        change.append(.account(event), to: .account(id), after: 0, on: today)
        let account = Account(id: id, login: login, name: name, grants: grants, version: 1)
        change.states.append(.account(account))
        change.audit.append(audit(actor, id, "created"))
        _ = try await commit(change)
        try await store.save(Credential(account: id, hash: try await keeper.hash(password)))
        return (account, password)
    }

    /// 调整角色: ends the account's sessions, so that the new table holds at once.
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func grant(
        _ grants: [Grant], to id: AccountID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try check(grants)
        return try await change(id, version, .granted(grants), "granted", by: actor, once: once)
    }

    /// 停用账号: nobody can sign in with it; what it did stays.
    ///
    /// - Throws: ``Refusal/ownAccount`` for one's own; ``Refusal/ownsWork(cases:)`` while it helps somebody: hand
    ///   the caseload over first; other refusals.
    public func disableAccount(
        _ id: AccountID, version: Int, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        let owned = try await store.caseload(of: id).count
        guard owned == 0 else { throw Refusal.ownsWork(cases: owned) }
        return try await change(id, version, .disabled(reason: reason), "disabled", by: actor, once: once)
    }

    /// 启用账号.
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func enableAccount(
        _ id: AccountID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await change(id, version, .enabled, "enabled", by: actor, once: once)
    }

    /// 重置密码: a new random password that must be changed at the next sign-in; unlocks as well.
    ///
    /// - Returns: the password, shown once.
    /// - Throws: ``Refusal/nothingChanged`` when this very form was sent before; other refusals; ``StoreFailure``.
    public func resetPassword(
        of id: AccountID, version: Int, by actor: Actor, keeper: any PasswordKeeper, once: OnceKey? = nil
    ) async throws -> String {
        let receipt = try await change(id, version, .passwordReset, "password reset", by: actor, once: once)
        guard !receipt.isRepeat else { throw Refusal.nothingChanged }
        let password = keeper.firstPassword()
        try await store.save(Credential(account: id, hash: try await keeper.hash(password)))
        return password
    }

    /// 修改自己的密码. The other sessions of the account end.
    ///
    /// - Throws: ``Refusal/passwordWeak(_:)`` with every fault; ``Refusal/passwordWrong`` when the old one is
    ///   wrong, which counts towards the lock-out, so that nobody guesses it at an unguarded desk.
    public func choosePassword(
        _ new: String, old: String, of account: Account, keeper: any PasswordKeeper,
        rules: SignInRules = SignInRules()
    ) async throws {
        let credential = try await store.credential(of: account.id)
        guard await keeper.verify(old, against: credential?.hash) else {
            if var credential, case .locked = try await fail(account, &credential, rules) {
                try await store.endSessions(of: account.id)
            }
            throw Refusal.passwordWrong
        }
        var faults = keeper.faults(in: new, login: account.login)
        if new == old { faults.append(.sameAsBefore) }
        guard faults.isEmpty else { throw Refusal.passwordWeak(faults) }
        var change = change(by: account.actor, once: nil, answer: .account(account.id))
        var after = account
        after.apply(.passwordChosen)
        change.append(.account(.passwordChosen), to: .account(account.id), after: account.version, on: today)
        change.states.append(.account(after))
        change.audit.append(audit(account.actor, account.id, "password chosen"))
        _ = try await commit(change)
        try await store.save(Credential(account: account.id, hash: try await keeper.hash(new)))
        try await store.endSessions(of: account.id)
    }

    private func change(
        _ id: AccountID, _ version: Int, _ event: AccountEvent, _ what: String, by actor: Actor,
        once: OnceKey?
    ) async throws -> Receipt {
        try requireAccounts(actor)
        guard id != actor.account else { throw Refusal.ownAccount }
        guard var account = try await store.account(id) else { throw Refusal.notFound(.account) }
        var change = change(by: actor, once: once, answer: .account(id))
        change.append(.account(event), to: .account(id), after: version, on: today)
        account.apply(event)
        change.states.append(.account(account))
        change.audit.append(audit(actor, id, what))
        let receipt = try await commit(change)
        try await store.endSessions(of: id)
        return receipt
    }

    private func requireAccounts(_ actor: Actor) throws(Refusal) {
        guard let district = tree.district, actor.may(.changeAccounts, at: district.id, in: tree) else {
            throw .notAllowed(.changeAccounts)
        }
    }

    private func audit(_ actor: Actor, _ id: AccountID, _ what: String) -> AuditNote {
        AuditNote(at: now, by: actor.account, action: .accountChanged, subject: .account(id), detail: what)
    }

    /// Roles stand at units of their level; an administrator is that one thing and nothing else.
    func check(_ grants: [Grant]) throws(Refusal) {
        guard !grants.isEmpty else { throw .grantsMissing }
        for grant in grants {
            guard let unit = tree[grant.unit] else { throw .notFound(.unit) }
            guard grant.role.levels.contains(unit.level) else {
                throw .roleNotAtLevel(grant.role, unit.level)
            }
        }
        let isAdministrator = grants.contains { $0.role.isAdministrator }
        guard !isAdministrator || grants.count == 1 else { throw .administratorsExclude }
    }

    /// 3 to 32 of a-z, 0-9, dot, hyphen; the first a letter.
    static func isLogin(_ text: String) -> Bool {
        guard (3...32).contains(text.utf8.count), let first = text.utf8.first, (97...122).contains(first)
        else {
            return false
        }
        return text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
        }
    }
}
