// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore {
    public func duplicatePairs(
        _ scope: Scope, after: Cursor?, limit: Int
    ) async throws -> Slice<DuplicatePair> {
        try await read { try $0.duplicatePairs(scope, after: after, limit: limit) }
    }

    public func people(pastWorkingAge day: Day, after: PersonID?, limit: Int) async throws -> [Person] {
        try await read { try $0.people(pastWorkingAge: day, after: after, limit: limit) }
    }
}
