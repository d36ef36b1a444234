// SPDX-License-Identifier: Apache-2.0

/// 未安排: somebody who gets less than needed, and why. The work order for finding vacancies.
public struct LeftOut: Hashable, Sendable {
    /// Why a unit stays unserved.
    public enum Reason: Hashable, Sendable {
        /// No vacancy is allowed: distance, health, pay or schooling (14.r1: which wish to relax).
        case noVacancy
        /// Every vacancy in question is taken by people of better levels, or was told before.
        case harder
        /// Somebody of the same level could make room, and the scores would fall.
        case betterScore
        /// The person's aide has no time to go along (05.r3).
        case noEscort
    }

    public let person: Int
    /// The level of the first unit missing.
    public let level: Int
    public let reason: Reason

    public init(person: Int, level: Int, reason: Reason) {
        self.person = person
        self.level = level
        self.reason = reason
    }
}

extension PlanReading {
    /// Everybody who gets less than needed, in the order of the people.
    public func leftOut() -> [LeftOut] {
        let yielding = yieldingLevels()
        return market.people.indices.compactMap { person in
            missingLevel(of: person).map {
                LeftOut(person: person, level: $0, reason: reason(person, $0, yielding))
            }
        }
    }

    private func reason(_ person: Int, _ level: Int, _ yielding: [Int]) -> LeftOut.Reason {
        let open = choices[person].filter { !gets[person].contains($0) }
        if open.isEmpty { return .noVacancy }
        if let aide = market.people[person].aide, escortLoad[aide] >= market.escorts[aide] {
            return .noEscort
        }
        return open.contains { yielding[Int($0)] >= level } ? .betterScore : .harder
    }

    /// For each vacancy the least level among all who could be displaced there, directly or by one making
    /// room for another; -1 for nobody. From the least hard on, each vacancy is visited once.
    private func yieldingLevels() -> [Int] {
        var askers = [[Int32]](repeating: [], count: market.headcounts.count)
        for person in market.people.indices where !gets[person].isEmpty {
            for vacancy in choices[person] { askers[Int(vacancy)].append(Int32(person)) }
        }
        var levels = [Int](repeating: -1, count: market.headcounts.count)
        let seated = plan.pairs.map { (level: lastLevel(of: Int32($0.person)), vacancy: Int32($0.vacancy)) }
        for level in (0..<plan.round.levels).reversed() {
            var waiting = seated.filter { $0.level == level }.map(\.vacancy)
            while let vacancy = waiting.popLast() {
                guard levels[Int(vacancy)] < 0 else { continue }
                levels[Int(vacancy)] = level
                for person in askers[Int(vacancy)] where !gets[Int(person)].contains(vacancy) {
                    waiting += gets[Int(person)]
                }
            }
        }
        return levels
    }
}
