// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A sign-in that is still good. The token itself is never stored, only its digest.
public struct Session: Hashable, Sendable {
    public let digest: String
    public let account: AccountID
    public let began: Instant
    public var lastSeen: Instant
    /// Salt of the session's form tokens.
    public let seed: String

    public init(digest: String, account: AccountID, began: Instant, lastSeen: Instant, seed: String) {
        self.digest = digest
        self.account = account
        self.began = began
        self.lastSeen = lastSeen
        self.seed = seed
    }
}

/// What signing in compares; kept apart from the account's journal.
public struct Credential: Hashable, Sendable {
    public let account: AccountID
    /// Argon2id, encoded with its parameters.
    public var hash: String
    public var failures: Int
    public var lockedUntil: Instant?

    public init(account: AccountID, hash: String, failures: Int = 0, lockedUntil: Instant? = nil) {
        self.account = account
        self.hash = hash
        self.failures = failures
        self.lockedUntil = lockedUntil
    }
}

/// One line of the audit.
public struct AuditRow: Hashable, Sendable {
    public let number: Int
    public let note: AuditNote

    public init(number: Int, note: AuditNote) {
        self.number = number
        self.note = note
    }
}

/// Units, accounts, sessions, audit.
public protocol OfficeStore: Sendable {
    func units() async throws -> [Unit]
    func account(_ id: AccountID) async throws -> Account?
    func account(login: String) async throws -> Account?
    func accounts() async throws -> [Account]
    func credential(of account: AccountID) async throws -> Credential?
    func save(_ credential: Credential) async throws
    func session(_ digest: String) async throws -> Session?
    func save(_ session: Session) async throws
    func endSession(_ digest: String) async throws
    func endSessions(of account: AccountID) async throws
    func note(_ audit: [AuditNote]) async throws
    /// Newest first.
    func audit(of subject: Subject?, after: Cursor?, limit: Int) async throws -> Slice<AuditRow>
    /// Calendars loaded since the pack, as the text of their files, by year.
    func loadedCalendars() async throws -> [Int: String]
    func save(calendar text: String, year: Int) async throws
}

/// Everything that a store must offer.
public typealias Store = AttachmentStore & BulkStore & CaseStore & FairStore & JournalStore & OfficeStore
    & OutboxStore & PaperStore & PeopleStore & ProposalStore & RecommendationStore & SurveyStore
    & VacancyStore & WorkStore
