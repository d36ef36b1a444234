// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Somebody who comes onto the roll at the counter or by an arrival.
public struct Arrival: Sendable {
    public var facts: PersonFacts
    public var village: UnitID
    /// 户号; the household is founded where the village has none of that number.
    public var household: String
    public var address: String
    public var source: FactSource

    public init(
        facts: PersonFacts, village: UnitID, household: String, address: String = "",
        source: FactSource = .counter
    ) {
        self.facts = facts
        self.village = village
        self.household = household
        self.address = address
        self.source = source
    }
}

extension Office {
    /// 登记入册: puts somebody on the roll who is not on it yet (01.w1, 01.r1).
    ///
    /// - Returns: the receipt names the new person.
    /// - Throws: ``Refusal/identityOnRoll(_:)`` or ``Refusal/identityInArchive(_:)`` with whoever bears the ID
    ///   number already, ``Refusal/householdMissing``, other refusals; ``StoreFailure``.
    public func enterPerson(
        _ arrival: Arrival, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let village = try demand(village: arrival.village)
        try actor.require(.editRoll, at: village.id, in: tree)
        try check(day, by: actor, at: village.id)
        guard !arrival.household.isEmpty else { throw Refusal.householdMissing }
        try await checkBearers(of: arrival.facts.identity, but: nil)

        let id = PersonID(try await store.allocate(.person, count: 1))
        var change = change(by: actor, once: once, answer: .person(id))
        let household = try await household(
            number: arrival.household, in: village.id, address: arrival.address, on: day, into: &change)
        let event = PersonEvent.entered(
            arrival.facts, village: village.id, household: household, source: arrival.source)
        change.append(.person(event), to: .person(id), after: 0, on: day)
        change.states.append(
            .person(Person(entering: arrival.facts, id: id, village: village.id, household: household)))
        return try await commit(change)
    }

    /// - Throws: ``Refusal`` when somebody else on the roll or in the archive bears the number; duplicates that
    ///   were merged do not count.
    func checkBearers(of identity: RecordedIdentity?, but id: PersonID?) async throws {
        guard let number = identity?.full else { return }
        let others = try await store.people(withIdentity: number).filter { $0.id != id }
        if let other = others.first(where: \.isOnRoll) { throw Refusal.identityOnRoll(other.id) }
        guard id == nil else { return }
        for other in others {
            if case .left = other.presence { throw Refusal.identityInArchive(other.id) }
        }
    }

    /// The village of that number, which exists today.
    func demand(village id: UnitID) throws(Refusal) -> Unit {
        guard let unit = tree[id], unit.level == .village else { throw .villageUnknown }
        guard unit.exists(on: today) else { throw .unitClosed }
        return unit
    }
}

extension Person {
    /// Takes an event in and puts it on its way into the journal.
    mutating func take(_ event: PersonEvent, on day: Day, into change: inout Change) {
        change.append(.person(event), to: .person(id), after: version, on: day)
        apply(event, act: ActID(version + 1), on: day)
    }
}
