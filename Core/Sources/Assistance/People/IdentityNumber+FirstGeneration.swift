// SPDX-License-Identifier: Apache-2.0

extension IdentityNumber {
    /// The number of 18 characters that replaced one of 15 digits: 19 before the year, a check at the end.
    ///
    /// Cards with 15 digits are void since 2013-01-01, so only the import of old files converts, and it
    /// shows the person who imports that it did. Sequences 996 to 999 stood for people born before 1900,
    /// for whom 19 would be wrong: they are refused, and settled by hand.
    public static func converting15(
        _ text: String, rules: IdentityRules = .standard
    ) -> Result<IdentityNumber, IdentityFault> {
        let old = Array(normalised(text).utf8)
        guard old.count == 15, old.allSatisfy(IdentityDigits.isDigit) else {
            return .failure(faults(in: text, rules: rules).first ?? .length(old.count))
        }
        let sequence = IdentityDigits.number(old.suffix(3)) ?? 0
        guard sequence < 996 else { return .failure(.centenarianSequence) }
        let body = old.prefix(6) + Array("19".utf8) + old.suffix(9)
        let bytes = body + [IdentityDigits.check(body)]
        return read(String(decoding: bytes, as: Unicode.ASCII.self), rules: rules)
    }
}
