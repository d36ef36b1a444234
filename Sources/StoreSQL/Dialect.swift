// SPDX-License-Identifier: Apache-2.0

/// The databases whose SQL we write, and everything in which they differ.
///
/// SQL stands elsewhere as text in the subset that both take, with `?` for values. This is the only file that
/// switches on the database.
public enum Dialect: String, CaseIterable, Hashable, Sendable {
    case sqlite, postgres

    /// A statement with the placeholders of the database.
    public func statement(_ text: String) -> String {
        switch self {
        case .sqlite: text
        case .postgres: Self.numbered(text)
        }
    }

    /// A table definition with the types of the database in place of `{id}`, `{int}`, `{blob}` and `{strict}`.
    public func definition(_ text: String) -> String {
        types.reduce(text) { text, type in Self.replacing(type.name, by: type.text, in: text) }
    }

    private var types: [(name: String, text: String)] {
        switch self {
        case .sqlite:
            [
                ("{id}", "INTEGER PRIMARY KEY"), ("{int}", "INTEGER"), ("{blob}", "BLOB"),
                ("{strict}", " STRICT"),
            ]
        case .postgres:
            [("{id}", "BIGINT PRIMARY KEY"), ("{int}", "BIGINT"), ("{blob}", "BYTEA"), ("{strict}", "")]
        }
    }

    /// What makes a table refuse changes and deletions of its rows (design decision 9).
    public func appendOnly(_ table: String) -> [String] {
        switch self {
        case .sqlite:
            ["UPDATE", "DELETE"].map { change in
                """
                CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
                """
            }
        case .postgres:
            [
                """
                CREATE FUNCTION \(table)_append_only() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '\(table) is append-only'; END $$
                """,
                """
                CREATE TRIGGER \(table)_append_only BEFORE UPDATE OR DELETE ON \(table)
                FOR EACH ROW EXECUTE FUNCTION \(table)_append_only()
                """,
            ]
        }
    }

    /// The full-text table of names: `id` of the person and `terms` parted by blanks.
    public var nameTable: [String] {
        switch self {
        case .sqlite: ["CREATE VIRTUAL TABLE person_text USING fts5(terms, tokenize = 'ascii')"]
        case .postgres:
            [
                "CREATE TABLE person_text (id BIGINT PRIMARY KEY, terms TEXT NOT NULL)",
                "CREATE INDEX person_text_terms ON person_text USING gin (to_tsvector('simple', terms))",
            ]
        }
    }

    /// The column by which the full-text table knows the person.
    public var nameID: String {
        switch self {
        case .sqlite: "rowid"
        case .postgres: "id"
        }
    }

    /// Persons found by terms, before anything else is looked at; `?` takes ``match(_:)``.
    public var nameSearch: String {
        switch self {
        case .sqlite:
            "person_text CROSS JOIN person ON person.id = person_text.rowid WHERE person_text MATCH ?"
        case .postgres:
            """
            person_text JOIN person ON person.id = person_text.id
            WHERE to_tsvector('simple', terms) @@ to_tsquery('simple', ?)
            """
        }
    }

    /// The text of a full-text search: all conditions must hold.
    public func match(_ conditions: [TermCondition]) -> String {
        switch self {
        case .sqlite: conditions.map(\.fts5).joined(separator: " AND ")
        case .postgres: conditions.map(\.tsquery).joined(separator: " & ")
        }
    }

    /// Two tables read in the order written, where the planner must not turn them round.
    public var orderedJoin: String {
        switch self {
        case .sqlite: "CROSS JOIN"
        case .postgres: "JOIN"
        }
    }

    /// What a transaction begins with when it is to write.
    public var beginWriting: String {
        switch self {
        case .sqlite: "BEGIN IMMEDIATE"
        case .postgres: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        }
    }

    private static func numbered(_ text: String) -> String {
        var number = 0
        return text.split(separator: "?", omittingEmptySubsequences: false).map(String.init)
            .reduce(into: "") { whole, part in
                if number > 0 { whole += "$\(number)" }
                whole += part
                number += 1
            }
    }

    private static func replacing(_ name: String, by new: String, in text: String) -> String {
        var rest = text[...]
        var whole = ""
        while let start = rest.firstRange(of: name) {
            whole += rest[..<start.lowerBound] + new
            rest = rest[start.upperBound...]
        }
        return whole + rest
    }
}

/// One thing that a search asks of the terms of a name.
public enum TermCondition: Hashable, Sendable {
    /// The terms stand side by side in this order.
    case phrase([String])
    /// A term begins with one of these.
    case prefix([String])
    /// The term stands somewhere.
    case term(String)

    // Terms are ASCII letters and digits only (``NameTerms``), so nothing has to be escaped.
    var fts5: String {
        switch self {
        case .phrase(let terms): "\"\(terms.joined(separator: " "))\""
        case .prefix(let starts): "(" + starts.map { "\($0)*" }.joined(separator: " OR ") + ")"
        case .term(let term): term
        }
    }

    var tsquery: String {
        switch self {
        case .phrase(let terms): "(" + terms.joined(separator: " <-> ") + ")"
        case .prefix(let starts): "(" + starts.map { "\($0):*" }.joined(separator: " | ") + ")"
        case .term(let term): term
        }
    }
}
