// SPDX-License-Identifier: Apache-2.0

import Foundation
import Seals

/// A folder of one test, gone when the test lets go of it.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "seals-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// Keys that are the same in every run: sealing keys 1 and 2, all bytes of each key alike.
    func knownKeys(sealing count: Int = 2) throws -> KeyFile {
        let path = path("known-\(count).keys")
        let sealing = (1...count).map { "sealing \($0) " + Self.key(UInt8($0)) }
        try write(
            ["yuanzhu-keys 1"] + sealing + ["blind-index " + Self.key(0xb1), "token " + Self.key(0x70)], path)
        return try KeyFile.open(path)
    }

    func write(_ lines: [String], _ path: String, mode: Int = 0o600) throws {
        let content = Data(lines.map { $0 + "\n" }.joined().utf8)
        _ = FileManager.default.createFile(
            atPath: path, contents: content, attributes: [.posixPermissions: mode])
    }

    static func key(_ byte: UInt8) -> String { hex([UInt8](repeating: byte, count: 32)) }
}

func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
}
