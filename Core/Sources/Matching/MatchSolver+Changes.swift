// SPDX-License-Identifier: Apache-2.0

/// One person changed: the old plan's prices are kept, so only the paths that the change opens are searched.
extension MatchSolver {
    /// Takes a person out of the batch, for example one who found work while it ran.
    public mutating func withdraw(_ person: Int) {
        withdrawUnits(of: Int32(person))
        units[Int32(person)] = 0
    }

    /// Gives a person other candidates, for example after a refusal, and places the person anew.
    ///
    /// - Throws: ``MarketFault/candidate(place:)`` or ``MarketFault/twice(_:)`` when the list names an unknown
    ///   vacancy, a score out of range, or a vacancy twice; then nothing has changed.
    public mutating func replaceCandidates(
        of person: Int, with candidates: [(vacancy: Int, score: Int)]
    ) throws(MarketFault) {
        var seen = Set<Int>()
        for (place, candidate) in candidates.enumerated() {
            guard headcounts.indices.contains(candidate.vacancy),
                Market.scores.contains(Int32(clamping: candidate.score))
            else { throw .candidate(place: place) }
            guard seen.insert(candidate.vacancy).inserted else {
                throw .twice(Market.Pair(person: person, vacancy: candidate.vacancy))
            }
        }
        withdrawUnits(of: Int32(person))
        layOutRow(of: Int32(person), candidates.filter { !isTold(person, $0.vacancy) })
        for _ in 0..<units[Int32(person)] { offer(Int32(person)) }
    }

    /// Puts a row behind all others, or in the old one's place if it fits there.
    private mutating func layOutRow(of person: Int32, _ candidates: [(vacancy: Int, score: Int)]) {
        if candidates.count > Int(rowEnd[person] - rowStart[person]) {
            let wanted = Int(arcCount) + candidates.count
            arcVacancy.grow(to: wanted, filling: 0)
            arcScore.grow(to: wanted, filling: 0)
            arcPerson.grow(to: wanted, filling: 0)
            rowStart[person] = arcCount
            arcCount = Int32(wanted)
        }
        rowEnd[person] = rowStart[person] + Int32(candidates.count)
        for (offset, candidate) in candidates.enumerated() {
            let arc = rowStart[person] + Int32(offset)
            arcVacancy[arc] = Int32(candidate.vacancy)
            arcScore[arc] = Int32(candidate.score)
            arcPerson[arc] = person
        }
    }

    private func isTold(_ person: Int, _ vacancy: Int) -> Bool {
        told.contains(Market.Pair(person: person, vacancy: vacancy))
    }
}
