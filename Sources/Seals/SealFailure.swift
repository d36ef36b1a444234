// SPDX-License-Identifier: Apache-2.0

/// Why a seal, a key file or a password hash could not be used. Never holds a key, a token or a plain value.
public enum SealFailure: Error, Hashable, Sendable {
    /// The key file is not there and was not to be made.
    case keyFileMissing(path: String)
    /// The key file cannot be read, written or made; `code` is the system's error number.
    case keyFileUnusable(path: String, code: Int32)
    /// Others than the owner may read or change the key file; `mode` is its permission bits.
    case keyFileExposed(path: String, mode: UInt32)
    /// The key file is not in the form that we write; `line` counts from 1, 0 means the file as a whole.
    case keyFileMalformed(path: String, line: Int)
    /// A file to be digested cannot be read; `code` is the system's error number.
    case fileUnreadable(path: String, code: Int32)
    /// The sealed bytes are shorter than an envelope or of a version that we do not know.
    case envelopeMalformed
    /// The envelope names an algorithm that this version does not have.
    case algorithmUnknown(UInt8)
    /// The envelope names a key that the key file does not hold.
    case keyUnknown(UInt16)
    /// The value was changed, or belongs to another row or column.
    case notAuthentic
    /// The opened bytes are not text.
    case notText
    /// The system gives no random bytes.
    case noRandomness
    /// The library refused a call that cannot fail with sound arguments, usually for want of memory.
    case libraryRefused(call: String)
}
