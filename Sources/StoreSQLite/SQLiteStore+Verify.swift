// SPDX-License-Identifier: Apache-2.0
import Desk
import GRDB
import StoreSQL

extension SQLiteStore {
    /// Everything in the store that cannot be so: both chains are walked, every journal is replayed and compared
    /// with its row, and the file with itself. Empty for a sound store.
    ///
    /// Reads one state of the store while others go on writing.
    ///
    /// - Throws: ``StoreFailure`` only when the file cannot be read at all.
    public func verify() async throws -> [IntegrityFault] {
        do {
            let keys = keys
            return try await readLong { database in
                let file = try Self.fileFaults(database)
                var verification = Verification(GRDBConnection(database: database), keys: keys)
                do { try verification.run() } catch let fault as DatabaseError where !file.isEmpty {
                    return file + verification.faults + [.file("SQLite \(fault.resultCode.rawValue)")]
                }
                return file + verification.faults
            }
        } catch { throw StoreFailure.naming(error) }
    }

    private static func fileFaults(_ database: Database) throws -> [IntegrityFault] {
        let texts = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        return texts.filter { $0 != "ok" }.map { .file($0) }
            + dangling.map { row in
                .file("\(row[0] as String? ?? "") row \(row[1] as Int? ?? 0) refers to nothing")
            }
    }
}
