// SPDX-License-Identifier: Apache-2.0

/// A value on its way into a statement.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case text(String)
    case blob([UInt8])

    /// The number, or nothing.
    public init(_ number: Int?) { self = number.map(SQLValue.integer) ?? .null }

    /// The text, or nothing.
    public init(text: String?) { self = text.map(SQLValue.text) ?? .null }

    /// The bytes, or nothing.
    public init(blob: [UInt8]?) { self = blob.map(SQLValue.blob) ?? .null }

    /// 1 for yes, 0 for no.
    public init(_ yes: Bool) { self = .integer(yes ? 1 : 0) }
}

/// One row of an answer; good only while it is being looked at.
public protocol SQLRow {
    func isNull(_ column: Int) -> Bool
    /// 0 where nothing stands.
    func integer(_ column: Int) -> Int
    /// Empty where nothing stands.
    func text(_ column: Int) -> String
    /// Empty where nothing stands.
    func blob(_ column: Int) -> [UInt8]
    /// The value as the database holds it.
    func value(_ column: Int) -> SQLValue
}

extension SQLRow {
    /// The number, or `nil` where nothing stands.
    public func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }
}

/// A database connection as our SQL needs it: a driver has nothing else to offer.
///
/// Statements are kept prepared under their text, so that texts should be few.
public protocol Connection {
    var dialect: Dialect { get }
    /// Runs a statement and answers with the number of rows that it changed.
    @discardableResult
    func run(_ statement: String, _ values: [SQLValue]) throws -> Int
    /// Runs a statement and shows each row of its answer; stops when told `false`.
    func read(_ statement: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Bool) throws
}

extension Connection {
    /// Everything that a statement answers.
    func all<Value>(
        _ statement: String, _ values: [SQLValue] = [], _ value: (any SQLRow) throws -> Value
    ) throws -> [Value] {
        var found: [Value] = []
        try read(statement, values) { row in
            found.append(try value(row))
            return true
        }
        return found
    }

    /// The first row that a statement answers.
    func first<Value>(
        _ statement: String, _ values: [SQLValue] = [], _ value: (any SQLRow) throws -> Value
    ) throws -> Value? {
        var found: Value?
        try read(statement, values) { row in
            found = try value(row)
            return false
        }
        return found
    }

    /// The number that a statement answers; 0 where it answers nothing.
    func number(_ statement: String, _ values: [SQLValue] = []) throws -> Int {
        try first(statement, values) { $0.integer(0) } ?? 0
    }
}
