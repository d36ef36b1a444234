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

    /// 紧急查看 of whoever bears a full ID number, since nobody outside one's scope can be searched for by name.
    ///
    /// A number that nobody bears is written into the audit without the number: asking must not be free.
    /// - Throws: ``Refusal/notFound(_:)``, ``Refusal/reasonMissing``, ``Refusal/notAllowed(_:)``;
    ///   ``StoreFailure``.
    public func openPass(
        toBearerOf number: RecordedIdentity, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard actor.may(.breakGlass) else { throw Refusal.notAllowed(.breakGlass) }
        let bearers = try await store.people(withIdentity: number.full)
        guard let person = bearers.first(where: \.isOnRoll) ?? bearers.first else {
            try await store.note([
                AuditNote(
                    at: now, by: actor.account, action: .refused, subject: nil, detail: "紧急查看：没有此人")
            ])
            throw Refusal.notFound(.person)
        }
        // Whoever sees the person anyway needs no pass, and the audit is spared a false alarm.
        if actor.may(.seePeople, at: person.village, in: tree) {
            return Receipt(subject: .person(person.id), isRepeat: false)
        }
        return try await openPass(to: person.id, reason: reason, by: actor, once: once)
    }

    /// The passes of an actor that still hold, with the people whose files they open.
    ///
    /// - Throws: ``StoreFailure``.
    public func openPasses(of actor: Actor) async throws -> [(pass: Pass, person: Person)] {
        var found: [(pass: Pass, person: Person)] = []
        for pass in actor.passes where now < pass.until {
            if let person = try await store.person(pass.person) { found.append((pass, person)) }
        }
        return found
    }

    /// The pass through which alone an actor looks at a person; `nil` within the grants.
    public func pass(to person: Person, of actor: Actor) -> Pass? {
        guard !actor.may(.seePeople, at: person.village, in: tree) else { return nil }
        return actor.passes.filter { $0.person == person.id && now < $0.until }.max { $0.until < $1.until }
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
