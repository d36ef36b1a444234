// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// The token of a form, sent with its act: the same form sent twice is taken once.
public struct OnceKey: Hashable, Sendable {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// An event on its way into the journal of `subject`, as act number `id`.
///
/// `id` is the version that the subject had when it was loaded, plus one. The journal refuses a number that is
/// taken, so that of two writers with the same page the second is told to reload.
public struct NewAct: Hashable, Sendable {
    public let subject: Subject
    public let id: ActID
    public let occurred: Day
    public let event: Event

    public init(subject: Subject, id: ActID, occurred: Day, event: Event) {
        self.subject = subject
        self.id = id
        self.occurred = occurred
        self.event = event
    }
}

/// The state of a subject after its acts: the row that lists and pages read.
public enum SubjectState: Hashable, Sendable {
    case person(Person)
    case household(Household)
    case unit(Unit)
    case round(SurveyRound)
    case assistanceCase(AssistanceCase)
    case account(Account)
    case batch(ImportBatch)
    case employer(Employer)
    case vacancy(Vacancy)
    case fair(Fair)
}

/// All obligations of one subject, replacing those stored before.
public struct DutyList: Hashable, Sendable {
    public let subject: Subject
    /// The village whose scope the duties fall in; `nil` for the district's own.
    public let unit: UnitID
    public let person: PersonID?
    /// 4 for the hardest class of person down to 1; 0 where there is none. Worklists show high first.
    public let hardness: Int
    /// The account that an owner's duties fall to; an owner not named here is the whole office.
    public let accounts: [Owner: AccountID]
    public let obligations: [Obligation]

    public init(
        subject: Subject, unit: UnitID, person: PersonID?, hardness: Int, accounts: [Owner: AccountID] = [:],
        obligations: [Obligation]
    ) {
        self.subject = subject
        self.unit = unit
        self.person = person
        self.hardness = hardness
        self.accounts = accounts
        self.obligations = obligations
    }
}

/// Everything that one act writes, in one transaction or not at all.
public struct Change: Sendable {
    public let by: AccountID
    public let recorded: Instant
    public let once: OnceKey?
    /// What a repeated form is answered with: the subject that the act was about.
    public let answer: Subject
    public var acts: [NewAct] = []
    public var states: [SubjectState] = []
    public var duties: [DutyList] = []
    public var audit: [AuditNote] = []
    /// Numbers that the acts give out, each written with them or not at all.
    public var serials: [DrawnSerial] = []
    /// What other systems are to be told of the acts (10.w4).
    public var messages: [NewMessage] = []
    /// A draft that the act completes, deleted with it.
    public var finishedDraft: String?
    /// The import that the acts belong to, if any.
    public var batch: BatchID?

    public init(by: AccountID, recorded: Instant, once: OnceKey? = nil, answer: Subject) {
        self.by = by
        self.recorded = recorded
        self.once = once
        self.answer = answer
    }

    /// Adds the event as the act that follows version `version` of the subject.
    public mutating func append(_ event: Event, to subject: Subject, after version: Int, on day: Day) {
        acts.append(NewAct(subject: subject, id: ActID(version + 1), occurred: day, event: event))
    }
}

/// What became of a change.
public struct Receipt: Hashable, Sendable {
    public let subject: Subject
    /// The form had been sent before; nothing was written this time.
    public let isRepeat: Bool

    public init(subject: Subject, isRepeat: Bool) {
        self.subject = subject
        self.isRepeat = isRepeat
    }
}

/// A look at unmasked facts, an export, a sign-in: what the audit keeps beside the acts themselves.
public struct AuditNote: Hashable, Sendable {
    public let at: Instant
    public let by: AccountID
    public let action: AuditAction
    public let subject: Subject?
    /// The purpose given, the ledger's name, the reason: never a personal fact.
    public let detail: String

    public init(at: Instant, by: AccountID, action: AuditAction, subject: Subject?, detail: String) {
        self.at = at
        self.by = by
        self.action = action
        self.subject = subject
        self.detail = detail
    }
}

/// What was done. Raw values are the storage format.
public enum AuditAction: String, CaseIterable, Hashable, Sendable, Codable {
    case act
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case lockedOut = "locked-out"
    case signedOut = "signed-out"
    case unmasked
    case exported
    case printed
    /// 批量匹配: a batch was made.
    case matched
    case imported
    case accountChanged = "account-changed"
    case policyChanged = "policy-changed"
    case backedUp = "backed-up"
    /// 紧急查看: a file outside the own scope was opened.
    case passOpened = "pass-opened"
    case scanOpened = "scan-opened"
    case refused
}

/// One import as it stands.
public struct ImportBatch: Hashable, Sendable, Codable, Identifiable {
    public let id: BatchID
    public let kind: ImportKind
    public let file: String
    public let digest: String
    public let rows: Int
    public let added: Int
    public let changed: Int
    public let by: AccountID
    public let unit: UnitID
    public let on: Day
    public var undone: Day?
    public var version: Int

    public init(
        id: BatchID, kind: ImportKind, file: String, digest: String, rows: Int, added: Int, changed: Int,
        by: AccountID, unit: UnitID, on: Day, undone: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.kind = kind
        self.file = file
        self.digest = digest
        self.rows = rows
        self.added = added
        self.changed = changed
        self.by = by
        self.unit = unit
        self.on = on
        self.undone = undone
        self.version = version
    }
}
