// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension IdentityNumber {
    /// Reads a number as people and spreadsheets write it, or says what is wrong first.
    ///
    /// The text is normalised before; ``faults(in:rules:)`` lists everything that is wrong with it.
    public static func read(
        _ text: String, rules: IdentityRules = .standard
    ) -> Result<IdentityNumber, IdentityFault> {
        let written = normalised(text)
        if let fault = faults(inNormalised: written, rules: rules).first { return .failure(fault) }
        guard let number = IdentityNumber(body: Array(written.utf8).prefix(17)) else {
            preconditionFailure("a text without fault is an identity number")
        }
        return .success(number)
    }

    /// Everything that is wrong with a text, most telling first; empty if it is a right number.
    public static func faults(in text: String, rules: IdentityRules = .standard) -> [IdentityFault] {
        faults(inNormalised: normalised(text), rules: rules)
    }

    static func faults(inNormalised text: String, rules: IdentityRules) -> [IdentityFault] {
        let shape = shapeFaults(text)
        return shape.isEmpty ? contentFaults(Array(text.utf8), rules: rules) : shape
    }

    /// Faults of length and characters; where there are any, places mean nothing and are not looked at.
    private static func shapeFaults(_ text: String) -> [IdentityFault] {
        guard !text.isEmpty else { return [.empty] }
        if isScientific(text) { return [.roundedBySpreadsheet] }
        if text.count == 15, text.utf8.allSatisfy(IdentityDigits.isDigit) { return [.fifteenDigits] }
        let strange = text.enumerated().filter { place, character in
            !(character.isASCIIDigit || (place == 17 && character == "X"))
        }
        let length: [IdentityFault] = text.count == 18 ? [] : [.length(text.count)]
        return length + strange.map { .character($0.element, at: $0.offset + 1) }
    }

    /// Faults of region, birth and check character in 17 digits and a check character.
    private static func contentFaults(_ bytes: [UInt8], rules: IdentityRules) -> [IdentityFault] {
        let expected = IdentityDigits.check(bytes.prefix(17))
        if bytes[17] != expected, bytes.suffix(3) == [48, 48, 48] { return [.roundedBySpreadsheet] }
        var faults: [IdentityFault] = []
        let region = String(decoding: bytes.prefix(6), as: Unicode.ASCII.self)
        if !rules.allows(region) { faults.append(.unknownProvince(String(region.prefix(2)))) }
        let birth = IdentityDigits.birth(bytes[...])
        if birth == nil { faults.append(.impossibleDate) }
        if let birth, let today = rules.today, birth > today { faults.append(.bornInFuture) }
        if bytes[17] != expected {
            faults.append(.checkCharacter(expected: Character(Unicode.Scalar(expected))))
        }
        return faults
    }

    /// Whether a text is a number in a spreadsheet's scientific form, as in `1.10222E+17`.
    private static func isScientific(_ text: String) -> Bool {
        text.hasSuffix("E+17") && text.dropLast(4).allSatisfy { $0.isASCIIDigit || $0 == "." }
    }
}

extension Character {
    /// One of 0 to 9, and not a digit of another script.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
