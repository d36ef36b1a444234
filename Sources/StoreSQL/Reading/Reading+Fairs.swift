// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    public func fair(_ id: FairID) throws -> Fair? { try state(.fair, id.number) }

    /// By day and number, to the side that the query asks for.
    public func fairs(_ query: FairQuery, after: Cursor?, limit: Int) throws -> Slice<Fair> {
        guard let scope = ScopeFilter(query.scope) else { return .empty }
        var (condition, values, direction) = query.span.sql
        condition += (query.isAnnounced ? " AND announced = 1" : "") + scope.text
        values += scope.values
        if let place = try after?.numbers(2) {
            condition += " AND (day, id) \(direction == "ASC" ? ">" : "<") (?, ?)"
            values += [.integer(place[0]), .integer(place[1])]
        }
        let found: [Fair] = try states(
            .fair, where: condition + " ORDER BY day \(direction), id \(direction) LIMIT ?",
            values + [.integer(limit + 1)])
        return Slice(found, limit: limit) { Cursor($0.facts.day.number, $0.id.number) }
    }
}

extension FairQuery.Span {
    /// Condition, value and order.
    fileprivate var sql: (condition: String, values: [SQLValue], direction: String) {
        switch self {
        case .from(let day): ("day >= ?", [.integer(day.number)], "ASC")
        case .before(let day): ("day < ?", [.integer(day.number)], "DESC")
        }
    }
}
