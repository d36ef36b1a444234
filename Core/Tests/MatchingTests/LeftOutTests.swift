// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("未安排人员的原因 · 14.r1 05.r3")
struct LeftOutTests {
    @Test func `each reason is told`() throws {
        let market = Market(
            people: [
                .init(priority: 1), .init(priority: 0), .init(priority: 1), .init(priority: 2),
                .init(priority: 0, aide: 0), .init(priority: 1),
            ],
            headcounts: [1, 1, 9],
            candidates: [
                .init(person: 0, vacancy: 0, score: 100), .init(person: 1, vacancy: 1, score: 100),
                .init(person: 2, vacancy: 0, score: 90), .init(person: 3, vacancy: 1, score: 999),
                .init(person: 4, vacancy: 2, score: 500),
            ], escorts: [0])
        let reading = PlanReading(try market.solved(.place), in: market)
        #expect(
            reading.leftOut() == [
                LeftOut(person: 2, level: 1, reason: .betterScore),
                LeftOut(person: 3, level: 2, reason: .harder),
                LeftOut(person: 4, level: 0, reason: .noEscort),
                LeftOut(person: 5, level: 1, reason: .noVacancy),
            ])
        let set = try #require(reading.blockedSet(of: 2))
        #expect((set.direct, set.vacancies, set.taken, set.told) == ([0], [0], [0, 1, 0, 0], 0))
        #expect(reading.blockedSet(of: 0) == nil)
    }

    @Test func `the blocked set follows the chain of people who could make room`() throws {
        let market = Market(
            people: [.init(priority: 0), .init(priority: 0), .init(priority: 0)], headcounts: [1, 1, 5],
            candidates: [
                .init(person: 0, vacancy: 0, score: 9), .init(person: 1, vacancy: 0, score: 9),
                .init(person: 1, vacancy: 1, score: 9), .init(person: 2, vacancy: 1, score: 5),
            ])
        let reading = PlanReading(try market.solved(.place), in: market)
        #expect(reading.leftOut() == [LeftOut(person: 2, level: 0, reason: .betterScore)])
        #expect(try #require(reading.blockedSet(of: 2)).vacancies == [0, 1])
    }

    @Test(arguments: MatchRound.allCases)
    func `every blocked set holds, and its reason is the level of who could yield`(round: MatchRound) throws {
        for seed in 0..<60 {
            var random = RandomMarket(seed: 80_000 + seed)
            let market = random.market(people: 40, vacancies: 10, list: 5, told: seed % 2 == 0)
            let reading = PlanReading(try market.solved(round), in: market)
            for left in reading.leftOut() {
                let set = try #require(reading.blockedSet(of: left.person))
                #expect(reading.holds(set), "seed \(seed) person \(left.person)")
                #expect((left.reason == .noVacancy) == set.direct.isEmpty)
                if !set.direct.isEmpty {
                    #expect((left.reason == .betterScore) == (set.taken[left.level] > 0), "seed \(seed)")
                }
            }
        }
    }

    @Test func `a set with a free seat in reach does not hold`() throws {
        let market = Market(
            people: [.init(priority: 0), .init(priority: 0)], headcounts: [1, 1],
            candidates: [
                .init(person: 0, vacancy: 0, score: 9), .init(person: 0, vacancy: 1, score: 5),
                .init(person: 1, vacancy: 0, score: 9),
            ])
        var plan = try market.solved(.place)
        #expect(plan.pairs.count == 2)
        plan.pairs = [.init(person: 0, vacancy: 0)]
        let reading = PlanReading(plan, in: market)
        #expect(!reading.holds(try #require(reading.blockedSet(of: 1))))
    }
}
