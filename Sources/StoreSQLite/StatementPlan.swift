// SPDX-License-Identifier: Apache-2.0
import GRDB
import StoreSQL

/// How SQLite means to answer one statement.
public struct StatementPlan: Hashable, Sendable, CustomStringConvertible {
    public let statement: String
    /// The steps as `EXPLAIN QUERY PLAN` words them.
    public let steps: [String]

    public var description: String { (["", statement] + steps).joined(separator: "\n") }

    /// Tables or indexes that are read from end to end.
    public var scans: [String] { steps.filter { $0.hasPrefix("SCAN ") } }
    /// Whether rows are sorted after they were found.
    public var isSorting: Bool { steps.contains { $0.hasPrefix("USE TEMP B-TREE") } }

    /// Whether a step seeks in this index.
    public func seeks(_ index: String) -> Bool {
        steps.contains { $0.hasPrefix("SEARCH ") && $0.contains("INDEX \(index) ") }
    }
}

/// A connection that notes how each statement passing through it is answered.
public final class TracedConnection: Connection {
    private let connection: GRDBConnection
    private var seen: [(statement: String, values: [SQLValue])] = []

    init(_ database: Database) { connection = GRDBConnection(database: database) }

    public var dialect: Dialect { connection.dialect }

    @discardableResult
    public func run(_ statement: String, _ values: [SQLValue]) throws -> Int {
        seen.append((statement, values))
        return try connection.run(statement, values)
    }

    public func read(
        _ statement: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Bool
    ) throws {
        seen.append((statement, values))
        try connection.read(statement, values, each)
    }

    func plans() throws -> [StatementPlan] {
        try seen.map { statement, values in
            var steps: [String] = []
            try connection.read("EXPLAIN QUERY PLAN " + statement, values) { row in
                steps.append(row.text(3))
                return true
            }
            return StatementPlan(statement: statement, steps: steps)
        }
    }
}

extension SQLiteStore {
    /// The plans of all statements that a question asks, for tests of what lists cost.
    public func plans(
        of question: @escaping @Sendable (Reading<TracedConnection>) throws -> Void
    ) async throws -> [StatementPlan] {
        let keys = keys
        return try await readLong { database in
            let traced = TracedConnection(database)
            try question(Reading(traced, keys: keys))
            return try traced.plans()
        }
    }
}
