// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Yams

extension QuestionnaireDraft {
    /// Faults every key that is not among `names`.
    mutating func allow(_ names: [String], in fields: Node.Mapping) {
        for key in fields.keys where !names.contains(key.string ?? "") {
            fault(key.line, "不认识“\(key.string ?? "")”，只能有\(names.joined(separator: "、"))。")
        }
    }

    /// A text that must be there.
    mutating func text(_ fields: Node.Mapping, _ key: String, at line: Int) -> String {
        let text = fields[key]?.string ?? ""
        if text.isEmpty { fault(fields[key]?.line ?? line, "缺少“\(key)”。") }
        return text
    }

    /// A whole number; `nil` when it is not there or is none.
    mutating func whole(_ fields: Node.Mapping, _ key: String) -> Int? {
        guard let node = fields[key] else { return nil }
        guard let number = node.string.flatMap({ Int($0) }) else {
            fault(node.line, "\(key)应是整数。")
            return nil
        }
        return number
    }

    /// `yes`; anything else but an absent field is a fault.
    mutating func isSet(_ fields: Node.Mapping, _ key: String) -> Bool {
        guard let node = fields[key] else { return false }
        if node.string != "yes" { fault(node.line, "\(key)只能写yes，或整行去掉。") }
        return true
    }

    /// Limits, `2-25`; `nil` after noting the fault.
    mutating func limits(_ fields: Node.Mapping, _ key: String) -> ClosedRange<Int>? {
        let parts = fields[key]?.string?.split(separator: "-").map { Int($0) } ?? []
        guard parts.count == 2, let least = parts[0], let most = parts[1], least <= most else {
            fault(fields[key]?.line ?? fields.line, "\(key)应写成2-25的样子。")
            return nil
        }
        return least...most
    }

    /// The entries of a list of mappings; none when the field is not there.
    mutating func list(_ fields: Node.Mapping, _ key: String) -> [Node.Mapping] {
        guard let node = fields[key] else { return [] }
        guard let entries = node.sequence else {
            fault(node.line, "\(key)应是列表，每项以“- ”开头。")
            return []
        }
        return entries.compactMap { entry in
            if entry.mapping == nil { fault(entry.line, "\(key)的每一项应写成“名称: 内容”。") }
            return entry.mapping
        }
    }
}

extension Node.Mapping {
    /// The line of its first key, from 1.
    var line: Int { first?.key.line ?? 0 }
}
