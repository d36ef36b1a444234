// SPDX-License-Identifier: Apache-2.0
import Desk

/// One step of the schema: its number, its name and its statements. Never edited once released.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    /// Kinds of act: the row of each case with one of them is folded anew after the step (``Refolding``).
    let refolds: [String]
    let statements: @Sendable (Dialect) -> [String]

    init(
        number: Int, name: String, refolds: [String] = [],
        statements: @escaping @Sendable (Dialect) -> [String]
    ) {
        self.number = number
        self.name = name
        self.refolds = refolds
        self.statements = statements
    }

    /// All steps in order; a new one goes to the end.
    public static let all = [
        registry, work, counts, rounds, papers, printing, vacancies, serials, proposals, fairs,
        recommendations,
    ]

    /// The first schema that a district may hold: every later step is tested as an upgrade from it.
    public static let baseline = 3

    /// The number of the newest step.
    public static var newest: Int { all.last?.number ?? 0 }
}

extension Migration {
    /// Brings the database up to `number` within the caller's transaction; answers with the steps that were
    /// taken, whose rows are still to be folded anew (``Refolding``).
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` when a newer program has been here.
    @discardableResult
    public static func migrate(
        _ connection: some Connection, through number: Int = newest
    ) throws -> [Migration] {
        let dialect = connection.dialect
        try connection.run(
            dialect.definition(
                """
                CREATE TABLE IF NOT EXISTS migration (
                    number {int} NOT NULL PRIMARY KEY, name TEXT NOT NULL){strict}
                """), [])
        let done = try connection.number("SELECT coalesce(max(number), 0) FROM migration")
        guard done <= newest else {
            throw StoreFailure.damaged("the store has schema \(done), this program knows \(newest)")
        }
        let steps = all.filter { $0.number > done && $0.number <= number }
        for step in steps {
            for statement in step.statements(dialect) {
                try connection.run(dialect.definition(statement), [])
            }
            try connection.run(
                "INSERT INTO migration (number, name) VALUES (?, ?)",
                [.integer(step.number), .text(step.name)])
        }
        return steps
    }

    /// The schema as the database itself tells it, for the committed dump.
    public static func dump(_ connection: some Connection) throws -> String {
        let tables = try connection.all(
            """
            SELECT sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'person_text_%'
            ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name
            """
        ) { $0.text(0) }
        return tables.map { $0 + ";\n" }.joined(separator: "\n")
    }
}
