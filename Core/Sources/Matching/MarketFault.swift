// SPDX-License-Identifier: Apache-2.0

/// Why a market cannot be matched: its lists contradict each other. Places count from 0.
public enum MarketFault: Error, Hashable, Sendable {
    /// A priority outside 0...3.
    case priority(person: Int)
    /// A need other than 1 and 2.
    case need(person: Int)
    /// A person's aide is not in the list of aides.
    case aide(person: Int)
    /// A headcount or an aide's number below nothing.
    case negative(place: Int)
    /// A pair names a person or a vacancy that is not in the lists, or a score outside 0...1,000.
    case candidate(place: Int)
    /// The same pair stands twice.
    case twice(Market.Pair)
    /// Something told names a person or a vacancy that is not in the lists, or stands twice.
    case told(place: Int)
    /// A plan to be taken up again is not proven for the market.
    case plan(PlanFault)
    /// More than a million people, vacancies or aides, or more than 2^30 pairs.
    case tooLarge
}

extension Market {
    /// The scores that a candidate may have.
    public static let scores: ClosedRange<Int32> = 0...1_000

    /// Checks everything but pairs that stand twice, which show when the pairs are sorted by person.
    func check() throws(MarketFault) {
        let most = 1_000_000
        guard people.count <= most, headcounts.count <= most, escorts.count <= most,
            candidates.count <= 1 << 30
        else { throw .tooLarge }
        for (place, person) in people.enumerated() {
            guard (0...3).contains(person.priority) else { throw .priority(person: place) }
            guard (1...2).contains(person.need) else { throw .need(person: place) }
            if let aide = person.aide, !escorts.indices.contains(aide) { throw .aide(person: place) }
        }
        for list in [headcounts, escorts] {
            if let place = list.firstIndex(where: { $0 < 0 }) { throw .negative(place: place) }
        }
        let (people, vacancies) = (0..<Int32(self.people.count), 0..<Int32(headcounts.count))
        for (place, pair) in candidates.enumerated() {
            guard people.contains(pair.person), vacancies.contains(pair.vacancy),
                Self.scores.contains(pair.score)
            else { throw .candidate(place: place) }
        }
        var seen = Set<Pair>()
        for (place, pair) in told.enumerated() {
            guard self.people.indices.contains(pair.person), headcounts.indices.contains(pair.vacancy),
                seen.insert(pair).inserted
            else { throw .told(place: place) }
        }
    }
}
