// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("方案的验算 · 14.w3")
struct ProofTests {
    @Test(arguments: MatchRound.allCases)
    func `a plan tampered with does not pass`(round: MatchRound) throws {
        for seed in 0..<40 {
            var random = RandomMarket(seed: 70_000 + seed)
            let market = random.market(people: 30, vacancies: 8, list: 6, escorts: seed % 2 == 0)
            let plan = try market.solved(round)
            guard let pair = plan.pairs.first else { continue }
            var worse = plan
            worse.pairs.removeFirst()
            // Leaving someone out only passes if that unit is worth nothing, which no unit is.
            #expect(worse.summary(in: market) != plan.summary(in: market))
            #expect(worse.faults(in: market) != [], "seed \(seed)")
            var twice = plan
            twice.pairs.append(pair)
            #expect(twice.faults(in: market).contains(.pair(pair)))
            var strange = plan
            strange.pairs[0].vacancy = market.headcounts.count - 1 - pair.vacancy
            if !market.candidates.map(\.pairTried).contains(strange.pairs[0]) {
                #expect(strange.faults(in: market).contains(.pair(strange.pairs[0])))
            }
        }
    }

    @Test func `a plan for less than the best fails with whatever prices it claims`() throws {
        // 0 is harder than 1, and both may only go to the one vacancy.
        let market = Market(
            people: [.init(priority: 0), .init(priority: 1)], headcounts: [1],
            candidates: [
                .init(person: 0, vacancy: 0, score: 0), .init(person: 1, vacancy: 0, score: 1_000),
            ])
        let best = try market.solved(.place)
        #expect(best.pairs == [.init(person: 0, vacancy: 0)])
        for price in stride(from: Int64(0), through: 5 * best.step, by: 100) {
            var wrong = best
            (wrong.pairs, wrong.prices) = ([.init(person: 1, vacancy: 0)], [price])
            #expect(wrong.faults(in: market) != [])
        }
    }

    @Test func `a price below the crowding cost of the last seat does not pass`() throws {
        let market = Market(
            people: (0..<3).map { _ in .init(priority: 0) }, headcounts: [1],
            candidates: (0..<3).map { .init(person: $0, vacancy: 0, score: 500) })
        var plan = try market.solved(.recommend)
        #expect(plan.faults(in: market) == [])
        plan.prices = [149]
        #expect(plan.faults(in: market) == [.vacancyPrice(vacancy: 0)])
        plan.prices = [150]
        #expect(plan.faults(in: market) == [])
    }

    @Test func `each rule broken is named`() throws {
        let market = Market(
            people: [.init(priority: 0, aide: 0), .init(priority: 0, aide: 0), .init(priority: 0)],
            headcounts: [1, 1, 1],
            candidates: (0..<3).flatMap { person in
                (0..<3).map { Market.Candidate(person: person, vacancy: $0, score: 500) }
            }, escorts: [1])
        let plan = try market.solved(.place)
        #expect(plan.faults(in: market) == [])
        func faults(_ change: (inout MatchPlan) -> Void) -> [PlanFault] {
            var changed = plan
            change(&changed)
            return changed.faults(in: market)
        }
        #expect(faults { $0.prices = [] } == [.prices])
        #expect(faults { $0.aidePrices = [] } == [.prices])
        #expect(faults { $0.step = 1 } == [.step])
        #expect(faults { $0.aidePrices = [-1] }.contains(.aidePrice(aide: 0)))
        #expect(faults { $0.prices[2] = -1 }.contains(.vacancyPrice(vacancy: 2)))
        let pairs = [(0, 0), (1, 1), (2, 2)].map { Market.Pair(person: $0, vacancy: $1) }
        #expect(faults { $0.pairs = pairs }.contains(.escort(aide: 0)))
        #expect(faults { $0.pairs = [pairs[2], .init(person: 2, vacancy: 0)] }.contains(.need(person: 2)))
        #expect(
            faults { $0.pairs = [pairs[0], .init(person: 2, vacancy: 0)] }.contains(.capacity(vacancy: 0)))
        #expect(faults { $0.pairs = [pairs[0]] }.contains(.choice(person: 2)))
    }
}
