// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a plan or with the prices that should prove it. Places count from 0.
public enum PlanFault: Hashable, Sendable {
    /// A pair that is no candidate of the market, or stands twice.
    case pair(Market.Pair)
    /// More vacancies than the person needs.
    case need(person: Int)
    /// More people than the vacancy may be shown to.
    case capacity(vacancy: Int)
    /// More units than the aide can accompany.
    case escort(aide: Int)
    /// Not one price for each vacancy and each aide.
    case prices
    /// A level is worth too little to come before all scores.
    case step
    /// The vacancy's price lies below what its last seat costs, or above what its next one would.
    case vacancyPrice(vacancy: Int)
    /// The aide's price is below nothing, or above it though the aide has time.
    case aidePrice(aide: Int)
    /// At these prices the person would do better with other vacancies, with more or with fewer.
    case choice(person: Int)
}

extension MatchPlan {
    /// 验算: everything that keeps the plan from being proven the best one of the market; empty when it is.
    ///
    /// The conditions of complementary slackness, read off the plan and the prices alone in one pass over
    /// the candidates. It shares with the solver only the round's definition and the weights of the levels:
    /// a plan that passes is optimal whatever made it (research 6.1).
    public func faults(in market: Market) -> [PlanFault] {
        guard prices.count == market.headcounts.count, aidePrices.count == market.escorts.count else {
            return [.prices]
        }
        guard UnitWeights(market, round: round, step: step).step == step else { return [.step] }
        let (choices, strange) = PlanChoices.read(self, in: market)
        guard strange.isEmpty else { return strange.map { .pair($0) } }
        return choiceFaults(choices, in: market) + vacancyFaults(in: market) + aideFaults(in: market)
    }

    private func choiceFaults(_ choices: PlanChoices, in market: Market) -> [PlanFault] {
        let weights = UnitWeights(market, round: round, step: step)
        return market.people.indices.compactMap { place in
            let person = market.people[place]
            let worths = weights.levels(of: place, person).map { weights.weight(ofLevel: $0) }
            let served = choices.served[place]
            guard served <= worths.count else { return .need(person: place) }
            let duty = person.aide.map { aidePrices[$0] } ?? 0
            // The person's potential lies between what is refused and what is taken.
            var (low, high) = (choices.bestRefused[place], choices.worstTaken[place])
            if served > 0 { low = max(low, duty - worths[served - 1]) }
            if served < worths.count { high = min(high, duty - worths[served]) }
            return low <= high || worths.isEmpty ? nil : .choice(person: place)
        }
    }

    private func vacancyFaults(in market: Market) -> [PlanFault] {
        var (told, load) = (prices.map { _ in 0 }, prices.map { _ in 0 })
        for pair in market.told { told[pair.vacancy] += 1 }
        for pair in pairs { load[pair.vacancy] += 1 }
        return prices.indices.compactMap { place in
            let (headcount, taken) = (market.headcounts[place], told[place] + load[place])
            if load[place] > 0 {
                guard let last = round.cost(ofSeat: taken - 1, headcount: headcount) else {
                    return .capacity(vacancy: place)
                }
                if prices[place] < last { return .vacancyPrice(vacancy: place) }
            }
            let next = round.cost(ofSeat: taken, headcount: headcount) ?? Int64.max
            return (0...next).contains(prices[place]) ? nil : .vacancyPrice(vacancy: place)
        }
    }

    private func aideFaults(in market: Market) -> [PlanFault] {
        var (told, load) = (aidePrices.map { _ in 0 }, aidePrices.map { _ in 0 })
        for pair in market.told { if let aide = market.people[pair.person].aide { told[aide] += 1 } }
        for pair in pairs { if let aide = market.people[pair.person].aide { load[aide] += 1 } }
        return aidePrices.indices.compactMap { place in
            let taken = told[place] + load[place]
            if load[place] > 0, taken > market.escorts[place] { return .escort(aide: place) }
            let isFree = taken < market.escorts[place]
            return aidePrices[place] < 0 || isFree && aidePrices[place] > 0 ? .aidePrice(aide: place) : nil
        }
    }
}

/// What a plan gives each person and keeps from them, at the plan's prices.
private struct PlanChoices {
    var served: [Int]
    /// The least that a vacancy taken leaves the person: its score less its price.
    var worstTaken: [Int64]
    /// The most that a vacancy not taken would leave.
    var bestRefused: [Int64]

    /// Reads the choices, and the pairs that are no candidates or stand twice.
    static func read(_ plan: MatchPlan, in market: Market) -> (PlanChoices, strange: [Market.Pair]) {
        let people = market.people.count
        var choices = PlanChoices(
            served: .init(repeating: 0, count: people), worstTaken: .init(repeating: .max, count: people),
            bestRefused: .init(repeating: .min, count: people))
        let told = Set(market.told)
        var open = Set(plan.pairs)
        for candidate in market.candidates {
            let (pair, person) = (candidate.pair, Int(candidate.person))
            if !told.isEmpty, told.contains(pair) { continue }
            let left = Int64(candidate.score) - plan.prices[pair.vacancy]
            if open.remove(pair) != nil {
                choices.served[person] += 1
                choices.worstTaken[person] = min(choices.worstTaken[person], left)
            } else {
                choices.bestRefused[person] = max(choices.bestRefused[person], left)
            }
        }
        var seen = Set<Market.Pair>()
        return (choices, Array(open) + plan.pairs.filter { !seen.insert($0).inserted })
    }
}
