// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import StoreSQL

extension SQLiteStore: BulkStore {
    public func people(withIdentities numbers: [String]) async throws -> [Person] {
        try await read { try $0.people(withIdentities: numbers) }
    }

    public func people(of village: UnitID) async throws -> [Person] {
        try await read { try $0.people(of: village) }
    }

    public func households(of village: UnitID) async throws -> [Household] {
        try await read { try $0.households(of: village) }
    }

    public func journals(of subjects: [Subject]) async throws -> [Subject: Journal] {
        try await read { try $0.journals(of: subjects) }
    }

    public func histories(of subjects: [Subject]) async throws -> [Subject: [HistoryEntry]] {
        try await read { try $0.histories(of: subjects) }
    }

    public func places(ofSheets sheets: [String]) async throws -> [String: SheetPlace] {
        try await read { try $0.places(ofSheets: sheets) }
    }

    public func newestCases(of people: [PersonID]) async throws -> [PersonID: AssistanceCase] {
        try await read { try $0.newestCases(of: people) }
    }
}
