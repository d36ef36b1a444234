// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What became of a sign-in.
public enum SignIn: Sendable {
    /// `token` goes into the cookie; only its digest is kept.
    case done(token: String, account: Account)
    /// Login or password wrong; which of the two is never said.
    case wrong
    case locked(until: Instant)
    case disabled
}

extension Office {
    /// 登录: compares, counts failures, locks, and puts every try on the audit.
    ///
    /// - Throws: ``StoreFailure``.
    public func signIn(
        login: String, password: String, keeper: any PasswordKeeper, rules: SignInRules = SignInRules()
    ) async throws -> SignIn {
        let account = try await store.account(login: login.lowercased())
        let credential =
            if let account { try await store.credential(of: account.id) } else { Credential?.none }
        let fits = await keeper.verify(password, against: credential?.hash)
        guard let account, var credential else {
            try await note(.signInFailed, account)
            return .wrong
        }
        if let until = credential.lockedUntil, now < until {
            try await note(.signInFailed, account)
            return .locked(until: until)
        }
        guard fits else { return try await fail(account, &credential, rules) }
        guard !account.isDisabled else {
            try await note(.signInFailed, account)
            return .disabled
        }
        if credential.failures > 0 || credential.lockedUntil != nil {
            credential.failures = 0
            credential.lockedUntil = nil
            try await store.save(credential)
        }
        let token = keeper.token()
        try await store.save(
            Session(
                digest: keeper.digest(of: token), account: account.id, began: now, lastSeen: now,
                seed: keeper.token()))
        try await note(.signedIn, account)
        return .done(token: token, account: account)
    }

    /// Counts a wrong password, locks after too many, and puts it on the audit.
    func fail(
        _ account: Account, _ credential: inout Credential, _ rules: SignInRules
    ) async throws -> SignIn {
        if credential.lockedUntil != nil { credential.failures = 0 }
        credential.lockedUntil = nil
        credential.failures += 1
        let isLocked = credential.failures >= rules.failuresAllowed
        if isLocked { credential.lockedUntil = now.adding(seconds: rules.lockSeconds) }
        try await store.save(credential)
        try await note(isLocked ? .lockedOut : .signInFailed, account)
        if let until = credential.lockedUntil { return .locked(until: until) }
        return .wrong
    }

    /// Nothing that was typed is kept: people type passwords into the wrong field.
    private func note(_ action: AuditAction, _ account: Account?) async throws {
        try await store.note([
            AuditNote(
                at: now, by: account?.id ?? .system, action: action,
                subject: account.map { .account($0.id) }, detail: "")
        ])
    }

    /// The session and account behind a cookie's token; `nil` once it is idle, old, or its account disabled.
    ///
    /// - Throws: ``StoreFailure``.
    public func session(
        token: String, keeper: any PasswordKeeper, rules: SignInRules = SignInRules()
    ) async throws -> (session: Session, account: Account)? {
        let digest = keeper.digest(of: token)
        guard var session = try await store.session(digest) else { return nil }
        let idle = session.lastSeen.adding(seconds: rules.idleSeconds)
        let longest = session.began.adding(seconds: rules.longestSeconds)
        guard now < idle, now < longest, let account = try await store.account(session.account),
            !account.isDisabled
        else {
            try await store.endSession(digest)
            return nil
        }
        // Written at most once a minute, so that reading a page does not become writing one.
        if session.lastSeen.adding(seconds: 60) < now {
            session.lastSeen = now
            try await store.save(session)
        }
        return (session, account)
    }

    /// 退出登录.
    ///
    /// - Throws: ``StoreFailure``.
    public func signOut(_ session: Session, of account: Account) async throws {
        try await store.endSession(session.digest)
        try await note(.signedOut, account)
    }
}
