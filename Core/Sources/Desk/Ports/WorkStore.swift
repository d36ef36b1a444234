// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One line of work: what is owed, for whom, by when.
public struct DutyRow: Hashable, Sendable {
    public let subject: Subject
    public let unit: UnitID
    public let person: PersonID?
    public let name: String?
    public let hardness: Int
    /// Who owes it by name; `nil` where the whole office does.
    public let account: AccountID?
    public let obligation: Obligation

    public init(
        subject: Subject, unit: UnitID, person: PersonID?, name: String?, hardness: Int,
        account: AccountID? = nil, obligation: Obligation
    ) {
        self.account = account
        self.subject = subject
        self.unit = unit
        self.person = person
        self.name = name
        self.hardness = hardness
        self.obligation = obligation
    }
}

/// Which part of the open work a list shows; open is what ``Standing/isPending`` says of the day. Raw values
/// stand in addresses.
public enum WorkSpan: String, CaseIterable, Hashable, Sendable {
    /// Due before today.
    case overdue
    /// Due today.
    case today
    /// Due from tomorrow to the seventh day after today, whether or not the window has begun.
    case week
    /// Everything open whose window has begun, whenever it is due.
    case all
    /// What a calendar shows: late, or due through the ``aheadDays``th day after today, whether or not the
    /// window has begun.
    case ahead

    /// How far ahead a calendar looks, in days.
    public static let aheadDays = 60
}

/// Which duties a worklist shows.
public struct WorkQuery: Hashable, Sendable {
    public var scope: Scope
    public var span: WorkSpan
    public var owners: Set<Owner>
    /// Only this rule (a key of deadlines.yaml); all where `nil`.
    public var rule: String?
    /// Only what falls to one of these accounts or to nobody by name; everybody's where `nil`, nobody's alone
    /// where empty.
    public var accounts: Set<AccountID>?

    public init(
        scope: Scope, span: WorkSpan = .all, owners: Set<Owner>, rule: String? = nil,
        accounts: Set<AccountID>? = nil
    ) {
        self.scope = scope
        self.span = span
        self.owners = owners
        self.rule = rule
        self.accounts = accounts
    }
}

/// How much is open, for badges and tiles.
public struct WorkCount: Hashable, Sendable {
    public let overdue: Int
    public let today: Int
    public let week: Int
    public let all: Int

    public init(overdue: Int, today: Int, week: Int, all: Int) {
        self.overdue = overdue
        self.today = today
        self.week = week
        self.all = all
    }
}

/// How much of one rule a unit owes.
public struct OwedCount: Hashable, Sendable {
    public let unit: UnitID
    public let rule: String
    public let owner: Owner
    /// Open, and its window has begun.
    public let open: Int
    /// Of these, past the last day.
    public let late: Int
    /// Of the late ones, those that nobody by name sees to.
    public let unassigned: Int

    public init(unit: UnitID, rule: String, owner: Owner, open: Int, late: Int, unassigned: Int) {
        self.unit = unit
        self.rule = rule
        self.owner = owner
        self.open = open
        self.late = late
        self.unassigned = unassigned
    }
}

/// Open duties; overdue is computed against `today` when read, never stored.
public protocol WorkStore: Sendable {
    /// Hardest first, then by due day; duties of equal rank in any order that stays.
    func work(_ query: WorkQuery, today: Day, after: Cursor?, limit: Int) async throws -> Slice<DutyRow>
    /// Counted over all four spans; the span of the query is not looked at.
    func workCount(_ query: WorkQuery, today: Day) async throws -> WorkCount
    /// How much is owed and late by unit and rule, for those who supervise (design decision 11).
    func owed(_ scope: Scope, today: Day) async throws -> [OwedCount]
    /// Every duty of a subject, met ones included, by due day.
    func duties(of subject: Subject) async throws -> [Obligation]
    /// The same of many subjects at one look; none for a subject without duties.
    func duties(of subjects: [Subject]) async throws -> [Subject: [Obligation]]
    /// Subjects with a rule-bearing journal, in order, for the nightly derivation.
    func dutySubjects(after: Subject?, limit: Int) async throws -> [Subject]
}
