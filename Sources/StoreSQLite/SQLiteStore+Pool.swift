// SPDX-License-Identifier: Apache-2.0
import Desk
import Foundation
import GRDB
import StoreSQL

extension SQLiteStore {
    /// The pool with everything that SQLite must be told on each connection.
    static func openPool(_ path: String, readers: Int) throws -> DatabasePool {
        var configuration = GRDB.Configuration()
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.observesSuspensionNotifications = false
        configuration.prepareDatabase { database in
            // The system keeps the file's pages for all readers; each of them needs only the tops of the trees.
            let cache = database.configuration.readonly ? 4_000 : 32_000
            try database.execute(sql: "PRAGMA cache_size = -\(cache)")
            // A long import leaves a long log; it is cut to this when it starts over.
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        try makePrivate(path)
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB lowers it to NORMAL while it opens the pool, and NORMAL may lose the last commits with the power.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
                throw StoreFailure.unavailable("SQLite does not take synchronous = FULL")
            }
        }
        return pool
    }

    /// Makes an empty file that its owner alone may read; SQLite gives its log the same rights.
    static func makePrivate(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        guard
            FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw StoreFailure.unavailable("\(path) cannot be made") }
    }

    static func migrate(_ pool: DatabasePool, through number: Int, keys: StoreKeys) throws {
        try pool.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                let connection = GRDBConnection(database: database)
                let steps = try Migration.migrate(connection, through: number)
                try keys.check(connection)
                try Refolding(connection, keys: keys).run(after: steps)
                return .commit
            }
        }
    }

    /// The schema as the database tells it.
    public func schema() async throws -> String {
        try await readLong { try Migration.dump(GRDBConnection(database: $0)) }
    }
}

extension SQLiteStore {
    /// What the writing connection is set to, as `yuanzhu check` shows it.
    public func settings() async throws -> [String: String] {
        try await pool.writeWithoutTransaction { database in
            try ["journal_mode", "synchronous", "foreign_keys"].reduce(into: [:]) { settings, name in
                settings[name] = try String.fetchOne(database, sql: "PRAGMA \(name)")
            }
        }
    }
}
