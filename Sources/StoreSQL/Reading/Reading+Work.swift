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
            hardness: row.integer(6), account: row.optionalInteger(7).map { AccountID($0) },
            obligation: try DutyColumns.obligation(row, from: 8))
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

    /// Counted unit by unit below a town, so that each is sought where the index groups it; by unit, rule, owner.
    public func owed(_ scope: Scope, today: Day) throws -> [OwedCount] {
        let query = WorkQuery(scope: scope, owners: Set(Owner.allCases).subtracting([.person]))
        let day = SQLValue.integer(today.number)
        return try filters(ofEach: scope, in: "duty.unit")
            .compactMap { WorkSQL(query, within: $0, today: today) }
            .flatMap { sql in
                try connection.all(sql.owed, [day, day] + sql.values) { try owedCount($0) }
            }
    }

    private func owedCount(_ row: any SQLRow) throws -> OwedCount {
        guard let owner = Owner(rawValue: row.text(2)) else {
            throw StoreFailure.damaged("a duty of nobody known")
        }
        return OwedCount(
            unit: UnitID(row.integer(0)), rule: row.text(1), owner: owner, open: row.integer(3),
            late: row.integer(4), unassigned: row.integer(5))
    }

    public func duties(of subject: Subject) throws -> [Obligation] {
        try connection.all(
            """
            SELECT \(DutyColumns.names) FROM duty WHERE subject_kind = ? AND subject = ?
            ORDER BY due, rule, anchor, period
            """, subject.values
        ) { try DutyColumns.obligation($0, from: 0) }
    }

    public func duties(of subjects: [Subject]) throws -> [Subject: [Obligation]] {
        try subjects.reduce(into: [:]) { found, subject in
            let duties = try duties(of: subject)
            if !duties.isEmpty { found[subject] = duties }
        }
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
