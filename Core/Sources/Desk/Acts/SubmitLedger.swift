// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 上报台账: sends 《就业困难人员统计台账》 of a round to the town (01.w3).
    ///
    /// People still missing do not forbid it, but the month of 01.r1 is met only by a ledger that misses
    /// nobody; it may be sent again. Each able and willing person in it is to be brought to the town within
    /// the days of 01.r4, counted from the first ledger that holds them.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func submitLedger(
        of id: RoundID, version: Int, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        var round = try await demand(round: id)
        try actor.require(.submitLedger, at: round.village, in: tree)
        try check(day, after: round.opened, by: actor, at: round.village)
        if let sent = round.submission, sent.received != nil,
            sent.content == (try await content(of: round, on: day))
        {
            throw Refusal.nothingChanged
        }

        var change = change(by: actor, once: once, answer: .round(id))
        let event = RoundEvent.submitted(try await content(of: round, on: day))
        change.append(.round(event), to: .round(id), after: version, on: day)
        round.apply(event, act: ActID(version + 1), on: day)
        change.states.append(.round(round))
        for var found in try await liveCases(of: round.village)
        where !found.ledgers.contains(where: { $0.round == id }) {
            let entry = LedgerEntry(
                round: id, isAbleAndWilling: found.listing.isAbleAndWilling && found.registered == nil)
            let event = CaseEvent.enteredInLedger(entry)
            change.append(
                .assistanceCase(event), to: .assistanceCase(found.id), after: found.version, on: day)
            found.apply(event, act: ActID(found.version + 1), on: day)
            change.states.append(.assistanceCase(found))
        }
        return try await commit(change)
    }

    /// What the ledger of the round would say now.
    public func content(of round: SurveyRound, on day: Day) async throws -> LedgerSubmission {
        let counts = try await store.surveyCounts(.village(round.village), year: round.year, on: day)
        let listed = try await store.ledgerCounts(.village(round.village))
        let count = counts.first { $0.village == round.village }
        let list = listed.first { $0.village == round.village }
        return LedgerSubmission(
            roll: count?.roll ?? 0, surveyed: count?.surveyed ?? 0, excused: count?.excused ?? 0,
            missing: count?.missing ?? 0, listed: list?.persons ?? 0, byCategory: list?.byCategory ?? [:])
    }

    func liveCases(of village: UnitID) async throws -> [AssistanceCase] {
        var found: [AssistanceCase] = []
        var cursor: Cursor?
        repeat {
            let page = try await store.ledger(nil, scope: .village(village), after: cursor, limit: 500)
            found += page.rows.map(\.assistanceCase)
            cursor = page.next
        } while cursor != nil
        return found
    }
}
