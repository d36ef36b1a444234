// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// How the year's survey stands in each village of the actor's scope.
public struct SurveyOverview: Sendable {
    public let year: Int
    public let villages: [Line]

    public struct Line: Sendable {
        public let village: Unit
        public let town: Unit?
        public let count: SurveyCount
        /// The month of 01.r1, where a round is open.
        public let due: Obligation?
    }

    public var total: SurveyCount? {
        guard let first = villages.first else { return nil }
        return villages.dropFirst().reduce(first.count) { sum, line in
            SurveyCount(
                village: sum.village, round: nil, roll: sum.roll + line.count.roll,
                surveyed: sum.surveyed + line.count.surveyed, excused: sum.excused + line.count.excused,
                enteredLate: sum.enteredLate + line.count.enteredLate)
        }
    }
}

/// One round of one village: the people of one part of its roll.
public struct RoundPage: Sendable {
    public let round: SurveyRound
    public let village: Unit?
    public let count: SurveyCount
    public let part: RollPart
    public let people: Slice<PersonLine>
    public let duties: [Obligation]
    /// What the ledger would say now; compared with what was submitted.
    public let content: LedgerSubmission
}

extension Office {
    /// 入户调查: coverage by village (01.r1).
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func surveyOverview(
        year: Int, in unit: UnitID? = nil, by actor: Actor
    ) async throws -> SurveyOverview {
        let scope = try scope(.seePeople, narrowedTo: unit, by: actor)
        let counts = try await store.surveyCounts(scope, year: year, on: today)
        var lines: [SurveyOverview.Line] = []
        for count in counts {
            guard let village = tree[count.village] else { continue }
            lines.append(
                SurveyOverview.Line(
                    village: village, town: tree.unit(at: .town, above: village.id), count: count, due: nil))
        }
        return SurveyOverview(year: year, villages: lines)
    }

    /// One round with the people of one part of its roll.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func roundPage(
        _ id: RoundID, part: RollPart, after: Cursor?, limit: Int = 50, by actor: Actor
    ) async throws -> RoundPage {
        let round = try await demand(round: id)
        try actor.require(.seePeople, at: round.village, in: tree)
        let counts = try await store.surveyCounts(.village(round.village), year: round.year, on: today)
        let count =
            counts.first { $0.village == round.village }
            ?? SurveyCount(
                village: round.village, round: round, roll: 0, surveyed: 0, excused: 0, enteredLate: 0)
        let people = try await store.roll(of: id, part: part, on: today, after: after, limit: limit)
        return RoundPage(
            round: round, village: tree[round.village], count: count, part: part,
            people: Slice(rows: people.rows.map(line), next: people.next),
            duties: try await store.duties(of: .round(id)), content: try await content(of: round, on: today))
    }
}
