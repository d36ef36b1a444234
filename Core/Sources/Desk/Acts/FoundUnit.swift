// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 增设单位: a town or village that is new (00.levels).
    ///
    /// - Throws: ``Refusal/unitNameTaken(_:)`` among its neighbours, ``Refusal/notFound(_:)`` for a parent that is
    ///   not of the level above, other refusals; ``StoreFailure``.
    public func foundUnit(
        _ level: Level, in parent: UnitID, name: String, code: String?, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        try actor.require(.changeUnits, at: parent, in: tree)
        guard let above = tree[parent], above.level == level.above else { throw Refusal.notFound(.unit) }
        guard above.exists(on: today) else { throw Refusal.unitClosed }
        try check(day, by: actor, at: parent)
        try checkName(name, beside: nil, in: parent)
        let id = UnitID(try await store.allocate(.unit, count: 1))
        var change = change(by: actor, once: once, answer: .unit(id))
        change.append(
            .unit(.founded(level: level, parent: parent, name: name, code: code)), to: .unit(id), after: 0,
            on: day)
        change.states.append(
            .unit(
                Unit(id: id, level: level, parent: parent, name: name, code: code, since: day, version: 1)))
        return try await commit(change)
    }

    /// 更名: a unit is called otherwise from a day on; papers under the old name are still found (00.levels).
    ///
    /// - Throws: ``Refusal/unitNameTaken(_:)``, ``Refusal/nothingChanged``, other refusals; ``StoreFailure``.
    public func renameUnit(
        _ id: UnitID, version: Int, to name: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var unit = try changeable(id, version: version, on: day, by: actor)
        guard name != unit.name else { throw Refusal.nothingChanged }
        try checkName(name, beside: id, in: unit.parent)
        var change = change(by: actor, once: once, answer: .unit(id))
        unit.take(.renamed(to: name), on: day, into: &change)
        change.states.append(.unit(unit))
        return try await commit(change)
    }

    /// No two neighbours that exist bear one name.
    private func checkName(_ name: String, beside id: UnitID?, in parent: UnitID?) throws(Refusal) {
        guard !name.isEmpty else { throw .nameMissing }
        let neighbours = parent.map { tree.children(of: $0) } ?? []
        let isTaken = neighbours.contains { $0.id != id && $0.name == name && $0.exists(on: today) }
        if isTaken { throw .unitNameTaken(name) }
    }

    /// A unit that exists and that the actor may change, as the page showed it.
    func changeable(
        _ id: UnitID, version: Int, on day: Day, by actor: Actor
    ) throws -> Unit {
        try actor.require(.changeUnits, at: id, in: tree)
        guard let unit = tree[id] else { throw Refusal.notFound(.unit) }
        guard unit.exists(on: today) else { throw Refusal.unitClosed }
        try check(day, after: unit.since, by: actor, at: id)
        guard unit.version == version else { throw StoreFailure.conflict(.unit(id)) }
        return unit
    }
}

extension Unit {
    /// Takes an event in and puts it on its way into the journal.
    mutating func take(_ event: UnitEvent, on day: Day, into change: inout Change) {
        change.append(.unit(event), to: .unit(id), after: version, on: day)
        apply(event, on: day)
    }
}
