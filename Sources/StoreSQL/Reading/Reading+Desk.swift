// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// Cases as desks ask for them.
extension Reading {
    public func cases(_ query: CaseQuery, after: Cursor?, limit: Int) throws -> Slice<LedgerRow> {
        guard let sql = CaseSQL(query, after: try after.map { try ledgerPlace($0) }) else { return .empty }
        let rows = try connection.all(
            sql.page(join: connection.dialect.orderedJoin), sql.values + [.integer(limit + 1)]
        ) { try ledgerRow($0) }
        return Slice(rows, limit: limit) { Cursor($0.assistanceCase.id.number) }
    }

    public func caseStates(_ query: CaseQuery, after: Cursor?, limit: Int) throws -> Slice<AssistanceCase> {
        guard let sql = CaseSQL(query, after: try after.map { try ledgerPlace($0) }) else { return .empty }
        let rows: [AssistanceCase] = try connection.all(
            sql.states(join: connection.dialect.orderedJoin), sql.values + [.integer(limit + 1)]
        ) { try state(.assistanceCase, $0.integer(0), $0.blob(1)) }
        return Slice(rows, limit: limit) { Cursor($0.id.number) }
    }

    /// By village, stage and goal; sought village by village below a town, as the index groups them.
    public func caseCounts(_ scope: Scope) throws -> [CaseCount] {
        try filters(ofEach: scope, in: "village").flatMap { filter in
            try connection.all(
                """
                SELECT village, stage, goal, count(*) FROM assistance_case WHERE counted = 1\(filter.text)
                GROUP BY village, stage, goal ORDER BY village, stage, goal
                """, filter.values
            ) { try caseCount($0) }
        }
    }

    private func caseCount(_ row: any SQLRow) throws -> CaseCount {
        guard let stage = CaseStage(rawValue: row.text(1)), let goal = GoalStep(rawValue: row.integer(2))
        else { throw StoreFailure.damaged("a case at \(row.text(1)), \(row.integer(2))") }
        return CaseCount(village: UnitID(row.integer(0)), stage: stage, goal: goal, count: row.integer(3))
    }

    /// By number.
    public func caseload(of account: AccountID) throws -> [AssistanceCase] {
        try states(.assistanceCase, where: "helper = ? ORDER BY id", [.integer(account.number)])
    }

    public func caseloads(_ scope: Scope) throws -> [AccountID: Int] {
        let found = try filters(ofEach: scope, in: "village").flatMap { filter in
            try connection.all(
                """
                SELECT helper, count(*) FROM assistance_case
                WHERE counted = 1 AND helper IS NOT NULL\(filter.text) GROUP BY helper
                """, filter.values
            ) { (AccountID($0.integer(0)), $0.integer(1)) }
        }
        return Dictionary(found, uniquingKeysWith: +)
    }
}

/// The statement of one page of cases, found in an index alone.
struct CaseSQL {
    private let found: String
    let values: [SQLValue]

    /// Begins after a place of village, name and number; `nil` when nothing is in scope.
    init?(_ query: CaseQuery, after place: [SQLValue]?) {
        guard let scope = ScopeFilter(query.scope) else { return nil }
        var rest = scope.text
        var restValues = scope.values
        if let goal = query.goal {
            rest += " AND goal = ?"
            restValues.append(.integer(goal.rawValue))
        }
        if let place {
            rest += " AND (village, sort, id) > (?, ?, ?)"
            restValues += place
        }
        let parts = Self.parts(query)
        // Each part is a walk of its own in the order of the page, and the walks are merged.
        found = parts.map { "SELECT id, village, sort FROM assistance_case WHERE \($0.text)\(rest)" }
            .joined(separator: " UNION ALL ")
        values = parts.flatMap { $0.values + restValues }
    }

    private static func parts(_ query: CaseQuery) -> [(text: String, values: [SQLValue])] {
        let stages = query.stages.map(\.rawValue).sorted().map { SQLValue.text($0) }
        if let helper = query.helper {
            let marks = stages.map { _ in "?" }.joined(separator: ", ")
            let isInStage = stages.isEmpty ? "" : " AND stage IN (\(marks))"
            return [("helper = ?" + isInStage, [.integer(helper.number)] + stages)]
        }
        return stages.isEmpty ? [("counted = 1", [])] : stages.map { ("stage = ?", [$0]) }
    }

    func states(join: String) -> String {
        """
        SELECT found.id, assistance_case.state FROM (
            \(found)
            ORDER BY village, sort, id LIMIT ?) found
        \(join) assistance_case ON assistance_case.id = found.id
        ORDER BY found.village, found.sort, found.id
        """
    }

    func page(join: String) -> String {
        """
        SELECT found.id, assistance_case.state, person.id, person.state FROM (
            \(found)
            ORDER BY village, sort, id LIMIT ?) found
        \(join) assistance_case ON assistance_case.id = found.id
        \(join) person ON person.id = assistance_case.person
        ORDER BY found.village, found.sort, found.id
        """
    }
}
