// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: WorkStore {
    public func work(
        _ query: WorkQuery, today: Day, after: Cursor?, limit: Int
    ) async throws -> Slice<DutyRow> {
        try readHere { try $0.work(query, today: today, after: after, limit: limit) }
    }

    public func duties(of subject: Subject) async throws -> [Obligation] {
        try readHere { try $0.duties(of: subject) }
    }

    public func duties(of subjects: [Subject]) async throws -> [Subject: [Obligation]] {
        try readHere { try $0.duties(of: subjects) }
    }

    public func dutySubjects(after: Subject?, limit: Int) async throws -> [Subject] {
        try await read { try $0.dutySubjects(after: after, limit: limit) }
    }
}
