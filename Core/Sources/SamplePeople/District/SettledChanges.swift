// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension [Change] {
    /// The same changes with states and duties only where a subject's last one stands: in one transaction
    /// nobody ever sees those between.
    func settled() -> [Change] {
        var seen: Set<Subject> = []
        var derived: Set<Subject> = []
        var changes = self
        for place in changes.indices.reversed() {
            changes[place].states = changes[place].states.reversed()
                .filter { seen.insert($0.subject).inserted }.reversed()
            changes[place].duties = changes[place].duties.reversed()
                .filter { derived.insert($0.subject).inserted }.reversed()
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
        }
    }
}

extension Change {
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
