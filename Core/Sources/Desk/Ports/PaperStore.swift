// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A paper to be put out under a number: which paper of which case, resting on which act.
public struct PaperOrder: Hashable, Sendable {
    public let caseID: CaseID
    public let kind: PaperKind
    /// The act that it tells.
    public let act: ActID
    /// Whose series the number is drawn from.
    public let unit: UnitID
    public let on: Day

    public init(caseID: CaseID, kind: PaperKind, act: ActID, unit: UnitID, on day: Day) {
        self.caseID = caseID
        self.kind = kind
        self.act = act
        self.unit = unit
        on = day
    }
}

/// A paper that went out under a number; it stays as it is for good.
public struct IssuedPaper: Hashable, Sendable {
    public let caseID: CaseID
    public let act: ActID
    public let number: PaperNumber
    public let on: Day
    public let by: AccountID

    public init(caseID: CaseID, act: ActID, number: PaperNumber, on day: Day, by account: AccountID) {
        self.caseID = caseID
        self.act = act
        self.number = number
        on = day
        by = account
    }

    public var kind: PaperKind { number.kind }
}

/// Numbered papers.
public protocol PaperStore: Sendable {
    /// Puts a paper out and writes its printing into the audit, in one transaction.
    ///
    /// The first time the next number of the series of unit, kind and the day's year is drawn, without gaps; a
    /// paper that went out before keeps its number, and the printing is a reprint.
    func issue(_ order: PaperOrder, printing: AuditNote) async throws -> (paper: IssuedPaper, isReprint: Bool)
    /// The last number of a town's series in a year; 0 before the first. A change draws the next one: when somebody
    /// else drew it first, its commit throws ``StoreFailure/conflict(_:)`` of the town and writes nothing.
    func lastSerial(of unit: UnitID, _ series: Series, year: Int) async throws -> Int
    /// By kind and act.
    func issuedPapers(of id: CaseID) async throws -> [IssuedPaper]
    /// Those of one kind, of many cases at one look; none for a case without.
    func issuedPapers(_ kind: PaperKind, of ids: [CaseID]) async throws -> [CaseID: [IssuedPaper]]
    /// Puts a pile out: its numbers, its list and the audit in one transaction. A form that was sent before is
    /// answered with its run; nothing is drawn or noted then.
    ///
    /// - Throws: ``StoreFailure/conflict(_:)`` with a case that changed, or a paper of which went out, since it was
    ///   read; nothing is written then.
    func print(_ order: PrintOrder, audit: [AuditNote], at: Instant, by account: AccountID) async throws
        -> PrintRun
    func printRun(_ id: PrintRunID) async throws -> PrintRun?
    /// The run that a form sent before was answered with.
    func printRun(asked once: OnceKey) async throws -> PrintRun?
    /// The newest of an account, newest first.
    func printRuns(of account: AccountID, limit: Int) async throws -> [PrintRun]
}
