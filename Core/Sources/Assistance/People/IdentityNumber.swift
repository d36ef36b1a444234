// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// 公民身份号码: a resident identity number that is right in itself (GB 11643-1999).
///
/// Six digits of region, eight of birth, three of sequence (odd for men) and a check character. Only the
/// first 17 digits are kept: the check character follows from them, so that a number with a wrong one
/// cannot be written. The region is where the number was first given, never where the person lives.
/// Printing a number in any way but ``full`` gives the masked form.
public struct IdentityNumber: Hashable, Sendable {
    /// The first 17 digits as one number.
    private let body: UInt64

    /// The number with these first 17 digits; `nil` unless they hold a birth date that exists.
    init?(body digits: ArraySlice<UInt8>) {
        guard digits.count == 17, let body = IdentityDigits.number(digits),
            IdentityDigits.birth(digits) != nil
        else { return nil }
        self.body = body
    }

    /// All 18 characters. Personal: never for logs, nor for a page without a stated purpose.
    public var full: String { String(decoding: bytes, as: Unicode.ASCII.self) }

    /// 出生日期.
    public var birth: Day {
        guard let birth = IdentityDigits.birth(bytes[...]) else {
            preconditionFailure("an identity number holds a birth date that exists")
        }
        return birth
    }

    /// 性别: the last digit of the sequence, odd for men.
    public var sex: Sex { body.isMultiple(of: 2) ? .female : .male }

    /// The six digits of the region that first gave the number.
    public var region: RegionCode { RegionCode(digits: Int(body / 100_000_000_000)) }

    /// Region and last four characters, `110222********0013`.
    public var masked: String { region.text + "********" + lastFour }

    /// The last four characters, by which counters ask.
    public var lastFour: String { String(decoding: bytes.suffix(4), as: Unicode.ASCII.self) }

    /// The 18 ASCII characters.
    public var bytes: [UInt8] {
        let digits = IdentityDigits.digits(body)
        return digits + [IdentityDigits.check(digits[...])]
    }
}

extension IdentityNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The same as ``masked``: an interpolated number gives nobody away.
    public var description: String { masked }
    /// The same as ``masked``.
    public var debugDescription: String { masked }
    /// Shows a dump the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension IdentityNumber: Codable {
    /// Reads a single value of 18 characters.
    ///
    /// - Throws: `DecodingError`, which does not repeat the text, when it is no right number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bytes = Array(try container.decode(String.self).utf8)
        guard bytes.count == 18, let number = IdentityNumber(body: bytes.prefix(17)),
            number.bytes == bytes
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an identity number of 18 characters")
        }
        self = number
    }

    /// Writes a single value, the full number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(full)
    }
}
