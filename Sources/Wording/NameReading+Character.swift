// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The readings of one character in a name, the likeliest first, with ü where it is spoken.
struct CharacterReading: Hashable, Sendable {
    let initials: [String]
    let full: [String]

    init(_ readings: [String]) {
        var full: [String] = []
        for reading in readings where !full.contains(reading) { full.append(reading) }
        self.full = full
        initials = full.map { String($0.prefix(1)) }.reduce(into: []) { letters, letter in
            if !letters.contains(letter) { letters.append(letter) }
        }
    }

    /// The readings of a surname's characters.
    static func ofSurname(_ written: String) -> [CharacterReading] {
        // Only the simplified characters are known as surnames.
        let surname = written.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? written
        let characters = surname.unicodeScalars.map(String.init)
        if let known = NameExceptions.surnames[surname] { return [CharacterReading(known)] }
        let read = syllables(of: surname, by: names, count: characters.count) ?? characters
        return zip(read, characters).map { reading, character in
            // In a double surname there is no doubt, hence no second reading.
            CharacterReading(
                characters.count == 1 ? [reading] + everyday(character, unlike: reading) : [reading])
        }
    }

    /// The readings of a character in a given name.
    static func ofGiven(_ scalar: Unicode.Scalar) -> CharacterReading {
        let character = String(scalar)
        // Behind a surname, since the transform reads the head of a text as one.
        let read = syllables(of: "王" + character, by: names, count: 2)?.last ?? character
        let others = NameExceptions.given[scalar] ?? []
        return CharacterReading([read] + everyday(character, unlike: read) + others)
    }

    /// Small letters without tones; ü behind l or n becomes v, as it is typed.
    static func withoutTones(_ text: String) -> String {
        let halfWidth = text.precomposedStringWithCompatibilityMapping
        var plain: [Unicode.Scalar] = []
        for scalar in halfWidth.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar == "\u{308}", plain.suffix(2) == ["l", "u"] || plain.suffix(2) == ["n", "u"] {
                plain[plain.count - 1] = "v"
            } else if scalar.properties.generalCategory != .nonspacingMark {
                plain.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(plain))
    }

    private static let names = StringTransform("Han-Latin/Names")

    /// The everyday reading, where it begins with another letter, so that a clerk may look for it there.
    private static func everyday(_ character: String, unlike reading: String) -> [String] {
        let everyday = syllables(of: character, by: .mandarinToLatin, count: 1) ?? []
        return everyday.filter { $0.first != reading.first }
    }

    /// The syllables of a text, or nil where it holds a character that the transform does not know.
    private static func syllables(of text: String, by transform: StringTransform, count: Int) -> [String]? {
        guard let latin = text.applyingTransform(transform, reverse: false) else { return nil }
        let syllables = withoutTones(latin).split(separator: " ").map(String.init)
        let isWhole = syllables.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7a).contains($0) } }
        guard isWhole, syllables.count == count else { return nil }
        return syllables.map { $0.replacing("v", with: "ü") }
    }

    /// The ways in which a whole reading is typed, each the same all through: lü is typed lv on most keyboards,
    /// stands as lu where the dots are lost, and as LYU in passports.
    static func spellings(_ reading: String) -> [String] {
        // Asked of every name, hence of bytes: ü is C3 BC.
        guard reading.utf8.contains(0xC3) else { return [reading] }
        return ["v", "u", "yu"].map { reading.replacing("ü", with: $0) }
    }
}
