// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("匹配进行中有人变动 · 05.r1")
struct ChangeTests {
    @Test(arguments: MatchRound.allCases)
    func `changes one after another lead to the plan of the changed market`(round: MatchRound) throws {
        for seed in 0..<80 {
            var random = RandomMarket(seed: 20_000 + seed)
            var market = random.market(
                people: 25, vacancies: 9, list: 6, told: seed % 3 == 0, escorts: seed % 2 == 0)
            var solver = try MatchSolver(market, round: round)
            solver.solve()
            for _ in 0..<12 {
                let person = random.below(25)
                let list = random.below(3) == 0 ? [] : random.candidates(of: person, vacancies: 9, list: 8)
                market.candidates.removeAll { $0.person == person }
                market.candidates += list
                if list.isEmpty {
                    solver.withdrawAll(person)
                } else {
                    try solver.replaceCandidates(
                        of: person, with: list.map { (Int($0.vacancy), Int($0.score)) })
                }
                try expectSame(solver.plan, market, "seed \(seed)")
            }
        }
    }

    @Test(arguments: MatchRound.allCases)
    func `a plan stored is taken up again and changed`(round: MatchRound) throws {
        for seed in 0..<40 {
            var random = RandomMarket(seed: 30_000 + seed)
            var market = random.market(people: 30, vacancies: 10, list: 6, escorts: seed % 2 == 0)
            let stored = try market.solved(round)
            var solver = try MatchSolver(market, resuming: stored)
            #expect(solver.plan == stored)
            let person = random.below(30)
            market.candidates.removeAll { $0.person == person }
            solver.withdraw(person)
            try expectSame(solver.plan, market, "seed \(seed)")
        }
    }

    @Test func `a withdrawn person stays out whatever candidates come`() throws {
        let market = Market(
            people: [.init(priority: 0), .init(priority: 1)], headcounts: [1],
            candidates: [
                .init(person: 0, vacancy: 0, score: 1), .init(person: 1, vacancy: 0, score: 2),
            ])
        var solver = try MatchSolver(market, round: .place)
        solver.solve()
        #expect(solver.plan.pairs == [.init(person: 0, vacancy: 0)])
        solver.withdraw(0)
        #expect(solver.plan.pairs == [.init(person: 1, vacancy: 0)])
        try solver.replaceCandidates(of: 0, with: [(vacancy: 0, score: 9)])
        #expect(solver.plan.pairs == [.init(person: 1, vacancy: 0)])
    }

    @Test func `a plan that is not proven is not taken up`() throws {
        var random = RandomMarket(seed: 3)
        let market = random.market(people: 20, vacancies: 8, list: 6)
        var plan = try market.solved(.place)
        plan.pairs.removeLast()
        #expect(throws: MarketFault.self) { _ = try MatchSolver(market, resuming: plan).plan }
    }

    @Test func `new candidates are refused whole when one is wrong`() throws {
        let market = Market(
            people: [.init(priority: 0)], headcounts: [1],
            candidates: [.init(person: 0, vacancy: 0, score: 1)])
        var solver = try MatchSolver(market, round: .place)
        solver.solve()
        let before = solver.plan
        for wrong in [[(0, 5), (0, 6)], [(1, 5)], [(-1, 5)], [(0, 1_001)], [(0, -1)]] {
            #expect(throws: MarketFault.self) {
                try solver.replaceCandidates(of: 0, with: wrong.map { (vacancy: $0.0, score: $0.1) })
            }
            #expect(solver.plan == before)
        }
    }

    private func expectSame(_ plan: MatchPlan, _ market: Market, _ comment: Comment) throws {
        let fresh = try market.solved(plan.round).summary(in: market)
        let ours = plan.summary(in: market)
        #expect(ours.levels == fresh.levels, comment)
        #expect(ours.score - ours.crowding == fresh.score - fresh.crowding, comment)
        #expect(plan.faults(in: market) == [], comment)
    }
}

extension MatchSolver {
    /// As a person whose last candidate is gone.
    fileprivate mutating func withdrawAll(_ person: Int) { try? replaceCandidates(of: person, with: []) }
}
