// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

extension DeadlinesDraft {
    /// When a rule is owed: exactly one of within, before and each, with what belongs to it.
    mutating func timing(
        _ fields: Node.Mapping, starts: [DeadlineRule.Start], at line: Int
    ) -> DeadlineRule.Timing? {
        let named = ["within", "before", "each"].filter { fields[$0] != nil }
        guard named.count == 1 else {
            let found = named.isEmpty ? "一个也没有写" : "写了\(named.joined(separator: "和"))"
            fault(line, "within、before、each应写且只写一个，这里\(found)。")
            return nil
        }
        let foreign =
            fields["each"] == nil ? ["due", "for"] : ["from", "not-before", "early"]
        for name in foreign {
            if let node = fields[name] { fault(node.line, "“\(name)”不能与“\(named[0])”同用。") }
        }
        guard let each = fields["each"] else { return single(fields, starts: starts) }
        return grid(each).flatMap { recurring($0, fields) }
    }

    private mutating func single(
        _ fields: Node.Mapping, starts: [DeadlineRule.Start]
    ) -> DeadlineRule.Timing? {
        let from = from(fields["from"], starts: starts)
        let notBefore = limit(fields["not-before"], called: "not-before")
        if let node = fields["before"] {
            guard case .days(let days)? = limit(node, called: "before") else {
                fault(node.line, "before只能以days计。")
                return nil
            }
            return .once(DeadlineRule.Once(.before(days: days), from: from, notBefore: notBefore))
        }
        return limit(fields["within"], called: "within").map {
            .once(DeadlineRule.Once(.within($0), from: from, notBefore: notBefore))
        }
    }

    private mutating func from(_ node: Node?, starts: [DeadlineRule.Start]) -> DeadlineRule.Once.From {
        guard let node else { return .act }
        let word = node.scalar?.string ?? ""
        guard let field = ActField(rawValue: word), field.values == .day,
            starts.allSatisfy({ $0.pattern.kinds.allSatisfy { $0.fields.contains(field) } })
        else {
            fault(node.line, "from的“\(word)”应是开始的工作记录里写明的一个日期，如planned。")
            return .act
        }
        return .field(field)
    }

    private mutating func grid(_ node: Node) -> Grid? {
        let word = node.scalar?.string ?? "days"
        let days = node.mapping?["days"]?.scalar.flatMap { Int($0.string) }
        if node.mapping?.count ?? 1 == 1, let grid = Grid(word: word, days: days) { return grid }
        fault(
            node.line,
            "each只能是week、half-month、month、quarter、half-year、year、years-from-anchor，或{days: 14}。")
        return nil
    }

    private mutating func recurring(_ grid: Grid, _ fields: Node.Mapping) -> DeadlineRule.Timing? {
        let lasting = limit(fields["for"], called: "for")
        guard let node = fields["due"] else { return .each(DeadlineRule.Recurring(grid, lasting: lasting)) }
        guard let due = periodDue(node) else { return nil }
        return .each(DeadlineRule.Recurring(grid, due: due, lasting: lasting))
    }

    private mutating func periodDue(_ node: Node) -> DeadlineRule.Recurring.PeriodDue? {
        if let month = node.mapping?["month"], node.mapping?.count == 1 {
            return whole(month, called: "month", from: 1).map { .month($0) }
        }
        let point = node.mapping?["after"]?.scalar?.string
        guard point == "last-day" || point == "last-working-day" else {
            fault(
                node.line, "due应写成{month: 3}，或{after: last-day, months: 1}、{after: last-working-day, …}的样子。")
            return nil
        }
        return limit(node, called: "due", besides: ["after"]).map {
            point == "last-day" ? .afterLastDay($0) : .afterLastWorkday($0)
        }
    }
}

extension DeadlinesDraft {
    /// Reads what a row may leave out.
    mutating func readRest(_ fields: Node.Mapping, into rule: inout DeadlineRule, at line: Int) {
        if let count = whole(fields["count"], called: "count", from: 1) { rule.count = count }
        if rule.metBy.count > 1, let node = fields["count"] { fault(node.line, "“count”不能与all同用。") }
        if let gap = whole(fields["minimum-gap"], called: "minimum-gap", from: 0) { rule.minimumGap = gap }
        if let clock = code(fields["met-on"], DeadlineRule.Clock.self, called: "met-on") {
            rule.metOn = clock
        }
        if let early = fields["early"] {
            if early.scalar?.string != "ignored" { fault(early.line, "early只能写ignored，或整行去掉。") }
            rule.countsEarly = false
        }
        rule.lapses = isSet(fields["lapses"], called: "lapses") ?? false
        rule.rolls = isSet(fields["roll"], called: "roll") ?? true
        if let joins = isSet(fields["joins"], called: "joins") { rule.joins = joins }
        if let pauses = isSet(fields["pauses"], called: "pauses") { rule.pauses = pauses }
        readEnds(fields, into: &rule)
        readDays(fields, into: &rule, at: line)
        let warns = fields["warn"].map { $0.sequence.map { Array($0) } ?? [$0] } ?? []
        rule.warnDays = warns.compactMap { whole($0, called: "warn", from: 1) }.sorted(by: >)
    }

    private mutating func readEnds(_ fields: Node.Mapping, into rule: inout DeadlineRule) {
        if let only = fields["only-ends"] {
            rule.ends = patterns(only)
            if let node = fields["ends"] { fault(node.line, "“ends”不能与“only-ends”同用。") }
        } else {
            rule.ends = patterns(fields["ends"]) + (scopeEnds[rule.scope] ?? [])
        }
    }

    private mutating func readDays(_ fields: Node.Mapping, into rule: inout DeadlineRule, at line: Int) {
        if let node = fields["retired"], let retired = day(node, called: "retired", at: line) {
            if retired <= rule.inForce { fault(node.line, "retired应晚于in-force，否则规则一天也不生效。") }
            rule.retired = retired
        }
        if let node = fields["adopted"] { rule.adopted = day(node, called: "adopted", at: line) }
    }
}
