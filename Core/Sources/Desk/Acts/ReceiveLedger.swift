// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 接收台账: the town has read a village's ledger (01.w3).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func receiveLedger(
        of id: RoundID, version: Int, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await answerLedger(of: id, version: version, with: .received, on: day, by: actor, once: once)
    }

    /// 退回台账: the town sends a ledger back with a reason.
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func sendBackLedger(
        of id: RoundID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        return try await answerLedger(
            of: id, version: version, with: .sentBack(reason: reason), on: day, by: actor, once: once)
    }

    private func answerLedger(
        of id: RoundID, version: Int, with event: RoundEvent, on day: Day, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var round = try await demand(round: id)
        try actor.require(.receiveLedger, at: round.village, in: tree)
        guard round.version == version else { throw StoreFailure.conflict(.round(id)) }
        guard let submission = round.submission, submission.returned == nil else {
            throw Refusal.ledgerNotSubmitted
        }
        guard submission.received == nil else { throw Refusal.ledgerAlreadyReceived }
        try check(day, after: submission.on, by: actor, at: round.village)
        var change = change(by: actor, once: once, answer: .round(id))
        change.append(.round(event), to: .round(id), after: version, on: day)
        round.apply(event, act: ActID(version + 1), on: day)
        change.states.append(.round(round))
        return try await commit(change)
    }
}
