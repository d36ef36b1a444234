// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import StoreSQL

extension SQLiteStore: FairStore {
    public func fair(_ id: FairID) async throws -> Fair? { try readHere { try $0.fair(id) } }

    public func fairs(_ query: FairQuery, after: Cursor?, limit: Int) async throws -> Slice<Fair> {
        try readHere { try $0.fairs(query, after: after, limit: limit) }
    }
}
