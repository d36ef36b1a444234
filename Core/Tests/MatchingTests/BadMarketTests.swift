// SPDX-License-Identifier: Apache-2.0

import Matching
import Testing

@Suite("空的和错的输入 · 14.w3")
struct BadMarketTests {
    private let one = Market.Person(priority: 0)

    @Test(arguments: MatchRound.allCases)
    func `nobody and nothing give an empty plan`(round: MatchRound) throws {
        let markets = [
            Market(people: [], headcounts: [], candidates: []),
            Market(people: [one], headcounts: [], candidates: []),
            Market(people: [], headcounts: [3], candidates: []),
            Market(people: [one], headcounts: [3], candidates: []),
            Market(people: [one], headcounts: [0], candidates: [.init(person: 0, vacancy: 0, score: 1)]),
        ]
        for market in markets {
            let plan = try market.solved(round)
            #expect(plan.pairs.isEmpty)
            #expect(plan.faults(in: market) == [])
            #expect(PlanReading(plan, in: market).leftOut().count == market.people.count)
        }
    }

    @Test func `a need of two with one candidate gets one`() throws {
        let market = Market(
            people: [.init(priority: 0, need: 2)], headcounts: [1],
            candidates: [.init(person: 0, vacancy: 0, score: 0)])
        let plan = try market.solved(.recommend)
        #expect(plan.pairs.count == 1)
        #expect(PlanReading(plan, in: market).leftOut() == [.init(person: 0, level: 12, reason: .noVacancy)])
    }

    @Test func `lists that contradict each other are refused with their place`() {
        let pair = Market.Candidate(person: 0, vacancy: 0, score: 5)
        let cases: [(Market, MarketFault)] = [
            (
                Market(people: [one, .init(priority: 4)], headcounts: [], candidates: []),
                .priority(person: 1)
            ),
            (Market(people: [.init(priority: 0, need: 3)], headcounts: [], candidates: []), .need(person: 0)),
            (Market(people: [.init(priority: 0, aide: 0)], headcounts: [], candidates: []), .aide(person: 0)),
            (Market(people: [], headcounts: [1, -1], candidates: []), .negative(place: 1)),
            (Market(people: [one], headcounts: [], candidates: [pair]), .candidate(place: 0)),
            (
                Market(people: [one], headcounts: [1], candidates: [pair, pair]),
                .twice(.init(person: 0, vacancy: 0))
            ),
            (
                Market(
                    people: [one], headcounts: [1], candidates: [.init(person: 0, vacancy: 0, score: 1_001)]),
                .candidate(place: 0)
            ),
            (
                Market(people: [one], headcounts: [1], candidates: [], told: [.init(person: 0, vacancy: 1)]),
                .told(place: 0)
            ),
        ]
        for (market, fault) in cases {
            #expect(throws: fault) { _ = try market.solved(.place) }
        }
    }

    @Test(arguments: [Int.max, Int.min, 1 << 40, -1])
    func `a score beyond all bounds is refused and does not overflow`(score: Int) {
        let market = Market(
            people: [one], headcounts: [1], candidates: [.init(person: 0, vacancy: 0, score: score)])
        #expect(throws: MarketFault.candidate(place: 0)) { _ = try market.solved(.recommend) }
    }

    @Test(arguments: MatchRound.allCases)
    func `extreme scores and headcounts do not overflow`(round: MatchRound) throws {
        let people = (0..<500).map { Market.Person(priority: $0 % 4, need: 2, isDueToday: $0 % 3 == 0) }
        let market = Market(
            people: people, headcounts: [Int.max, 1, 0, Int.max / 3],
            candidates: (0..<500).flatMap { person in
                (0..<4).map {
                    Market.Candidate(person: person, vacancy: $0, score: (person + $0) % 2 * 1_000)
                }
            })
        let plan = try market.solved(round)
        #expect(plan.faults(in: market) == [])
        #expect(plan.summary(in: market).units == (round == .place ? 500 : 1_000))
    }

    @Test func `a chain through every vacancy needs no deep stack`() throws {
        // Everyone likes the own vacancy; the last one may only take the first, so all must move by one.
        let count = 20_000
        let market = Market(
            people: (0...count).map { Market.Person(priority: $0 == count ? 1 : 0) },
            headcounts: Array(repeating: 1, count: count + 1),
            candidates: (0..<count).flatMap { place in
                [
                    Market.Candidate(person: place, vacancy: place, score: 1_000),
                    Market.Candidate(person: place, vacancy: place + 1, score: 999),
                ]
            } + [Market.Candidate(person: count, vacancy: 0, score: 0)])
        let plan = try market.solved(.place)
        #expect(plan.pairs.count == count + 1)
        #expect(plan.faults(in: market) == [])
    }
}
