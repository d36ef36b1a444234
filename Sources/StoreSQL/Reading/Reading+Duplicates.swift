// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// People on the roll whose working span ended before the day, by number.
    public func people(pastWorkingAge day: Day, after: PersonID?, limit: Int) throws -> [Person] {
        try states(
            .person, where: "roll = 1 AND working_until < ? AND id > ? ORDER BY id LIMIT ?",
            [.integer(day.number), .integer(after?.number ?? 0), .integer(limit)])
    }

    /// Pairs in scope that may be one person, by the first's number and then the second's.
    ///
    /// Keys find candidates; the opened rows decide, since a key says less than what it was made from.
    public func duplicatePairs(_ scope: Scope, after: Cursor?, limit: Int) throws -> Slice<DuplicatePair> {
        guard let sql = DuplicateSQL(scope) else { return .empty }
        let start = try after.map { try $0.numbers(2) } ?? [0, 0]
        let found = try connection.all(
            sql.text, sql.values(after: start, limit: (limit + 1) * DuplicateSign.allCases.count)
        ) { (first: $0.integer(0), second: $0.integer(1)) }
        let pairs = found.enumerated().filter { $0.offset == 0 || $0.element != found[$0.offset - 1] }
            .map(\.element)
        let page = pairs.prefix(limit)
        let rows = try page.compactMap { try pair($0.first, $0.second) }
        return Slice(
            rows: rows, next: pairs.count > limit ? page.last.map { Cursor($0.first, $0.second) } : nil)
    }

    private func pair(_ one: Int, _ other: Int) throws -> DuplicatePair? {
        guard let first = try row(of: one), let second = try row(of: other) else { return nil }
        var signs: Set<DuplicateSign> = []
        if first.name == second.name, let born = first.born, born == second.born {
            signs.insert(.nameAndBirth)
        }
        if let mobile = first.mobile, mobile == second.mobile, first.household != second.household {
            signs.insert(.phone)
        }
        if let identity = first.identity, identity.full == second.identity?.full { signs.insert(.identity) }
        return signs.isEmpty ? nil : DuplicatePair(first: first, second: second, signs: signs)
    }

    private func row(of id: Int) throws -> PersonRow? {
        try connection.first("SELECT \(PeopleSQL.columns) FROM person WHERE id = ?", [.integer(id)]) {
            try personRow($0)
        }
    }
}

/// Candidates for duplicates: equal keys of two people on the roll.
///
/// A village or town looks each of its people up; the district first gathers the keys that occur twice.
private struct DuplicateSQL {
    private let scope: [SQLValue]
    let text: String

    init?(_ scope: Scope) {
        switch scope {
        case .nothing: return nil
        case .district:
            self.scope = []
            text = Self.union { key in Self.search(key.join, where: "one.\(key.column) IN (\(key.repeated))")
            }
        case .town(let id):
            self.scope = [.integer(id.number), .integer(id.number)]
            text = Self.union { Self.search($0.join, where: "one.town = ? AND +other.town = ?") }
        case .village(let id):
            self.scope = [.integer(id.number), .integer(id.number)]
            text = Self.union { Self.search($0.join, where: "one.village = ? AND +other.village = ?") }
        }
    }

    func values(after start: [Int], limit: Int) -> [SQLValue] {
        let place = start.map(SQLValue.integer)
        return (0..<Self.keys.count).flatMap { _ in scope + place } + [.integer(limit)]
    }

    private static let keys: [(column: String, join: String, repeated: String)] = [
        (
            "sort",
            "other.sort = one.sort AND other.working_from = one.working_from AND one.working_from > -600000",
            """
            SELECT sort FROM person WHERE roll = 1 AND working_from > -600000
            GROUP BY sort, working_from HAVING count(*) > 1
            """
        ),
        (
            "mobile_key", "other.mobile_key = one.mobile_key AND +other.household <> one.household",
            repeated("mobile_key")
        ),
        ("identity_key", "other.identity_key = one.identity_key", repeated("identity_key")),
    ]

    private static func repeated(_ key: String) -> String {
        "SELECT \(key) FROM person WHERE \(key) IS NOT NULL GROUP BY \(key) HAVING count(*) > 1"
    }

    private static func search(_ join: String, where condition: String) -> String {
        """
        SELECT one.id AS first, other.id AS second FROM person one JOIN person other ON \(join)
        WHERE one.roll = 1 AND other.roll = 1 AND \(condition) AND other.id > +one.id
            AND (+one.id, +other.id) > (?, ?)
        """
    }

    private static func union(
        _ part: ((column: String, join: String, repeated: String)) -> String
    ) -> String {
        keys.map(part).joined(separator: "\nUNION ALL\n") + "\nORDER BY first, second LIMIT ?"
    }
}
