// SPDX-License-Identifier: Apache-2.0

extension FitBoard {
    /// Somebody with the place from which they go to work.
    public struct Asker: Sendable {
        public let seeker: Seeker
        public let home: Spot?

        public init(_ seeker: Seeker, home: Spot?) {
            self.seeker = seeker
            self.home = home
        }
    }

    /// The pairs worth weighing in a batch: of each person the best, mixed with the least crowded of the same batch.
    ///
    /// Crowded is what many others have among their best; lists of the best alone leave a tenth of the people out
    /// (research: matching, 3.3).
    /// - Parameter length: how many of either kind.
    /// - Returns: for each person the vacancies in the order of the list, none twice.
    public mutating func candidates(of askers: [Asker], length: Int = Shortlist.length) -> [[Candidate]] {
        var row: [Int32] = []
        var sent = vacancies.map(\.awaited)
        let best = askers.map { asker in
            scores(of: asker.seeker, from: asker.home, into: &row)
            let best = Self.highest(length, in: row, less: nil)
            for place in best { sent[place] += 1 }
            return best
        }
        let costs = zip(vacancies, sent).map { vacancy, sent in
            Int32(rules.crowding(sent: sent, seats: vacancy.seatsLeft))
        }
        return zip(askers, best).map { asker, best in
            scores(of: asker.seeker, from: asker.home, into: &row)
            let free = Self.highest(length, in: row, less: costs)
            return Set(best + free).sorted().map { Candidate(vacancy: $0, score: Int(row[$0])) }
        }
    }

    /// Places of the highest scores that are none below zero, less a cost each where there is one; of equals the first.
    private static func highest(_ length: Int, in row: [Int32], less costs: [Int32]?) -> [Int] {
        var found: [(score: Int32, place: Int)] = []
        for place in row.indices where row[place] >= 0 {
            let score = row[place] - (costs?[place] ?? 0)
            if found.count == length {
                guard let last = found.last, score > last.score else { continue }
                found.removeLast()
            }
            let at = found.firstIndex { $0.score < score } ?? found.endIndex
            found.insert((score, place), at: at)
        }
        return found.map(\.place)
    }
}
