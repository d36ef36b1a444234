// SPDX-License-Identifier: Apache-2.0

/// A plan laid over its market: who sits where, and who may sit where.
public struct PlanReading: Sendable {
    public let market: Market
    public let plan: MatchPlan
    let weights: UnitWeights
    /// The vacancies that each person may get, with those told left out.
    let choices: [[Int32]]
    /// The people who sit at each vacancy.
    let sitting: [[Int32]]
    /// The vacancies that each person gets.
    let gets: [[Int32]]
    let toldLoad: [Int]
    /// The units that each aide has to accompany.
    let escortLoad: [Int]

    /// Reads a plan; pairs that are no candidates make the answers meaningless, so check the plan before.
    public init(_ plan: MatchPlan, in market: Market) {
        self.market = market
        self.plan = plan
        weights = UnitWeights(market, round: plan.round, step: plan.step)
        let told = Set(market.told)
        var choices = [[Int32]](repeating: [], count: market.people.count)
        for candidate in market.candidates where told.isEmpty || !told.contains(candidate.pair) {
            choices[Int(candidate.person)].append(candidate.vacancy)
        }
        self.choices = choices
        var sitting = [[Int32]](repeating: [], count: market.headcounts.count)
        var gets = [[Int32]](repeating: [], count: market.people.count)
        for pair in plan.pairs {
            sitting[pair.vacancy].append(Int32(pair.person))
            gets[pair.person].append(Int32(pair.vacancy))
        }
        (self.sitting, self.gets) = (sitting, gets)
        var toldLoad = [Int](repeating: 0, count: market.headcounts.count)
        for pair in market.told { toldLoad[pair.vacancy] += 1 }
        self.toldLoad = toldLoad
        var escortLoad = [Int](repeating: 0, count: market.escorts.count)
        for pair in plan.pairs + market.told {
            if let aide = market.people[pair.person].aide { escortLoad[aide] += 1 }
        }
        self.escortLoad = escortLoad
    }

    /// The level of the first unit that a person does not get, `nil` when nothing is missing.
    func missingLevel(of person: Int) -> Int? {
        weights.levels(of: person, market.people[person]).dropFirst(gets[person].count).first
    }

    /// The level of the last unit that a person gets: the one that would be lost first.
    func lastLevel(of person: Int32) -> Int {
        let levels = weights.levels(of: Int(person), market.people[Int(person)])
        return levels.prefix(gets[Int(person)].count).last ?? 0
    }

    /// Whether the vacancy may be shown to nobody more.
    func isFull(_ vacancy: Int) -> Bool {
        toldLoad[vacancy] + sitting[vacancy].count
            >= plan.round.capacity(ofHeadcount: market.headcounts[vacancy])
    }
}
