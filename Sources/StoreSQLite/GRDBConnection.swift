// SPDX-License-Identifier: Apache-2.0
import Desk
import GRDB
import GRDBSQLite
import StoreSQL

/// GRDB as a driver: its connections and its statement cache. Values are bound and columns read through SQLite's
/// own functions, which costs a third of going through GRDB's values.
struct GRDBConnection: Connection {
    let database: Database

    var dialect: Dialect { .sqlite }

    @discardableResult
    func run(_ statement: String, _ values: [SQLValue]) throws -> Int {
        try withStatement(statement, values) { prepared in
            while try step(prepared) {}
            return Int(sqlite3_changes(database.sqliteConnection))
        }
    }

    func read(_ statement: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Bool) throws {
        try withStatement(statement, values) { prepared in
            let row = StatementRow(statement: prepared)
            while try step(prepared), try each(row) {}
        }
    }

    private func withStatement<Answer>(
        _ text: String, _ values: [SQLValue], _ work: (OpaquePointer) throws -> Answer
    ) throws -> Answer {
        // One text may be read while it is being read, as when a page of a list asks for each row: the second
        // needs a statement of its own.
        var prepared = try database.cachedStatement(sql: text)
        if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 {
            prepared = try database.makeStatement(sql: text)
        }
        let statement = prepared.sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (place, value) in values.enumerated() {
            let code = value.bind(to: statement, at: Int32(place + 1))
            guard code == SQLITE_OK else { throw fault(code) }
        }
        return try work(statement)
    }

    /// Whether there is another row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw fault(code) }
        return false
    }

    private func fault(_ code: Int32) -> DatabaseError {
        let message = database.sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
}

/// The row on which a statement stands.
private struct StatementRow: SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return [UInt8](
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_NULL: .null
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .blob(blob(column))
        case _: .integer(integer(column))
        }
    }
}

extension SQLValue {
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        // SQLite copies what it is given before the call returns.
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let number): return sqlite3_bind_int64(statement, place, Int64(number))
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { letters in
                    guard let start = letters.baseAddress else {
                        return sqlite3_bind_text(statement, place, "", 0, copies)
                    }
                    return sqlite3_bind_text(statement, place, start, Int32(letters.count), copies)
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { buffer in
                guard let start = buffer.baseAddress else {
                    return sqlite3_bind_zeroblob(statement, place, 0)
                }
                return sqlite3_bind_blob(statement, place, start, Int32(buffer.count), copies)
            }
        }
    }
}

extension StoreFailure {
    /// What a fault of the database is to the rest of the program; our own failures pass.
    static func naming(_ error: any Error) -> any Error {
        guard let fault = error as? DatabaseError else { return error }
        // Never the statement's values: they may be personal.
        let text = "SQLite \(fault.extendedResultCode.rawValue): \(fault.message ?? "")"
        switch fault.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CONSTRAINT: return StoreFailure.damaged(text)
        default: return StoreFailure.unavailable(text)
        }
    }
}
