// SPDX-License-Identifier: Apache-2.0

import Questionnaire

/// A condition as a policy pack writes it: `q3 in A B D and not q1 = B`, `answered q7`, `fact age < 18`.
///
/// `and` binds closer than `or`; `not` stands before one statement or a bracket.
struct ConditionText {
    private var words: ArraySlice<String>

    /// Why a condition cannot be read.
    struct Fault: Error, Hashable { let says: String }

    /// Reads a condition.
    static func read(_ text: String) throws(Fault) -> Condition {
        var reader = ConditionText(words: split(text)[...])
        let condition = try reader.alternatives()
        if let rest = reader.words.first { throw Fault(says: "条件在“\(rest)”处读不下去，请检查and、or和括号。") }
        return condition
    }

    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text + " " {
            guard character.isWhitespace || "()（）".contains(character) else {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if "(（".contains(character) { words.append("(") }
            if ")）".contains(character) { words.append(")") }
        }
        return words
    }

    private mutating func alternatives() throws(Fault) -> Condition {
        var parts = [try conjunction()]
        while take("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(Fault) -> Condition {
        var parts = [try statement()]
        while take("and") { parts.append(try statement()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func statement() throws(Fault) -> Condition {
        if take("always") { return .always }
        if take("not") { return .not(try statement()) }
        if take("answered") { return .answered(ItemID(try name("answered"))) }
        if take("fact") { return try fact() }
        if take("(") {
            let inner = try alternatives()
            guard take(")") else { throw Fault(says: "条件少了右括号。") }
            return inner
        }
        return try choice()
    }

    private mutating func choice() throws(Fault) -> Condition {
        let item = ItemID(try name("条件"))
        if take("=") { return .chosen(item, [try name("=")]) }
        guard take("in") else { throw Fault(says: "“\(item)”后面应是“=”或“in”。") }
        var codes: [String] = []
        while let word = words.first, !Self.keywords.contains(word) {
            codes.append(word)
            words.removeFirst()
        }
        if codes.isEmpty { throw Fault(says: "“in”后面应列出选项。") }
        return .chosen(item, codes)
    }

    private mutating func fact() throws(Fault) -> Condition {
        let name = try name("fact")
        let sign = try self.name(name)
        let limit = try self.name(sign)
        guard let comparison = Condition.Comparison(rawValue: sign), let number = Int(limit) else {
            throw Fault(says: "“fact \(name) \(sign) \(limit)”应写成fact age < 18的样子，比较可用< <= == >= >。")
        }
        return .fact(name, comparison, number)
    }

    private static let keywords: Set = ["and", "or", "not", "(", ")", "=", "in", "answered", "fact"]

    private mutating func name(_ before: String) throws(Fault) -> String {
        guard let word = words.first, !Self.keywords.contains(word) else {
            throw Fault(says: "“\(before)”后面少了内容。")
        }
        words.removeFirst()
        return word
    }

    private mutating func take(_ word: String) -> Bool {
        guard words.first == word else { return false }
        words.removeFirst()
        return true
    }
}
