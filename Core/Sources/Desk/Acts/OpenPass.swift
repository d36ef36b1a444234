// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 紧急查看: opens one file outside one's own scope for three hours, with a reason that the audit keeps.
    ///
    /// Looking is all that it allows; what is masked stays masked.
    /// - Throws: ``Refusal/reasonMissing``, ``Refusal/notAllowed(_:)``; ``StoreFailure``.
    public func openPass(
        to id: PersonID, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard actor.may(.breakGlass) else { throw Refusal.notAllowed(.breakGlass) }
        _ = try await demand(person: id)
        guard var account = try await store.account(actor.account) else { throw Refusal.notFound(.account) }
        let pass = Pass(person: id, reason: reason, until: now.adding(seconds: Pass.longest))
        let event = AccountEvent.passOpened(pass)
        var change = change(by: actor, once: once, answer: .person(id))
        change.append(.account(event), to: .account(account.id), after: account.version, on: today)
        account.apply(event)
        change.states.append(.account(account))
        change.audit.append(
            AuditNote(
                at: now, by: actor.account, action: .passOpened, subject: .person(id), detail: reason))
        return try await commit(change)
    }

    /// Whether an actor may look at a person's file: within the grants, or through a pass that still holds.
    public func maySee(_ person: Person, _ actor: Actor) -> Bool {
        actor.may(.seePeople, at: person.village, in: tree)
            || actor.passes.contains { $0.person == person.id && now < $0.until }
    }

    /// - Throws: ``Refusal/notAllowed(_:)`` when the actor may not look at the file.
    func requireSight(of person: Person, by actor: Actor) throws(Refusal) {
        guard maySee(person, actor) else { throw .notAllowed(.seePeople) }
    }
}
