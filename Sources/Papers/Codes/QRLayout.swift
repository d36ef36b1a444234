// SPDX-License-Identifier: Apache-2.0

/// How a version of level M divides its codewords.
struct QRLayout {
    let version: Int
    /// Error correction codewords of each block.
    let correction: Int
    /// Data codewords of each block, the shorter ones first.
    let blocks: [Int]
    /// Centres of the alignment patterns, in both directions.
    let centres: [Int]

    var side: Int { 17 + 4 * version }
    private var room: Int { blocks.reduce(0, +) }
    private var lengthBits: Int { version < 10 ? 8 : 16 }

    /// Bytes of text that fit.
    var capacity: Int { (room * 8 - 4 - lengthBits) / 8 }

    static let all = [
        QRLayout(version: 1, correction: 10, blocks: [16], centres: []),
        QRLayout(version: 2, correction: 16, blocks: [28], centres: [6, 18]),
        QRLayout(version: 3, correction: 26, blocks: [44], centres: [6, 22]),
        QRLayout(version: 4, correction: 18, blocks: [32, 32], centres: [6, 26]),
        QRLayout(version: 5, correction: 24, blocks: [43, 43], centres: [6, 30]),
        QRLayout(version: 6, correction: 16, blocks: [27, 27, 27, 27], centres: [6, 34]),
        QRLayout(version: 7, correction: 18, blocks: [31, 31, 31, 31], centres: [6, 22, 38]),
        QRLayout(version: 8, correction: 22, blocks: [38, 38, 39, 39], centres: [6, 24, 42]),
        QRLayout(version: 9, correction: 22, blocks: [36, 36, 36, 37, 37], centres: [6, 26, 46]),
        QRLayout(version: 10, correction: 26, blocks: [43, 43, 43, 43, 44], centres: [6, 28, 50]),
    ]

    /// Data and correction of a text, interleaved as they stand in the code.
    func codewords(for bytes: [UInt8]) -> [UInt8] {
        let data = filled(bytes)
        var parts: [[UInt8]] = []
        var start = 0
        for length in blocks {
            parts.append(Array(data[start..<start + length]))
            start += length
        }
        let checks = parts.map { QRField.remainder(of: $0, count: correction) }
        return Self.interleaved(parts) + Self.interleaved(checks)
    }

    /// Mode, length, text, end mark and padding.
    private func filled(_ bytes: [UInt8]) -> [UInt8] {
        var nibbles: [UInt8] = [4]
        for shift in stride(from: lengthBits - 4, through: 0, by: -4) {
            nibbles.append(UInt8(bytes.count >> shift & 15))
        }
        nibbles += bytes.flatMap { [$0 >> 4, $0 & 15] } + [0]
        // A header of whole nibbles makes the end mark close a byte, or leaves no room for it.
        if nibbles.count % 2 == 1 { nibbles.append(0) }
        var codewords = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        codewords = Array(codewords.prefix(room))
        var pad: UInt8 = 0xEC
        while codewords.count < room {
            codewords.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return codewords
    }

    private static func interleaved(_ parts: [[UInt8]]) -> [UInt8] {
        let longest = parts.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in parts.compactMap { place < $0.count ? $0[place] : nil } }
    }
}

/// Reckoning in GF(256) with the polynomial 0x11D.
enum QRField {
    /// The Reed-Solomon check of a block.
    static func remainder(of data: [UInt8], count: Int) -> [UInt8] {
        let divisor = generator(count)
        var rest = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for (place, coefficient) in divisor.enumerated() {
                rest[place] ^= product(coefficient, factor)
            }
        }
        return rest
    }

    /// (x-1)(x-2)(x-4)..., without its leading one.
    private static func generator(_ count: Int) -> [UInt8] {
        var terms = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for place in terms.indices {
                terms[place] = product(terms[place], root)
                if place + 1 < count { terms[place] ^= terms[place + 1] }
            }
            root = product(root, 2)
        }
        return terms
    }

    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var sum = 0
        for bit in stride(from: 7, through: 0, by: -1) {
            sum = sum << 1 ^ (sum >> 7) * 0x11D
            sum ^= Int(right >> UInt8(bit) & 1) * Int(left)
        }
        return UInt8(sum)
    }
}
