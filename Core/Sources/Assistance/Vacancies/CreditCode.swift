// SPDX-License-Identifier: Apache-2.0

/// 统一社会信用代码, 18 characters with its check character (GB 32100): only a right one exists.
public struct CreditCode: Hashable, Sendable {
    /// Upper case, without blanks.
    public let text: String

    /// Reads a code as people write it: full-width, lower case, blanks and hyphens between.
    ///
    /// - Throws: ``CreditCodeFault``.
    public init(_ written: String) throws(CreditCodeFault) {
        let plain = PlainText.narrow(written).uppercased().filter { $0 != "-" && !$0.isWhitespace }
        guard !plain.isEmpty else { throw .empty }
        guard plain.count == 18 else { throw .length(plain.count) }
        if let strange = plain.first(where: { Self.value(of: $0) == nil }) { throw .character(strange) }
        guard let last = plain.last, let expected = Self.check(of: plain.dropLast()) else { throw .empty }
        guard last == expected else { throw .check }
        text = plain
    }

    /// Digits and capitals but for I, O, S, V and Z, which are too like others.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    private static func value(of character: Character) -> Int? { alphabet.firstIndex(of: character) }

    /// The check character of the 17 before it: weights are the powers of 3 modulo 31.
    public static func check(of body: some StringProtocol) -> Character? {
        guard body.count == 17 else { return nil }
        var sum = 0
        var weight = 1
        for character in body {
            guard let value = value(of: character) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }
}

/// What is wrong with a text that should be a credit code.
public enum CreditCodeFault: Error, Hashable, Sendable {
    case empty
    /// So many characters, not 18.
    case length(Int)
    /// A character that belongs in no code.
    case character(Character)
    /// The last character does not follow from the others.
    case check
}

extension CreditCode: Codable {
    /// Reads a kept code.
    ///
    /// - Throws: `DecodingError` when it is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the code alone.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
