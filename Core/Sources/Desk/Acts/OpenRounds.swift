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
        // The district's version as stored: the tree in memory may be a moment older.
        if let district = try await store.units().first(where: { $0.level == .district }) {
            let without = try await villagesWithoutRound(year, but: Set(waiting), on: day)
            let event = UnitEvent.roundsOpened(year: year, missing: without)
            change.append(.unit(event), to: .unit(district.id), after: district.version, on: day)
            var after = district
            after.apply(event, on: day)
            change.states.append(.unit(after))
        }
        _ = try await commit(change)
        return waiting
    }

    /// How many villages of the district the year still lacks: the district's duty of 01.w1 is met at none.
    func villagesWithoutRound(_ year: Int, but opening: Set<UnitID>, on day: Day) async throws -> Int {
        guard let district = tree.district else { return 0 }
        let open = try await store.surveyCounts(.district, year: year, on: day)
        let done = opening.union(open.filter { $0.round != nil }.map(\.village))
        return tree.units(at: .village, within: district.id).filter {
            $0.exists(on: day) && !done.contains($0.id)
        }.count
    }
}
