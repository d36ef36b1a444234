// SPDX-License-Identifier: Apache-2.0
import Desk
import Dispatch
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
    let known: KnownAnswers
    private let longReads = LongReads()

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
        let known = KnownAnswers()
        self.known = known
        queue = WriteQueue(pool: pool, wrote: { known.forget($0) })
    }

    /// Writes what waits, closes the file and lets go of the folder.
    public func close() throws {
        queue.close()
        do { try pool.close() } catch { throw StoreFailure.naming(error) }
        lock.withLock { $0 = nil }
    }

    /// Answers a question that may take long, on a thread kept for such, so that pages go on being answered.
    ///
    /// GRDB's own asynchronous reads hold a connection until a thread of the tasks is free. While all of those
    /// wait for a connection in ``readHere(_:)`` none would ever be, so that nothing here reads in that way.
    func read<Answer: Sendable>(
        _ question: @escaping @Sendable (Reading<GRDBConnection>) throws -> Answer
    ) async throws -> Answer {
        do {
            let keys = keys
            return try await readLong { try question(Reading(GRDBConnection(database: $0), keys: keys)) }
        } catch { throw StoreFailure.naming(error) }
    }

    /// Reads on a thread kept for what takes long.
    func readLong<Answer: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Answer
    ) async throws -> Answer {
        let pool = pool
        return try await withUnsafeThrowingContinuation { waiting in
            longReads.next.async { waiting.resume(with: Result { try pool.read(work) }) }
        }
    }

    /// The longest list that a page shows; files take more at once.
    static let page = 100

    /// Answers a question that takes a few milliseconds at most on the thread that asks.
    ///
    /// To hand it to another thread and wait costs more than most of these answers. There are as many
    /// readers as threads ask, so that nobody waits for a connection while it reads.
    func readHere<Answer>(_ question: (Reading<GRDBConnection>) throws -> Answer) throws -> Answer {
        do {
            return try pool.read { try question(Reading(GRDBConnection(database: $0), keys: keys)) }
        } catch { throw StoreFailure.naming(error) }
    }
}

/// The threads for long reads: two, which leaves the other connections of the pool to pages.
private final class LongReads: Sendable {
    private let queues = [0, 1].map { DispatchQueue(label: "yuanzhu.reading.\($0)", qos: .userInitiated) }
    private let turn = Atomic(0)

    /// The one whose turn it is.
    var next: DispatchQueue { queues[turn.add(1, ordering: .relaxed).oldValue & 1] }
}
