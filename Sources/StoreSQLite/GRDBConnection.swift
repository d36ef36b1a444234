// SPDX-License-Identifier: Apache-2.0
import Desk
import Foundation
import GRDB
import StoreSQL

/// GRDB as a driver: prepared statements and their rows, nothing of its records.
struct GRDBConnection: Connection {
    let database: Database

    var dialect: Dialect { .sqlite }

    @discardableResult
    func run(_ statement: String, _ values: [SQLValue]) throws -> Int {
        let prepared = try database.cachedStatement(sql: statement)
        try prepared.execute(arguments: StatementArguments(values.map(\.databaseValue)))
        return database.changesCount
    }

    func read(_ statement: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Bool) throws {
        let prepared = try database.cachedStatement(sql: statement)
        let rows = try GRDB.Row.fetchCursor(
            prepared, arguments: StatementArguments(values.map(\.databaseValue)))
        while let row = try rows.next() {
            guard try each(GRDBRow(row: row)) else { return }
        }
    }
}

/// A row while the cursor stands on it.
private struct GRDBRow: SQLRow {
    let row: GRDB.Row

    func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }

    func integer(_ column: Int) -> Int { (row[column] as Int?) ?? 0 }

    func text(_ column: Int) -> String { (row[column] as String?) ?? "" }

    func blob(_ column: Int) -> [UInt8] {
        let bytes = try? row.withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } }
        return (bytes ?? nil) ?? []
    }

    func value(_ column: Int) -> SQLValue {
        let stored: DatabaseValue = row[column]
        switch stored.storage {
        case .null: return .null
        case .int64(let number): return .integer(Int(number))
        case .double(let number): return .integer(Int(number))
        case .string(let text): return .text(text)
        case .blob(let bytes): return .blob(Array(bytes))
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Foundation.Data(bytes).databaseValue
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
