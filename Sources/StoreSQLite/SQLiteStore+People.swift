// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import StoreSQL

extension SQLiteStore: PeopleStore {
    public func person(_ id: PersonID) async throws -> Person? { try readHere { try $0.person(id) } }

    public func people(_ ids: [PersonID]) async throws -> [Person] { try await read { try $0.people(ids) } }

    public func people(withIdentity number: String) async throws -> [Person] {
        try readHere { try $0.people(withIdentity: number) }
    }

    public func find(_ query: PersonQuery, after: Cursor?, limit: Int) async throws -> Slice<PersonRow> {
        try await read { try $0.find(query, after: after, limit: limit) }
    }

    public func household(_ id: HouseholdID) async throws -> Household? {
        try readHere { try $0.household(id) }
    }

    public func household(number: String, in village: UnitID) async throws -> Household? {
        try readHere { try $0.household(number: number, in: village) }
    }

    public func members(of household: HouseholdID) async throws -> [Person] {
        try readHere { try $0.members(of: household) }
    }
}
