// SPDX-License-Identifier: Apache-2.0

import Assistance
// Owns `timespec`, see Table.swift.
import CDispatch
import Desk
import Glibc
import Matching

/// The batch assignment at three sizes, one changed person, and the best over all allowed pairs.
enum MatchBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        for (people, vacancies) in [(1_000, 300), (5_000, 1_500), (17_000, 5_000)] {
            let sample = SampleMarket(
                people: people, vacancies: vacancies, best: 15, uncrowded: 15, seed: ground.options.seed)
            let isFull = people == 17_000
            for round in MatchRound.allCases {
                try await batch(sample.market, round, table, isFull: isFull)
                if isFull { try await changes(sample.market, round, table) }
            }
            if isFull { for round in MatchRound.allCases { try await allPairs(sample, round, table) } }
        }
        await board(ground, table)
    }

    /// A district's seekers held against all vacancies by the rules of the pack: what a batch weighs.
    private static func board(_ ground: Ground, _ table: Table) async {
        let sample = SampleSeekers(people: 17_000, vacancies: 5_000, seed: ground.options.seed)
        let (lists, cost) = await measured { () -> [[FitBoard.Candidate]] in
            var board = FitBoard(sample.vacancies, rules: sample.rules, spots: sample.spot)
            return board.candidates(of: sample.askers)
        }
        let pairs = lists.reduce(0) { $0 + $1.count }
        table.line("match, candidates of 17000 x 5000", size: pairs, cost.cpu, "CPU s", cost)
        let (_, one) = await measured {
            for asker in sample.askers.prefix(20) {
                _ = sample.rules.shortlist(
                    for: asker.seeker, from: sample.vacancies, home: asker.home, spots: sample.spot)
            }
        }
        table.line("  the explained list of one person", size: 5_000, one.cpu * 1000 / 20, "CPU ms", nil)
    }

    private static func batch(
        _ market: Market, _ round: MatchRound, _ table: Table, isFull: Bool
    ) async throws {
        let (plan, cost) = try await measured { try market.solved(round) }
        let (faults, proof) = await measured { plan.faults(in: market) }
        guard faults.isEmpty else { throw StoreFailure.damaged("the plan is not proven") }
        let size = market.candidates.count
        let goal = round == .place ? "1.5 s" : "0.5 s"
        table.line(
            "match \(round.rawValue), \(market.people.count) x \(market.headcounts.count)", size: size,
            cost.cpu, "CPU s", cost, goal: isFull ? goal : "")
        let summary = plan.summary(in: market)
        table.line("  people served", size: size, Double(summary.served), "people", nil)
        table.line(
            "  score less crowding", size: size, Double(summary.score - summary.crowding), "points", nil)
        table.line("  proof checked", size: size, proof.seconds * 1000, "ms", nil)
    }

    /// A hundred people in turn lose half of their candidates, and a hundred leave.
    private static func changes(_ market: Market, _ round: MatchRound, _ table: Table) async throws {
        var solver = try MatchSolver(market, round: round)
        solver.solve()
        var rows = market.people.map { _ in [(vacancy: Int, score: Int)]() }
        for candidate in market.candidates {
            rows[Int(candidate.person)].append((Int(candidate.vacancy), Int(candidate.score)))
        }
        var (dice, waits) = (SampleDice(595), [Double]())
        for turn in 0..<200 {
            let person = dice.below(market.people.count)
            let begun = threadMilliseconds()
            if turn < 100 {
                let half = rows[person].enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
                try solver.replaceCandidates(of: person, with: half)
            } else {
                solver.withdraw(person)
            }
            waits.append(threadMilliseconds() - begun)
        }
        let size = market.candidates.count
        table.line(
            "  one changed person, mean", size: size, waits.reduce(0, +) / 200, "CPU ms", nil, goal: "5 ms")
        table.line("  one changed person, p95", size: size, percentile(95, of: waits), "CPU ms", nil)
        table.line("  one changed person, worst", size: size, waits.max() ?? 0, "CPU ms", nil)
    }

    /// Milliseconds of processor that this thread has used.
    private static func threadMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private static func allPairs(
        _ sample: SampleMarket, _ round: MatchRound, _ table: Table
    ) async throws {
        let people = sample.market.people.indices
        let (pairs, listing) = await measured { people.reduce(0) { $0 + sample.candidates(of: $1).count } }
        let (found, cost) = try await measured {
            try sample.market.solvedOverAllPairs(round) { sample.candidates(of: $0) }
        }
        table.line("match \(round.rawValue) over all pairs", size: pairs, cost.seconds, "s", cost)
        table.line(
            "  of which listing them", size: pairs, listing.cpu * Double(found.rounds.count), "CPU s", nil)
        table.line("  rounds of pricing", size: pairs, Double(found.rounds.count), "rounds", nil)
        table.line("  arcs in the end", size: pairs, Double(found.market.candidates.count), "arcs", nil)
    }
}
