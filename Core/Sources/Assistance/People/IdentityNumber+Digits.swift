// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The arithmetic of the number's characters, all in ASCII bytes.
enum IdentityDigits {
    /// The powers of two modulo 11 from the first place on.
    static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    /// The check character for each remainder.
    static let checks = Array("10X98765432".utf8)
    /// Nobody born before this year has ever been given a number; the first ones were given in 1984.
    static let earliestBirthYear = 1800

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// The number that these digits write; `nil` if one of them is none. At most 18 digits.
    static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + UInt64($1 - 48) }
    }

    /// The first 17 digits of a number.
    static func digits(_ body: UInt64) -> [UInt8] {
        var rest = body
        var digits = [UInt8](repeating: 48, count: 17)
        for place in digits.indices.reversed() {
            digits[place] = 48 + UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }

    /// The check character over 17 digits (ISO 7064, MOD 11-2).
    static func check(_ digits: ArraySlice<UInt8>) -> UInt8 {
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return checks[sum % 11]
    }

    /// The birth date in places 7 to 14; `nil` if there is no such day.
    static func birth(_ bytes: ArraySlice<UInt8>) -> Day? {
        let start = bytes.startIndex
        guard let year = number(bytes[start + 6..<start + 10]), year >= earliestBirthYear,
            let month = number(bytes[start + 10..<start + 12]),
            let day = number(bytes[start + 12..<start + 14])
        else { return nil }
        return Day(year: Int(year), month: Int(month), day: Int(day))
    }
}
