// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// All units by number.
    public func units() throws -> [Unit] { try states(.unit, where: "1 = 1 ORDER BY id", []) }

    public func account(_ id: AccountID) throws -> Account? { try state(.account, id.number) }

    public func account(login: String) throws -> Account? {
        try one(.account, where: "login = ?", [.text(login)])
    }

    /// All accounts by number.
    public func accounts() throws -> [Account] { try states(.account, where: "1 = 1 ORDER BY id", []) }

    public func credential(of account: AccountID) throws -> Credential? {
        try connection.first(
            "SELECT hash, failures, locked_until FROM credential WHERE account = ?",
            [.integer(account.number)]
        ) { row in
            Credential(
                account: account, hash: row.text(0), failures: row.integer(1),
                lockedUntil: row.optionalInteger(2).map { Instant(millisecondsSince1970: Int64($0)) })
        }
    }

    public func session(_ digest: String) throws -> Session? {
        try connection.first(
            "SELECT account, began, last_seen, seed FROM session WHERE digest = ?", [.text(digest)]
        ) { row in
            Session(
                digest: digest, account: AccountID(row.integer(0)),
                began: Instant(millisecondsSince1970: Int64(row.integer(1))),
                lastSeen: Instant(millisecondsSince1970: Int64(row.integer(2))), seed: row.text(3))
        }
    }

    /// Newest first.
    public func audit(of subject: Subject?, after: Cursor?, limit: Int) throws -> Slice<AuditRow> {
        let start = try after.map { try $0.numbers(1)[0] } ?? Int.max
        let rows = try connection.all(
            """
            SELECT seq, at, account, action, subject_kind, subject, detail FROM audit
            WHERE \(subject == nil ? "" : "subject_kind = ? AND subject = ? AND ")seq < ?
            ORDER BY seq DESC LIMIT ?
            """, (subject?.values ?? []) + [.integer(start), .integer(limit + 1)]
        ) { row in
            guard let action = AuditAction(rawValue: row.text(3)) else {
                throw StoreFailure.damaged("an audit line of \(row.text(3))")
            }
            let note = AuditNote(
                at: Instant(millisecondsSince1970: Int64(row.integer(1))), by: AccountID(row.integer(2)),
                action: action, subject: row.isNull(4) ? nil : try Subject(row, from: 4), detail: row.text(6))
            return AuditRow(number: row.integer(0), note: note)
        }
        return Slice(rows, limit: limit) { Cursor($0.number) }
    }

    public func loadedCalendars() throws -> [Int: String] {
        Dictionary(
            try connection.all("SELECT year, content FROM calendar") { ($0.integer(0), $0.text(1)) },
            uniquingKeysWith: { $1 })
    }
}
