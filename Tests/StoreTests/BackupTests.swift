// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import SamplePeople
import Seals
import StoreSQLite
import Testing

@Suite("备份与恢复 backup: while others write, and never with the keys")
struct BackupTests {
    private func people(_ store: any Store) async throws -> Int {
        try await walk { try await store.find(PersonQuery(scope: .district), after: $0, limit: 200) }.count
    }

    @Test func `a backup made while others write is one sound state`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        async let writing: Void = {
            for number in 0..<200 {
                _ = try await store.commit(Changes.entering(3000 + number, "吴新", in: Sample.shaling))
            }
        }()
        let target = shelf.folder.appending(path: "backup")
        try await store.backUp(to: target)
        try await writing
        let keys = try KeyFile.open(shelf.keyPath)
        let restored = shelf.folder.appending(path: "restored")
        #expect(
            try await SQLiteStore.restore(from: target, to: restored, keys: keys, names: Sample.names) == [])
        let copy = try await shelf.open(named: "restored")
        let count = try await people(copy)
        #expect((Sample.cast.count...Sample.cast.count + 200).contains(count))
        #expect(try await copy.person(Sample.liJianguo.id)?.facts == Sample.liJianguo.facts)
        try store.close()
        try copy.close()
    }

    @Test func `a backup brings attachments and no key, and overwrites nothing`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        let attachments = store.folder.appending(path: SQLiteStore.attachmentsName)
        try FileManager.default.createDirectory(at: attachments, withIntermediateDirectories: true)
        try Foundation.Data("证明".utf8).write(to: attachments.appending(path: "1.txt"))
        let target = shelf.folder.appending(path: "backup")
        try await store.backUp(to: target)
        let held = try FileManager.default.subpathsOfDirectory(atPath: target.path).sorted()
        #expect(held == ["attachments", "attachments/1.txt", "yuanzhu.db"])
        let file = try Foundation.Data(contentsOf: target.appending(path: SQLiteStore.fileName))
        let keys = try String(contentsOfFile: shelf.keyPath, encoding: .utf8)
        for line in keys.split(separator: "\n").dropFirst() {
            let key = try #require(line.split(separator: " ").last)
            #expect(file.range(of: Foundation.Data(key.utf8)) == nil)
        }
        await #expect(throws: StoreFailure.self) { try await store.backUp(to: target) }
        try store.close()
    }

    @Test func `a restore needs an empty folder`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        let target = shelf.folder.appending(path: "backup")
        try await store.backUp(to: target)
        try store.close()
        let keys = try KeyFile.open(shelf.keyPath)
        await #expect(throws: StoreFailure.unavailable("\(shelf.data.path) is not empty")) {
            try await SQLiteStore.restore(from: target, to: shelf.data, keys: keys, names: Sample.names)
        }
    }

    @Test func `without its own key file a store opens for nobody`() async throws {
        let shelf = try Shelf()
        try await shelf.open().close()
        let other = try KeyFile.open(orCreate: shelf.folder.appending(path: "other").path)
        await #expect(throws: StoreFailure.damaged("the key file does not belong to this store")) {
            try await SQLiteStore.open(folder: shelf.data, keys: other, names: Sample.names)
        }
    }

    @Test func `after a restore nobody is signed in`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        try await store.save(
            Session(digest: "a", account: Sample.aide.id, began: Changes.now, lastSeen: Changes.now, seed: "")
        )
        let target = shelf.folder.appending(path: "backup")
        try await store.backUp(to: target)
        try store.close()
        let keys = try KeyFile.open(shelf.keyPath)
        let restored = shelf.folder.appending(path: "restored")
        _ = try await SQLiteStore.restore(from: target, to: restored, keys: keys, names: Sample.names)
        let copy = try await shelf.open(named: "restored")
        #expect(try await copy.session("a") == nil)
        try copy.close()
    }
}
