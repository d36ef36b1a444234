// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 退出: ends a case with its reason (spec/flow.md, rule 6).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func endCase(
        _ id: CaseID, version: Int, reason: CaseEndReason, note: String, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        try await write(
            .ended(reason, note: note), in: id, version: version, deed: .confirmHardship, on: day, by: actor,
            once: once)
    }

    /// 恢复: opens an ended case again; its history stays.
    ///
    /// - Throws: ``Refusal/cannotReopen(_:)`` after death or for a duplicate; other refusals.
    public func reopenCase(
        _ id: CaseID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        var found = try await demand(case: id)
        try actor.require(.confirmHardship, at: found.village, in: tree)
        guard let ended = found.ended else { throw Refusal.caseNotClosed }
        guard ended.reason.canBeReopened else { throw Refusal.cannotReopen(ended.reason) }
        try check(day, after: ended.on, by: actor, at: found.village)
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        found.take(.reopened(reason: reason), on: day, into: &change)
        change.states.append(.assistanceCase(found))
        return try await commit(change)
    }
}
