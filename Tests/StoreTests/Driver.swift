// SPDX-License-Identifier: Apache-2.0
import Desk
import Foundation
import SamplePeople
import Seals
import StoreMemory
import StoreSQLite

/// Every driver answers the contract the same way.
enum Driver: String, CaseIterable, Sendable {
    case memory, sqlite

    /// An empty store.
    func open() async throws -> any Store {
        switch self {
        case .memory: MemoryStore(names: Sample.names)
        case .sqlite: try await Shelf().open()
        }
    }

    /// A store that holds the cast.
    func filled() async throws -> any Store {
        let store = try await open()
        try await Sample.fill(store)
        return store
    }
}

/// A folder of its own for a SQLite store, thrown away with the process's temporary files.
struct Shelf {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    var data: URL { folder.appending(path: "data") }
    var database: String { data.appending(path: SQLiteStore.fileName).path }
    var keyPath: String { folder.appending(path: "keys").path }

    func open(named name: String = "data") async throws -> SQLiteStore {
        try await SQLiteStore.open(
            folder: folder.appending(path: name), keys: .open(orCreate: keyPath), names: Sample.names)
    }
}
