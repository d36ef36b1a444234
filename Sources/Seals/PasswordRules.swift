// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a new password. All faults are told at once.
public enum PasswordFault: Hashable, Sendable {
    /// Shorter than `least` characters.
    case tooShort(least: Int)
    /// Longer than `most` characters.
    case tooLong(most: Int)
    /// Fewer than `least` of capitals, small letters, digits and other signs.
    case tooFewKinds(have: Int, least: Int)
    /// A common password, or a common word with digits and signs around it.
    case common
    /// A row such as 123456, abcdef or 888888.
    case row
    /// Holds the account's name.
    case holdsAccountName
}

/// The rules for passwords that people choose.
public enum PasswordRules {
    /// The least number of characters.
    public static let leastLength = 10
    /// The greatest number of characters, so that a hash takes no longer than it should.
    public static let mostLength = 128
    /// The least number of kinds of characters.
    public static let leastKinds = 3

    /// Everything that is wrong with `password` for `account`; empty if it may be taken.
    public static func faults(of password: String, account: String) -> [PasswordFault] {
        let kinds = Set(password.map(Kind.init)).count
        let folded = fold(password)
        let name = fold(account)
        var faults: [PasswordFault] = []
        if password.count < leastLength { faults.append(.tooShort(least: leastLength)) }
        if password.unicodeScalars.count > mostLength { faults.append(.tooLong(most: mostLength)) }
        if kinds < leastKinds { faults.append(.tooFewKinds(have: kinds, least: leastKinds)) }
        if isCommon(password) { faults.append(.common) }
        if hasRow(password) { faults.append(.row) }
        // A name of one or two letters stands in many good passwords by chance.
        if name.count >= 3, folded.contains(name) { faults.append(.holdsAccountName) }
        return faults
    }

    private enum Kind {
        case capital, small, digit, other

        init(_ character: Character) {
            self =
                switch character {
                case "A"..."Z": .capital
                case "a"..."z": .small
                case "0"..."9": .digit
                case _: .other
                }
        }
    }

    /// Small letters, with the signs that people write for letters undone.
    private static func fold(_ text: String) -> String {
        let signs: [Character: Character] = ["@": "a", "0": "o", "$": "s", "3": "e", "1": "i", "!": "i"]
        return String(text.lowercased().map { signs[$0] ?? $0 })
    }

    private static func isCommon(_ password: String) -> Bool {
        let small = password.lowercased()
        if WeakPasswords.whole.contains(small) { return true }
        let head = small.reversed().drop { !$0.isLetter }.reversed()
        let words = [head.drop { !$0.isLetter }, head.drop { !$0.isLetter && $0 != "@" && $0 != "$" }]
        return words.contains { WeakPasswords.words.contains(fold(String($0))) }
    }

    /// Six characters that repeat, rise or fall by one.
    private static func hasRow(_ password: String) -> Bool {
        let values = password.lowercased().unicodeScalars.map { Int($0.value) }
        let steps = zip(values.dropFirst(), values).map { $0 - $1 }
        guard steps.count >= 5 else { return false }
        return (0...steps.count - 5).contains { start in
            let run = steps[start..<start + 5]
            return (-1...1).contains(steps[start]) && run.allSatisfy { $0 == steps[start] }
        }
    }
}

/// A short list of what is tried first.
enum WeakPasswords {
    /// Words that stay weak whatever digits and signs stand around them, after signs are folded to letters.
    static let words: Set<String> = [
        "password", "passwd", "passw", "admin", "administrator", "root", "system", "user", "test", "guest",
        "welcome",
        "letmein", "changeme", "default", "iloveyou", "woaini", "woaiwojia", "qwerty", "qwertyuiop", "asdfgh",
        "asdfghjkl", "zxcvbn", "zxcvbnm", "qazwsx", "qazwsxedc", "huawei", "beijing", "shunyi", "yuanzhu",
        "jiuye",
        "mima", "zhongguo", "china",
    ]
    /// Walks over the keyboard and the like, in small letters.
    static let whole: Set<String> = [
        "1qaz2wsx3edc", "1qaz@wsx3edc", "!qaz2wsx3edc", "!qaz@wsx#edc", "1qaz!qaz2wsx", "zaq12wsxcde3",
        "zaq!2wsxcde3",
        "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "qwer1234!@#$", "1234qwer!@#$", "asdf1234!@#$",
        "qwe123!@#asd",
        "abc123!@#abc", "a1b2c3d4e5", "a1b2c3d4e5!",
    ]
}
