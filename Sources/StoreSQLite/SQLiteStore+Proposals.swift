// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import StoreSQL

extension SQLiteStore: ProposalStore {
    public func keep(_ order: MatchOrder, audit: AuditNote) async throws -> MatchRun {
        try await queue.write { try $0.keep(order, audit: audit) }
    }

    public func matchRuns(limit: Int) async throws -> [MatchRun] {
        try readHere { try $0.matchRuns(limit: limit) }
    }

    public func proposals(
        _ query: ProposalQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<ProposalRow> {
        try await read { try $0.proposals(query, after: after, limit: limit) }
    }

    public func proposalCount(_ query: ProposalQuery) async throws -> Int {
        try await read { try $0.proposalCount(query) }
    }

    public func answer(for id: CaseID) async throws -> MatchAnswer? {
        try readHere { try $0.answer(for: id) }
    }

    public func unservedCounts(_ scope: Scope) async throws -> [UnservedCount] {
        try await read { try $0.unservedCounts(scope) }
    }

    public func setAside(_ setAside: SetAside, audit: AuditNote) async throws {
        try await queue.write { try $0.setAside(setAside, audit: audit) }
    }

    public func setAside() async throws -> [SetAside] { try await read { try $0.setAside() } }
}
