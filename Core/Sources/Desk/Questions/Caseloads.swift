// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Somebody who helps, with how many cases are theirs (03.w1).
public struct HelperLine: Sendable {
    public let account: Account
    public let unit: Unit
    public let cases: Int
    /// Who sees to the work during the leave.
    public let coveredBy: String?
}

/// What passes when a caseload is handed over.
public struct Caseload: Sendable {
    public let account: Account
    public let cases: Int
    /// Open duties in these cases that fall to the account by name.
    public let duties: Int
    /// Who could take all of it, by the number of cases.
    public let colleagues: [(account: Account, cases: Int)]
}

extension Office {
    /// Who helps in a unit and the units below it, by unit and name; closed accounts only while cases are theirs.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func helperLines(in unit: UnitID, by actor: Actor) async throws -> [HelperLine] {
        try actor.require(.handOver, at: unit, in: tree)
        let loads = try await store.caseloads(scope(of: unit))
        let accounts = try await store.accounts()
        let names = Dictionary(accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        return accounts.compactMap { account in
            let cases = loads[account.id] ?? 0
            guard cases > 0 || !account.isDisabled else { return nil }
            let place = account.grants.first { $0.role.helps && tree.contains($0.unit, within: unit) }
            guard let home = place.flatMap({ tree[$0.unit] }) else { return nil }
            let cover = account.leave.flatMap { $0.through >= today ? names[$0.coveredBy] : nil }
            return HelperLine(account: account, unit: home, cases: cases, coveredBy: cover)
        }.sorted {
            ($0.unit.level.depth, $0.unit.id, $0.account.id) < (
                $1.unit.level.depth, $1.unit.id, $1.account.id
            )
        }
    }

    /// What an account holds and who could take it.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func caseload(of id: AccountID, by actor: Actor) async throws -> Caseload {
        guard let account = try await store.account(id) else { throw Refusal.notFound(.account) }
        for grant in account.grants where grant.role.helps {
            try actor.require(.handOver, at: grant.unit, in: tree)
        }
        let cases = try await store.caseload(of: id)
        var duties = 0
        for found in cases {
            duties += try await store.duties(of: .assistanceCase(found.id)).pending(on: today).count {
                $0.opens <= today && found.account(of: $0.owedBy) == id
            }
        }
        return Caseload(
            account: account, cases: cases.count, duties: duties,
            colleagues: try await colleagues(of: account))
    }

    /// Who sits in the same offices and helps at the same level: they can take a caseload or see to it.
    ///
    /// - Throws: ``StoreFailure``.
    public func colleagues(of account: Account) async throws -> [(account: Account, cases: Int)] {
        let seats = account.grants.filter(\.role.helps)
        guard let first = seats.first else { return [] }
        let loads = try await store.caseloads(scope(of: first.unit))
        return try await store.accounts().filter { other in
            other.id != account.id && !other.isDisabled
                && seats.allSatisfy { seat in
                    other.grants.contains { $0.unit == seat.unit && $0.role.helpsBeside(seat.role) }
                }
        }
        .map { ($0, loads[$0.id] ?? 0) }
        .sorted { ($0.cases, $0.account.id) < ($1.cases, $1.account.id) }
    }
}

extension Role {
    /// Whether somebody with the role sees to people by name.
    public var helps: Bool { helpingDeed != nil }

    func helpsBeside(_ other: Role) -> Bool { helpingDeed != nil && helpingDeed == other.helpingDeed }

    private var helpingDeed: Deed? {
        [.assistVillage, .assistTown, .assistDistrict, .placeWelfare].first { deeds.contains($0) }
    }
}
