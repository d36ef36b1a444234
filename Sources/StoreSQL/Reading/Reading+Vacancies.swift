// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    public func employer(_ id: EmployerID) throws -> Employer? { try state(.employer, id.number) }

    /// Newest first.
    public func employers(_ query: EmployerQuery, after: Cursor?, limit: Int) throws -> Slice<Employer> {
        guard let scope = ScopeFilter(query.scope) else { return .empty }
        var condition = "live = 1 AND id < ?" + scope.text
        var values: [SQLValue] = [.integer(try after.map { try $0.numbers(1)[0] } ?? Int.max)] + scope.values
        if query.isRegular { condition += " AND regular = 1" }
        if !query.words.isEmpty {
            condition += " AND (name LIKE ? ESCAPE '!' OR code = ?)"
            values += [.text(LikePattern.containing(query.words)), .text(query.words)]
        }
        let found: [Employer] = try states(
            .employer, where: condition + " ORDER BY id DESC LIMIT ?", values + [.integer(limit + 1)])
        return Slice(found, limit: limit) { Cursor($0.id.number) }
    }

    public func employers(withCodes codes: [CreditCode]) throws -> [Employer] {
        try employers(where: "code", codes.map(\.text))
    }

    public func employers(named names: [String]) throws -> [Employer] {
        try employers(where: "name", names)
    }

    private func employers(where column: String, _ texts: [String]) throws -> [Employer] {
        try Set(texts).flatMap { text -> [Employer] in
            try states(.employer, where: "\(column) = ? AND live = 1 ORDER BY id", [.text(text)])
        }.sorted { $0.id < $1.id }
    }

    public func vacancy(_ id: VacancyID) throws -> Vacancy? { try state(.vacancy, id.number) }

    /// Newest first.
    public func vacancies(
        _ query: VacancyQuery, at clock: VacancyClock, after: Cursor?, limit: Int
    ) throws -> Slice<VacancyRow> {
        guard let sql = VacancySQL(query, at: clock) else { return .empty }
        let start = try after.map { try $0.numbers(1)[0] } ?? Int.max
        // Found in an index alone; a page then reads each employer once.
        let found = try connection.all(
            """
            SELECT vacancy.id, vacancy.employer FROM vacancy
            WHERE \(sql.condition) AND vacancy.id < ? ORDER BY vacancy.id DESC LIMIT ?
            """, sql.values + [.integer(start), .integer(limit + 1)]
        ) { (id: VacancyID($0.integer(0)), employer: EmployerID($0.integer(1))) }
        var employers: [EmployerID: Employer] = [:]
        var rows: [VacancyRow] = []
        for (id, employer) in found {
            if employers[employer] == nil { employers[employer] = try self.employer(employer) }
            guard let vacancy = try vacancy(id), let employer = employers[employer] else {
                throw StoreFailure.damaged("a vacancy of an employer that is not there")
            }
            rows.append(VacancyRow(vacancy: vacancy, employer: employer))
        }
        return Slice(rows, limit: limit) { Cursor($0.vacancy.id.number) }
    }

    public func vacancyCount(_ query: VacancyQuery, at clock: VacancyClock) throws -> VacancyCount {
        guard let sql = VacancySQL(query, at: clock) else { return VacancyCount(posts: 0, places: 0) }
        return try connection.first(
            "SELECT count(*), coalesce(sum(seats), 0) FROM vacancy WHERE \(sql.condition)", sql.values
        ) { VacancyCount(posts: $0.integer(0), places: $0.integer(1)) } ?? VacancyCount(posts: 0, places: 0)
    }

    public func liveVacancies(of employers: [EmployerID]) throws -> [Vacancy] {
        try Set(employers).sorted().flatMap { employer -> [Vacancy] in
            try states(
                .vacancy, where: "employer = ? AND closed = 0 ORDER BY id", [.integer(employer.number)])
        }.sorted { $0.id < $1.id }
    }

    public func vacancySums(at clock: VacancyClock) throws -> [VacancySum] {
        guard let sql = VacancySQL(VacancyQuery(standing: .open), at: clock) else { return [] }
        return try connection.all(
            """
            SELECT occupation, place, pay_through / 1000, count(*), sum(seats) FROM vacancy
            WHERE \(sql.condition) GROUP BY occupation, place, pay_through / 1000
            ORDER BY occupation, coalesce(place, 0), pay_through / 1000
            """, sql.values
        ) { row in
            VacancySum(
                occupation: row.text(0), place: row.optionalInteger(1).map { UnitID($0) },
                thousands: row.integer(2), posts: row.integer(3), places: row.integer(4))
        }
    }
}
