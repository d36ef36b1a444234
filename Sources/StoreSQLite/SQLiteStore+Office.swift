// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: OfficeStore {
    public func account(login: String) async throws -> Account? {
        try readHere { try $0.account(login: login) }
    }

    public func credential(of account: AccountID) async throws -> Credential? {
        try readHere { try $0.credential(of: account) }
    }

    public func save(_ credential: Credential) async throws {
        try await queue.write { try $0.save(credential) }
    }

    public func session(_ digest: String) async throws -> Session? {
        try readHere { try $0.session(digest) }
    }

    public func save(_ session: Session) async throws { try await queue.write { try $0.save(session) } }

    public func endSession(_ digest: String) async throws {
        try await queue.write { try $0.endSession(digest) }
    }

    public func endSessions(of account: AccountID) async throws {
        try await queue.write { try $0.endSessions(of: account) }
    }

    public func note(_ audit: [AuditNote]) async throws { try await queue.write { try $0.note(audit) } }

    public func audit(of subject: Subject?, after: Cursor?, limit: Int) async throws -> Slice<AuditRow> {
        try readHere { try $0.audit(of: subject, after: after, limit: limit) }
    }

    public func loadedCalendars() async throws -> [Int: String] {
        try readHere { try $0.loadedCalendars() }
    }

    public func save(calendar text: String, year: Int) async throws {
        try await queue.write { try $0.save(calendar: text, year: year) }
    }
}
