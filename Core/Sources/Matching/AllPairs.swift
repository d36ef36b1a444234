// SPDX-License-Identifier: Apache-2.0

/// A plan that is the best over all allowed pairs, though most of them were only priced.
public struct AllPairsPlan: Hashable, Sendable {
    /// One round: solved on so many arcs, so many people had better pairs outside, so many were added.
    public struct PricingRound: Hashable, Sendable {
        public let arcs: Int
        public let people: Int
        public let added: Int
    }

    public let plan: MatchPlan
    /// The market with the candidates on which the plan was solved in the end.
    public let market: Market
    /// The rounds; the last one found nothing to add.
    public let rounds: [PricingRound]
}

extension Market {
    /// Solves on this market's candidates, prices every allowed pair with the prices found, adds each
    /// person's pairs that beat the person's own, and repeats until there are none (research 6.3).
    ///
    /// The prices of the last round prove the plan over all pairs, as ``MatchPlan/faults(in:)`` would.
    /// `allowed` gives all allowed pairs of a person, and the same ones each time.
    ///
    /// - Throws: ``MarketFault``; ``MarketFault/candidate(place:)`` also for a pair of another person.
    public func solvedOverAllPairs(
        _ round: MatchRound, adding most: Int = 10, allowed: (Int) -> [Candidate]
    ) throws(MarketFault) -> AllPairsPlan {
        var (market, rounds) = (self, [AllPairsPlan.PricingRound]())
        while true {
            let plan = try market.solved(round)
            let better = try market.priced(plan, most: most, allowed: allowed)
            rounds.append(
                .init(
                    arcs: market.candidates.count, people: Set(better.map(\.person)).count,
                    added: better.count))
            guard !better.isEmpty else { return AllPairsPlan(plan: plan, market: market, rounds: rounds) }
            market.candidates += better
        }
    }

    /// The pairs outside that leave a person more than the plan does, at most so many a person.
    private func priced(
        _ plan: MatchPlan, most: Int, allowed: (Int) -> [Candidate]
    ) throws(MarketFault) -> [Candidate] {
        var own = people.map { _ in Set<Int32>() }
        for candidate in candidates { own[Int(candidate.person)].insert(candidate.vacancy) }
        for pair in told { own[pair.person].insert(Int32(pair.vacancy)) }
        let limits = plan.limits(in: self)
        var added: [Candidate] = []
        for person in people.indices {
            var better: [(gain: Int64, candidate: Candidate)] = []
            for (place, candidate) in allowed(person).enumerated() {
                guard candidate.person == person, headcounts.indices.contains(Int(candidate.vacancy)) else {
                    throw .candidate(place: place)
                }
                let left = Int64(candidate.score) - plan.prices[Int(candidate.vacancy)]
                if left > limits[person], !own[person].contains(candidate.vacancy) {
                    better.append((left - limits[person], candidate))
                }
            }
            better.sort { ($1.gain, $0.candidate.vacancy) < ($0.gain, $1.candidate.vacancy) }
            added += better.prefix(max(1, most)).map(\.candidate)
        }
        return added
    }
}

extension MatchPlan {
    /// Per person what a vacancy may leave at most without being better than the plan: the least that the
    /// person's own vacancies leave, and what an unserved unit would have to bring.
    func limits(in market: Market) -> [Int64] {
        let weights = UnitWeights(market, round: round, step: step)
        let chosen = Set(pairs)
        var limits = market.people.map { _ in Int64.max }
        var served = market.people.map { _ in 0 }
        for candidate in market.candidates where chosen.contains(candidate.pair) {
            let person = Int(candidate.person)
            limits[person] = min(limits[person], Int64(candidate.score) - prices[Int(candidate.vacancy)])
            served[person] += 1
        }
        for (place, person) in market.people.enumerated() {
            let levels = weights.levels(of: place, person)
            guard served[place] < levels.count else { continue }
            let duty = person.aide.map { aidePrices[$0] } ?? 0
            limits[place] = min(limits[place], duty - weights.weight(ofLevel: levels[served[place]]))
        }
        return limits
    }
}
