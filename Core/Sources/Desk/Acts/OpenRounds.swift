// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 开展年度调查: opens the year's round in every village of the unit that has none yet (01.w1).
    ///
    /// Villages that already have the year's round are left alone, so that doing it twice changes nothing.
    /// - Returns: the villages whose round was opened now; none for a form sent twice.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    @discardableResult
    public func openRounds(
        year: Int, in unit: UnitID, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> [UnitID] {
        if try await repeated(once) != nil { return [] }
        try actor.require(.openRounds, at: unit, in: tree)
        try check(day, by: actor, at: unit)
        let villages = tree.units(at: .village, within: unit).filter { $0.exists(on: day) }.map(\.id)
        var waiting: [UnitID] = []
        for village in villages where try await store.round(of: village, year: year) == nil {
            waiting.append(village)
        }
        guard !waiting.isEmpty else { throw Refusal.roundAlreadyOpen(year: year) }
        let first = try await store.allocate(.round, count: waiting.count)
        var change = change(by: actor, once: once, answer: .unit(unit))
        for (offset, village) in waiting.enumerated() {
            let round = SurveyRound(id: RoundID(first + offset), village: village, year: year, opened: day)
            change.append(
                .round(.opened(village: village, year: year)), to: .round(round.id), after: 0, on: day)
            change.states.append(.round(round))
        }
        _ = try await commit(change)
        return waiting
    }
}
