// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: JournalStore {
    public func allocate(_ kind: SubjectKind, count: Int) async throws -> Int {
        try await queue.write { try $0.allocate(kind, count: count) }
    }

    public func answer(to once: OnceKey) async throws -> Subject? {
        try readHere { try $0.answer(to: once) }
    }

    public func commit(_ change: Change) async throws -> Receipt {
        // Encoding and sealing happen here, on the caller's thread, not on the writer's.
        let prepared = try PreparedChange(change, keys: keys)
        return try await queue.write { try $0.apply(prepared) }
    }

    public func commitAll(_ changes: any Sequence<Change> & Sendable) async throws {
        let keys = keys
        try await queue.write(alone: true) { session in
            let line = PreparationLine(changes, keys: keys)
            defer { line.stop() }
            while let chunk = try line.next() {
                for change in chunk { _ = try session.apply(change) }
            }
        }
    }

    public func journal(of subject: Subject) async throws -> Journal {
        try readHere { try $0.journal(of: subject) }
    }

    public func acts(_ kind: ActKind, of subject: Subject, on day: Day) async throws -> [HistoryEntry] {
        try readHere { try $0.acts(kind, of: subject, on: day) }
    }

    public func history(of subject: Subject) async throws -> [HistoryEntry] {
        try readHere { try $0.history(of: subject) }
    }

    public func replace(_ duties: [DutyList]) async throws {
        try await queue.write { session in
            for list in duties { try session.replace(list) }
        }
    }

    public func touches(of batch: BatchID, after: Subject?, limit: Int) async throws -> [BatchTouch] {
        try await read { try $0.touches(of: batch, after: after, limit: limit) }
    }

    public func batch(_ id: BatchID) async throws -> ImportBatch? { try readHere { try $0.batch(id) } }

    public func batch(digest: String, kind: ImportKind) async throws -> ImportBatch? {
        try readHere { try $0.batch(digest: digest, kind: kind) }
    }

    public func batches(_ scope: Scope, after: Cursor?, limit: Int) async throws -> Slice<ImportBatch> {
        try await read { try $0.batches(scope, after: after, limit: limit) }
    }
}
