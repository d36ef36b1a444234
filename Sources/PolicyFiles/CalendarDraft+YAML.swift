// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Yams

extension CalendarDraft {
    /// Reads the YAML of a policy pack.
    mutating func readYAML(_ text: String) {
        do {
            guard let node = try Yams.compose(yaml: text), let mapping = node.mapping else {
                fault(0, "文件应有year、source、off、work四项。")
                return
            }
            readItems(mapping)
        } catch let error as YamlError {
            fault(error.line, "不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。")
        } catch {
            fault(0, "不是合格的YAML。")
        }
    }

    private mutating func readItems(_ mapping: Node.Mapping) {
        for (key, value) in mapping {
            switch key.string {
            case "year": readYear(value)
            case "source": readSource(value)
            case "published": published = day(value.scalar?.string ?? "", line: value.line)
            case "off": for node in list(value, of: "off") { readOff(node) }
            case "work": for node in list(value, of: "work") { readWork(node) }
            default: fault(key.line, "不认识“\(key.string ?? "")”，只能有year、source、published、off、work。")
            }
        }
        for name in ["year", "source", "off", "work"] where mapping[Node(name)] == nil {
            fault(0, "缺少“\(name)”。")
        }
    }

    private mutating func readYear(_ node: Node) {
        guard let number = node.scalar.flatMap({ Int($0.string) }), (1...9999).contains(number) else {
            fault(node.line, "year应是年份，如2026。")
            return
        }
        year = number
    }

    private mutating func readSource(_ node: Node) {
        guard let text = node.scalar?.string, !text.isEmpty else {
            fault(node.line, "source应写明放假通知的名称和文号。")
            return
        }
        source = text
    }

    /// The entries of a list; an empty value is an empty list.
    private mutating func list(_ node: Node, of name: String) -> [Node] {
        if let sequence = node.sequence { return Array(sequence) }
        if let text = node.scalar?.string, text.isEmpty || text == "null" || text == "~" { return [] }
        fault(node.line, "\(name)应是列表，每行以“- ”开头。")
        return []
    }

    private mutating func readOff(_ node: Node) {
        guard let mapping = node.mapping else {
            fault(node.line, "放假日期应写成{date: 2026-02-17, name: 春节}的样子。")
            return
        }
        for key in mapping.keys where key.string != "date" && key.string != "name" {
            fault(key.line, "不认识“\(key.string ?? "")”，只能有date、name。")
        }
        let name = mapping["name"]?.scalar?.string ?? ""
        if name.isEmpty { fault(node.line, "缺少节日名称name。") }
        guard let date = mapping["date"]?.scalar?.string else {
            fault(node.line, "缺少日期date。")
            return
        }
        if let day = day(date, line: node.line) { off.append((day, name, node.line)) }
    }

    private mutating func readWork(_ node: Node) {
        guard let text = node.scalar?.string else {
            fault(node.line, "调休上班应只写日期，如2026-02-14。")
            return
        }
        if let day = day(text, line: node.line) { work.append((day, node.line)) }
    }
}

extension Node {
    /// The line on which the node begins, from 1; 0 if it was not read from a text.
    var line: Int { mark?.line ?? 0 }
}

extension YamlError {
    /// The line at which reading stopped; 0 if the reader does not say.
    var line: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 0
        }
    }
}
