// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a text that should be a phone number.
public enum PhoneFault: Error, Hashable, Sendable {
    /// Nothing was written.
    case empty
    /// Two numbers in one place.
    case severalNumbers
    /// A character that belongs in no number.
    case character(Character)
    /// The first digit is 1, so it should be a mobile, but it has so many digits, not 11.
    case mobileLength(Int)
    /// Neither a mobile nor a fixed line: so many digits.
    case unknownShape(Int)
    /// A mobile is asked for and this is none.
    case notMobile
}

extension PhoneNumber {
    /// Reads a number as people write it: full-width digits, blanks, hyphens, brackets, +86 and an
    /// extension after 转, # or a last hyphen. The country code and punctuation are not kept.
    public static func read(_ text: String) -> Result<PhoneNumber, PhoneFault> {
        let plain = String(PlainText.narrow(text).map { hyphens.contains($0) ? "-" : $0 })
        guard !plain.isEmpty else { return .failure(.empty) }
        if plain.contains(where: separators.contains) { return .failure(.severalNumbers) }
        if let (main, inside) = split(plain) { return read(main: main, inside: inside) }
        let whole = read(main: plain[...], inside: "")
        guard case .failure = whole, let hyphen = plain.lastIndex(of: "-") else { return whole }
        let parted = read(main: plain[..<hyphen], inside: plain[hyphen...])
        guard case .success = parted else { return whole }
        return parted
    }

    /// Reads a number that must be a mobile.
    public static func readMobile(_ text: String) -> Result<PhoneNumber, PhoneFault> {
        read(text).flatMap { $0.kind == .mobile ? .success($0) : .failure(.notMobile) }
    }

    private static let hyphens: Set<Character> = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
    ]
    private static let separators: Set<Character> = ["、", ",", ";", "/", "或"]
    private static let punctuation: Set<Character> = ["-", "(", ")", "+"]

    /// The number and its extension, if a word or sign parts them.
    private static func split(_ text: String) -> (main: Substring, inside: Substring)? {
        for mark in ["转", "#", "ext.", "ext"] {
            if let found = text.firstRange(of: mark) {
                return (text[..<found.lowerBound], text[found.upperBound...])
            }
        }
        return nil
    }

    private static func read(main: Substring, inside: Substring) -> Result<PhoneNumber, PhoneFault> {
        if let strange = (main + inside).first(where: { !$0.isASCIIDigit && !punctuation.contains($0) }) {
            return .failure(.character(strange))
        }
        let digits = withoutCountry(main.filter(\.isASCIIDigit), marked: main.hasPrefix("+"))
        return shaped(digits, inside: inside.filter(\.isASCIIDigit))
    }

    /// The digits without 86 or 0086; behind it a fixed line gets the 0 of its area code back.
    private static func withoutCountry(_ digits: String, marked: Bool) -> String {
        let international = digits.hasPrefix("0086")
        let country = digits.hasPrefix("86") && (marked || digits.count > 12)
        guard international || country else { return digits }
        let national = String(digits.dropFirst(international ? 4 : 2))
        return national.hasPrefix("0") || isMobile(national) ? national : "0" + national
    }

    private static func isMobile(_ digits: String) -> Bool { digits.count == 11 && digits.hasPrefix("1") }
}

extension PhoneNumber {
    /// The number that these digits dial.
    private static func shaped(_ digits: String, inside: String) -> Result<PhoneNumber, PhoneFault> {
        if isMobile(digits), inside.isEmpty { return .success(PhoneNumber(kind: .mobile, line: digits)) }
        if digits.hasPrefix("400") || digits.hasPrefix("800"), digits.count == 10 {
            return .success(PhoneNumber(kind: .service, line: digits, inside: inside))
        }
        if let (area, line) = parted(digits) {
            return .success(PhoneNumber(kind: .fixed, area: area, line: line, inside: inside))
        }
        let looksMobile = digits.hasPrefix("1") && digits.count >= 9
        return .failure(looksMobile ? .mobileLength(digits.count) : .unknownShape(digits.count))
    }

    /// Area code and line of a fixed line: 010 and 02x have three digits, all others four; a line has
    /// seven or eight and begins with 2 to 9.
    private static func parted(_ digits: String) -> (area: String, line: String)? {
        let short = digits.hasPrefix("010") || digits.hasPrefix("02")
        let area = digits.hasPrefix("0") ? (short ? 3 : 4) : 0
        let line = digits.dropFirst(area)
        guard line.count == 7 || line.count == 8, let first = line.first, ("2"..."9").contains(first)
        else { return nil }
        return (String(digits.prefix(area)), String(line))
    }
}
