// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// What is written beside the journal: it is about signing in and about drafts, not about the district's work.
extension WriteSession {
    public func save(_ credential: Credential) throws {
        try connection.run(
            """
            INSERT INTO credential (account, hash, failures, locked_until) VALUES (?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, failures = excluded.failures,
                locked_until = excluded.locked_until
            """,
            [
                .integer(credential.account.number), .text(credential.hash), .integer(credential.failures),
                SQLValue(credential.lockedUntil.map { Int($0.millisecondsSince1970) }),
            ])
    }

    public func save(_ session: Session) throws {
        try connection.run(
            """
            INSERT INTO session (digest, account, began, last_seen, seed) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (digest) DO UPDATE SET last_seen = excluded.last_seen, seed = excluded.seed
            """,
            [
                .text(session.digest), .integer(session.account.number),
                .integer(Int(session.began.millisecondsSince1970)),
                .integer(Int(session.lastSeen.millisecondsSince1970)), .text(session.seed),
            ])
    }

    public func endSession(_ digest: String) throws {
        try connection.run("DELETE FROM session WHERE digest = ?", [.text(digest)])
    }

    public func endSessions(of account: AccountID) throws {
        try connection.run("DELETE FROM session WHERE account = ?", [.integer(account.number)])
    }

    /// Ends every session there is, as after a restore.
    public func endAllSessions() throws { try connection.run("DELETE FROM session", []) }

    public func save(calendar text: String, year: Int) throws {
        try connection.run(
            """
            INSERT INTO calendar (year, content) VALUES (?, ?)
            ON CONFLICT (year) DO UPDATE SET content = excluded.content
            """, [.integer(year), .text(text)])
    }

    public func save(_ draft: PreparedDraft) throws {
        try connection.run(
            """
            INSERT INTO draft (sheet, account, interviewed, content) VALUES (?, ?, ?, ?)
            ON CONFLICT (sheet) DO UPDATE SET account = excluded.account,
                interviewed = excluded.interviewed, content = excluded.content
            """, draft.values)
    }

    public func discardDraft(_ sheet: String) throws {
        try connection.run("DELETE FROM draft WHERE sheet = ?", [.text(sheet)])
    }
}

/// A draft, sealed.
public struct PreparedDraft: Sendable {
    let values: [SQLValue]

    public init(_ draft: SheetDraft, keys: StoreKeys) throws {
        let content = try keys.seal(JSONBytes.write(DraftText(draft)), "draft.content", draft.sheet)
        values = [
            .text(draft.sheet), .integer(draft.account.number), .integer(draft.interviewed.number),
            .blob(content),
        ]
    }
}
