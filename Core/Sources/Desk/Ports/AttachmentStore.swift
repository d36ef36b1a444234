// SPDX-License-Identifier: Apache-2.0

/// Scans and photos, kept once under the digest of their content.
public protocol AttachmentStore: Sendable {
    /// Keeps the content durably, before any act names it; the same content is kept once.
    ///
    /// - Returns: the digest, SHA-256 in hex where the store lies on a disk.
    func keep(attachment content: [UInt8]) async throws -> String
    /// The content; `nil` when there is none of the digest.
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` when it is no longer what was kept.
    func attachment(_ digest: String) async throws -> [UInt8]?
}
