// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// The acts that take an import back, made one by one while the store writes.
struct UndoneChanges: Sequence, Sendable {
    let office: Office
    let batch: ImportBatch
    let by: AccountID
    let reason: String
    let histories: [(subject: Subject, entries: [HistoryEntry])]

    private static let run = 250

    func makeIterator() -> some IteratorProtocol<Change> {
        var place = -1
        return AnyIterator<Change> {
            defer { place += 1 }
            let start = place * Self.run
            guard place >= 0 else { return first }
            guard start < histories.count else { return nil }
            return change(of: start..<Swift.min(start + Self.run, histories.count))
        }
    }

    private var blank: Change {
        Change(by: by, recorded: office.now, answer: .batch(batch.id))
    }

    /// The batch itself, and a line of the audit.
    private var first: Change {
        var change = blank
        change.append(
            .batch(.undone(reason: reason)), to: .batch(batch.id), after: batch.version - 1, on: office.today)
        change.states.append(.batch(batch))
        change.audit.append(
            AuditNote(
                at: office.now, by: by, action: .imported, subject: .batch(batch.id),
                detail: ActKind.importUndone.rawValue))
        return change
    }

    private func change(of range: Range<Int>) -> Change {
        var change = blank
        for index in range {
            let (subject, entries) = histories[index]
            switch subject {
            case .person(let id): undo(id, entries, &change)
            case .household(let id): undo(id, entries, &change)
            case .unit(let id): undo(id, entries, &change)
            case .employer(let id): undo(id, entries, &change)
            case .vacancy(let id): undo(id, entries, &change)
            case .round, .assistanceCase, .account, .batch, .policy, .fair: continue
            }
        }
        return change
    }

    /// Takes the acts of the batch back, newest first, each to what stood before it.
    private func undo(_ id: PersonID, _ entries: [HistoryEntry], _ change: inout Change) {
        let journal = entries.personEvents
        guard var person = Person(replaying: journal, id: id) else { return }
        let own = entries.indices.filter { entries[$0].batch == batch.id }
        let first = change.acts.count
        for place in own.reversed() {
            let before = Person(replaying: Array(journal[..<place]), id: id)
            guard let event = inverse(of: journal[place], before: before) else { continue }
            change.append(.person(event), to: .person(id), after: person.version, on: office.today)
            person.apply(event, act: ActID(person.version + 1), on: office.today)
        }
        change.states.append(.person(person))
        addDuties(of: person, entries, news: change.acts[first...], to: &change)
    }

    /// What takes an act of a person back; `nil` for acts that no import makes.
    private func inverse(of act: Recorded<PersonEvent>, before: Person?) -> PersonEvent? {
        switch act.event {
        case .entered: return .left(.enteredInError, note: reason)
        case .corrected: return before.map { .corrected($0.facts, source: .office, reason: reason) }
        case .moved:
            return before.map { .moved(village: $0.village, household: $0.household, reason: reason) }
        case .returned:
            guard case .left(let departure, _) = before?.presence else { return nil }
            return .left(departure, note: reason)
        case .surveyed:
            return before.map {
                .sheetWithdrawn(act.id, facts: $0.facts, standing: $0.survey, reason: reason)
            }
        case .left, .sheetWithdrawn, .excused, .declared, .declarationWithdrawn, .merged, .absorbed,
            .unmerged, .released:
            return nil
        }
    }

    private func addDuties(
        of person: Person, _ entries: [HistoryEntry], news: ArraySlice<NewAct>, to change: inout Change
    ) {
        let before = entries.map { Act($0.event, id: $0.id, occurred: $0.occurred, recorded: $0.recorded) }
        guard before.contains(where: { office.pack.owed.concerns($0.kind) }) else { return }
        let own = news.map { Act($0.event, id: $0.id, occurred: $0.occurred, recorded: change.recorded) }
        change.duties.append(
            office.duties(
                of: .person(person.id), in: Journal(acts: before + own),
                frame: Office.DutyFrame(unit: person.village, person: person.id, hardness: 0)))
    }

    private func undo(_ id: HouseholdID, _ entries: [HistoryEntry], _ change: inout Change) {
        let journal = entries.compactMap { entry -> Recorded<HouseholdEvent>? in
            if case .household(let event) = entry.event { entry.recorded(event) } else { nil }
        }
        guard var household = Household(replaying: journal, id: id) else { return }
        let event = HouseholdEvent.dissolved(reason: reason)
        change.append(.household(event), to: .household(id), after: household.version, on: office.today)
        household.apply(event)
        change.states.append(.household(household))
    }

    private func undo(_ id: UnitID, _ entries: [HistoryEntry], _ change: inout Change) {
        let journal = entries.compactMap { entry -> Recorded<UnitEvent>? in
            if case .unit(let event) = entry.event { entry.recorded(event) } else { nil }
        }
        guard var unit = Unit(replaying: journal, id: id) else { return }
        for place in entries.indices.reversed() where entries[place].batch == batch.id {
            let before = Unit(replaying: Array(journal[..<place]), id: id)
            guard let event = inverse(of: journal[place].event, before: before) else { continue }
            change.append(.unit(event), to: .unit(id), after: unit.version, on: office.today)
            unit.apply(event, on: office.today)
        }
        change.states.append(.unit(unit))
    }

    private func undo(_ id: EmployerID, _ entries: [HistoryEntry], _ change: inout Change) {
        let journal = entries.compactMap { entry -> Recorded<EmployerEvent>? in
            if case .employer(let event) = entry.event { entry.recorded(event) } else { nil }
        }
        guard var employer = Employer(replaying: journal, id: id) else { return }
        employer.take(.struck(reason: reason), on: office.today, into: &change)
        change.states.append(.employer(employer))
    }

    private func undo(_ id: VacancyID, _ entries: [HistoryEntry], _ change: inout Change) {
        let journal = entries.compactMap { entry -> Recorded<VacancyEvent>? in
            if case .vacancy(let event) = entry.event { entry.recorded(event) } else { nil }
        }
        guard var vacancy = Vacancy(replaying: journal, id: id) else { return }
        vacancy.take(.closed(.mistaken, note: reason), on: office.today, into: &change)
        change.states.append(.vacancy(vacancy))
    }

    private func inverse(of event: UnitEvent, before: Unit?) -> UnitEvent? {
        switch event {
        case .founded, .restored: .closed(reason: reason)
        case .renamed: before.map { .renamed(to: $0.name) }
        case .codeGiven: .codeGiven(before?.code ?? "")
        case .merged, .dissolved, .closed, .roundsOpened, .met, .consultationNotNeeded,
            .contributionsReviewed:
            nil
        }
    }
}

extension HistoryEntry {
    fileprivate func recorded<Event: Hashable & Sendable & Codable>(_ event: Event) -> Recorded<Event> {
        Recorded(id: id, occurred: occurred, recorded: recorded, by: by, event: event)
    }
}
