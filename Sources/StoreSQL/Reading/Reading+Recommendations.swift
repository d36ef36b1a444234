// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// What is due first comes first; found in an index alone, then the cases of one page are opened.
    public func recommendations(
        _ query: RecommendationQuery, at clock: RecommendationClock, after: Cursor?, limit: Int
    ) throws -> Slice<RecommendationLine> {
        guard let sql = RecommendationConditions(query, at: clock) else { return .empty }
        let days = SQLValue.integer(clock.askedAfter)
        let start = try after.map { try $0.numbers(3).map { SQLValue.integer($0) } }
        let found = try connection.all(
            """
            SELECT place, case_id, act FROM (
                SELECT \(RecommendationSQL.order) AS place, case_id, act FROM recommendation
                WHERE \(sql.text)) found
            \(start == nil ? "" : "WHERE (place, case_id, act) > (?, ?, ?)")
            ORDER BY place, case_id, act LIMIT ?
            """, [days] + sql.values + (start ?? []) + [.integer(limit + 1)]
        ) { (place: $0.integer(0), id: CaseID($0.integer(1)), act: ActID($0.integer(2))) }
        let slice = Slice(found, limit: limit) { Cursor($0.place, $0.id.number, $0.act.number) }
        return Slice(rows: try lines(slice.rows.map { ($0.id, $0.act) }), next: slice.next)
    }

    public func recommendationCounts(
        _ query: RecommendationQuery, at clock: RecommendationClock
    ) throws -> [RecommendationState: Int] {
        var all = query
        all.state = nil
        guard let sql = RecommendationConditions(all, at: nil) else { return [:] }
        let counts = try connection.all(
            """
            SELECT \(RecommendationSQL.state) AS state, count(*) FROM recommendation WHERE \(sql.text)
            GROUP BY 1
            """, clock.stateValues + sql.values
        ) { (RecommendationState(rawValue: $0.text(0)), $0.integer(1)) }
        return counts.reduce(into: [:]) { found, row in
            if let state = row.0 { found[state, default: 0] += row.1 }
        }
    }

    public func interviews(
        _ scope: Scope, from: Day, through: Day, limit: Int
    ) throws -> [RecommendationLine] {
        // The days narrow more than any unit: the index of days is to be taken, not that of units.
        guard let filter = ScopeFilter(scope, of: "+") else { return [] }
        let found = try connection.all(
            """
            SELECT case_id, act FROM recommendation
            WHERE interview_day BETWEEN ? AND ?\(filter.text) ORDER BY interview_day, case_id, act LIMIT ?
            """,
            [.integer(from.number), .integer(through.number)] + filter.values + [.integer(max(limit, 0))]
        ) { (CaseID($0.integer(0)), ActID($0.integer(1))) }
        return try lines(found)
    }

    public func vacancyTallies(of ids: [VacancyID]) throws -> [VacancyID: VacancyTally] {
        try Set(ids).reduce(into: [:]) { found, id in
            let tally = try connection.first(
                """
                SELECT count(*), coalesce(sum(interviewed), 0), coalesce(sum(hired), 0) FROM recommendation
                WHERE vacancy = ?
                """, [.integer(id.number)]
            ) { VacancyTally(recommended: $0.integer(0), interviewed: $0.integer(1), hired: $0.integer(2)) }
            if let tally, tally.recommended > 0 { found[id] = tally }
        }
    }

    /// Each case and person is opened once.
    private func lines(_ found: [(CaseID, ActID)]) throws -> [RecommendationLine] {
        var cases: [CaseID: (AssistanceCase, Person)] = [:]
        return try found.map { id, act in
            if cases[id] == nil, let read = try assistanceCase(id), let person = try person(read.person) {
                cases[id] = (read, person)
            }
            guard let (read, person) = cases[id],
                let tracked = read.trackedRecommendations.first(where: { $0.recommendation.act == act })
            else { throw StoreFailure.damaged("a recommendation that its case does not know") }
            return RecommendationLine(assistanceCase: read, person: person, tracked: tracked)
        }
    }
}

extension WriteSession {
    /// Writes the rows of a case's recommendations anew.
    func replace(recommendations state: PreparedState) throws {
        guard schema >= Migration.recommendations.number else { return }
        let id = SQLValue.integer(state.subject.number)
        try connection.run("DELETE FROM recommendation WHERE case_id = ?", [id])
        guard !state.recommendations.isEmpty, let unit = state.unit else { return }
        let place = try UnitPlace.find(unit, connection)
        for row in state.recommendations {
            try connection.run(
                RecommendationSQL.insert, row + [id, .integer(place.town), .integer(place.village)])
        }
    }
}
