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
        if let receipt = try await repeated(once) { return receipt }
        var round = try await demand(round: id)
        try actor.require(.submitLedger, at: round.village, in: tree)
        try check(day, after: round.opened, by: actor, at: round.village)
        guard round.version == version else { throw StoreFailure.conflict(.round(id)) }
        let content = try await content(of: round, on: day)
        let waiting = try await liveCases(of: round.village).compactMap { found in
            found.entry(for: id).map { (found, $0) }
        }
        if let sent = round.submission, sent.returned == nil, sent.content == content, waiting.isEmpty {
            throw Refusal.nothingChanged
        }

        var change = change(by: actor, once: once, answer: .round(id))
        let event = RoundEvent.submitted(content)
        change.append(.round(event), to: .round(id), after: version, on: day)
        round.apply(event, act: ActID(version + 1), on: day)
        change.states.append(.round(round))
        for (found, entry) in waiting {
            var found = found
            found.take(.enteredInLedger(entry), on: day, into: &change)
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

extension AssistanceCase {
    /// What the ledger of a round is to say of the case; `nil` when it already does.
    ///
    /// Somebody who was not able or willing when first entered is entered again once they are.
    fileprivate func entry(for round: RoundID) -> LedgerEntry? {
        let isToBeBrought = listing.isAbleAndWilling && registered == nil
        let earlier = ledgers.filter { $0.round == round }
        guard earlier.isEmpty || (isToBeBrought && !earlier.contains(where: \.isAbleAndWilling)) else {
            return nil
        }
        return LedgerEntry(round: round, isAbleAndWilling: isToBeBrought)
    }
}
