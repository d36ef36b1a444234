// SPDX-License-Identifier: Apache-2.0
import Desk
import Foundation
import GRDB
import Seals
import StoreSQL

extension SQLiteStore {
    /// The folder beside the database in which uploaded files lie.
    public static let attachmentsName = "attachments"

    /// Copies one state of the store into a new folder while others go on reading and writing.
    ///
    /// The database comes first and then the attachments, which are written before the acts that name them and
    /// never changed: whatever the copy of the database names is there. The key file is never copied; without it
    /// nobody reads a copy, so it has to be kept elsewhere.
    ///
    /// - Throws: ``StoreFailure/unavailable(_:)`` when something stands at the target or the disk refuses.
    public func backUp(to target: URL) async throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: target.path) else {
            throw StoreFailure.unavailable("\(target.path) exists already")
        }
        let part = target.deletingLastPathComponent()
            .appending(path: ".\(target.lastPathComponent)-\(UUID().uuidString)")
        defer { try? files.removeItem(at: part) }
        do {
            try files.createDirectory(
                at: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try copyDatabase(to: part.appending(path: Self.fileName))
            try Self.copyAttachments(from: folder, to: part)
            try files.moveItem(at: part, to: target)
        } catch { throw StoreFailure.naming(file: error) }
    }

    private func copyDatabase(to file: URL) throws {
        try Self.makePrivate(file.path)
        let copy = try DatabaseQueue(path: file.path)
        try pool.backup(to: copy)
        // One file that any program opens, without a log beside it; SQLite makes it durable when it closes.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
    }

    private static func copyAttachments(from folder: URL, to other: URL) throws {
        let source = folder.appending(path: attachmentsName)
        guard FileManager.default.fileExists(atPath: source.path) else { return }
        try FileManager.default.copyItem(at: source, to: other.appending(path: attachmentsName))
    }

    /// Puts a backup into an empty or new folder and verifies what is there afterwards.
    ///
    /// Nobody stays signed in: who was when the backup was made may have been locked out since.
    ///
    /// - Returns: what is wrong with the restored store; empty when it is sound.
    /// - Throws: ``StoreFailure`` when the target holds something, the source is no backup or the keys do not fit.
    public static func restore(
        from source: URL, to folder: URL, keys: KeyFile, names: @escaping NameReader
    ) async throws -> [IntegrityFault] {
        let files = FileManager.default
        guard files.fileExists(atPath: source.appending(path: fileName).path) else {
            throw StoreFailure.unavailable("\(source.path) is no backup")
        }
        let present = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        guard present.isEmpty else { throw StoreFailure.unavailable("\(folder.path) is not empty") }
        do {
            try files.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try files.copyItem(
                at: source.appending(path: fileName), to: folder.appending(path: fileName))
            try copyAttachments(from: source, to: folder)
        } catch { throw StoreFailure.naming(file: error) }
        let store = try await open(folder: folder, keys: keys, names: names)
        let faults = try await store.verify()
        try await store.queue.write { try $0.endAllSessions() }
        try store.close()
        return faults
    }
}

extension StoreFailure {
    /// What a fault of the file system or the database is to the rest of the program.
    static func naming(file error: any Error) -> any Error {
        if error is DatabaseError || error is StoreFailure { return naming(error) }
        return StoreFailure.unavailable(error.localizedDescription)
    }
}
