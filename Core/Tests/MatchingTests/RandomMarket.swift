// SPDX-License-Identifier: Apache-2.0

import Matching

/// Made-up markets for property tests; the same seed gives the same market.
struct RandomMarket {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D &+ 595 }

    /// A number from 0 to below the bound.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33) % bound
    }

    /// A market of at most so many, with scarce seats; `told` and `escorts` sometimes.
    mutating func market(
        people: Int, vacancies: Int, list: Int, headcount: Int = 2, told: Bool = false, escorts: Bool = false,
        scores: Int = 1_001
    ) -> Market {
        let aides = escorts ? 1 + below(3) : 0
        var market = Market(
            people: (0..<people).map { _ in
                Market.Person(
                    priority: below(4), need: 1 + below(2), isDueToday: below(3) == 0,
                    aide: aides > 0 && below(4) > 0 ? below(aides) : nil)
            },
            headcounts: (0..<vacancies).map { _ in below(headcount + 1) }, candidates: [])
        market.escorts = (0..<aides).map { _ in below(people) }
        for person in 0..<people {
            market.candidates += candidates(of: person, vacancies: vacancies, list: list, scores: scores)
        }
        if told {
            var seen = Set<Market.Pair>()
            for _ in 0..<1 + below(3) {
                let pair = Market.Pair(person: below(people), vacancy: below(vacancies))
                if seen.insert(pair).inserted { market.told.append(pair) }
            }
        }
        return market
    }

    mutating func candidates(
        of person: Int, vacancies: Int, list: Int, scores: Int = 1_001
    ) -> [Market.Candidate] {
        var open = Array(0..<vacancies)
        return (0..<min(below(list + 1), vacancies)).map { _ in
            let vacancy = open.remove(at: below(open.count))
            return Market.Candidate(person: person, vacancy: vacancy, score: below(scores))
        }
    }
}

extension Market {
    /// The best summary of all plans there are, found by trying every one.
    func bestByTrying(_ round: MatchRound) -> MatchSummary {
        var (best, pairs) = (MatchSummary(levels: round.levels), [Pair]())
        tryAll(person: 0, round, &pairs, &best)
        return best
    }

    private func tryAll(person: Int, _ round: MatchRound, _ pairs: inout [Pair], _ best: inout MatchSummary) {
        guard person < people.count else {
            let plan = MatchPlan(round: round, pairs: pairs, step: 1, prices: [])
            let summary = plan.summary(in: self)
            if summary.isBetter(than: best) { best = summary }
            return
        }
        let before = told.count { $0.person == person }
        let need = max(0, (round == .place ? 1 : people[person].need) - before)
        let open = candidates.filter { candidate in
            candidate.person == person && !told.contains { $0 == candidate.pairTried }
        }.map { Pair(person: person, vacancy: Int($0.vacancy)) }
        for choice in subsets(of: open, upTo: need) where hasRoom(choice, pairs, round) {
            pairs += choice
            tryAll(person: person + 1, round, &pairs, &best)
            pairs.removeLast(choice.count)
        }
    }

    private func subsets(of open: [Pair], upTo need: Int) -> [[Pair]] {
        var all: [[Pair]] = [[]]
        if need > 0 { all += open.map { [$0] } }
        if need > 1 {
            for (place, first) in open.enumerated() { all += open[(place + 1)...].map { [first, $0] } }
        }
        return all
    }

    private func hasRoom(_ choice: [Pair], _ pairs: [Pair], _ round: MatchRound) -> Bool {
        let taken = told + pairs
        let hasSeats = choice.allSatisfy { pair in
            let seats = headcounts[pair.vacancy] * (round == .place ? 1 : 3)
            return taken.count { $0.vacancy == pair.vacancy } < seats
        }
        guard let first = choice.first, let aide = people[first.person].aide else { return hasSeats }
        let load = taken.count { people[$0.person].aide == aide }
        return hasSeats && load + choice.count <= escorts[aide]
    }
}

extension Market.Candidate {
    var pairTried: Market.Pair { Market.Pair(person: Int(person), vacancy: Int(vacancy)) }
}
