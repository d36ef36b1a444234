// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Yams

extension DeadlinesDraft {
    /// Faults every key that is not among `names`.
    mutating func allow(_ names: [String], in fields: Node.Mapping) {
        for key in fields.keys where !names.contains(key.string ?? "") {
            fault(key.line, "不认识“\(key.string ?? "")”，只能有\(names.joined(separator: "、"))。")
        }
    }

    /// The entries of a list; none when there is nothing.
    mutating func list(_ node: Node?, called name: String) -> [Node] {
        guard let node else { return [] }
        if let sequence = node.sequence { return Array(sequence) }
        fault(node.line, "\(name)应是列表，每项以“- ”开头。")
        return []
    }

    /// A text that must be there.
    mutating func text(_ node: Node?, called name: String, at line: Int) -> String {
        let text = node?.scalar?.string ?? ""
        if text.isEmpty { fault(node?.line ?? line, "缺少“\(name)”。") }
        return text
    }

    /// A day that must be there.
    mutating func day(_ node: Node?, called name: String, at line: Int) -> Day? {
        let text = text(node, called: name, at: line)
        if text.isEmpty { return nil }
        if let day = Day(iso: text) { return day }
        fault(node?.line ?? line, "\(name)的“\(text)”不是日期，应写成2012-01-01的样子。")
        return nil
    }

    /// A whole number of at least `least`; `nil` when there is none.
    mutating func whole(_ node: Node?, called name: String, from least: Int) -> Int? {
        guard let node else { return nil }
        guard let number = node.scalar.flatMap({ Int($0.string) }), number >= least else {
            fault(node.line, "\(name)应是不小于\(least)的整数。")
            return nil
        }
        return number
    }

    /// `yes` or `no`; `nil` when there is nothing.
    mutating func isSet(_ node: Node?, called name: String) -> Bool? {
        guard let node else { return nil }
        switch node.scalar?.string {
        case "yes": return true
        case "no": return false
        default:
            fault(node.line, "\(name)只能写yes或no。")
            return nil
        }
    }

    /// One of the codes of an enumeration.
    mutating func code<Code: RawRepresentable & CaseIterable>(
        _ node: Node?, _ codes: Code.Type, called name: String
    ) -> Code? where Code.RawValue == String {
        guard let node else { return nil }
        if let code = Code(rawValue: node.scalar?.string ?? "") { return code }
        let known = Code.allCases.map(\.rawValue).joined(separator: "、")
        fault(node.line, "\(name)“\(node.scalar?.string ?? "")”不认识，只能是\(known)。")
        return nil
    }

    /// A length of time, `{working-days: 3}`; other keys of the mapping may be named as `besides`.
    mutating func limit(_ node: Node?, called name: String, besides: [String] = []) -> TimeLimit? {
        guard let node else { return nil }
        let units = node.mapping?.keys.compactMap(\.string).filter { !besides.contains($0) } ?? []
        guard let fields = node.mapping, units.count == 1, let unit = units.first,
            let limit = fields[unit]?.scalar.flatMap({ Int($0.string) }).flatMap({
                TimeLimit(period: $0, unit: unit)
            })
        else {
            let known = TimeLimit.unitWords.joined(separator: "、")
            fault(node.line, "\(name)应写成{working-days: 3}的样子，单位只能是\(known)。")
            return nil
        }
        return limit
    }
}
