// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import SamplePeople
import StoreSQLite

extension Shelf {
    /// A shelf with the store that the program of the baseline left, and its keys.
    static func ofBaseline() throws -> Shelf {
        let shelf = try Shelf()
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures")
        try FileManager.default.createDirectory(at: shelf.data, withIntermediateDirectories: true)
        let keys = try Foundation.Data(contentsOf: fixtures.appending(path: "baseline.keys"))
        let isMade = FileManager.default.createFile(
            atPath: shelf.keyPath, contents: keys, attributes: [.posixPermissions: 0o600])
        guard isMade else { throw CocoaError(.fileWriteUnknown) }
        try shelf.alter([
            String(contentsOf: fixtures.appending(path: "baseline.sql"), encoding: .utf8)
        ])
        return shelf
    }

    /// The number that a question to the closed store's file is answered with.
    func number(_ question: String) throws -> Int? {
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        return try queue.read { try Int.fetchOne($0, sql: question) }
    }
}
