// SPDX-License-Identifier: Apache-2.0

/// 受阻岗位: all the vacancies that a person left out could reach by any chain of people making room.
///
/// All their seats are taken, and whoever sits there may go to no vacancy outside. So no plan serves this
/// person without taking a unit from one of them: the set proves it by itself (research 6.1).
public struct BlockedSet: Hashable, Sendable {
    public let person: Int
    /// The vacancies that the person could take directly.
    public let direct: [Int]
    /// All vacancies of the set, in their order.
    public let vacancies: [Int]
    /// People who sit there, by the level of the unit that each would lose.
    public let taken: [Int]
    /// Seats there that were taken before the batch.
    public let told: Int
}

extension PlanReading {
    /// The blocked set of somebody left out; `nil` when nothing is missing.
    public func blockedSet(of person: Int) -> BlockedSet? {
        guard missingLevel(of: person) != nil else { return nil }
        var isIn = [Bool](repeating: false, count: market.headcounts.count)
        var waiting: [Int32] = []
        let direct = choices[person].filter { !gets[person].contains($0) }
        for vacancy in direct {
            isIn[Int(vacancy)] = true
            waiting.append(vacancy)
        }
        while let vacancy = waiting.popLast() {
            for person in sitting[Int(vacancy)] {
                for next in choices[Int(person)] where !isIn[Int(next)] && !gets[Int(person)].contains(next) {
                    isIn[Int(next)] = true
                    waiting.append(next)
                }
            }
        }
        let all = isIn.indices.filter { isIn[$0] }
        var taken = [Int](repeating: 0, count: plan.round.levels)
        for vacancy in all { for person in sitting[vacancy] { taken[lastLevel(of: person)] += 1 } }
        return BlockedSet(
            person: person, direct: direct.map { Int($0) }, vacancies: all, taken: taken,
            told: all.reduce(0) { $0 + toldLoad[$1] })
    }

    /// Whether a set really blocks its person: nobody there is of a lesser level, every seat is taken, and
    /// no chain leads out.
    public func holds(_ set: BlockedSet) -> Bool {
        guard let level = missingLevel(of: set.person) else { return false }
        let inside = Set(set.vacancies.map { Int32($0) })
        func leadsOut(_ person: Int) -> Bool {
            choices[person].contains { !inside.contains($0) && !gets[person].contains($0) }
        }
        return !leadsOut(set.person)
            && set.vacancies.allSatisfy { vacancy in
                isFull(vacancy)
                    && sitting[vacancy].allSatisfy { !leadsOut(Int($0)) && lastLevel(of: $0) <= level }
            }
    }
}
