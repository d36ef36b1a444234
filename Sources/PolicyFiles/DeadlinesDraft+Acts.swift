// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

extension DeadlinesDraft {
    /// Acts as a rule names them: one, or several in a list of which any will do.
    mutating func patterns(_ node: Node?) -> [ActPattern] {
        guard let node else { return [] }
        if let sequence = node.sequence { return sequence.compactMap { pattern($0) } }
        return pattern(node).map { [$0] } ?? []
    }

    /// One act: `kind field=value field!=value of anchor`.
    mutating func pattern(_ node: Node) -> ActPattern? {
        guard let words = node.scalar?.string.split(separator: " ").map(String.init), let first = words.first
        else {
            fault(node.line, "这里应写工作记录的种类，如recognised。")
            return nil
        }
        guard let kind = kind(first, line: node.line) else { return nil }
        var tests: [FieldTest] = []
        var belongs = ActPattern.Belonging.any
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            if word == "of" {
                belongs = belonging(rest.popFirst() ?? "", line: node.line)
            } else if let test = test(word, of: kind, line: node.line) {
                tests.append(test)
            }
        }
        return ActPattern([kind], where: tests, of: belongs)
    }

    private mutating func kind(_ word: String, line: Int) -> ActKind? {
        guard let kind = ActKind(rawValue: word) else {
            let near = ActKind.allCases.map(\.rawValue).filter { $0.hasPrefix(word.prefix(4)) }
            let hint = near.isEmpty ? "" : "，是否想写\(near.joined(separator: "、"))"
            fault(line, "没有“\(word)”这种工作记录\(hint)。")
            return nil
        }
        if kind == .withdrawn {
            fault(line, "“withdrawn”只撤回别的记录，自己不算做过什么，规则里用了它就永远不会发生。")
            return nil
        }
        return kind
    }

    private mutating func belonging(_ word: String, line: Int) -> ActPattern.Belonging {
        if word != "any", let belonging = ActPattern.Belonging(rawValue: word) { return belonging }
        fault(line, "of后面只能写anchor或same。")
        return .any
    }

    private mutating func test(_ word: String, of kind: ActKind, line: Int) -> FieldTest? {
        guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
            fault(line, "“\(word)”应写成level=village或judged!=stable的样子。")
            return nil
        }
        let isNegated = word[word.index(before: sign)] == "!"
        let name = String(isNegated ? word[..<word.index(before: sign)] : word[..<sign])
        let values = word[word.index(after: sign)...].split(separator: "|").map(String.init)
        guard let field = ActField(rawValue: name), kind.fields.contains(field) else {
            let known = kind.fields.map(\.rawValue).joined(separator: "、")
            fault(line, "\(kind.rawValue)没有“\(name)”这一项，\(known.isEmpty ? "它没有别的项" : "只有\(known)")。")
            return nil
        }
        for value in values.isEmpty ? [""] : values where !field.values.allows(value) {
            fault(line, "\(name)不会是“\(value)”，\(field.values.sentence)。")
        }
        return FieldTest(field, values, isNegated: isNegated)
    }
}

extension ActField.Values {
    /// Whether an act can say this.
    func allows(_ value: String) -> Bool {
        switch self {
        case .codes(let codes): codes.contains(value)
        case .number: Int(value) != nil
        case .day: Day(iso: value) != nil
        case .text: !value.isEmpty
        }
    }

    /// What an act can say, in Chinese.
    var sentence: String {
        switch self {
        case .codes(let codes): "只能是\(codes.joined(separator: "、"))"
        case .number: "只能是整数"
        case .day: "只能是2012-01-01这样的日期"
        case .text: "不能是空的"
        }
    }
}
