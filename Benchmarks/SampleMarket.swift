// SPDX-License-Identifier: Apache-2.0

import Matching

/// A made-up labour market with the shape of a district's: towns with few vacancies and one with many,
/// wishes that crowd on a few trades, hard limits of distance, schooling, shifts and pay.
///
/// The lists mix the best and the uncrowded vacancies, or hold the best alone (research 3.3).
struct SampleMarket {
    private struct Seeker {
        var spot: (x: Int, y: Int)
        var trade: Int
        var second: Int
        var reach: Int
        var schooling: Int
        var wage: Int
        var day: Bool
        var skill: Int
    }

    private struct Post {
        var spot: (x: Int, y: Int)
        var trade: Int
        var schooling: Int
        var wage: Int
        var night: Bool
        var insured: Bool
        var skill: Int
    }

    private var seekers: [Seeker] = []
    private var posts: [Post] = []
    private(set) var market = Market(people: [], headcounts: [], candidates: [])
    private var random: SampleDice

    init(people: Int, vacancies: Int, best: Int, uncrowded: Int, seed: UInt64 = 595) {
        random = SampleDice(seed)
        let towns = (0..<19).map { _ in (x: random.below(400), y: random.below(300)) }
        for _ in 0..<people {
            let spot = near(towns[random.below(19)], 35)
            seekers.append(
                Seeker(
                    spot: spot, trade: trade(), second: trade(), reach: [60, 100, 150, 220][random.below(4)],
                    schooling: 1 + min(random.below(5), random.below(5)),
                    wage: 2_000 + 250 * random.below(13),
                    day: random.below(100) < 35, skill: random.below(8)))
            let class4 = random.below(100)
            let priority = class4 < 12 ? 0 : class4 < 35 ? 1 : class4 < 70 ? 2 : 3
            market.people.append(
                Market.Person(
                    priority: priority, need: random.below(100) < 15 ? 2 : 1,
                    isDueToday: random.below(100) < 20))
        }
        for _ in 0..<vacancies {
            let busy = random.below(100) < 45
            posts.append(
                Post(
                    spot: near(busy ? towns[random.below(3)] : towns[random.below(19)], 25),
                    trade: random.below(100) < 40 ? trade() : random.below(25),
                    schooling: 1 + min(random.below(5), random.below(5)),
                    wage: 2_200 + 200 * random.below(17),
                    night: random.below(100) < 30, insured: random.below(100) < 60, skill: random.below(8)))
            let size = random.below(100)
            market.headcounts.append(size < 50 ? 1 : size < 75 ? 2 : size < 90 ? 3 + random.below(3) : 8)
        }
        choose(best: best, uncrowded: uncrowded)
    }

    private mutating func near(_ spot: (x: Int, y: Int), _ by: Int) -> (x: Int, y: Int) {
        (spot.x + random.below(2 * by) - by, spot.y + random.below(2 * by) - by)
    }

    /// A few trades are wished by many.
    private mutating func trade() -> Int { min(random.below(25), min(random.below(25), random.below(25))) }

    /// The score of an allowed pair, `nil` for a forbidden one.
    private func score(_ seeker: Seeker, _ post: Post) -> Int? {
        let far = abs(seeker.spot.x - post.spot.x) + abs(seeker.spot.y - post.spot.y)
        guard far <= seeker.reach, post.schooling <= seeker.schooling + 1, !(post.night && seeker.day),
            post.wage * 10 >= seeker.wage * 8
        else { return nil }
        let wish = seeker.trade == post.trade ? 240 : seeker.second == post.trade ? 160 : 30
        let pay = min(220, max(0, 110 + (post.wage - seeker.wage) / 10))
        let near = 220 * (seeker.reach - far) / seeker.reach
        let skill = 260 - 30 * abs(seeker.skill - post.skill)
        return wish + pay + near + skill + (post.insured ? 60 : 0)
    }

    private func allowed(_ seeker: Seeker) -> [(vacancy: Int, score: Int)] {
        var pairs: [(vacancy: Int, score: Int)] = []
        for (vacancy, post) in posts.enumerated() {
            if let score = score(seeker, post) { pairs.append((vacancy, score)) }
        }
        return pairs
    }

    /// Every allowed pair of a person.
    func candidates(of person: Int) -> [Market.Candidate] {
        allowed(seekers[person]).map {
            Market.Candidate(person: person, vacancy: $0.vacancy, score: $0.score)
        }
    }

    /// Twice over all pairs: first who is shown what, then the lists; all pairs at once would fill the memory.
    private mutating func choose(best: Int, uncrowded: Int) {
        var shown = [Int](repeating: 0, count: posts.count)
        for seeker in seekers { for pair in ranked(seeker).prefix(best) { shown[pair.vacancy] += 1 } }
        let crowd = posts.indices.map {
            110 * (Int.bitWidth - (max(1, shown[$0] / market.headcounts[$0])).leadingZeroBitCount)
        }
        for (person, seeker) in seekers.enumerated() {
            let list = ranked(seeker)
            let rest = list.dropFirst(best).sorted {
                ($1.score - crowd[$1.vacancy], $0.vacancy) < ($0.score - crowd[$0.vacancy], $1.vacancy)
            }
            for pair in list.prefix(best) + rest.prefix(uncrowded) {
                market.candidates.append(
                    Market.Candidate(person: person, vacancy: pair.vacancy, score: pair.score))
            }
        }
    }

    private func ranked(_ seeker: Seeker) -> [(vacancy: Int, score: Int)] {
        allowed(seeker).sorted { ($1.score, $0.vacancy) < ($0.score, $1.vacancy) }
    }
}

/// Numbers that look random and come out the same every time (SplitMix64).
struct SampleDice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// A number from 0 to below the bound.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33) % bound
    }
}
