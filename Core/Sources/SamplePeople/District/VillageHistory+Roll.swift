// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// What becomes of the roll after the survey: deaths, departures, moves, somebody entered twice.
extension VillageHistory {
    /// The person of that place, while on the roll of this village.
    func resident(_ place: Int) async throws -> Person? {
        guard let person = try await store.person(person(place)), person.isOnRoll, person.village == unit.id
        else { return nil }
        return person
    }

    /// The case, while it lives and is this village's.
    func liveCase(_ id: CaseID) async throws -> AssistanceCase? {
        guard let found = try await store.assistanceCase(id), found.isLive, found.village == unit.id else {
            return nil
        }
        return found
    }

    /// A few things a village and month.
    mutating func planRollLife() {
        for place in 0..<village.plan.people {
            guard dice.happens(9) else { continue }
            let day = workday(onOrAfter: setting.days.monthEnd.adding(days: dice.roll(3...270)))
            switch dice.roll(0...9) {
            case 0...1: plan(.leave(place, .died), on: day)
            case 2...3: plan(.leave(place, .movedOut), on: day)
            case 4...7: plan(.move(place), on: day)
            case _: plan(.enterTwice(place), on: day)
            }
        }
    }

    mutating func leave(_ place: Int, _ reason: DepartureReason) async throws {
        guard let person = try await resident(place) else { return }
        let note =
            switch reason {
            case .died: "家属持死亡证明办理"
            case .movedOut: "户口迁往外区"
            case .agedOut, .enteredInError: ""
            }
        _ = try await office().leaveRoll(
            person.id, version: person.version, reason: reason, note: note, on: day, by: worker)
    }

    /// To a home of their own in the village, or to another village of the district.
    mutating func move(_ place: Int) async throws {
        guard let person = try await resident(place) else { return }
        let isAway = setting.villages.count > 1 && dice.happens(500)
        let target = isAway ? dice.pick(setting.villages.filter { $0.id != unit.id }) : unit
        let office = office()
        _ = try await office.movePerson(
            person.id, version: person.version, to: target.id, household: "迁\(person.id.number)",
            address: "", reason: isAway ? "结婚迁入对方家" : "分户另过", on: day, by: worker)
    }

    /// Entered at the counter without a number, by somebody who did not look the name up first.
    mutating func enterTwice(_ place: Int) async throws {
        guard let person = try await resident(place) else { return }
        var facts = PersonFacts(name: person.facts.name)
        facts.sex = person.facts.sex
        facts.born = person.facts.born
        facts.livesAt = person.facts.livesAt
        let receipt = try await office().enterPerson(
            Arrival(facts: facts, village: unit.id, household: "临\(person.id.number)"), on: day, by: worker)
        guard case .person(let twice) = receipt.subject else { return }
        plan(.merge(twice, into: person.id), on: workday(in: dice.roll(2...15)))
    }

    mutating func merge(_ id: PersonID, into kept: PersonID) async throws {
        guard let twice = try await store.person(id), let person = try await store.person(kept),
            twice.isOnRoll, person.isOnRoll
        else { return }
        _ = try await office().mergeDuplicate(
            id, version: twice.version, into: kept, keptVersion: person.version,
            reason: "同名同日出生，户口簿核对为同一人", on: day, by: setting.supervisor)
    }
}
