// SPDX-License-Identifier: Apache-2.0

/// 级别权重: what serving each unit is worth, so that the most valuable plan is the best one.
///
/// The sets of units that can be served together are the independent sets of a matroid, so any strictly
/// falling weights give the lexicographic best of the levels, and the largest number served with it
/// (research 3.1). Weights are multiples of a step greater than all scores together, so the levels are
/// settled before the score; linear in the levels, so nothing overflows.
struct UnitWeights {
    /// Per person the units already told, which take the first places.
    let told: [Int]
    /// Greater than what all scores and crowding costs together can move.
    let step: Int64
    private let round: MatchRound

    /// `step` may be greater than the market needs, when prices of another day are kept.
    init(_ market: Market, round: MatchRound, step: Int64 = 0) {
        var told = [Int](repeating: 0, count: market.people.count)
        for pair in market.told { told[pair.person] += 1 }
        let units = market.people.indices.reduce(0) {
            $0 + max(0, round.need(of: market.people[$1]) - told[$1])
        }
        let spread = Int64(Market.scores.upperBound) + (round.crowding.last ?? 0)
        self.step = max(step, Int64(units) * spread + 1)
        self.told = told
        self.round = round
    }

    /// The levels of the units that a person still needs, the best first.
    func levels(of place: Int, _ person: Market.Person) -> [Int] {
        let need = round.need(of: person)
        guard told[place] < need else { return [] }
        return (told[place]..<need).map { round.level(ofUnit: $0, for: person) }
    }

    /// What a unit of that level is worth.
    func weight(ofLevel level: Int) -> Int64 { Int64(round.levels - level) * step }
}
