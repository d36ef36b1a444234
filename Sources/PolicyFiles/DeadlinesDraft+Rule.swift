// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

extension DeadlinesDraft {
    private static let keys = [
        "rule", "title", "clause", "scope", "starts", "within", "before", "from", "not-before", "early",
        "each", "due", "for", "owed-by", "lapses", "met-by", "met-on", "count", "minimum-gap", "ends",
        "only-ends", "joins", "pauses", "roll", "warn", "in-force", "retired", "adopted", "says",
    ]

    /// Reads one row; a row with a fault is left out, and its fault stands in the list.
    mutating func readRule(_ node: Node) {
        guard let fields = node.mapping else {
            fault(node.line, "每条规则应以“- rule: 名称”开头。")
            return
        }
        let line = fields.first?.key.line ?? node.line
        allow(Self.keys, in: fields)
        let key = RuleKey(text(fields["rule"], called: "rule", at: line))
        let title = text(fields["title"], called: "title", at: line)
        let says = text(fields["says"], called: "says", at: line)
        let clauses = clauses(fields["clause"], at: line)
        for name in ["scope", "owed-by"] where fields[name] == nil { fault(line, "缺少“\(name)”。") }
        let scope = code(fields["scope"], DeadlineRule.Scope.self, called: "scope")
        let owner = code(fields["owed-by"], Owner.self, called: "owed-by")
        let starts = starts(fields["starts"], at: line)
        let metBy = meeting(fields["met-by"], at: line)
        let inForce = day(fields["in-force"], called: "in-force", at: line)
        let timing = timing(fields, starts: starts, at: line)
        guard let scope, let owner, let inForce, let timing else { return }
        var rule = DeadlineRule(
            key: key, clauses: clauses, scope: scope, owedBy: owner, starts: starts, timing: timing,
            metBy: metBy, inForce: inForce, title: title, says: says)
        readRest(fields, into: &rule, at: line)
        let isEnded = fields["ends"] != nil || fields["only-ends"] != nil
        if !isEnded, rule.isCircular { fault(line, "办结这项期限的工作又使它重新开始，成了循环，永远办不完。要定期办的，请用each。") }
        rows.append((rule, line))
    }

    private mutating func clauses(_ node: Node?, at line: Int) -> [Clause] {
        let words = node?.sequence?.compactMap { $0.scalar?.string } ?? node?.scalar.map { [$0.string] } ?? []
        if words.isEmpty { fault(node?.line ?? line, "缺少“clause”，每条规则都要写明依据的条款。") }
        let clauses = words.map { Clause($0) }
        for clause in clauses where !clause.isKnown {
            fault(node?.line ?? line, "没有“\(clause)”这一条款，条款写成05.r1或L.01的样子。")
        }
        return clauses
    }

    private mutating func starts(_ node: Node?, at line: Int) -> [DeadlineRule.Start] {
        let nodes = node.map { $0.sequence.map { Array($0) } ?? [$0] } ?? []
        if nodes.isEmpty { fault(node?.line ?? line, "缺少“starts”，没有开始的规则永远不会用到。") }
        return nodes.compactMap { start($0) }
    }

    private mutating func start(_ node: Node) -> DeadlineRule.Start? {
        guard let fields = node.mapping else { return pattern(node).map { DeadlineRule.Start($0) } }
        allow(["act", "number", "from-number", "since"], in: fields)
        guard let act = fields["act"], let pattern = pattern(act) else {
            if fields["act"] == nil { fault(node.line, "缺少“act”。") }
            return nil
        }
        let number = whole(fields["number"], called: "number", from: 1)
        let from = whole(fields["from-number"], called: "from-number", from: 1)
        if (fields["number"] == nil) == (fields["from-number"] == nil) {
            fault(node.line, "number（只第几次）和from-number（第几次起）应写且只写一个。")
        }
        let since = patterns(fields["since"])
        if max(number ?? 1, from ?? 1) > 1, since.contains(where: { $0.isAlways(within: pattern) }) {
            fault(node.line, "每次都从since重新数起，数不到第\(number ?? from ?? 2)次，规则永远不会开始。")
        }
        return DeadlineRule.Start(
            pattern, which: number.map { .number($0) } ?? from.map { .from($0) } ?? .each, since: since)
    }

    private mutating func meeting(_ node: Node?, at line: Int) -> [[ActPattern]] {
        guard let all = node?.mapping else {
            let any = patterns(node)
            if node == nil || (any.isEmpty && node?.sequence?.isEmpty == true) {
                fault(node?.line ?? line, "缺少“met-by”，没有办结条件的规则永远办不完。")
            }
            return [any]
        }
        allow(["all"], in: all)
        let groups = list(all["all"], called: "all").map { patterns($0) }
        if groups.count < 2 { fault(node?.line ?? line, "all应列出至少两种工作记录。") }
        return groups
    }
}

extension DeadlineRule {
    /// Whether whatever meets a single deadline starts it again, so that it never comes to an end; what recurs
    /// on purpose stands on a grid.
    fileprivate var isCircular: Bool {
        guard case .once = timing, metBy.count == 1, let meets = metBy.first else { return false }
        return meets.allSatisfy { met in
            starts.contains { start in
                guard case .each = start.which else { return false }
                return start.pattern.isAlways(within: met)
            }
        }
    }
}

extension ActPattern {
    /// Whether each act of another pattern is one of this pattern.
    func isAlways(within other: ActPattern) -> Bool {
        other.kinds.allSatisfy(kinds.contains) && tests.allSatisfy(other.tests.contains) && belongs == .any
    }
}
