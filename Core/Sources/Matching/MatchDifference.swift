// SPDX-License-Identifier: Apache-2.0

/// 假设推演: what changes when vacancies take more people or limits fall: a shuttle, certificates.
public enum MarketChange: Hashable, Sendable {
    /// So many more people at a vacancy.
    case posts(vacancy: Int, more: Int)
    /// Pairs that become allowed, or allowed with another score.
    case candidates([Market.Candidate])
    /// So many more units that an aide can accompany.
    case escorts(aide: Int, more: Int)
}

/// The difference that changes make to the best plan.
public struct MatchDifference: Hashable, Sendable {
    public let before: MatchSummary
    public let after: MatchSummary
    /// People who get a vacancy only afterwards.
    public let newlyServed: [Int]
    /// People who got one only before; they make room for harder cases.
    public let noLongerServed: [Int]

    public init(from before: MatchPlan, in market: Market, to after: MatchPlan, in changed: Market) {
        let (old, new) = (Set(before.pairs.map(\.person)), Set(after.pairs.map(\.person)))
        self.before = before.summary(in: market)
        self.after = after.summary(in: changed)
        newlyServed = new.subtracting(old).sorted()
        noLongerServed = old.subtracting(new).sorted()
    }
}

extension Market {
    /// The market after the changes.
    ///
    /// - Precondition: the changes name vacancies and aides of the market.
    public func applying(_ changes: [MarketChange]) -> Market {
        var changed = self
        for change in changes {
            switch change {
            case .posts(let vacancy, let more):
                changed.headcounts[vacancy] = changed.headcounts[vacancy].addingClamped(more)
            case .escorts(let aide, let more):
                changed.escorts[aide] = changed.escorts[aide].addingClamped(more)
            case .candidates(let pairs):
                let given = Set(pairs.map(\.pair))
                changed.candidates.removeAll { given.contains($0.pair) }
                changed.candidates += pairs
            }
        }
        return changed
    }

    /// Runs the batch with and without the changes.
    ///
    /// - Throws: ``MarketFault``.
    public func difference(
        _ changes: [MarketChange], in round: MatchRound
    ) throws(MarketFault) -> MatchDifference {
        let changed = applying(changes)
        return MatchDifference(
            from: try solved(round), in: self, to: try changed.solved(round), in: changed)
    }
}

extension Int {
    fileprivate func addingClamped(_ more: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(more)
        return overflow ? Int.max : sum
    }
}
