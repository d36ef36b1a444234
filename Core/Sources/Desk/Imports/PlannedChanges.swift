// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// The first numbers that the store gave to what a plan founds.
struct PlannedNumbers: Sendable {
    let person: Int
    let household: Int
    let unit: Int
    let employer: Int
    let vacancy: Int
}

/// A plan as changes, made one by one while the store writes, so that they never lie in memory together.
struct PlannedChanges: Sequence, Sendable {
    let office: Office
    let plan: ImportPlan
    let batch: ImportBatch
    let numbers: PlannedNumbers
    let journals: [Subject: Journal]

    /// How many rows go into one change.
    private static let run = 250

    func makeIterator() -> some IteratorProtocol<Change> {
        let homes = stride(from: 0, to: plan.homes.count, by: Self.run)
            .map { Part.homes($0..<Swift.min($0 + Self.run, plan.homes.count)) }
        let steps = stride(from: 0, to: plan.steps.count, by: Self.run)
            .map { Part.steps($0..<Swift.min($0 + Self.run, plan.steps.count)) }
        return PartIterator(
            changes: self, parts: [.batch] + (plan.rounds.isEmpty ? [] : [.rounds]) + homes + steps)
    }

    enum Part {
        case batch
        case rounds
        case homes(Range<Int>)
        case steps(Range<Int>)
    }

    struct PartIterator: IteratorProtocol {
        let changes: PlannedChanges
        let parts: [Part]
        var place = 0
        var newPeople = 0
        var newUnits = 0
        var newEmployers = 0
        var newVacancies = 0

        mutating func next() -> Change? {
            guard place < parts.count else { return nil }
            defer { place += 1 }
            var change = Change(
                by: changes.batch.by, recorded: changes.office.now, answer: .batch(changes.batch.id))
            change.batch = changes.batch.id
            switch parts[place] {
            case .batch: changes.begin(&change)
            case .rounds:
                // Not of the batch: undoing the file leaves the survey open.
                change.batch = nil
                changes.open(into: &change)
            case .homes(let range): for index in range { changes.found(index, into: &change) }
            case .steps(let range):
                for index in range { take(changes.plan.steps[index], into: &change) }
            }
            return change
        }

        private mutating func take(_ step: PlannedStep, into change: inout Change) {
            switch step.subject {
            case .new(let facts, let village, let home, let source):
                let id = PersonID(changes.numbers.person + newPeople)
                newPeople += 1
                let household = changes.household(home)
                let event = PersonEvent.entered(facts, village: village, household: household, source: source)
                change.append(.person(event), to: .person(id), after: 0, on: step.day)
                let person = Person(entering: facts, id: id, village: village, household: household)
                changes.follow(step, person, from: change.acts.count - 1, into: &change)
            case .known(let person): changes.follow(step, person, from: change.acts.count, into: &change)
            case .newUnit(let event):
                changes.found(event, UnitID(changes.numbers.unit + newUnits), on: step.day, into: &change)
                newUnits += 1
            case .knownUnit(let unit): changes.follow(step, unit, into: &change)
            case .newEmployer(let facts, let unit):
                changes.register(
                    facts, unit, EmployerID(changes.numbers.employer + newEmployers), on: step.day,
                    into: &change)
                newEmployers += 1
            case .knownEmployer(let employer): changes.follow(step, employer, into: &change)
            case .newVacancy(let planned):
                changes.post(
                    planned, VacancyID(changes.numbers.vacancy + newVacancies), on: step.day, into: &change)
                newVacancies += 1
            }
        }
    }
}

extension PlannedChanges {
    /// The batch itself comes first, so that nothing ever names one that is not there.
    fileprivate func begin(_ change: inout Change) {
        let event = BatchEvent.applied(
            kind: batch.kind, file: batch.file, digest: batch.digest, rows: batch.rows, added: batch.added,
            changed: batch.changed)
        change.append(.batch(event), to: .batch(batch.id), after: 0, on: batch.on)
        change.states.append(.batch(batch))
        change.audit.append(
            AuditNote(
                at: office.now, by: batch.by, action: .imported, subject: .batch(batch.id),
                detail: batch.kind.rawValue))
    }

    fileprivate func found(_ index: Int, into change: inout Change) {
        let home = plan.homes[index]
        let id = HouseholdID(numbers.household + index)
        let number = home.number.isEmpty ? "新\(id.number)" : home.number
        change.append(
            .household(.founded(village: home.village, number: number, address: home.address)),
            to: .household(id), after: 0, on: batch.on)
        change.states.append(
            .household(Household(id: id, village: home.village, number: number, address: home.address)))
    }

    fileprivate func household(_ home: HomeRef) -> HouseholdID {
        switch home {
        case .known(let id): id
        case .new(let index): HouseholdID(numbers.household + index)
        }
    }

    /// Appends the events of a row, then the person as they leave them, and what is owed.
    fileprivate func follow(
        _ step: PlannedStep, _ known: Person, from first: Int, into change: inout Change
    ) {
        var person = known
        for planned in step.events {
            let event = event(planned)
            change.append(.person(event), to: .person(person.id), after: person.version, on: step.day)
            person.apply(event, act: ActID(person.version + 1), on: step.day)
        }
        change.states.append(.person(person))
        let news = change.acts[first...].map {
            Act($0.event, id: $0.id, occurred: $0.occurred, recorded: change.recorded)
        }
        let before = journals[.person(person.id)]?.acts ?? []
        guard !before.isEmpty || news.contains(where: { office.pack.owed.concerns($0.kind) }) else { return }
        change.duties.append(
            office.duties(
                of: .person(person.id), in: Journal(acts: before + news),
                frame: Office.DutyFrame(unit: person.village, person: person.id, hardness: 0)))
    }

    private func event(_ planned: PlannedEvent) -> PersonEvent {
        switch planned {
        case .returned: return .returned(reason: batch.file)
        case .moved(let village, let home):
            return .moved(village: village, household: household(home), reason: batch.file)
        case .corrected(let facts): return .corrected(facts, source: .roll, reason: "")
        case .surveyed(let response, let row):
            return .surveyed(response.sheet.isEmpty ? response.named("B\(batch.id.number)-\(row)") : response)
        case .unit, .employer: preconditionFailure("an event of a unit or employer follows one")
        }
    }

    fileprivate func found(_ event: UnitEvent, _ id: UnitID, on day: Day, into change: inout Change) {
        let recorded = Recorded(id: ActID(1), occurred: day, recorded: office.now, by: batch.by, event: event)
        guard let unit = Unit(replaying: [recorded], id: id) else {
            preconditionFailure("a new unit begins by being founded")
        }
        change.append(.unit(event), to: .unit(id), after: 0, on: day)
        change.states.append(.unit(unit))
    }

    fileprivate func follow(_ step: PlannedStep, _ known: Unit, into change: inout Change) {
        var unit = known
        for planned in step.events {
            guard case .unit(let event) = planned else { continue }
            change.append(.unit(event), to: .unit(unit.id), after: unit.version, on: step.day)
            unit.apply(event, on: step.day)
        }
        change.states.append(.unit(unit))
    }
}

extension PlannedChanges {
    fileprivate func register(
        _ facts: EmployerFacts, _ unit: UnitID, _ id: EmployerID, on day: Day, into change: inout Change
    ) {
        change.append(.employer(.registered(facts, unit: unit)), to: .employer(id), after: 0, on: day)
        change.states.append(.employer(Employer(registering: facts, unit: unit, id: id)))
    }

    fileprivate func follow(_ step: PlannedStep, _ known: Employer, into change: inout Change) {
        var employer = known
        for planned in step.events {
            guard case .employer(let event) = planned else { continue }
            employer.take(event, on: step.day, into: &change)
        }
        change.states.append(.employer(employer))
    }

    fileprivate func post(
        _ planned: PlannedVacancy, _ id: VacancyID, on day: Day, into change: inout Change
    ) {
        let employer =
            switch planned.employer {
            case .known(let id): id
            case .new(let index): EmployerID(numbers.employer + index)
            }
        let posted = VacancyEvent.posted(planned.facts, employer: employer, unit: planned.unit, nil)
        change.append(.vacancy(posted), to: .vacancy(id), after: 0, on: day)
        var vacancy = Vacancy(
            posting: planned.facts, of: employer, unit: planned.unit, verified: nil, on: day, id: id)
        if let (verification, day) = planned.verified {
            vacancy.take(.confirmed(verification), on: day, into: &change)
        }
        change.states.append(.vacancy(vacancy))
    }
}

extension SurveyResponse {
    /// The same sheet under an id of its own.
    fileprivate func named(_ sheet: String) -> SurveyResponse {
        SurveyResponse(
            round: round, sheet: sheet, form: form, answers: answers, confirmations: confirmations,
            interviewer: interviewer, source: source, edition: edition, reason: reason, facts: facts)
    }
}

extension PlannedChanges {
    /// Opens the rounds of the plan, with the month that each owes (01.r1).
    fileprivate func open(into change: inout Change) {
        for round in plan.rounds {
            let event = Event.round(.opened(village: round.village, year: round.year))
            change.append(event, to: .round(round.id), after: 0, on: round.opened)
            change.states.append(.round(round))
            let act = Act(event, id: ActID(1), occurred: round.opened, recorded: office.now)
            change.duties.append(
                office.duties(
                    of: .round(round.id), in: Journal(acts: [act]),
                    frame: Office.DutyFrame(unit: round.village, person: nil, hardness: 0)))
        }
        guard var district = plan.district else { return }
        for event in plan.openings { district.take(event, on: office.today, into: &change) }
        if !plan.openings.isEmpty { change.states.append(.unit(district)) }
    }
}
