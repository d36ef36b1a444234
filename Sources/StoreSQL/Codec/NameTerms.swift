// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// The terms under which a name is found by part: one for each character, so that two of them suffice.
///
/// Characters stand as code points (`n5efa`): the tokenizer of the database does not know the newest ones and
/// would drop them. Pinyin stands whole (`p`) and by first letters (`i`), the place as `v` and `t`.
enum NameTerms {
    static func terms(name: String, keys: NameKeys, onRoll: Bool, village: Int) -> String {
        let all =
            characters(of: name) + keys.full.map { "p" + plain($0) } + keys.initials.map { "i" + plain($0) }
            + [roll(onRoll), "v\(village)"]
        return all.joined(separator: " ")
    }

    static func characters(of text: String) -> [String] {
        PersonName.normalised(text).lowercased().unicodeScalars.map { "n" + String($0.value, radix: 16) }
    }

    static func pinyin(_ typed: String) -> [String] {
        let key = plain(typed)
        return key.isEmpty ? [] : ["p" + key, "i" + key]
    }

    static func roll(_ onRoll: Bool) -> String { onRoll ? "r1" : "r0" }

    /// Letters and digits of ASCII in lower case; other letters by code point, as a name nobody can read has.
    private static func plain(_ text: String) -> String {
        text.lowercased().unicodeScalars.reduce(into: "") { key, scalar in
            switch scalar {
            case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
            case _ where scalar.isASCII: break
            case _: key += "x" + String(scalar.value, radix: 16)
            }
        }
    }
}
