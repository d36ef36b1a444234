// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 退出: ends a case with its reason (spec/flow.md, rule 6).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func endCase(
        _ id: CaseID, version: Int, reason: CaseEndReason, note: String, on day: Day,
        isConfirmed: Bool = false, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(
            .ended(reason, note: note), in: id, version: version, on: day, isConfirmed: isConfirmed,
            by: actor,
            once: once)
    }

    /// 恢复, 第二轮: opens an ended case again, or begins a new round of one whose job was lost or is unstable
    /// (17.r2); its history stays.
    ///
    /// The visit class stands again as it was, and with it the visits.
    /// - Parameter level: the level at which the new round begins; the village where nobody says otherwise.
    /// - Throws: ``Refusal/cannotReopen(_:)`` after death or for a duplicate, ``Refusal/liveCaseExists(_:)``,
    ///   ``Refusal/personNotOnRoll``, other refusals.
    public func reopenCase(
        _ id: CaseID, version: Int, reason: String, at level: Level? = nil, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        var found = try await demand(case: id)
        let person = try await demand(person: found.person)
        try actor.require(.confirmHardship, at: person.village, in: tree)
        if let ended = found.ended {
            guard ended.reason.canBeReopened else { throw Refusal.cannotReopen(ended.reason) }
            try await checkNoOther(than: found)
        } else if found.care.holder == nil {
            throw Refusal.caseNotClosed
        }
        let event = CaseEvent.reopened(reason: reason, level: level)
        try check(day, after: found.cause(of: event), by: actor, at: found.village)
        _ = try found.decide(event, given: Given(day: day, numbers: pack.procedure))
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        found.take(event, on: day, into: &change)
        bringHome(&found, to: person, on: day, into: &change)
        if let visitClass = found.visitClass {
            let proposal = try await proposal(for: person, on: day).visitClass
            found.take(
                .classified(Classification(visitClass: visitClass, proposal: proposal, reason: reason)),
                on: day, into: &change)
        }
        change.states.append(.assistanceCase(found))
        return try await commit(change)
    }

    /// A person on the roll has at most one live case (spec/flow.md, rule 7).
    func checkNoOther(than found: AssistanceCase) async throws {
        guard try await demand(person: found.person).isOnRoll else { throw Refusal.personNotOnRoll }
        if let other = try await store.newestCase(of: found.person), other.isLive, other.id != found.id {
            throw Refusal.liveCaseExists(other.id)
        }
    }

    /// A case that lives again stands in the village where its person lives by now.
    func bringHome(
        _ found: inout AssistanceCase, to person: Person, on day: Day, into change: inout Change
    ) {
        guard found.isLive, found.village != person.village else { return }
        found.take(.relocated(village: person.village), on: day, into: &change)
    }
}
