// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Seals
import StoreSQLite
import Wording

/// `yuanzhu backup DIR`: one state of the store, in a new folder.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份数据到一个新文件夹。",
        discussion: "密钥文件不在备份里，请另行妥善保管：没有它，备份中的身份证号和电话谁也读不出。")

    @Argument(help: "备份文件夹，必须还不存在。")
    var target: String
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let target = URL(filePath: target, directoryHint: .isDirectory).standardizedFileURL
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw Complaint("\(target.path)已经存在，请换一个文件夹。")
        }
        let folder = store.folder
        let store = try await store.openExisting()
        defer { try? store.close() }
        try await store.backUp(to: target)
        try DemoStore(folder: folder).copyMark(to: target)
        Terminal.say("已备份到\(target.path)。密钥文件\(try folder.keys().path)不在其中，请另行保管。")
    }
}

/// `yuanzhu restore DIR`: puts a backup into a new data folder and verifies it.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "把备份恢复到一个空的数据文件夹，并核对。",
        discussion: "要用备份当时的密钥文件，它会一并放进新的数据文件夹。恢复后所有人要重新登录。")

    @Argument(help: "备份文件夹。")
    var source: String
    @Option(help: "备份当时的密钥文件。")
    var keys: String
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let source = URL(filePath: source, directoryHint: .isDirectory).standardizedFileURL
        guard FileManager.default.fileExists(atPath: source.appending(path: SQLiteStore.fileName).path)
        else { throw Complaint("\(source.path)不是备份文件夹。") }
        let folder = store.folder
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
        guard present.isEmpty else { throw Complaint("\(folder.url.path)不是空文件夹，恢复只能放进空文件夹。") }
        let faults = try await SQLiteStore.restore(
            from: source, to: folder.url, keys: KeyFile.open(keys), names: NameReading.keys)
        try folder.takeKeys(from: keys)
        try DemoStore(folder: DataFolder(source.path)).copyMark(to: folder.url)
        guard faults.isEmpty else { throw Complaint(faults.map(\.sentence)) }
        Terminal.say("已恢复到\(folder.url.path)，核对无误。")
    }
}

extension DataFolder {
    /// Puts a copy of the keys where the server looks for them, readable by their owner only.
    ///
    /// - Throws: a complaint when the folder cannot be written.
    func takeKeys(from path: String) throws {
        let files = FileManager.default
        let folder = url.appending(path: "keys")
        let file = folder.appending(path: "yuanzhu.keys").path
        do {
            try files.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try files.copyItem(atPath: path, toPath: file)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        } catch { throw Complaint("\(file): 密钥文件放不进去，请检查权限和磁盘空间。") }
    }
}

extension DemoStore {
    /// Known logins stay known in a copy: the copy is marked as its original.
    func copyMark(to other: URL) throws {
        guard isMarked else { return }
        do {
            try FileManager.default.copyItem(
                at: folder.url.appending(path: "DEMO"), to: other.appending(path: "DEMO"))
        } catch { throw Complaint("\(other.path): 演示标记写不进去，请检查权限。") }
    }
}
