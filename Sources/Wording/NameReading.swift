// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// 姓名拼音: what a clerk may type on a plain keyboard to find a person's name.
///
/// Surnames are read as surnames are (单 shan, 仇 qiu, 尉迟 yu chi). Where a character has several readings, each
/// that a clerk may think of first is given, at most ``mostVariants`` in all. A character that nobody can
/// read stands for itself. ü is given as `v`, `u` and `yu`.
public struct NameReading: Hashable, Sendable {
    /// The first letters, the likeliest reading first: 王秀兰 gives `wxl`. Store them, and compare by prefix.
    public let initials: [String]
    /// The whole readings without tones or spaces, the likeliest first: `wangxiulan`.
    public let full: [String]

    /// The most readings given for one name.
    public static let mostVariants = 4

    /// Reads a name. A name of parts, like 古丽米热·艾比布力, is also found by each part.
    public init(of name: String) {
        let parts = NameParts(of: name).parts
        let read = Self.cache.withLock { cache in parts.map { part in cache.readings(of: part) } }
        initials = Self.keys(read.map { $0.map(\.initials) })
        let readings = Self.keys(read.map { $0.map(\.full) })
        full = Array(readings.flatMap(CharacterReading.spellings).prefix(Self.mostVariants))
    }

    /// What a clerk typed, in the form of the keys: `Wáng Xiù'lán` gives `wangxiulan`, `lü` gives `lv`.
    public static func searchKey(_ typed: String) -> String {
        CharacterReading.withoutTones(typed.lowercased()).filter { $0.isLetter || $0.isNumber }
    }

    // Never more than the Han characters there are, and the surnames in the table.
    private static let cache = Mutex(ReadingCache())

    /// The whole name first, then its later parts, then the whole name in its other readings.
    private static func keys(_ parts: [[[String]]]) -> [String] {
        let whole = variants(parts.flatMap { $0 })
        guard parts.count > 1 else { return whole }
        let laterParts = parts.dropFirst().compactMap { variants($0).first }
        return Array(distinct(whole.prefix(1) + laterParts + whole.dropFirst()).prefix(mostVariants))
    }

    private static func variants(_ readings: [[String]]) -> [String] {
        var variants = [""]
        for choices in readings {
            if choices.count == 1 {
                for place in variants.indices { variants[place] += choices[0] }
            } else {
                let longer = choices.flatMap { choice in variants.map { $0 + choice } }
                variants = Array(distinct(longer).prefix(mostVariants))
            }
        }
        return variants.filter { !$0.isEmpty }
    }

    private static func distinct(_ texts: some Sequence<String>) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

/// A name taken apart: parts between middle dots, each of them Han characters and words in other scripts.
private struct NameParts {
    enum Piece: Hashable {
        case surname(String)
        case han(Unicode.Scalar)
        case word(String)
    }

    private(set) var parts: [[Piece]] = [[]]
    private var word = ""

    init(of name: String) {
        for scalar in name.unicodeScalars { take(scalar) }
        endWord()
        parts.removeAll(where: \.isEmpty)
        // The head of a name of parts is a given name, whatever its first character.
        if parts.count == 1 { parts[0] = Self.withSurname(parts[0]) }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        // The range first: nearly all names stand in it, and properties are slow to look up.
        if (0x4E00...0x9FFF).contains(scalar.value) || scalar.properties.isIdeographic {
            endWord()
            parts[parts.count - 1].append(.han(scalar))
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            word.unicodeScalars.append(scalar)
        } else if Self.middleDots.contains(scalar) {
            endWord()
            parts.append([])
        } else if !Self.isInvisible(scalar) {
            endWord()
        }
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        parts[parts.count - 1].append(.word(word))
        word = ""
    }

    private static func withSurname(_ pieces: [Piece]) -> [Piece] {
        guard case .han(let first)? = pieces.first else { return pieces }
        if pieces.count > 1, case .han(let second) = pieces[1] {
            let two = String(first) + String(second)
            if NameExceptions.doubleSurnames.contains(two) { return [.surname(two)] + pieces.dropFirst(2) }
        }
        return [.surname(String(first))] + pieces.dropFirst()
    }

    /// The dot between parts, and what keyboards and older systems write for it.
    private static let middleDots: Set<Unicode.Scalar> = [
        "·", "•", "‧", "∙", "⋅", "・", "･", "．", ".", "●",
    ]

    /// Marks that choose between shapes of one character, or join and part without being seen.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isVariationSelector || scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.generalCategory == .nonspacingMark
    }
}

/// Readings met so far. A character in a given name reads alike wherever it stands, so each is looked up
/// once.
private struct ReadingCache {
    private var surnames: [String: [CharacterReading]] = [:]
    private var given: [Unicode.Scalar: CharacterReading] = [:]

    mutating func readings(of part: [NameParts.Piece]) -> [CharacterReading] {
        var readings: [CharacterReading] = []
        readings.reserveCapacity(part.count + 1)
        for piece in part {
            switch piece {
            case .surname(let surname): readings += reading(ofSurname: surname)
            case .han(let scalar): readings.append(reading(ofGiven: scalar))
            case .word(let word): readings.append(CharacterReading([NameReading.searchKey(word)]))
            }
        }
        return readings
    }

    private mutating func reading(ofSurname surname: String) -> [CharacterReading] {
        if let known = surnames[surname] { return known }
        let found = CharacterReading.ofSurname(surname)
        surnames[surname] = found
        return found
    }

    private mutating func reading(ofGiven scalar: Unicode.Scalar) -> CharacterReading {
        if let known = given[scalar] { return known }
        let found = CharacterReading.ofGiven(scalar)
        given[scalar] = found
        return found
    }
}
