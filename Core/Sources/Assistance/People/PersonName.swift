// SPDX-License-Identifier: Apache-2.0

/// 姓名, as in the household register.
///
/// Any character of GB 18030 is legal; length is counted in characters as a reader counts them. The parts
/// of a name are parted by the middle dot U+00B7 and nothing else (notice of twelve ministries, 2016).
/// Printing a name in any way but ``full`` gives the masked form.
public struct PersonName: Hashable, Sendable {
    /// The whole name, normalised. Personal: never for logs.
    public let full: String

    /// The name that a text writes; `nil` only if nothing is written. Doubts are in ``findings``.
    public init?(_ text: String) {
        let name = Self.normalised(text)
        guard !name.isEmpty else { return nil }
        full = name
    }

    /// The length of a name that is accepted, in characters; one character is legal but asked about.
    public static let usualLength = 2...25

    /// The text with middle dots of all scripts made U+00B7, blanks at the ends and beside Han and dots
    /// taken out, other blanks made single spaces, and full-width letters made narrow.
    public static func normalised(_ text: String) -> String {
        var name: [Character] = []
        var gap = false
        for character in text.map(dotted) where !isInvisible(character) {
            if character.isWhitespace {
                gap = !name.isEmpty
            } else {
                if gap, let last = name.last, joinsWithSpace(last), joinsWithSpace(character) {
                    name.append(" ")
                }
                name.append(character)
                gap = false
            }
        }
        return String(name)
    }

    private static func dotted(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return character
        }
        return dots.contains(scalar) ? "\u{00B7}" : Character(PlainText.narrow(scalar))
    }

    /// • ・ ･ ． . ‧ ∙ ⋅ ⸱ · ﹒, which keyboards give instead of the middle dot.
    private static let dots: Set<Unicode.Scalar> = [
        "\u{2022}", "\u{30FB}", "\u{FF65}", "\u{FF0E}", ".", "\u{2027}", "\u{2219}", "\u{22C5}", "\u{2E31}",
        "\u{0387}", "\u{FE52}",
    ]

    private static func isInvisible(_ character: Character) -> Bool {
        !character.isWhitespace && character.unicodeScalars.allSatisfy(PlainText.isBlank)
    }

    /// Blanks are part of a name only between Latin words.
    private static func joinsWithSpace(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { $0.value < 0x0250 && $0 != "\u{00B7}" } ?? false
    }
}

extension PersonName: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The same as ``masked``.
    public var description: String { masked }
    /// The same as ``masked``.
    public var debugDescription: String { masked }
    /// Shows a dump the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension PersonName: Codable {
    /// Reads a single value, the whole name.
    ///
    /// - Throws: `DecodingError` when nothing is written.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = PersonName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an empty name")
        }
        self = name
    }

    /// Writes a single value, the whole name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(full)
    }
}
