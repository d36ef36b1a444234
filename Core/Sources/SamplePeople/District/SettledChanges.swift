// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension [Change] {
    /// The same changes with states and duties only where a subject's last one stands: in one transaction
    /// nobody ever sees those between.
    ///
    /// A database holds every row to what it refers to at once, so a case and its duties come no sooner than
    /// their person, and within a change households come before people and people before cases.
    func settled() -> [Change] {
        var states: [Subject: (place: Int, state: SubjectState)] = [:]
        var duties: [Subject: (place: Int, list: DutyList)] = [:]
        for (place, change) in enumerated() {
            for state in change.states { states[state.subject] = (place, state) }
            for list in change.duties { duties[list.subject] = (place, list) }
        }
        var changes = self
        for place in changes.indices {
            changes[place].states = []
            changes[place].duties = []
        }
        for (place, state) in states.values {
            let owner = state.person.flatMap { states[.person($0)]?.place } ?? place
            changes[Swift.max(place, owner)].states.append(state)
        }
        for (place, list) in duties.values {
            let owner = list.person.flatMap { states[.person($0)]?.place } ?? place
            let own = states[list.subject]?.place ?? place
            changes[Swift.max(place, owner, own)].duties.append(list)
        }
        for place in changes.indices {
            changes[place].states.sort { $0.order < $1.order }
            changes[place].duties.sort { $0.subject.number < $1.subject.number }
        }
        return changes
    }
}

extension SubjectState {
    fileprivate var subject: Subject {
        switch self {
        case .person(let person): .person(person.id)
        case .household(let household): .household(household.id)
        case .unit(let unit): .unit(unit.id)
        case .round(let round): .round(round.id)
        case .assistanceCase(let found): .assistanceCase(found.id)
        case .account(let account): .account(account.id)
        case .batch(let batch): .batch(batch.id)
        case .employer(let employer): .employer(employer.id)
        case .vacancy(let vacancy): .vacancy(vacancy.id)
        case .fair(let fair): .fair(fair.id)
        }
    }

    /// The person whose row must be there first.
    fileprivate var person: PersonID? {
        if case .assistanceCase(let found) = self { found.person } else { nil }
    }

    /// What refers to nothing first; then by number, so that the order never depends on a dictionary's.
    fileprivate var order: (Int, Int) {
        switch self {
        case .unit: (0, subject.number)
        case .account: (1, subject.number)
        case .batch: (2, subject.number)
        case .round: (3, subject.number)
        case .household: (4, subject.number)
        case .person: (5, subject.number)
        case .assistanceCase: (6, subject.number)
        case .employer: (7, subject.number)
        case .vacancy: (8, subject.number)
        case .fair: (9, subject.number)
        }
    }
}

extension Change {
    /// An account as it was opened, for a store that only needs to know of it.
    static func opening(_ account: Account) -> Change {
        var change = Change(by: .system, recorded: Instant(startOf: .earliest), answer: .account(account.id))
        let event = AccountEvent.created(login: account.login, name: account.name, grants: account.grants)
        change.append(.account(event), to: .account(account.id), after: 0, on: .earliest)
        change.states.append(.account(account))
        return change
    }

    /// A unit set up by the software.
    static func founding(_ unit: Unit, on day: Day) -> Change {
        var change = Change(by: .system, recorded: Instant(startOf: day), answer: .unit(unit.id))
        change.append(
            .unit(.founded(level: unit.level, parent: unit.parent, name: unit.name, code: unit.code)),
            to: .unit(unit.id), after: 0, on: day)
        change.states.append(.unit(unit))
        return change
    }
}
