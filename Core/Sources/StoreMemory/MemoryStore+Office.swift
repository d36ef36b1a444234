// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: OfficeStore {
    public func units() async throws -> [Unit] { read { $0.units.values.sorted { $0.id < $1.id } } }

    public func account(_ id: AccountID) async throws -> Account? { read { $0.accounts[id] } }

    public func account(login: String) async throws -> Account? {
        read { state in state.accounts.values.first { $0.login == login } }
    }

    public func accounts() async throws -> [Account] {
        read { $0.accounts.values.sorted { $0.id < $1.id } }
    }

    public func credential(of account: AccountID) async throws -> Credential? {
        read { $0.credentials[account] }
    }

    public func save(_ credential: Credential) async throws {
        write { $0.credentials[credential.account] = credential }
    }

    public func session(_ digest: String) async throws -> Session? { read { $0.sessions[digest] } }

    public func save(_ session: Session) async throws { write { $0.sessions[session.digest] = session } }

    public func endSession(_ digest: String) async throws { write { $0.sessions[digest] = nil } }

    public func endSessions(of account: AccountID) async throws {
        write { state in state.sessions = state.sessions.filter { $0.value.account != account } }
    }

    public func note(_ audit: [AuditNote]) async throws { write { $0.audit += audit } }

    public func audit(of subject: Subject?, after: Cursor?, limit: Int) async throws -> Slice<AuditRow> {
        read { state in
            let before = after?.numbers.first ?? .max
            let rows = state.audit.enumerated().reversed()
                .map { AuditRow(number: $0.offset + 1, note: $0.element) }
                .filter { row in row.number < before && (subject.map { row.note.subject == $0 } ?? true) }
            return page(rows, limit: limit) { Cursor(numbers: $0.number) }
        }
    }

    public func loadedCalendars() async throws -> [Int: String] { read { $0.calendars } }

    public func save(calendar text: String, year: Int) async throws { write { $0.calendars[year] = text } }
}
