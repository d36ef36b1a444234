// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// The identity number of a person as it is kept.
///
/// The household register itself holds wrong numbers. "So in the household register" keeps such a text
/// with its faults until a supervisor settles it; birth and sex are then those the person states.
public enum RecordedIdentity: Hashable, Sendable {
    /// A right number.
    case valid(IdentityNumber)
    /// 与户口簿一致: a wrong number as the register has it, normalised.
    case asRegistered(String)

    /// Reads a text that is to be kept whatever it is; `nil` only if nothing is written.
    public static func keeping(_ text: String, rules: IdentityRules = .standard) -> RecordedIdentity? {
        let written = IdentityNumber.normalised(text)
        guard !written.isEmpty else { return nil }
        switch IdentityNumber.read(written, rules: rules) {
        case .success(let number): return .valid(number)
        case .failure: return .asRegistered(written)
        }
    }

    /// The number if it is right.
    public var number: IdentityNumber? {
        switch self {
        case .valid(let number): number
        case .asRegistered: nil
        }
    }

    /// All characters as recorded. Personal: never for logs.
    public var full: String {
        switch self {
        case .valid(let number): number.full
        case .asRegistered(let text): text
        }
    }

    /// The text with its middle hidden; a short text is hidden whole but for the last two characters.
    public var masked: String {
        switch self {
        case .valid(let number): number.masked
        case .asRegistered(let text): Self.masked(text)
        }
    }

    /// The last four characters, by which counters ask.
    public var lastFour: String { String(full.suffix(4)) }

    /// 出生日期: of a wrong number the day in its places, if it has 18 characters and the day exists.
    public var birth: Day? {
        switch self {
        case .valid(let number): number.birth
        case .asRegistered(let text): Self.body(text).flatMap { IdentityDigits.birth($0) }
        }
    }

    /// 性别: of a wrong number what its place says, if it has 18 characters.
    public var sex: Sex? {
        switch self {
        case .valid(let number): number.sex
        case .asRegistered(let text): Self.body(text).flatMap(\.last).map { $0 % 2 == 0 ? .female : .male }
        }
    }

    /// The first 17 places of a text that has the shape of a number.
    private static func body(_ text: String) -> ArraySlice<UInt8>? {
        let bytes = Array(text.utf8)
        let body = bytes.prefix(17)
        return bytes.count == 18 && body.allSatisfy(IdentityDigits.isDigit) ? body : nil
    }

    /// What is wrong with a number kept as registered; empty for a right one.
    public func faults(rules: IdentityRules = .standard) -> [IdentityFault] {
        switch self {
        case .valid: []
        case .asRegistered(let text): IdentityNumber.faults(in: text, rules: rules)
        }
    }

    private static func masked(_ text: String) -> String {
        let shown = text.count >= 15 ? (6, 4) : (0, min(2, text.count / 2))
        let hidden = String(repeating: "*", count: text.count - shown.0 - shown.1)
        return text.prefix(shown.0) + hidden + text.suffix(shown.1)
    }
}

extension RecordedIdentity: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The same as ``masked``.
    public var description: String { masked }
    /// The same as ``masked``.
    public var debugDescription: String { masked }
    /// Shows a dump the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension RecordedIdentity: Codable {
    private enum Key: String, CodingKey { case asRegistered }

    /// Reads a right number as a text, a kept wrong one as `{"asRegistered": text}`.
    ///
    /// - Throws: `DecodingError` when the value is neither, or the text no right number.
    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            self = .asRegistered(try keyed.decode(String.self, forKey: .asRegistered))
        } else {
            self = .valid(try IdentityNumber(from: decoder))
        }
    }

    /// Writes what ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .valid(let number): try number.encode(to: encoder)
        case .asRegistered(let text):
            var keyed = encoder.container(keyedBy: Key.self)
            try keyed.encode(text, forKey: .asRegistered)
        }
    }
}
