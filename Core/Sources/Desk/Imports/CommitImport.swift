// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 导入: writes a plan whole in one transaction, every act of it under one batch.
    ///
    /// - Parameter plan: from rows that were just read; whoever changed the same people since makes it fail.
    /// - Throws: ``Refusal`` when the account may not, ``StoreFailure/conflict(_:)`` when somebody else was
    ///   faster, with another import too; nothing is written then.
    public func commit(_ plan: ImportPlan, of file: ImportedFile, by actor: Actor) async throws -> ImportBatch
    {
        let units = plan.units
        for unit in units { try actor.require(file.kind.deed, at: unit, in: tree) }
        guard !plan.counts.changesNothing else { throw Refusal.nothingChanged }
        let counts = plan.counts
        let batch = ImportBatch(
            // The next number, and not one that the store gives: of two imports at once the second is told.
            id: BatchID(plan.after.number + 1), kind: file.kind, file: file.name,
            digest: file.digest, rows: counts.rows - counts.bad, added: counts.added,
            changed: counts.changed, by: actor.account, unit: top(of: units), on: today)
        let numbers = PlannedNumbers(
            person: try await first(.person, plan.newPeople),
            household: try await first(.household, plan.homes.count),
            unit: try await first(.unit, plan.newUnits),
            employer: try await first(.employer, plan.newEmployers),
            vacancy: try await first(.vacancy, plan.newVacancies))
        let changes = PlannedChanges(
            office: self, plan: plan, batch: batch, numbers: numbers,
            journals: try await journals(before: plan))
        try await store.commitAll(changes)
        return batch
    }

    private func first(_ kind: SubjectKind, _ count: Int) async throws -> Int {
        count == 0 ? 0 : try await store.allocate(kind, count: count)
    }

    /// The smallest unit that holds all of these.
    private func top(of units: Set<UnitID>) -> UnitID {
        if units.count == 1, let only = units.first { return only }
        let towns = Set(units.compactMap { tree.unit(at: .town, above: $0)?.id })
        if towns.count == 1, let only = towns.first { return only }
        return tree.district?.id ?? UnitID(0)
    }

    /// The journals of known people, where what follows may owe something.
    private func journals(before plan: ImportPlan) async throws -> [Subject: Journal] {
        let people = plan.steps.compactMap { step -> Subject? in
            guard case .known(let person) = step.subject,
                step.events.contains(where: { owes($0, person: person) })
            else { return nil }
            return .person(person.id)
        }
        var found: [Subject: Journal] = [:]
        for part in people.chunks(of: bulk) {
            found.merge(try await store.journals(of: Array(part))) { first, _ in first }
        }
        return found
    }

    /// Whether duties may change by the event; a move to another village takes them along.
    private func owes(_ event: PlannedEvent, person: Person) -> Bool {
        switch event {
        case .returned: pack.owed.concerns(.returned)
        case .moved(let village, _): village != person.village || pack.owed.concerns(.moved)
        case .corrected: pack.owed.concerns(.corrected)
        case .surveyed: pack.owed.concerns(.surveyed)
        case .unit, .employer: false
        }
    }
}

extension ImportKind {
    /// What an account must be allowed to do for it.
    public var deed: Deed {
        switch self {
        case .roll: .importRoll
        case .units: .changeUnits
        case .survey: .importSurvey
        case .calendar: .changeCalendar
        case .employers, .vacancies: .keepVacancies
        }
    }
}

extension ImportPlan {
    var newPeople: Int {
        steps.count { if case .new = $0.subject { true } else { false } }
    }

    var newEmployers: Int {
        steps.count { if case .newEmployer = $0.subject { true } else { false } }
    }

    var newVacancies: Int {
        steps.count { if case .newVacancy = $0.subject { true } else { false } }
    }

    var newUnits: Int {
        steps.count { if case .newUnit = $0.subject { true } else { false } }
    }
}
