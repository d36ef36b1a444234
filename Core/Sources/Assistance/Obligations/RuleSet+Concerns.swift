// SPDX-License-Identifier: Apache-2.0

extension RuleSet {
    /// Whether an act of the kind can start, meet or end a duty, so that a journal with it is derived again.
    public func concerns(_ kind: ActKind) -> Bool { concerned.contains(kind) }

    /// Every kind that a rule or the frame looks for.
    static func concerned(_ rules: [DeadlineRule], frame: Frame) -> Set<ActKind> {
        var kinds = Set(frame.newRound + frame.suspends + frame.resumes + frame.waives)
        for rule in rules {
            let patterns = rule.starts.flatMap { [$0.pattern] + $0.since } + rule.metBy.joined() + rule.ends
            kinds.formUnion(patterns.flatMap(\.kinds))
        }
        return kinds
    }

    /// The rules that acts of these kinds can meet; the others wait until the software records what meets them.
    public func metable(by kinds: Set<ActKind>) -> RuleSet {
        let rules = rules.filter { rule in
            rule.metBy.allSatisfy { group in group.contains { !kinds.isDisjoint(with: $0.kinds) } }
        }
        return RuleSet(rules, readings: readings, frame: frame)
    }
}
