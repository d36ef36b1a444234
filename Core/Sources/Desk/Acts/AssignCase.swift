// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 确定援助员（专员、专家）: one person for one person (03.w1, 07.w1, 12.w1).
    ///
    /// - Parameter reason: why it passes from somebody else; not asked for the first time.
    /// - Throws: ``Refusal/cannotHelp(_:)`` for an account without the role there; other refusals;
    ///   ``StoreFailure``.
    public func assign(
        _ account: AccountID, at level: Level, in id: CaseID, version: Int, reason: String = "", on day: Day,
        isConfirmed: Bool = false, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let found = try await demand(case: id)
        let assignment = try await assignment(of: account, at: level, in: found, reason: reason)
        return try await act(
            .aid(.ownerAssigned(assignment)), in: id, version: version, on: day,
            isConfirmed: isConfirmed, by: actor, once: once)
    }

    /// 接收: the level takes a hand-up in and says who sees to it until the meeting appoints somebody.
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func receive(
        _ id: CaseID, version: Int, at level: Level, interim: AccountID, on day: Day,
        isConfirmed: Bool = false, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let found = try await demand(case: id)
        let assignment = try await assignment(of: interim, at: level, in: found, isInterim: true)
        return try await act(
            .handover(.received(level: level, interim: assignment)), in: id, version: version, on: day,
            isConfirmed: isConfirmed, by: actor, once: once)
    }

    /// An account as the helper of a case.
    ///
    /// - Throws: ``Refusal/cannotHelp(_:)`` unless it is open and has such a role at the level's office.
    public func assignment(
        of id: AccountID, at level: Level, in found: AssistanceCase, isInterim: Bool = false,
        reason: String = ""
    ) async throws -> Assignment {
        guard let account = try await store.account(id),
            account.canHelp(at: unit(at: level, of: found), level)
        else { throw Refusal.cannotHelp(level) }
        return Assignment(level: level, account: id, name: account.name, isInterim: isInterim, reason: reason)
    }

    /// Who can help a case at a level, those with the fewest cases first (03.w1: by caseload).
    public func helpers(at level: Level, of found: AssistanceCase) async throws -> [(
        account: Account, cases: Int
    )] {
        try await helpers(at: level, in: unit(at: level, of: found))
    }

    /// Who can help at an office, those with the fewest cases first.
    ///
    /// - Throws: ``StoreFailure``.
    public func helpers(at level: Level, in office: UnitID) async throws -> [(account: Account, cases: Int)] {
        let accounts = try await store.accounts().filter { $0.canHelp(at: office, level) }
        let loads = try await store.caseloads(scope(of: office))
        return accounts.map { ($0, loads[$0.id] ?? 0) }
            .sorted { ($0.cases, $0.account.id) < ($1.cases, $1.account.id) }
    }

    /// The scope that a unit is.
    func scope(of unit: UnitID) -> Scope {
        switch tree[unit]?.level {
        case .village: .village(unit)
        case .town: .town(unit)
        case .district, .city, .province: .district
        case nil: .nothing
        }
    }
}

extension Account {
    /// Whether the account is open and has a role that helps at the office.
    public func canHelp(at office: UnitID, _ level: Level) -> Bool {
        !isDisabled && grants.contains { level.helpers.contains($0.role) && $0.unit == office }
    }
}
