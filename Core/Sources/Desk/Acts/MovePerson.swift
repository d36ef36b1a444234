// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 迁移: somebody goes to another village or household of the district; the live case and its duties follow
    /// (01.r1: nobody is lost on the way).
    ///
    /// The office that holds the person lets them go, so that nobody can draw a stranger's file to themselves.
    /// - Throws: ``Refusal/sameUnit`` when nothing moves, ``Refusal/householdMissing``, other refusals;
    ///   ``StoreFailure``.
    public func movePerson(
        _ id: PersonID, version: Int, to village: UnitID, household number: String, address: String = "",
        reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let person = try await editable(id, version: version, reason: reason, on: day, by: actor)
        let target = try demand(village: village)
        guard !number.isEmpty else { throw Refusal.householdMissing }
        var change = change(by: actor, once: once, answer: .person(id))
        let household = try await household(
            number: number, in: target.id, address: address, on: day, into: &change)
        guard target.id != person.village || household != person.household else { throw Refusal.sameUnit }
        try await move(person, to: target.id, household: household, reason, on: day, into: &change)
        return try await commit(change)
    }

    /// Moves a person, and the live case where the village changes.
    func move(
        _ person: Person, to village: UnitID, household: HouseholdID, _ reason: String, on day: Day,
        into change: inout Change
    ) async throws {
        var person = person
        person.take(.moved(village: village, household: household, reason: reason), on: day, into: &change)
        change.states.append(.person(person))
        guard var found = try await store.newestCase(of: person.id), found.isLive, found.village != village
        else { return }
        found.take(.relocated(village: village), on: day, into: &change)
        change.states.append(.assistanceCase(found))
    }
}
