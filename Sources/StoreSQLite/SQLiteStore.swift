// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Foundation
import GRDB
import Seals
import StoreSQL
import Synchronization

/// The store in one SQLite file of a data folder: one writer, many readers (design decision 7).
///
/// The folder holds `yuanzhu.db`, the lock and whatever else the program keeps there; the key file may lie
/// anywhere but is never in the database and never in a backup.
public final class SQLiteStore: Sendable {
    let pool: DatabasePool
    let keys: StoreKeys
    let queue: WriteQueue
    /// The folder of the store.
    public let folder: URL
    private let lock: Mutex<FolderLock?>
    private let knownUnits: KnownUnits

    /// The name of the database in its folder.
    public static let fileName = "yuanzhu.db"

    /// Opens the store of a folder, makes it if there is none, and brings its schema up to date.
    ///
    /// - Throws: ``StoreFailure/unavailable(_:)`` when another process holds the folder or the disk refuses,
    ///   ``StoreFailure/damaged(_:)`` when a newer program wrote it or the keys are not its own.
    public static func open(
        folder: URL, keys: KeyFile, names: @escaping NameReader, readers: Int = 4,
        through migration: Int = Migration.newest
    ) async throws -> SQLiteStore {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreFailure.unavailable("\(folder.path): \(error.localizedDescription)")
        }
        let lock = try FolderLock(folder: folder.path)
        do {
            let keys = try StoreKeys(keys: keys, names: names)
            let pool = try openPool(folder.appending(path: fileName).path, readers: readers)
            try migrate(pool, through: migration, keys: keys)
            return SQLiteStore(folder: folder, pool: pool, keys: keys, lock: lock)
        } catch { throw StoreFailure.naming(error) }
    }

    private init(folder: URL, pool: DatabasePool, keys: StoreKeys, lock: FolderLock) {
        self.folder = folder
        self.pool = pool
        self.keys = keys
        self.lock = Mutex(lock)
        let known = KnownUnits()
        knownUnits = known
        queue = WriteQueue(pool: pool, wroteUnits: { known.forget() })
    }

    /// Writes what waits, closes the file and lets go of the folder.
    public func close() throws {
        queue.close()
        do { try pool.close() } catch { throw StoreFailure.naming(error) }
        lock.withLock { $0 = nil }
    }

    /// Answers a question from one connection in one transaction.
    func read<Answer: Sendable>(
        _ question: @escaping @Sendable (Reading<GRDBConnection>) throws -> Answer
    ) async throws -> Answer {
        do {
            let keys = keys
            return try await pool.read { try question(Reading(GRDBConnection(database: $0), keys: keys)) }
        } catch { throw StoreFailure.naming(error) }
    }

    /// All units; kept in memory, since every request asks for them and they change a few times a year.
    public func units() async throws -> [Assistance.Unit] {
        if let known = knownUnits.units { return known }
        let edition = knownUnits.edition
        let units = try await read { try $0.units() }
        knownUnits.keep(units, readAt: edition)
        return units
    }
}

/// The units as last read, forgotten whenever one is written.
private final class KnownUnits: Sendable {
    private let state = Mutex<(units: [Assistance.Unit]?, edition: Int)>((nil, 0))

    var units: [Assistance.Unit]? { state.withLock { $0.units } }
    var edition: Int { state.withLock { $0.edition } }

    func forget() {
        state.withLock { state in
            state.units = nil
            state.edition += 1
        }
    }

    /// Keeps units unless some were written since they were asked for.
    func keep(_ units: [Assistance.Unit], readAt edition: Int) {
        state.withLock { state in
            if state.edition == edition { state.units = units }
        }
    }
}
