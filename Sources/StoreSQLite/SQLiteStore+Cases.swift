// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: CaseStore {
    public func assistanceCase(_ id: CaseID) async throws -> AssistanceCase? {
        try readHere { try $0.assistanceCase(id) }
    }

    public func newestCase(of person: PersonID) async throws -> AssistanceCase? {
        try readHere { try $0.newestCase(of: person) }
    }

    public func ledger(
        _ category: HardshipCategory?, scope: Scope, after: Cursor?, limit: Int
    ) async throws -> Slice<LedgerRow> {
        guard limit <= Self.page else {
            return try await read { try $0.ledger(category, scope: scope, after: after, limit: limit) }
        }
        return try readHere { try $0.ledger(category, scope: scope, after: after, limit: limit) }
    }

    public func cases(_ query: CaseQuery, after: Cursor?, limit: Int) async throws -> Slice<LedgerRow> {
        guard limit <= Self.page else {
            return try await read { try $0.cases(query, after: after, limit: limit) }
        }
        return try readHere { try $0.cases(query, after: after, limit: limit) }
    }

    public func caseStates(
        _ query: CaseQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<AssistanceCase> {
        try await read { try $0.caseStates(query, after: after, limit: limit) }
    }

    public func caseload(of account: AccountID) async throws -> [AssistanceCase] {
        try await read { try $0.caseload(of: account) }
    }

    public func visits(of village: UnitID, from: Day, through: Day) async throws -> [VisitEntry] {
        try await read { try $0.visits(of: village, from: from, through: through) }
    }
}
