// SPDX-License-Identifier: Apache-2.0

/// 匹配方案: the best pairs of a batch, and the prices that prove it.
///
/// A proposal: a person confirms each pair before anybody is told.
public struct MatchPlan: Hashable, Sendable {
    public var round: MatchRound
    /// The pairs proposed, by person, each person's in the order of the candidates.
    public var pairs: [Market.Pair]
    /// What one level is worth: more than all scores of the market together can move.
    public var step: Int64
    /// The price of each vacancy: what one more seat there would at most add to the plan's value. Levels
    /// count in steps, scores in points.
    public var prices: [Int64]
    /// The price of each aide: what one more escort would add.
    public var aidePrices: [Int64]

    public init(
        round: MatchRound, pairs: [Market.Pair], step: Int64, prices: [Int64], aidePrices: [Int64] = []
    ) {
        self.round = round
        self.pairs = pairs
        self.step = step
        self.prices = prices
        self.aidePrices = aidePrices
    }
}

extension MatchSolver {
    /// The plan as it stands.
    public var plan: MatchPlan {
        var pairs: [Market.Pair] = []
        for person in 0..<(firstAide - firstPerson) {
            for arc in [firstSeat[person], secondSeat[person]].sorted() where arc >= 0 {
                pairs.append(Market.Pair(person: Int(person), vacancy: Int(arcVacancy[arc])))
            }
        }
        return MatchPlan(
            round: round, pairs: pairs, step: weights.step, prices: price.values, aidePrices: aidePrice.values
        )
    }
}

extension Market {
    /// The best plan of a round.
    ///
    /// - Throws: ``MarketFault`` when the lists contradict each other.
    public func solved(_ round: MatchRound) throws(MarketFault) -> MatchPlan {
        var solver = try MatchSolver(self, round: round)
        solver.solve()
        return solver.plan
    }
}
