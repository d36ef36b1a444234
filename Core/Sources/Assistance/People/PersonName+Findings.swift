// SPDX-License-Identifier: Apache-2.0

/// A doubt about a name. Rare characters, single characters and letters are legal: names are asked about,
/// and refused only when they cannot be kept.
public enum PersonNameFinding: Hashable, Sendable {
    /// So many characters, more than a register holds. Refused.
    case tooLong(Int)
    /// A character that stands for one that was lost on the way, as ? or �. Refused.
    case lostCharacter(Character)
    /// One character only.
    case singleCharacter
    /// Latin or other letters beside or instead of Han.
    case letters
    /// A digit or sign that names do not hold.
    case sign(Character)
    /// A character of the private area, which other systems cannot show.
    case privateCharacter
    /// A middle dot at an end, or two in a row.
    case strayDot

    /// Whether a name with this finding cannot be accepted; the others need a person's word only.
    public var refuses: Bool {
        switch self {
        case .tooLong, .lostCharacter: true
        case .singleCharacter, .letters, .sign, .privateCharacter, .strayDot: false
        }
    }
}

extension PersonName {
    /// Every doubt about the name, each kind once.
    public var findings: [PersonNameFinding] {
        var findings: [PersonNameFinding] = []
        if full.count > Self.usualLength.upperBound { findings.append(.tooLong(full.count)) }
        if full.count < Self.usualLength.lowerBound { findings.append(.singleCharacter) }
        for finding in full.compactMap(Self.finding) where !findings.contains(finding) {
            findings.append(finding)
        }
        if full.hasPrefix("·") || full.hasSuffix("·") || full.contains("··") { findings.append(.strayDot) }
        return findings
    }

    private static func finding(about character: Character) -> PersonNameFinding? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        if lost.contains(scalar) { return .lostCharacter(character) }
        if scalar == "\u{00B7}" || scalar == " " || isHan(scalar) { return nil }
        if scalar.properties.generalCategory == .privateUse { return .privateCharacter }
        return scalar.properties.isAlphabetic ? .letters : .sign(character)
    }

    /// ? � □ 〓, left by conversions that did not know the character.
    private static let lost: Set<Unicode.Scalar> = ["?", "\u{FFFD}", "\u{25A1}", "\u{3013}"]

    /// Han, the ideographic zero 〇 included; 々 and the radicals are not used in names.
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUnifiedIdeograph || scalar.value == 0x3007
            || (0xF900...0xFAFF).contains(scalar.value) || (0x2F800...0x2FA1F).contains(scalar.value)
    }
}
