// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 分户: people of a household found one of their own in the same village (00.c07 and 00.c08 look across
    /// households).
    ///
    /// - Parameters:
    ///   - members: those who leave, each with the version that the page showed; somebody must stay.
    ///   - number: 户号 of the new household, free in the village.
    /// - Throws: ``Refusal/householdTaken(_:)``, ``Refusal/nothingChanged`` when nobody leaves or nobody stays,
    ///   other refusals; ``StoreFailure``.
    public func splitHousehold(
        _ id: HouseholdID, members: [PersonID: Int], number: String, address: String, reason: String,
        on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard let old = try await store.household(id) else { throw Refusal.notFound(.household) }
        let village = try demand(village: old.village)
        try actor.require(.editRoll, at: village.id, in: tree)
        try check(day, by: actor, at: village.id)
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard !number.isEmpty else { throw Refusal.householdMissing }
        guard try await store.household(number: number, in: village.id) == nil else {
            throw Refusal.householdTaken(number)
        }
        let present = try await store.members(of: id)
        guard !members.isEmpty, members.count < present.count else { throw Refusal.nothingChanged }
        guard members.keys.allSatisfy({ leaver in present.contains { $0.id == leaver } }) else {
            throw Refusal.personNotOnRoll
        }
        for person in present {
            if let version = members[person.id], version != person.version {
                throw StoreFailure.conflict(.person(person.id))
            }
        }

        let new = HouseholdID(try await store.allocate(.household, count: 1))
        var change = change(by: actor, once: once, answer: .household(new))
        change.append(
            .household(.split(from: id, village: village.id, number: number, address: address)),
            to: .household(new), after: 0, on: day)
        change.states.append(
            .household(Household(id: new, village: village.id, number: number, address: address)))
        for person in present where members[person.id] != nil {
            try await move(person, to: village.id, household: new, reason, on: day, into: &change)
        }
        return try await commit(change)
    }
}
