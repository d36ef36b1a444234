// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Foundation
import Seals
import StoreSQL
import StoreSQLite
import Wording

/// `--data DIR`: where the store lies, with its keys beside the database and never in it.
struct DataFolder {
    let url: URL

    /// - Parameter path: else `YUANZHU_DATA`, else `data` in the working folder.
    init(_ path: String?) {
        let named = ProcessInfo.processInfo.environment["YUANZHU_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        url = URL(filePath: path ?? named ?? "data", directoryHint: .isDirectory)
    }

    /// The keys, made at the first start.
    func keys() throws -> KeyFile {
        let folder = url.appending(path: "keys")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Complaint("\(folder.path): 建不了文件夹，请检查权限。")
        }
        return try KeyFile.open(orCreate: folder.appending(path: "yuanzhu.keys").path)
    }

    /// The store, for this process alone.
    func store(keys: KeyFile) async throws -> SQLiteStore {
        try await SQLiteStore.open(folder: url, keys: keys, names: NameReading.keys)
    }
}

extension NameReading {
    /// Pinyin for stores, in which lists stand and names are found.
    @Sendable static func keys(of name: String) -> NameKeys {
        let reading = NameReading(of: name)
        return NameKeys(
            order: reading.full.first ?? name, initials: reading.initials, full: reading.full)
    }
}
