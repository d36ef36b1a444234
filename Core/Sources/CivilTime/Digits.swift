// SPDX-License-Identifier: Apache-2.0

/// Decimal digits in ASCII bytes, read strictly and written with leading zeros.
enum Digits {
    static let dash = UInt8(ascii: "-")

    /// The number that these bytes write, or `nil` if one of them is no digit or there is none.
    static func read(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var number = 0
        for byte in bytes {
            guard byte >= 48, byte <= 57 else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }

    /// Writes the last `width` digits of a number that is not negative.
    static func write(_ number: Int, width: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = number
        for place in stride(from: start + width - 1, through: start, by: -1) {
            bytes[place] = 48 + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// A number that is not negative with leading zeros to `width`.
    static func text(_ number: Int, width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
