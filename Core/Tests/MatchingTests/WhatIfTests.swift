// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("假设推演与全量匹配 · 14.r1 10.w2")
struct WhatIfTests {
    private let market = Market(
        people: [.init(priority: 0), .init(priority: 1), .init(priority: 2)], headcounts: [1, 1],
        candidates: [
            .init(person: 0, vacancy: 0, score: 700), .init(person: 1, vacancy: 0, score: 600),
        ], escorts: [0])

    @Test func `one more post serves the next in line`() throws {
        let difference = try market.difference([.posts(vacancy: 0, more: 1)], in: .place)
        #expect((difference.before.served, difference.after.served) == (1, 2))
        #expect((difference.newlyServed, difference.noLongerServed) == ([1], []))
    }

    @Test func `a shuttle for a harder case may cost a less hard one its seat`() throws {
        var late = market
        late.people[2].priority = 0
        late.headcounts = [1, 0]
        late.candidates = [.init(person: 1, vacancy: 0, score: 600)]
        let shuttle = MarketChange.candidates([.init(person: 2, vacancy: 0, score: 10)])
        let difference = try late.difference([shuttle], in: .place)
        #expect((difference.newlyServed, difference.noLongerServed) == ([2], [1]))
        #expect(difference.after.isBetter(than: difference.before))
    }

    @Test func `certificates give a pair another score instead of a second pair`() {
        let changed = market.applying([
            .candidates([.init(person: 0, vacancy: 0, score: 999)]), .posts(vacancy: 1, more: Int.max),
            .escorts(aide: 0, more: 2),
        ])
        #expect(changed.candidates.count == 2)
        #expect(changed.candidates.contains(.init(person: 0, vacancy: 0, score: 999)))
        #expect((changed.headcounts[1], changed.escorts) == (Int.max, [2]))
    }

    @Test(arguments: MatchRound.allCases)
    func `pricing finds the best over all pairs from short lists`(round: MatchRound) throws {
        for seed in 0..<25 {
            var random = RandomMarket(seed: 90_000 + seed)
            let whole = random.market(
                people: 40, vacancies: 15, list: 15, told: seed % 2 == 0, escorts: seed % 3 == 0)
            var short = whole
            short.candidates = whole.candidates.filter { $0.vacancy % 5 == 0 }
            let found = try short.solvedOverAllPairs(round, adding: 1 + seed % 3) { person in
                whole.candidates.filter { $0.person == person }
            }
            // The prices found on some of the pairs prove the plan on all of them.
            #expect(found.plan.faults(in: whole) == [], "seed \(seed)")
            let (ours, best) = (found.plan.summary(in: whole), try whole.solved(round).summary(in: whole))
            #expect(ours.levels == best.levels)
            #expect(ours.score - ours.crowding == best.score - best.crowding)
            #expect(found.rounds.last?.added == 0)
            #expect(found.rounds.map(\.arcs) == found.rounds.map(\.arcs).sorted())
            #expect(found.market.candidates.count <= whole.candidates.count)
        }
    }

    @Test func `a pair of somebody else is refused`() {
        #expect(throws: MarketFault.candidate(place: 0)) {
            _ = try market.solvedOverAllPairs(.place) { _ in [.init(person: 1, vacancy: 0, score: 1)] }
        }
    }
}
