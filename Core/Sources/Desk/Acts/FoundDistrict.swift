// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 建立单位: puts the district and the towns that the policy pack brings along into an empty store.
    ///
    /// - Returns: the units; those that are there already when the store is not empty.
    /// - Throws: ``StoreFailure``.
    public func foundDistrict() async throws -> [Unit] {
        let there = try await store.units()
        guard there.isEmpty else { return there }
        let first = try await store.allocate(.unit, count: pack.units.count)
        var ids: [String: UnitID] = [:]
        var units: [Unit] = []
        for seed in pack.units.sorted(by: { $0.level.depth < $1.level.depth }) {
            let id = UnitID(first + units.count)
            ids[seed.code] = id
            units.append(
                Unit(
                    id: id, level: seed.level, parent: seed.parent.flatMap { ids[$0] }, name: seed.name,
                    code: seed.code, since: today, version: 1))
        }
        // Whole or not at all: half a district would never be completed.
        var changes: [Change] = []
        for unit in units { changes.append(try await withDuties(founding(unit))) }
        try await store.commitAll(changes)
        return units
    }

    private func founding(_ unit: Unit) -> Change {
        var change = Change(by: .system, recorded: now, answer: .unit(unit.id))
        let event = UnitEvent.founded(
            level: unit.level, parent: unit.parent, name: unit.name, code: unit.code)
        change.append(.unit(event), to: .unit(unit.id), after: 0, on: today)
        change.states.append(.unit(unit))
        return change
    }
}
