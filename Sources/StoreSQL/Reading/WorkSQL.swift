// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// The statements of worklists under one scope.
struct WorkSQL {
    private let condition: String
    private let scope: ScopeFilter
    /// The values of the condition, after the hardness.
    let values: [SQLValue]

    /// `nil` when nothing is in scope or nobody is asked for.
    init?(_ query: WorkQuery, today: Day, isCounting: Bool = false) {
        guard let scope = ScopeFilter(query.scope, of: "duty.") else { return nil }
        self.init(query, within: scope, today: today, isCounting: isCounting)
    }

    /// Likewise, but within another filter than the query's scope.
    init?(_ query: WorkQuery, within scope: ScopeFilter, today: Day, isCounting: Bool = false) {
        guard !query.owners.isEmpty else { return nil }
        self.scope = scope
        let owners = query.owners.map(\.rawValue).sorted()
        var text = " AND duty.owner IN (\(owners.map { _ in "?" }.joined(separator: ", ")))"
        var values = scope.values + owners.map { SQLValue.text($0) }
        if let rule = query.rule {
            text += " AND duty.rule = ?"
            values.append(.text(rule))
        }
        if let accounts = query.accounts {
            let numbers = accounts.map(\.number).sorted()
            let marks = numbers.map { _ in "?" }.joined(separator: ", ")
            let named = numbers.isEmpty ? "" : " OR duty.account IN (\(marks))"
            text += " AND (duty.account IS NULL\(named))"
            values += numbers.map { SQLValue.integer($0) }
        }
        let day = SQLValue.integer(today.number)
        text += " AND duty.leaves > ? AND (duty.lapses = 0 OR duty.due >= ?)"
        text += " AND NOT (duty.pause_first IS NOT NULL AND duty.pause_first <= ?"
        text += " AND (duty.pause_until IS NULL OR duty.pause_until > ?))"
        values += [day, day, day, day]
        let (span, spanValues) = isCounting ? ("", []) : Self.span(query.span, today: today)
        condition = text + span
        self.values = values + spanValues
    }

    private static func span(_ span: WorkSpan, today: Day) -> (String, [SQLValue]) {
        switch span {
        case .overdue: (" AND duty.due < ?", [.integer(today.number)])
        case .today:
            // Not an equality, which would keep the index from giving the order after a place.
            (" AND duty.due BETWEEN ? AND ?", [.integer(today.number), .integer(today.number)])
        case .week:
            (" AND duty.due BETWEEN ? AND ?", [.integer(today.number + 1), .integer(today.number + 7)])
        case .all: (" AND duty.opens <= ?", [.integer(today.number)])
        case .ahead: (" AND duty.due <= ?", [.integer(today.number + WorkSpan.aheadDays)])
        }
    }

    func page(isLater: Bool, join: String) -> String {
        let frame = """
            duty.id, duty.subject_kind, duty.subject, duty.unit, duty.person, person.name, duty.hardness, \
            duty.account
            """
        let columns = DutyColumns.names.split(separator: ", ").map { "duty." + $0 }.joined(separator: ", ")
        return """
            SELECT \(frame), \(columns) FROM duty LEFT JOIN person ON person.id = duty.person
            WHERE duty.owed = 1 AND duty.hardness = ?\(scope.text)\(condition)\
            \(isLater ? " AND (duty.due, duty.id) > (?, ?)" : "") ORDER BY duty.due, duty.id LIMIT ?
            """
    }

    var count: String {
        let spans = ["opens <= ?", "due < ?", "due = ?", "due BETWEEN ? AND ?"]
        let sums = spans.map { "coalesce(sum(CASE WHEN duty.\($0) THEN 1 ELSE 0 END), 0)" }
        return """
            SELECT \(sums.joined(separator: ", ")) FROM duty WHERE duty.owed = 1\(scope.text)\(condition)
            """
    }

    /// Unit, rule, owner; open, late, late and nobody's by name. The values begin with the day, twice.
    var owed: String {
        let late = "duty.due < ?"
        return """
            SELECT duty.unit, duty.rule, duty.owner, count(*), sum(CASE WHEN \(late) THEN 1 ELSE 0 END),
                sum(CASE WHEN \(late) AND duty.account IS NULL THEN 1 ELSE 0 END)
            FROM duty WHERE duty.owed = 1\(scope.text)\(condition)
            GROUP BY duty.unit, duty.rule, duty.owner ORDER BY duty.unit, duty.rule, duty.owner
            """
    }
}
