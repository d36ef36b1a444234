// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// One look at the store: every question of the ports, asked of one connection in one transaction.
public struct Reading<Driver: Connection> {
    let connection: Driver
    let keys: StoreKeys

    public init(_ connection: Driver, keys: StoreKeys) {
        self.connection = connection
        self.keys = keys
    }

    /// The state sealed in a row of a table.
    func state<State: Decodable>(_ table: StateTable, _ id: Int, _ sealed: [UInt8]) throws -> State {
        try JSONBytes.read(keys.open(sealed, table.sealedState, String(id)))
    }

    /// The states of rows found by a condition.
    func states<State: Decodable>(
        _ table: StateTable, where condition: String, _ values: [SQLValue]
    ) throws -> [State] {
        try connection.all("SELECT id, state FROM \(table.rawValue) WHERE \(condition)", values) {
            try state(table, $0.integer(0), $0.blob(1))
        }
    }

    /// The state of the row with a number.
    func state<State: Decodable>(_ table: StateTable, _ id: Int) throws -> State? {
        try one(table, where: "id = ?", [.integer(id)])
    }

    /// The state of the first row found by a condition.
    func one<State: Decodable>(
        _ table: StateTable, where condition: String, _ values: [SQLValue]
    ) throws -> State? {
        let found: [State] = try states(table, where: condition, values)
        return found.first
    }
}

extension Reading {
    /// The scope as filters of single units by number, each of which is sought where an index begins with the
    /// unit; of the whole district as one that lets all through.
    func filters(ofEach scope: Scope, in column: String) throws -> [ScopeFilter] {
        switch scope {
        case .nothing: return []
        case .district: return ScopeFilter(scope).map { [$0] } ?? []
        case .village(let id): return [ScopeFilter(unit: id, column: column)]
        case .town(let id):
            let villages = try connection.all(
                "SELECT id FROM unit WHERE parent = ?", [.integer(id.number)]
            ) { UnitID($0.integer(0)) }
            return (villages + [id]).sorted().map { ScopeFilter(unit: $0, column: column) }
        }
    }
}

/// How a list is narrowed to a scope, in columns `town` and `village`.
struct ScopeFilter {
    let text: String
    let values: [SQLValue]

    /// `nil` when nothing lies in the scope.
    init?(_ scope: Scope, of table: String = "") {
        switch scope {
        case .nothing: return nil
        case .district:
            text = ""
            values = []
        case .town(let id):
            text = " AND \(table)town = ?"
            values = [.integer(id.number)]
        case .village(let id):
            text = " AND \(table)village = ?"
            values = [.integer(id.number)]
        }
    }

    /// Exactly what stands at one unit, in a column that holds units.
    init(unit: UnitID, column: String) {
        text = " AND \(column) = ?"
        values = [.integer(unit.number)]
    }
}

extension Slice {
    /// The page of `rows`, of which one more than `limit` was asked for to see whether there is another page.
    init(_ rows: [Row], limit: Int, cursor: (Row) -> Cursor) {
        let page = Array(rows.prefix(limit))
        self.init(rows: page, next: rows.count > limit ? page.last.map(cursor) : nil)
    }

    static var empty: Slice { Slice(rows: [], next: nil) }
}

extension Cursor {
    init(_ numbers: Int...) { self.init(numbers.map(String.init).joined(separator: ".")) }

    /// The numbers in the cursor.
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` when it is none of ours.
    func numbers(_ count: Int) throws -> [Int] {
        let numbers = text.split(separator: ".").compactMap { Int($0) }
        guard numbers.count == count else { throw StoreFailure.damaged("a cursor that was not given here") }
        return numbers
    }
}
