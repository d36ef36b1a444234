// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    public func journal(of subject: Subject) throws -> Journal {
        Journal(
            acts: try connection.all(
                """
                SELECT act, kind, occurred, recorded, fields, refers, withdraws FROM journal
                WHERE subject_kind = ? AND subject = ? ORDER BY act
                """, subject.values
            ) { try flatAct($0) })
    }

    private func flatAct(_ row: any SQLRow) throws -> Act {
        guard let kind = ActKind(rawValue: row.text(1)) else {
            throw StoreFailure.damaged("an act of kind \(row.text(1))")
        }
        return Act(
            id: ActID(row.integer(0)), kind: kind, occurred: Day(row.integer(2)),
            recorded: Instant(millisecondsSince1970: Int64(row.integer(3))),
            fields: try FieldsText.read(row.text(4)), refersTo: row.optionalInteger(5).map { ActID($0) },
            withdraws: row.optionalInteger(6).map { ActID($0) })
    }

    public func history(of subject: Subject) throws -> [HistoryEntry] {
        try connection.all(
            """
            SELECT act, occurred, recorded, account, batch, shape, payload FROM journal
            WHERE subject_kind = ? AND subject = ? ORDER BY act
            """, subject.values
        ) { try historyEntry(of: subject, $0, from: 0) }
    }

    /// The acts of a kind that stand under a day, by number.
    public func acts(_ kind: ActKind, of subject: Subject, on day: Day) throws -> [HistoryEntry] {
        try connection.all(
            """
            SELECT act, occurred, recorded, account, batch, shape, payload FROM journal
            WHERE subject_kind = ? AND subject = ? AND kind = ? AND occurred = ?
                AND NOT EXISTS (
                    SELECT 1 FROM journal later WHERE later.subject_kind = journal.subject_kind
                        AND later.subject = journal.subject AND later.withdraws = journal.act)
            ORDER BY act
            """, subject.values + [.text(kind.rawValue), .integer(day.number)]
        ) { try historyEntry(of: subject, $0, from: 0) }
    }

    /// Reads act, occurred, recorded, account, batch, shape, payload.
    func historyEntry(of subject: Subject, _ row: any SQLRow, from first: Int) throws -> HistoryEntry {
        let act = row.integer(first)
        let bytes = try keys.open(row.blob(first + 6), "journal.payload", "\(subject.place):\(act)")
        return HistoryEntry(
            id: ActID(act), occurred: Day(row.integer(first + 1)),
            recorded: Instant(millisecondsSince1970: Int64(row.integer(first + 2))),
            by: AccountID(row.integer(first + 3)),
            event: try EventCodec.event(of: subject.kind, shape: row.integer(first + 5), bytes),
            batch: row.optionalInteger(first + 4).map { BatchID($0) })
    }

    public func touches(of batch: BatchID, after: Subject?, limit: Int) throws -> [BatchTouch] {
        try connection.all(
            """
            SELECT touched.subject_kind, touched.subject, touched.act,
                (SELECT max(act) FROM journal newest WHERE newest.subject_kind = touched.subject_kind
                    AND newest.subject = touched.subject)
            FROM (
                SELECT subject_kind, subject, max(act) AS act FROM journal
                WHERE batch = ? AND (subject_kind, subject) > (?, ?)
                GROUP BY subject_kind, subject ORDER BY subject_kind, subject LIMIT ?) touched
            ORDER BY touched.subject_kind, touched.subject
            """, [.integer(batch.number)] + Subject.start(after) + [.integer(limit)]
        ) {
            BatchTouch(
                subject: try Subject($0, from: 0), act: ActID($0.integer(2)), newest: ActID($0.integer(3)))
        }
    }

    public func batch(_ id: BatchID) throws -> ImportBatch? { try state(.batch, id.number) }

    public func batch(digest: String, kind: ImportKind) throws -> ImportBatch? {
        try one(
            .batch, where: "digest = ? AND kind = ? AND undone = 0 ORDER BY id DESC LIMIT 1",
            [.text(digest), .text(kind.rawValue)]
        )
    }

    public func batches(_ scope: Scope, after: Cursor?, limit: Int) throws -> Slice<ImportBatch> {
        guard let filter = ScopeFilter(scope) else { return .empty }
        let start = try after.map { try $0.numbers(1)[0] } ?? Int.max
        let found: [ImportBatch] = try states(
            .batch, where: "id < ?\(filter.text) ORDER BY id DESC LIMIT ?",
            [.integer(start)] + filter.values + [.integer(limit + 1)])
        return Slice(found, limit: limit) { Cursor($0.id.number) }
    }
}

extension Subject {
    /// Kind and number as columns hold them.
    var values: [SQLValue] { [.text(kind.rawValue), .integer(number)] }

    /// The place after a subject in the order of kinds and numbers, or before all.
    static func start(_ after: Subject?) -> [SQLValue] { after?.values ?? [.text(""), .integer(0)] }
}
