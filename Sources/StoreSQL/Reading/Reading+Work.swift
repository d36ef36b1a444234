// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// Hardest first, then by due day; each hardness is a walk of its own, so that every span is sought.
    public func work(_ query: WorkQuery, today: Day, after: Cursor?, limit: Int) throws -> Slice<DutyRow> {
        guard let sql = WorkSQL(query, today: today) else { return .empty }
        let start = try after.map { try $0.numbers(3) }
        var found: [(id: Int, row: DutyRow)] = []
        for hardness in stride(from: start?[0] ?? DutySQL.hardest, through: 0, by: -1) {
            let later =
                hardness == start?[0] ? start.map { [SQLValue.integer($0[1]), .integer($0[2])] } : nil
            found += try connection.all(
                sql.page(isLater: later != nil, join: connection.dialect.orderedJoin),
                [.integer(hardness)] + sql.values + (later ?? []) + [.integer(limit + 1 - found.count)]
            ) { ($0.integer(0), try dutyRow($0)) }
            if found.count > limit { break }
        }
        return Slice(found, limit: limit) {
            Cursor($0.row.hardness, $0.row.obligation.due.number, $0.id)
        }.map(\.row)
    }

    private func dutyRow(_ row: any SQLRow) throws -> DutyRow {
        DutyRow(
            subject: try Subject(row, from: 1), unit: UnitID(row.integer(3)),
            person: row.optionalInteger(4).map { PersonID($0) }, name: row.isNull(5) ? nil : row.text(5),
            hardness: row.integer(6), obligation: try DutyColumns.obligation(row, from: 7))
    }

    public func workCount(_ query: WorkQuery, today: Day) throws -> WorkCount {
        guard let sql = WorkSQL(query, today: today, isCounting: true) else {
            return WorkCount(overdue: 0, today: 0, week: 0, all: 0)
        }
        let day = SQLValue.integer(today.number)
        let week: [SQLValue] = [.integer(today.number + 1), .integer(today.number + 7)]
        let count = try connection.first(sql.count, [day, day, day] + week + sql.values) {
            WorkCount(
                overdue: $0.integer(1), today: $0.integer(2), week: $0.integer(3), all: $0.integer(0))
        }
        return count ?? WorkCount(overdue: 0, today: 0, week: 0, all: 0)
    }

    public func duties(of subject: Subject) throws -> [Obligation] {
        try connection.all(
            """
            SELECT \(DutyColumns.names) FROM duty WHERE subject_kind = ? AND subject = ?
            ORDER BY due, rule, anchor, period
            """, subject.values
        ) { try DutyColumns.obligation($0, from: 0) }
    }

    public func dutySubjects(after: Subject?, limit: Int) throws -> [Subject] {
        try connection.all(
            """
            SELECT subject_kind, subject FROM journal
            WHERE kind NOT IN (\(RollUpkeep.kinds)) AND (subject_kind, subject) > (?, ?)
            GROUP BY subject_kind, subject ORDER BY subject_kind, subject LIMIT ?
            """, Subject.start(after) + [.integer(limit)]
        ) { try Subject($0, from: 0) }
    }
}

extension Slice {
    func map<Other: Sendable>(_ change: (Row) -> Other) -> Slice<Other> {
        Slice<Other>(rows: rows.map(change), next: next)
    }
}

/// The statements of worklists under one scope.
struct WorkSQL {
    private let condition: String
    private let scope: ScopeFilter
    /// The values of the condition, after the hardness.
    let values: [SQLValue]

    /// `nil` when nothing is in scope or nobody is asked for.
    init?(_ query: WorkQuery, today: Day, isCounting: Bool = false) {
        guard let scope = ScopeFilter(query.scope, of: "duty."), !query.owners.isEmpty else { return nil }
        self.scope = scope
        let owners = query.owners.map(\.rawValue).sorted()
        var text = " AND duty.owner IN (\(owners.map { _ in "?" }.joined(separator: ", ")))"
        var values = scope.values + owners.map { SQLValue.text($0) }
        if let rule = query.rule {
            text += " AND duty.rule = ?"
            values.append(.text(rule))
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
        }
    }

    func page(isLater: Bool, join: String) -> String {
        let frame =
            "duty.id, duty.subject_kind, duty.subject, duty.unit, duty.person, person.name, duty.hardness"
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
}
