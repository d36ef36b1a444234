// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Desk
import Foundation
import Seals
import StoreSQLite

/// Where the store lies.
struct StoreOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "存放数据的文件夹；不写时用环境变量YUANZHU_DATA，再用当前文件夹下的data。")
    var path: String?
    @Option(help: "PostgreSQL的地址；本版本只能用数据文件夹。")
    var database: String?

    func validate() throws {
        if database != nil { throw ValidationError("本版本还不能用--database，请用--data写明数据文件夹。") }
    }

    var folder: DataFolder { DataFolder(path) }

    /// Whether a folder was named, by option or environment, rather than taken to be the usual one.
    var isNamed: Bool {
        path != nil || ProcessInfo.processInfo.environment["YUANZHU_DATA"].map { !$0.isEmpty } ?? false
    }

    /// Whether the folder holds a store already.
    var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.url.appending(path: SQLiteStore.fileName).path)
    }

    /// Opens the store, making it where there is none, for this process alone.
    ///
    /// - Throws: a complaint when another process holds it; ``StoreFailure``, `SealFailure`.
    func open() async throws -> SQLiteStore {
        do {
            return try await folder.store(keys: folder.keys())
        } catch StoreFailure.unavailable(let cause) where cause.contains("held by process") {
            let holder = cause.split(separator: " ").last.map(String.init) ?? ""
            throw Complaint("\(folder.url.path)正由进程\(holder)使用（通常是正在运行的服务）。请先停止它，或在页面上办理。")
        }
    }

    /// Opens a store that must be there.
    func openExisting() async throws -> SQLiteStore {
        guard isThere else { throw Complaint("\(folder.url.path)里没有数据，请核对--data。") }
        return try await open()
    }
}
