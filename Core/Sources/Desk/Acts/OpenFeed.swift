// SPDX-License-Identifier: Apache-2.0
import Assistance

extension Office {
    /// 开通日历订阅: a secret address gives the actor's own duties to a calendar program. Opening again makes the
    /// address before it worthless.
    ///
    /// - Parameter digest: of the secret in the address; the secret itself is never written down.
    /// - Throws: ``Refusal/notAllowed(_:)`` for whoever has no worklist; other refusals; ``StoreFailure``.
    public func openFeed(digest: String, by actor: Actor, once: OnceKey? = nil) async throws -> Receipt {
        guard actor.may(.seePeople) else { throw Refusal.notAllowed(.seePeople) }
        return try await write(.feedOpened(digest: digest), "calendar opened", by: actor, once: once)
    }

    /// 停用日历订阅: the address answers nobody any more.
    ///
    /// - Throws: ``Refusal/nothingChanged`` when there is none; other refusals; ``StoreFailure``.
    public func closeFeed(by actor: Actor, once: OnceKey? = nil) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard try await store.account(actor.account)?.feed != nil else { throw Refusal.nothingChanged }
        return try await write(.feedClosed, "calendar closed", by: actor, once: once)
    }

    private func write(
        _ event: AccountEvent, _ words: String, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard var account = try await store.account(actor.account) else { throw Refusal.notFound(.account) }
        var change = change(by: actor, once: once, answer: .account(account.id))
        change.append(.account(event), to: .account(account.id), after: account.version, on: today)
        account.apply(event)
        change.states.append(.account(account))
        change.audit.append(
            AuditNote(
                at: now, by: actor.account, action: .accountChanged, subject: .account(account.id),
                detail: words))
        return try await commit(change)
    }
}
