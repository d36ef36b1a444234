// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import SamplePeople
import StoreSQLite
import Synchronization
import Testing

@Suite("数据目录 data folder: one process writes, and a crash leaves nothing half")
struct LockTests {
    @Test func `a folder in use says who holds it and is free again when closed`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        let holder = ProcessInfo.processInfo.processIdentifier
        let held = StoreFailure.unavailable(
            "the store in \(shelf.data.path) is held by process \(holder)")
        await #expect(throws: held) { try await shelf.open() }
        try store.close()
        try await shelf.open().close()
    }

    @Test func `files of a store are its owner's alone`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        for suffix in ["", "-wal"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: shelf.database + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        try store.close()
    }

    @Test func `a closed store says so instead of hanging`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        try store.close()
        await #expect(throws: StoreFailure.self) {
            try await store.commit(Changes.entering(900, "吴新", in: Sample.shaling))
        }
        await #expect(throws: StoreFailure.self) { try await store.person(PersonID(1)) }
    }

    /// What a killed process leaves are its files as they stand; here they are taken away in the midst of a
    /// transaction that has already spilled into the log.
    @Test func `files taken away in the midst of an import hold nothing of it`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        let crash = shelf.folder.appending(path: "crash")
        try FileManager.default.createDirectory(at: crash, withIntermediateDirectories: true)
        let people = Interrupted(count: 9000, at: 8000) {
            for suffix in ["", "-wal"] {
                try? FileManager.default.copyItem(
                    atPath: shelf.database + suffix,
                    toPath: crash.appending(path: SQLiteStore.fileName + suffix).path)
            }
        }
        try await store.commitAll(people)
        try store.close()
        let left = try await shelf.open(named: "crash")
        #expect(try await left.person(PersonID(10_000)) == nil)
        #expect(try await left.person(Sample.wangXiulan.id)?.facts == Sample.wangXiulan.facts)
        #expect(try await left.verify() == [])
        try left.close()
        let whole = try await shelf.open()
        #expect(try await whole.person(PersonID(18_999)) != nil)
        #expect(try await whole.verify() == [])
        try whole.close()
    }
}

/// People entering one after the other, with something happening before one of them.
private struct Interrupted: Sequence, Sendable {
    let count: Int
    let at: Int
    let interruption: @Sendable () -> Void

    func makeIterator() -> AnyIterator<Change> {
        var number = 0
        return AnyIterator {
            guard number < count else { return nil }
            if number == at { interruption() }
            defer { number += 1 }
            return Changes.entering(10_000 + number, "吴\(number)", in: Sample.shaling)
        }
    }
}
