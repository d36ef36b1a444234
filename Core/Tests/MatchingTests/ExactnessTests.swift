// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("批量匹配的最优性 · 05.r1 10.r2 14.w3")
struct ExactnessTests {
    @Test(arguments: MatchRound.allCases)
    func `the plan is the best of all plans there are`(round: MatchRound) throws {
        for seed in 0..<300 {
            var random = RandomMarket(seed: seed)
            let market = random.market(people: 1 + random.below(4), vacancies: 1 + random.below(3), list: 3)
            let plan = try market.solved(round)
            let (ours, best) = (plan.summary(in: market), market.bestByTrying(round))
            #expect(ours.levels == best.levels, "seed \(seed)")
            #expect(ours.score - ours.crowding == best.score - best.crowding, "seed \(seed)")
            #expect(plan.faults(in: market) == [], "seed \(seed)")
        }
    }

    @Test(arguments: MatchRound.allCases)
    func `it is the best also with vacancies told before and aides of little time, 05.r3`(
        round: MatchRound
    ) throws {
        for seed in 1_000..<1_500 {
            var random = RandomMarket(seed: seed)
            let market = random.market(
                people: 2 + random.below(3), vacancies: 1 + random.below(3), list: 3,
                told: random.below(2) == 0, escorts: true)
            let plan = try market.solved(round)
            let (ours, best) = (plan.summary(in: market), market.bestByTrying(round))
            #expect(ours.levels == best.levels, "seed \(seed)")
            #expect(ours.score - ours.crowding == best.score - best.crowding, "seed \(seed)")
            #expect(plan.faults(in: market) == [], "seed \(seed)")
        }
    }

    @Test(arguments: MatchRound.allCases)
    func `larger markets are proven by their prices`(round: MatchRound) throws {
        for seed in 0..<60 {
            var random = RandomMarket(seed: 7_000 + seed)
            let market = random.market(
                people: 60, vacancies: 20, list: 8, told: seed % 3 == 0, escorts: seed % 2 == 0,
                scores: seed % 5 == 0 ? 4 : 1_001)
            #expect(try market.solved(round).faults(in: market) == [], "seed \(seed)")
        }
    }

    @Test func `the same market gives the same plan every time`() throws {
        var random = RandomMarket(seed: 42)
        let market = random.market(people: 80, vacancies: 20, list: 8, scores: 3)
        #expect(try market.solved(.recommend) == market.solved(.recommend))
    }

    @Test func `ten crowded vacancies take points off as the round says`() throws {
        let people = (0..<7).map { _ in Market.Person(priority: 0) }
        let market = Market(
            people: people, headcounts: [2],
            candidates: (0..<7).map { Market.Candidate(person: $0, vacancy: 0, score: 500) })
        let summary = try market.solved(.recommend).summary(in: market)
        #expect((summary.served, summary.score, summary.crowding) == (6, 3_000, 2 * 60 + 2 * 150))
        #expect(try market.solved(.place).summary(in: market).served == 2)
    }
}
