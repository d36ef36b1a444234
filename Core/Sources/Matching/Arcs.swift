// SPDX-License-Identifier: Apache-2.0

/// The allowed pairs sorted by person, each person's in the order given, as rows of one long list.
struct Arcs {
    /// Where each person's row begins, and behind the last one where it ends.
    private(set) var rowStart: [Int32]
    private(set) var vacancy: [Int32]
    private(set) var score: [Int32]
    private(set) var person: [Int32]
    /// Seats that can be filled at all: no more than the capacity, no more than people who may sit there.
    private(set) var seatStart: [Int32]
    /// Seats of each vacancy taken by what was told.
    private(set) var toldLoad: [Int]

    /// - Throws: ``MarketFault/twice(_:)``.
    init(_ market: Market, round: MatchRound) throws(MarketFault) {
        let (people, vacancies) = (market.people.count, market.headcounts.count)
        let told = Set(market.told)
        let counts = told.isEmpty ? market.candidates : market.candidates.filter { !told.contains($0.pair) }
        rowStart = Self.starts(counts.lazy.map(\.person), rows: people)
        var next = rowStart
        vacancy = Array(repeating: 0, count: counts.count)
        score = vacancy
        person = vacancy
        for pair in counts {
            let place = Int(next[Int(pair.person)])
            next[Int(pair.person)] += 1
            vacancy[place] = pair.vacancy
            score[place] = pair.score
            person[place] = pair.person
        }
        toldLoad = Array(repeating: 0, count: vacancies)
        for pair in market.told { toldLoad[pair.vacancy] += 1 }
        seatStart = Self.starts(vacancy, rows: vacancies)
        limitSeats { round.capacity(ofHeadcount: market.headcounts[$0]) }
        try refuseTwins(vacancies: vacancies)
    }

    /// Counts how often each row comes; where each begins if they stand one behind the other.
    private static func starts(_ rows: some Sequence<Int32>, rows count: Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: count + 1)
        for row in rows { starts[Int(row) + 1] += 1 }
        for row in 0..<count { starts[row + 1] += starts[row] }
        return starts
    }

    /// Turns rows of all who may sit at a vacancy into rows of the seats that are left there.
    private mutating func limitSeats(capacity: (Int) -> Int) {
        var end: Int32 = 0
        var asked = seatStart[0]
        for vacancy in toldLoad.indices {
            let wish = seatStart[vacancy + 1] - asked
            asked = seatStart[vacancy + 1]
            end += Int32(clamping: min(Int(wish), max(0, capacity(vacancy) - toldLoad[vacancy])))
            seatStart[vacancy + 1] = end
        }
    }

    private func refuseTwins(vacancies: Int) throws(MarketFault) {
        var last = [Int32](repeating: -1, count: vacancies)
        for place in vacancy.indices {
            let seat = Int(vacancy[place])
            guard last[seat] != person[place] else {
                throw .twice(Market.Pair(person: Int(person[place]), vacancy: seat))
            }
            last[seat] = person[place]
        }
    }

    /// The people of each aide in a row.
    static func members(_ market: Market) -> (starts: [Int32], members: [Int32]) {
        let bound = market.people.indices.filter { market.people[$0].aide != nil }
        let aides = bound.map { Int32(market.people[$0].aide ?? 0) }
        let starts = starts(aides, rows: market.escorts.count)
        var (next, members) = (starts, [Int32](repeating: 0, count: bound.count))
        for (person, aide) in zip(bound, aides) {
            members[Int(next[Int(aide)])] = Int32(person)
            next[Int(aide)] += 1
        }
        return (starts, members)
    }
}

extension Market.Candidate {
    /// The pair without its score.
    var pair: Market.Pair { Market.Pair(person: Int(person), vacancy: Int(vacancy)) }
}
