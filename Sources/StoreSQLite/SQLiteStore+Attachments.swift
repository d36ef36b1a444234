// SPDX-License-Identifier: Apache-2.0
import Desk
import Foundation
import Seals
import StoreSQL

/// Scans lie in files beside the database, sealed, named by the SHA-256 of what they hold.
extension SQLiteStore: AttachmentStore {
    public func keep(attachment content: [UInt8]) async throws -> String {
        let digest = SHA256.digest(of: content).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
        let file = place(of: digest)
        guard !FileManager.default.fileExists(atPath: file.path) else { return digest }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let sealed = try keys.seal(content, "attachment", digest)
            let part = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString)")
            try Self.makePrivate(part.path)
            let handle = try FileHandle(forWritingTo: part)
            try handle.write(contentsOf: Data(sealed))
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(at: part, to: file)
        } catch { throw StoreFailure.naming(file: error) }
        return digest
    }

    public func attachment(_ digest: String) async throws -> [UInt8]? {
        guard digest.count == 64, digest.allSatisfy(\.isHexDigit) else { return nil }
        let file = place(of: digest)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            return try keys.open([UInt8](try Data(contentsOf: file)), "attachment", digest)
        } catch let failure as StoreFailure { throw failure } catch { throw StoreFailure.naming(file: error) }
    }

    /// In folders by the first two digits, so that none grows too long to list.
    private func place(of digest: String) -> URL {
        folder.appending(path: Self.attachmentsName).appending(path: String(digest.prefix(2)))
            .appending(path: digest)
    }
}
