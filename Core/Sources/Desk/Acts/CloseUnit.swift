// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 撤销单位: an empty unit is no office after the day; it stays in the archive (00.levels, 01.r1).
    ///
    /// - Throws: ``Refusal/unitNotEmpty(people:)``, ``Refusal/unitHasUnits(_:)``, other refusals;
    ///   ``StoreFailure``.
    public func closeUnit(
        _ id: UnitID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        var unit = try changeable(id, version: version, on: day, by: actor)
        let below = tree.children(of: id).filter { $0.exists(on: today) }
        guard below.isEmpty else { throw Refusal.unitHasUnits(below.count) }
        let people = try await store.people(of: id)
        guard people.isEmpty else { throw Refusal.unitNotEmpty(people: people.count) }
        var change = change(by: actor, once: once, answer: .unit(id))
        unit.take(.dissolved(reason: reason), on: day, into: &change)
        change.states.append(.unit(unit))
        change.duties += try await withoutRounds(of: id)
        return try await commit(change)
    }

    /// What was owed for the survey rounds of a village that is no more: nothing.
    func withoutRounds(of village: UnitID) async throws -> [DutyList] {
        var lists: [DutyList] = []
        for year in [today.year - 1, today.year] {
            guard let round = try await store.round(of: village, year: year) else { continue }
            lists.append(
                DutyList(
                    subject: .round(round.id), unit: village, person: nil, hardness: 0, obligations: []))
        }
        return lists
    }
}
