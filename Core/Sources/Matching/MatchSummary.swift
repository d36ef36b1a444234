// SPDX-License-Identifier: Apache-2.0

/// What a plan achieves, without what had been told before.
public struct MatchSummary: Hashable, Sendable {
    /// People who get at least one vacancy.
    public var served = 0
    /// Pairs proposed.
    public var units = 0
    /// Units at each level, the best level first.
    public var levels: [Int]
    /// The scores of all pairs.
    public var score = 0
    /// The points taken off for crowding.
    public var crowding = 0
    /// The allowed pairs from which the plan was chosen.
    public var arcs = 0

    /// The summary of an empty plan of a round with so many levels.
    public init(levels: Int) { self.levels = [Int](repeating: 0, count: levels) }

    /// Whether a plan of this summary is better than one of the other.
    public func isBetter(than other: MatchSummary) -> Bool {
        guard levels == other.levels else { return other.levels.lexicographicallyPrecedes(levels) }
        return score - crowding > other.score - other.crowding
    }
}

extension MatchPlan {
    /// What the plan achieves in the market for which it was made.
    public func summary(in market: Market) -> MatchSummary {
        var summary = MatchSummary(levels: round.levels)
        let chosen = Set(pairs)
        for candidate in market.candidates where chosen.contains(candidate.pair) {
            summary.score += Int(candidate.score)
        }
        let weights = UnitWeights(market, round: round)
        var served = [Int](repeating: 0, count: market.people.count)
        for pair in pairs {
            let levels = weights.levels(of: pair.person, market.people[pair.person])
            if levels.indices.contains(served[pair.person]) {
                summary.levels[levels[served[pair.person]]] += 1
            }
            served[pair.person] += 1
        }
        summary.served = served.count { $0 > 0 }
        summary.units = pairs.count
        summary.crowding = crowdingCost(in: market)
        summary.arcs = market.candidates.count
        return summary
    }

    private func crowdingCost(in market: Market) -> Int {
        var load = [Int](repeating: 0, count: market.headcounts.count)
        for pair in market.told { load[pair.vacancy] += 1 }
        var cost = 0
        for pair in pairs {
            let headcount = market.headcounts[pair.vacancy]
            cost += Int(round.cost(ofSeat: load[pair.vacancy], headcount: headcount) ?? 0)
            load[pair.vacancy] += 1
        }
        return cost
    }
}
