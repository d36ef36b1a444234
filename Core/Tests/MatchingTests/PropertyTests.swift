// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("批量匹配的性质 · 05.r1 10.r2 14.w3")
struct PropertyTests {
    @Test(arguments: MatchRound.allCases)
    func `no plan is worse than a greedy one at any prefix of the levels`(round: MatchRound) throws {
        for seed in 0..<60 {
            var random = RandomMarket(seed: 40_000 + seed)
            let market = random.market(people: 50, vacancies: 15, list: 7)
            let ours = try market.solved(round).summary(in: market)
            for greedy in [market.greedy(round, byLevel: true), market.greedy(round, byLevel: false)] {
                let other = greedy.summary(in: market)
                for prefix in 1...round.levels {
                    let (one, two) = (ours.levels.prefix(prefix), other.levels.prefix(prefix))
                    #expect(!one.lexicographicallyPrecedes(two), "seed \(seed)")
                }
                #expect(!other.isBetter(than: ours), "seed \(seed)")
                #expect(other.units <= ours.units, "priorities cost no coverage, seed \(seed)")
            }
        }
    }

    @Test(arguments: MatchRound.allCases)
    func `a person less never hurts a better level`(round: MatchRound) throws {
        for seed in 0..<40 {
            var random = RandomMarket(seed: 50_000 + seed)
            let market = random.market(people: 30, vacancies: 9, list: 6)
            let before = try market.solved(round).summary(in: market).levels
            let gone = random.below(30)
            var less = market
            less.candidates.removeAll { $0.person == gone }
            let after = try less.solved(round).summary(in: less).levels
            var own = [Int](repeating: 0, count: round.levels)
            for level in market.levelsOf(gone, round) { own[level] += 1 }
            for level in 0..<round.levels {
                #expect(after[level] + own[level] >= before[level], "seed \(seed)")
            }
        }
    }

    @Test(arguments: MatchRound.allCases)
    func `nothing told is bumped, and a told vacancy is not proposed again`(round: MatchRound) throws {
        for seed in 0..<60 {
            var random = RandomMarket(seed: 60_000 + seed)
            let market = random.market(people: 20, vacancies: 6, list: 5, told: true)
            let plan = try market.solved(round)
            #expect(Set(plan.pairs).isDisjoint(with: market.told))
            for vacancy in market.headcounts.indices {
                let told = market.told.count { $0.vacancy == vacancy }
                let new = plan.pairs.count { $0.vacancy == vacancy }
                let seats = market.headcounts[vacancy] * (round == .place ? 1 : 3)
                #expect(new <= max(0, seats - told), "seed \(seed)")
            }
            for (person, row) in market.people.enumerated() {
                let got = (plan.pairs + market.told).count { $0.person == person }
                let new = plan.pairs.count { $0.person == person }
                #expect(new == 0 || got <= (round == .place ? 1 : row.need), "seed \(seed)")
            }
        }
    }

    @Test func `a harder case told later does not take the seat of what was told, 10.r2`() throws {
        let market = Market(
            people: [.init(priority: 3), .init(priority: 0)], headcounts: [1],
            candidates: [
                .init(person: 0, vacancy: 0, score: 900), .init(person: 1, vacancy: 0, score: 900),
            ],
            told: [.init(person: 0, vacancy: 0)])
        #expect(try market.solved(.place).pairs.isEmpty)
    }
}

extension Market {
    /// What a list would do: pair after pair, best level or best score first, where there is room.
    func greedy(_ round: MatchRound, byLevel: Bool) -> MatchPlan {
        var (load, got) = (headcounts.map { _ in 0 }, people.map { _ in 0 })
        var pairs: [Pair] = []
        let needs = people.map { round == .place ? 1 : $0.need }
        for unit in 0..<2 {
            let order = candidates.sorted { one, two in
                let (first, second) = (people[Int(one.person)], people[Int(two.person)])
                let keys = [first, second].map {
                    ($0.isDueToday ? 0 : 4) * (round == .place ? 0 : 1) + $0.priority
                }
                return (byLevel ? keys[0] : 0, -one.score, one.person, one.vacancy)
                    < (byLevel ? keys[1] : 0, -two.score, two.person, two.vacancy)
            }
            for candidate in order {
                let (person, vacancy) = (Int(candidate.person), Int(candidate.vacancy))
                guard got[person] == unit, got[person] < needs[person], !pairs.contains(candidate.pairTried),
                    load[vacancy] < headcounts[vacancy] * (round == .place ? 1 : 3)
                else { continue }
                pairs.append(candidate.pairTried)
                got[person] += 1
                load[vacancy] += 1
            }
        }
        return MatchPlan(round: round, pairs: pairs, step: 1, prices: [])
    }

    /// The levels of all units of a person, written down once more.
    func levelsOf(_ person: Int, _ round: MatchRound) -> [Int] {
        let row = people[person]
        guard round == .recommend else { return [row.priority] }
        return (0..<row.need).map { $0 * 8 + (row.isDueToday ? 0 : 4) + row.priority }
    }
}
