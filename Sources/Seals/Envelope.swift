// SPDX-License-Identifier: Apache-2.0

/// The algorithms a value may be sealed with. Raw values are stored: never change or reuse one.
///
/// The tag is there so that another can enter (SM4-GCM, say) while older values still open. AES-256-GCM is
/// the only one there is today.
public enum SealAlgorithm: UInt8, CaseIterable, Hashable, Sendable {
    /// AES-256-GCM with a random nonce of 12 bytes and a tag of 16.
    case aes256GCM = 1
}

/// The form of a sealed value: version 1, algorithm 1, key 2, nonce 12, sealed bytes, tag 16.
enum Envelope {
    static let version: UInt8 = 1
    static let headerLength = 4
    static let nonceLength = 12
    static let tagLength = 16
    static let overhead = headerLength + nonceLength + tagLength

    /// What stands open before the sealed bytes; bound to them, so that it cannot be changed either.
    struct Header: Hashable, Sendable {
        let algorithm: SealAlgorithm
        let key: UInt16

        init(algorithm: SealAlgorithm, key: UInt16) {
            self.algorithm = algorithm
            self.key = key
        }

        init(of sealed: [UInt8]) throws(SealFailure) {
            guard sealed.count >= overhead, sealed[0] == version else { throw .envelopeMalformed }
            guard let algorithm = SealAlgorithm(rawValue: sealed[1]) else {
                throw .algorithmUnknown(sealed[1])
            }
            self.algorithm = algorithm
            key = UInt16(sealed[2]) << 8 | UInt16(sealed[3])
        }

        var bytes: (UInt8, UInt8, UInt8, UInt8) {
            (version, algorithm.rawValue, UInt8(key >> 8), UInt8(key & 255))
        }

        /// The associated data: this header and the place, framed so that no two places give the same bytes.
        func bound(to place: SealedPlace) -> [UInt8] {
            var data: [UInt8] = []
            data.reserveCapacity(headerLength + 8 + place.column.utf8.count + place.row.utf8.count)
            withUnsafeBytes(of: bytes) { data.append(contentsOf: $0) }
            Framing.append(place.column, to: &data)
            Framing.append(place.row, to: &data)
            return data
        }
    }
}
