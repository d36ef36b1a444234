// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What a merger of villages would move, counted before it is done.
public struct MergerPreview: Hashable, Sendable {
    public let people: Int
    public let households: Int
    /// Live cases.
    public let cases: Int
    /// 户号 that both villages have; the moved household takes the old village's name before its number.
    public let clashes: [String]

    public init(people: Int, households: Int, cases: Int, clashes: [String]) {
        self.people = people
        self.households = households
        self.cases = cases
        self.clashes = clashes
    }
}

extension Office {
    /// What ``mergeVillages(_:version:into:on:by:once:)`` would move.
    ///
    /// - Throws: as the merger itself would; ``StoreFailure``.
    public func previewMerger(
        of id: UnitID, into target: UnitID, by actor: Actor
    ) async throws -> MergerPreview {
        try checkMerger(of: id, into: target, by: actor)
        let people = try await store.people(of: id)
        let homes = try await store.households(of: id)
        let taken = Set(try await store.households(of: target).map(\.number))
        return MergerPreview(
            people: people.count, households: homes.count, cases: try await liveCases(of: id).count,
            clashes: homes.map(\.number).filter(taken.contains))
    }

    /// 合并村: a village is taken over by a neighbour of the same town; its households and people move with acts
    /// of their own, live cases and duties follow, all of it in one transaction (00.levels, 01.r1).
    ///
    /// - Throws: ``Refusal/sameUnit``, ``Refusal/differentTown``, other refusals; ``StoreFailure``.
    public func mergeVillages(
        _ id: UnitID, version: Int, into target: UnitID, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        try checkMerger(of: id, into: target, by: actor)
        var unit = try changeable(id, version: version, on: day, by: actor)
        var change = change(by: actor, once: once, answer: .unit(target))
        unit.take(.merged(into: target), on: day, into: &change)
        change.states.append(.unit(unit))
        change.duties += try await withoutRounds(of: id)
        var changes = [try await withDuties(change)]
        changes += try await moveHomes(of: unit, to: target, on: day, by: actor)
        for person in try await store.people(of: id) {
            changes.append(
                try await moving(person, to: target, "\(unit.name)并入", on: day, by: actor))
        }
        try await store.commitAll(changes)
        return Receipt(subject: .unit(target), isRepeat: false)
    }

    private func checkMerger(of id: UnitID, into target: UnitID, by actor: Actor) throws(Refusal) {
        guard id != target else { throw .sameUnit }
        let from = try demand(village: id)
        let to = try demand(village: target)
        try actor.require(.changeUnits, at: id, in: tree)
        try actor.require(.changeUnits, at: target, in: tree)
        guard from.parent == to.parent else { throw .differentTown }
    }

    private func moveHomes(
        of unit: Unit, to target: UnitID, on day: Day, by actor: Actor
    ) async throws -> [Change] {
        let taken = Set(try await store.households(of: target).map(\.number))
        return try await store.households(of: unit.id).map { home in
            let number = taken.contains(home.number) ? unit.name + home.number : home.number
            return relocating(home, to: target, number: number, on: day, by: actor)
        }
    }

    /// One household's way into another village.
    func relocating(
        _ home: Household, to village: UnitID, number: String, on day: Day, by actor: Actor
    ) -> Change {
        var home = home
        let event = HouseholdEvent.relocated(village: village, number: number, address: home.address)
        var change = change(by: actor, once: nil, answer: .household(home.id))
        change.append(.household(event), to: .household(home.id), after: home.version, on: day)
        home.apply(event)
        change.states.append(.household(home))
        return change
    }

    /// One person's way into another village, with the case and the duties; the household stays the same.
    func moving(
        _ person: Person, to village: UnitID, _ reason: String, on day: Day, by actor: Actor
    ) async throws -> Change {
        var change = change(by: actor, once: nil, answer: .person(person.id))
        try await move(
            person, to: village, household: person.household, reason, on: day, into: &change)
        return try await withDuties(change)
    }
}
