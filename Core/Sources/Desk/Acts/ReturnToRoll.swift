// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 恢复名册: somebody who left is on the roll again, in the village that took over their own where it was
    /// merged (01.r1). An ended case is reopened by an act of its own.
    ///
    /// - Throws: ``Refusal/nothingChanged`` for somebody on the roll, ``Refusal/personNotOnRoll`` for a merged
    ///   duplicate, ``Refusal/identityOnRoll(_:)``, other refusals; ``StoreFailure``.
    public func returnToRoll(
        _ id: PersonID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let person = try await demand(person: id)
        let village = try successor(of: person.village)
        try actor.require(.editRoll, at: village, in: tree)
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        switch person.presence {
        case .onRoll: throw Refusal.nothingChanged
        case .merged: throw Refusal.personNotOnRoll
        case .left(_, let left): try check(day, after: left, by: actor, at: village)
        }
        guard person.version == version else { throw StoreFailure.conflict(.person(id)) }
        try await checkBearers(of: person.facts.identity, but: id)
        var change = change(by: actor, once: once, answer: .person(id))
        bringBack(person, .returned(reason: reason), to: village, reason, on: day, into: &change)
        return try await commit(change)
    }

    /// Puts a person back on the roll by an event, in the village given.
    func bringBack(
        _ person: Person, _ event: PersonEvent, to village: UnitID, _ reason: String, on day: Day,
        into change: inout Change
    ) {
        var person = person
        person.take(event, on: day, into: &change)
        if village != person.village {
            person.take(
                .moved(village: village, household: person.household, reason: reason), on: day, into: &change)
        }
        change.states.append(.person(person))
    }

    /// The village itself, or the one that took it over.
    func successor(of id: UnitID) throws(Refusal) -> UnitID {
        var unit = tree[id]
        var seen: Set<UnitID> = []
        while let here = unit, let next = here.mergedInto, seen.insert(here.id).inserted { unit = tree[next] }
        guard let unit else { throw .villageUnknown }
        return try demand(village: unit.id).id
    }
}
