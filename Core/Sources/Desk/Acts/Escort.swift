// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 带领登记: the worker brought the person to the town (01.w5).
    ///
    /// The duty of 01.r4 is met only when the town has the application; the escort itself stands on record.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func recordEscort(
        of id: CaseID, version: Int, note: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(
            .escorted(by: actor.name, note: note), in: id, version: version, on: day,
            isConfirmed: true, by: actor, once: once)
    }

    /// 收到登记申请: the town has the person's application for registration (01.r4, 02.w1).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func receiveRegistration(
        of id: CaseID, version: Int, note: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        if let registered = try await demand(case: id).registered {
            throw Refusal.alreadyRegistered(on: registered)
        }
        return try await act(
            .registrationReceived(note: note), in: id, version: version, on: day,
            isConfirmed: true, by: actor, once: once)
    }

    /// 不愿登记: the person does not want to be registered; the reason is kept (01.r4, 02.r5).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func waiveEscort(
        of id: CaseID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        return try await act(
            .escortWaived(reason: reason), in: id, version: version, on: day,
            isConfirmed: true, by: actor, once: once)
    }

}
