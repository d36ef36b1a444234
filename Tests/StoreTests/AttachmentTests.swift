// SPDX-License-Identifier: Apache-2.0

import Desk
import Foundation
import StoreSQL
import StoreSQLite
import Testing

@Suite("Scans beside the database")
struct AttachmentTests {
    @Test func `a scan is sealed on the disk, found by its digest, and a changed file does not open`()
        async throws
    {
        let shelf = try Shelf()
        let store = try await shelf.open()
        let content = Array("%PDF-1.7 王秀兰".utf8)
        let digest = try await store.keep(attachment: content)
        #expect(digest.count == 64)
        #expect(try await store.keep(attachment: content) == digest)
        #expect(try await store.attachment(digest) == content)
        #expect(try await store.attachment(String(repeating: "0", count: 64)) == nil)
        #expect(try await store.attachment("../../yuanzhu.db") == nil)
        let file = store.folder.appending(path: SQLiteStore.attachmentsName)
            .appending(path: String(digest.prefix(2))).appending(path: digest)
        var bytes = try Data(contentsOf: file)
        #expect(!bytes.contains(Data("王秀兰".utf8)))
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: file)
        await #expect(throws: StoreFailure.self) { _ = try await store.attachment(digest) }
        try store.close()
    }
}
