// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Foundation
import GRDB
import SamplePeople
import Seals
import StoreSQL
import StoreSQLite
import Testing

@Suite("库结构 schema: the committed dump is what the steps make, and old stores come along")
struct SchemaTests {
    /// The dump beside the steps; `YUANZHU_RECORD=1` writes it anew.
    @Test func `the dump is up to date`() async throws {
        let store = try await Shelf().open()
        let schema = try await store.schema()
        try store.close()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/StoreSQL/Schema/schema.sqlite.sql")
        if ProcessInfo.processInfo.environment["YUANZHU_RECORD"] == "1" {
            try schema.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == schema)
    }

    @Test func `steps are numbered one by one and named once`() {
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
        #expect(Set(Migration.all.map(\.name)).count == Migration.all.count)
    }

    @Test func `a store of a newer program is left alone`() async throws {
        let shelf = try Shelf()
        try await shelf.open().close()
        let next = Migration.newest + 1
        try shelf.alter(["INSERT INTO migration (number, name) VALUES (\(next), 'later')"])
        let refused = StoreFailure.damaged("the store has schema \(next), this program knows \(next - 1)")
        await #expect(throws: refused) { try await shelf.open() }
    }

    @Test func `commits are durable and readers do not wait`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        #expect(
            try await store.settings() == ["journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"])
        try store.close()
    }

    @Test(arguments: Dialect.allCases)
    func `every statement of the schema is written for the other database as well`(dialect: Dialect) {
        #expect(dialect.definition("id {id}, x {int}, y {blob}){strict}").contains("{") == false)
    }

    @Test func `placeholders are numbered where the database wants it`() {
        #expect(Dialect.postgres.statement("a = ? AND b = ?") == "a = $1 AND b = $2")
        #expect(Dialect.sqlite.statement("a = ? AND b = ?") == "a = ? AND b = ?")
    }

    @Test func `search terms are joined as the database wants it`() {
        let conditions: [TermCondition] = [.phrase(["n1", "n2"]), .prefix(["pwang", "iwang"]), .term("r1")]
        #expect(Dialect.sqlite.match(conditions) == "\"n1 n2\" AND (pwang* OR iwang*) AND r1")
        #expect(Dialect.postgres.match(conditions) == "(n1 <-> n2) & (pwang:* | iwang:*) & r1")
    }
}
