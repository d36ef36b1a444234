// SPDX-License-Identifier: Apache-2.0

/// Random bytes written for people and for addresses.
enum RandomText {
    /// Base64 for addresses and file names (RFC 4648 section 5), without padding.
    static func urlSafe(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0...group.count {
                text.append(alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(_ count: Int) throws(SealFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let failure = bytes.withUnsafeMutableBytes { buffer -> SealFailure? in
            do throws(SealFailure) { try fillRandomly(buffer) } catch { return error }
            return nil
        }
        if let failure { throw failure }
        return bytes
    }

    static func token(bytes count: Int) throws(SealFailure) -> String { urlSafe(try bytes(count)) }

    /// `count` letters of `alphabet`, each equally likely.
    static func letters(_ count: Int, of alphabet: [UInt8]) throws(SealFailure) -> [UInt8] {
        // Bytes beyond the last whole multiple would favour the first letters.
        let limit = 256 / alphabet.count * alphabet.count
        var letters: [UInt8] = []
        while letters.count < count {
            for byte in try bytes(2 * count) where byte < limit && letters.count < count {
                letters.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return letters
    }
}
