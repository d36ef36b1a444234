// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 签到 and the results of a fair (14.w3).
extension Office {
    /// 到场: signed in by name at the desk. A second time changes nothing.
    ///
    /// - Throws: ``Refusal/procedure(_:)`` on another day than the fair's, other refusals; ``StoreFailure``.
    public func signIn(
        _ guest: CaseID, at id: FairID, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.signedIn(guest, by: .desk), of: guest, at: id, by: actor, once: once)
    }

    /// 扫码签到: the code of an invitation read at the desk, whoever it belongs to.
    ///
    /// - Parameter guest: whom the code belongs to; the caller has proved it.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func signInByCode(_ guest: CaseID, at id: FairID, by actor: Actor) async throws -> Receipt {
        try await again {
            let fair = try await demand(fair: id)
            try actor.require(.holdFairs, at: fair.unit, in: tree)
            return try await write(.signedIn(guest, by: .code), to: fair, actor, nil)
        }
    }

    /// 本人签到 with the code of the invitation, without a login.
    ///
    /// - Parameter guest: whom the code belongs to; the caller has proved it.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func signInOneself(_ guest: CaseID, at id: FairID) async throws -> Receipt {
        guard let district = tree.district?.id else { throw Refusal.notFound(.unit) }
        return try await again {
            try await write(
                .signedIn(guest, by: .own), to: try await demand(fair: id), .system(district: district), nil)
        }
    }

    /// 撤销签到.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func withdrawSignIn(
        of guest: CaseID, at id: FairID, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.signInWithdrawn(guest), of: guest, at: id, by: actor, once: once)
    }

    /// 现场来访人数, without names.
    ///
    /// - Parameter seen: the number that the page showed; another now means that a colleague counted too.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func countWalkIns(
        _ count: Int, seen: Int, at id: FairID, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        return try await again {
            let fair = try await demand(fair: id)
            try actor.require(.holdFairs, at: fair.unit, in: tree)
            guard fair.walkIns == seen else { throw StoreFailure.conflict(.fair(id)) }
            return try await write(.walkInsCounted(count), to: fair, actor, once)
        }
    }

    /// 展位成果, as the employer told it.
    ///
    /// - Parameter seen: what the page showed; something else now means that a colleague noted it too.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func reportStand(
        _ number: Int, _ result: StandResult, seen: StandResult?, at id: FairID, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        return try await again {
            let fair = try await demand(fair: id)
            try actor.require(.holdFairs, at: fair.unit, in: tree)
            guard fair.stand(number)?.result == seen else { throw StoreFailure.conflict(.fair(id)) }
            return try await write(.standReported(number: number, result), to: fair, actor, once)
        }
    }

    /// 参会结果 of somebody invited.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func noteResult(
        _ result: GuestResult, of guest: CaseID, at id: FairID, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.resultNoted(guest, result), of: guest, at: id, by: actor, once: once)
    }
}
