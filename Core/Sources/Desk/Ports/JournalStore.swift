// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One act with its event, as a person's history shows it.
public struct HistoryEntry: Hashable, Sendable {
    public let id: ActID
    public let occurred: Day
    public let recorded: Instant
    public let by: AccountID
    public let event: Event
    public let batch: BatchID?

    public init(
        id: ActID, occurred: Day, recorded: Instant, by: AccountID, event: Event, batch: BatchID? = nil
    ) {
        self.id = id
        self.occurred = occurred
        self.recorded = recorded
        self.by = by
        self.event = event
        self.batch = batch
    }
}

/// A subject that an import touched, with its act and the newest one.
public struct BatchTouch: Hashable, Sendable {
    public let subject: Subject
    public let act: ActID
    public let newest: ActID

    public init(subject: Subject, act: ActID, newest: ActID) {
        self.subject = subject
        self.act = act
        self.newest = newest
    }
}

/// The journal: the only thing that is true by itself.
public protocol JournalStore: Sendable {
    /// The first of `count` numbers of the kind that no subject has, given once and never again.
    func allocate(_ kind: SubjectKind, count: Int) async throws -> Int
    /// The subject with which a form sent before was answered; `nil` for a key not seen yet.
    func answer(to once: OnceKey) async throws -> Subject?
    /// Writes the change whole, durably, before it answers.
    ///
    /// A change whose once key was seen before writes nothing and is answered with that change's subject.
    /// - Throws: ``StoreFailure/conflict(_:)`` when an act's number is taken or leaves a gap, when a sheet of the
    ///   same id was taken in before, or when a person would have a second live case or a village a second round
    ///   of the year; nothing is written then.
    func commit(_ change: Change) async throws -> Receipt
    /// Writes all changes in one transaction, drawing them one by one; nothing of it stays if one fails.
    func commitAll(_ changes: any Sequence<Change> & Sendable) async throws
    /// The flat journal that the obligation engine reads.
    func journal(of subject: Subject) async throws -> Journal
    /// The acts of one kind that stand under a day, withdrawn ones left out.
    func acts(_ kind: ActKind, of subject: Subject, on day: Day) async throws -> [HistoryEntry]
    /// The acts with their events, oldest first.
    func history(of subject: Subject) async throws -> [HistoryEntry]
    /// Writes obligations anew without an act: what the nightly derivation found changed.
    func replace(_ duties: [DutyList]) async throws
    /// What an import touched, by kind and number of subject; of several acts on one subject the last.
    func touches(of batch: BatchID, after: Subject?, limit: Int) async throws -> [BatchTouch]
    func batch(_ id: BatchID) async throws -> ImportBatch?
    /// The newest import of exactly this file that was not undone.
    func batch(digest: String, kind: ImportKind) async throws -> ImportBatch?
    /// Imports at or below the unit, newest first.
    func batches(_ scope: Scope, after: Cursor?, limit: Int) async throws -> Slice<ImportBatch>
}
