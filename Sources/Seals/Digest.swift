// SPDX-License-Identifier: Apache-2.0

import CCrypto
import Glibc

/// SHA-256, at once or piece by piece.
///
///     var digest = try SHA256()
///     digest.update(first)
///     digest.update(second)
///     let value = digest.finish()
public struct SHA256: ~Copyable {
    /// The length of a digest in bytes.
    public static let length = 32

    private let context: OpaquePointer

    /// Starts a digest over no bytes yet.
    public init() throws(SealFailure) {
        guard let context = EVP_MD_CTX_new() else { throw .libraryRefused(call: "EVP_MD_CTX_new") }
        guard EVP_DigestInit_ex(context, Algorithms.sha256, nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw .libraryRefused(call: "EVP_DigestInit_ex")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let done = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(done == 1, "SHA-256 takes any bytes once it has begun")
    }

    /// Adds bytes.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of all bytes added; ends the use of this value.
    public consuming func finish() -> [UInt8] {
        var value = [UInt8](repeating: 0, count: Self.length)
        let done = EVP_DigestFinal_ex(context, &value, nil)
        precondition(done == 1, "SHA-256 ends once, since this value is used up")
        return value
    }

    /// The digest of some bytes.
    public static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var value = [UInt8](repeating: 0, count: length)
        let done = EVP_Digest(bytes.baseAddress, bytes.count, &value, nil, Algorithms.sha256, nil)
        precondition(done == 1, "SHA-256 is in every build of the library")
        return value
    }

    /// The digest of some bytes.
    public static func digest(of bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { digest(of: $0) }
    }

    /// The digest of a file, read in pieces so that its size does not matter.
    public static func digest(ofFileAt path: String) throws(SealFailure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .fileUnreadable(path: path, code: errno) }
        defer { close(file) }
        var digest = try SHA256()
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .fileUnreadable(path: path, code: errno) }
            guard count > 0 else { return digest.finish() }
            piece.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}

/// The chain of digests that binds each row of a journal to all rows before it.
///
/// A link is SHA-256 over the former link and the row's bytes, so that any tool can walk the chain.
public enum Chain {
    /// What stands before the first link.
    public static let origin = [UInt8](repeating: 0, count: SHA256.length)

    /// The link after `previous`, which is 32 bytes long.
    public static func next(previous: [UInt8], content: [UInt8]) -> [UInt8] {
        precondition(previous.count == SHA256.length, "a link of the chain has 32 bytes")
        return SHA256.digest(of: previous + content)
    }
}

/// The library's algorithms, looked up once: a look-up costs more than a short digest.
enum Algorithms {
    // Shared read-only by the library itself; never freed.
    nonisolated(unsafe) static let sha256: OpaquePointer? = EVP_MD_fetch(nil, "SHA256", nil)
    nonisolated(unsafe) static let aes256GCM: OpaquePointer? = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
}
