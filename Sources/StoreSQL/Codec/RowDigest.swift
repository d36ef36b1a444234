// SPDX-License-Identifier: Apache-2.0
import Seals

/// The digest of a row of the journal or the audit, made off the writer's thread.
///
/// Every value is framed by its kind and length, so that no two rows give the same bytes; the link of the chain
/// is ``Seals/Chain/next(previous:content:)`` over the former link and this digest.
enum RowDigest {
    static func digest(_ values: [SQLValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.reduce(0) { $0 + $1.framedLength })
        for value in values { value.frame(into: &bytes) }
        return SHA256.digest(of: bytes)
    }
}

extension SQLValue {
    fileprivate var framedLength: Int {
        switch self {
        case .null: 1
        case .integer: 9
        case .text(let text): 9 + text.utf8.count
        case .blob(let blob): 9 + blob.count
        }
    }

    fileprivate func frame(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            Self.append(number, to: &bytes)
        case .text(let text):
            bytes.append(2)
            Self.append(text.utf8.count, to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            bytes.append(3)
            Self.append(blob.count, to: &bytes)
            bytes.append(contentsOf: blob)
        }
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }
}
