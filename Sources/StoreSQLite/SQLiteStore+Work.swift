// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: WorkStore {
    public func work(
        _ query: WorkQuery, today: Day, after: Cursor?, limit: Int
    ) async throws -> Slice<DutyRow> {
        try await read { try $0.work(query, today: today, after: after, limit: limit) }
    }

    public func workCount(_ query: WorkQuery, today: Day) async throws -> WorkCount {
        try await read { try $0.workCount(query, today: today) }
    }

    public func duties(of subject: Subject) async throws -> [Obligation] {
        try await read { try $0.duties(of: subject) }
    }

    public func dutySubjects(after: Subject?, limit: Int) async throws -> [Subject] {
        try await read { try $0.dutySubjects(after: after, limit: limit) }
    }
}
