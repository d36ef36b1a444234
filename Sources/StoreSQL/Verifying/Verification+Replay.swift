// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Verification {
    /// Replays the journal of every subject and compares the outcome with the subject's row.
    mutating func replayAll() throws {
        var subject: Subject?
        var entries: [HistoryEntry] = []
        var found: [IntegrityFault] = []
        func settle() throws {
            guard let subject else { return }
            found += try compare(subject, entries)
        }
        try connection.read(
            """
            SELECT subject_kind, subject, act, occurred, recorded, account, batch, shape, payload FROM journal
            ORDER BY subject_kind, subject, act
            """, []
        ) { row in
            let next = try Subject(row, from: 0)
            if next != subject {
                try settle()
                subject = next
                entries = []
            }
            let act = row.integer(2)
            do {
                entries.append(try Reading(connection, keys: keys).historyEntry(of: next, row, from: 2))
            } catch is StoreFailure {
                found.append(.unreadableAct(next, act: act))
            }
            return true
        }
        try settle()
        faults += found
    }

    private func compare(_ subject: Subject, _ entries: [HistoryEntry]) throws -> [IntegrityFault] {
        if let odd = entries.enumerated().first(where: { $0.element.id.number != $0.offset + 1 }) {
            return [.brokenNumbering(subject, act: odd.element.id.number)]
        }
        guard let table = StateTable(subject.kind) else { return [] }
        guard let stored = try StoredState(table, subject, connection) else {
            return [.missingState(subject)]
        }
        do {
            guard let replayed = try replay(subject, entries, stored) else { return [.unfounded(subject)] }
            let isSame = try stored.matches(replayed, keys: keys)
            let columns = try stored.differences(from: replayed, keys: keys, connection)
            let all = (isSame ? [] : ["state"]) + columns + (try strangers(replayed))
            return all.isEmpty ? [] : [.differentState(subject, columns: all)]
        } catch is StoreFailure { return [.unreadableState(subject)] }
    }

    /// `duty.account` where a duty of the case falls to another account than the case says of its owner.
    private func strangers(_ state: SubjectState) throws -> [String] {
        guard case .assistanceCase(let found) = state else { return [] }
        let stored = try connection.all(
            "SELECT owner, account FROM duty WHERE subject_kind = 'case' AND subject = ?",
            [.integer(found.id.number)]
        ) { (owner: Owner(rawValue: $0.text(0)), account: $0.optionalInteger(1).map { AccountID($0) }) }
        let isRight = stored.allSatisfy { $0.account == $0.owner.flatMap(found.account) }
        return isRight ? [] : ["duty.account"]
    }

    private func replay(
        _ subject: Subject, _ entries: [HistoryEntry], _ stored: StoredState
    ) throws -> SubjectState? {
        switch subject {
        case .person(let id):
            Person(replaying: entries.of { if case .person(let event) = $0 { event } else { nil } }, id: id)
                .map(SubjectState.person)
        case .household(let id):
            Household(
                replaying: entries.of { if case .household(let event) = $0 { event } else { nil } }, id: id
            ).map(SubjectState.household)
        case .unit(let id):
            Unit(replaying: entries.of { if case .unit(let event) = $0 { event } else { nil } }, id: id)
                .map(SubjectState.unit)
        case .round(let id):
            SurveyRound(
                replaying: entries.of { if case .round(let event) = $0 { event } else { nil } }, id: id
            )
            .map(SubjectState.round)
        case .assistanceCase(let id):
            AssistanceCase(
                replaying: entries.of { if case .assistanceCase(let event) = $0 { event } else { nil } },
                id: id
            ).map(SubjectState.assistanceCase)
        case .account(let id):
            Account(replaying: entries.of { if case .account(let event) = $0 { event } else { nil } }, id: id)
                .map(SubjectState.account)
        case .batch(let id):
            // The unit stands in the row alone: it says who may see the import, not what it did.
            try ImportBatch(replaying: entries, id: id, unit: stored.batch(keys: keys).unit)
                .map(SubjectState.batch)
        case .employer(let id):
            Employer(
                replaying: entries.of { if case .employer(let event) = $0 { event } else { nil } }, id: id
            ).map(SubjectState.employer)
        case .vacancy(let id):
            Vacancy(replaying: entries.of { if case .vacancy(let event) = $0 { event } else { nil } }, id: id)
                .map(SubjectState.vacancy)
        case .fair(let id):
            Fair(replaying: entries.of { if case .fair(let event) = $0 { event } else { nil } }, id: id)
                .map(SubjectState.fair)
        case .policy: nil
        }
    }
}

extension [HistoryEntry] {
    fileprivate func of<Event>(_ pick: (Assistance.Event) -> Event?) -> [Recorded<Event>] {
        compactMap { entry in
            pick(entry.event).map {
                Recorded(
                    id: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by, event: $0)
            }
        }
    }
}

extension ImportBatch {
    /// The import as its journal leaves it.
    init?(replaying entries: [HistoryEntry], id: BatchID, unit: UnitID) {
        guard let first = entries.first,
            case .batch(.applied(let kind, let file, let digest, let rows, let added, let changed)) = first
                .event
        else { return nil }
        self.init(
            id: id, kind: kind, file: file, digest: digest, rows: rows, added: added, changed: changed,
            by: first.by, unit: unit, on: first.occurred, version: entries.count)
        for entry in entries.dropFirst() {
            if case .batch(.undone) = entry.event { undone = entry.occurred }
        }
    }
}
