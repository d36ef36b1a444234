// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One entry of an office's book of meetings.
public struct MeetingEntry: Sendable {
    public let id: ActID
    public let unit: UnitID
    public let on: Day
    public let recorded: Instant
    public let by: AccountID
    public let record: Record

    /// What the entry is.
    public enum Record: Sendable {
        case met(Minutes)
        /// 记明无须会商 (06.r2).
        case notNeeded(reason: String)
        /// 核查社保缴费 of a month (16.w2).
        case contributionsReviewed(month: String, note: String)
    }
}

/// 会议记录: what an office has met about, and what is owed.
public struct MeetingBook: Sendable {
    public let unit: Unit
    /// The latest day first.
    public let entries: [MeetingEntry]
    /// The office's own open duties whose period has begun.
    public let duties: [Obligation]
    public let names: [AccountID: String]
}

/// The minutes of one meeting with the people of whom it spoke.
public struct MeetingMinutes: Sendable {
    public let unit: Unit
    public let entry: MeetingEntry
    public let minutes: Minutes
    public let people: [CaseID: Person]
    public let recorder: String
}

extension Office {
    /// The book of an office, for those who see its people.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func meetingBook(of id: UnitID, by actor: Actor) async throws -> MeetingBook {
        try actor.require(.seePeople, at: id, in: tree)
        guard let unit = tree[id] else { throw Refusal.notFound(.unit) }
        let entries = try await store.history(of: .unit(id)).compactMap { MeetingEntry($0, of: id) }
            .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
        let duties = try await store.duties(of: .unit(id)).pending(on: today).filter { $0.opens <= today }
        return MeetingBook(
            unit: unit, entries: entries, duties: duties.sorted { $0.due < $1.due },
            names: try await names())
    }

    /// The minutes of one meeting.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)`` where the act is no meeting;
    ///   ``StoreFailure``.
    public func minutes(_ act: ActID, of id: UnitID, by actor: Actor) async throws -> MeetingMinutes {
        let book = try await meetingBook(of: id, by: actor)
        guard let entry = book.entries.first(where: { $0.id == act }), case .met(let minutes) = entry.record
        else { throw Refusal.notFound(.unit) }
        var people: [CaseID: Person] = [:]
        for item in minutes.items {
            guard let found = try await store.assistanceCase(item.caseID) else { continue }
            people[item.caseID] = try await store.person(found.person)
        }
        return MeetingMinutes(
            unit: book.unit, entry: entry, minutes: minutes, people: people,
            recorder: book.names[entry.by] ?? "")
    }
}

extension MeetingEntry {
    /// An entry of a unit's journal; `nil` for what is no meeting.
    init?(_ entry: HistoryEntry, of unit: UnitID) {
        guard case .unit(let event) = entry.event else { return nil }
        switch event {
        case .met(let minutes): record = .met(minutes)
        case .consultationNotNeeded(let reason): record = .notNeeded(reason: reason)
        case .contributionsReviewed(let month, let note):
            record = .contributionsReviewed(month: month, note: note)
        case .founded, .renamed, .codeGiven, .merged, .dissolved, .closed, .roundsOpened, .restored:
            return nil
        }
        id = entry.id
        self.unit = unit
        on = entry.occurred
        recorded = entry.recorded
        by = entry.by
    }
}
