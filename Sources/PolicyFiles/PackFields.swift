// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

/// The reading of one YAML file of a pack, with every fault met on the way.
struct PackFields {
    let file: String
    var faults: [PolicyFault] = []

    init(file: String) { self.file = file }

    mutating func fault(_ line: Int, _ says: String) {
        faults.append(PolicyFault(file: file, line: line, says: says))
    }

    /// The file's own fields, of which there may be only these and must be all.
    mutating func top(_ text: String, _ names: [String], optional: [String] = []) -> Node.Mapping? {
        do {
            guard let fields = try Yams.compose(yaml: text)?.mapping else {
                fault(0, "文件应有\(names.joined(separator: "、"))各项。")
                return nil
            }
            allow(names + optional, in: fields)
            for name in names where fields[name] == nil { fault(0, "缺少“\(name)”。") }
            return fields
        } catch let error as YamlError {
            fault(error.line, "不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。")
        } catch {
            fault(0, "不是合格的YAML。")
        }
        return nil
    }

    /// Faults every key that is not among `names`.
    mutating func allow(_ names: [String], in fields: Node.Mapping) {
        for key in fields.keys where !names.contains(key.string ?? "") {
            fault(key.line, "不认识“\(key.string ?? "")”，只能有\(names.joined(separator: "、"))。")
        }
    }

    /// A text that must be there; empty after noting the fault.
    mutating func text(_ fields: Node.Mapping, _ key: String) -> String {
        let text = fields[key]?.string ?? ""
        if text.isEmpty { fault(fields[key]?.line ?? fields.line, "“\(key)”没有写。") }
        return text
    }

    /// A whole number within limits; `nil` after noting the fault.
    mutating func whole(_ node: Node?, _ key: String, _ limits: ClosedRange<Int>, at line: Int) -> Int? {
        if let number = node?.string.flatMap({ Int($0) }), limits.contains(number) { return number }
        fault(node?.line ?? line, "\(key)应是\(limits.lowerBound)到\(limits.upperBound)的整数。")
        return nil
    }

    /// A day; `nil` after noting the fault.
    mutating func day(_ fields: Node.Mapping, _ key: String) -> Day? {
        let text = fields[key]?.string ?? ""
        if let day = Day(iso: text) { return day }
        fault(fields[key]?.line ?? fields.line, "\(key)“\(text)”不是日期，应写成2026-02-13的样子。")
        return nil
    }

    /// The entries of a list of mappings.
    mutating func entries(_ node: Node?, _ key: String) -> [Node.Mapping] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            fault(node.line, "\(key)应是列表，每项以“- ”开头。")
            return []
        }
        return sequence.compactMap { entry in
            if entry.mapping == nil { fault(entry.line, "\(key)的每一项应写成{名称: 内容}的样子。") }
            return entry.mapping
        }
    }

    /// The texts of a list.
    mutating func texts(_ node: Node?, _ key: String) -> [String] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            fault(node.line, "\(key)应是列表。")
            return []
        }
        return sequence.compactMap { entry in
            guard let text = entry.string, !text.isEmpty else {
                fault(entry.line, "\(key)里有空的或不是文字的一项。")
                return nil
            }
            return text
        }
    }

    /// A dated number: a list of `{from, value, source}`, oldest first.
    mutating func dated<Value: Hashable & Sendable>(
        _ node: Node?, _ key: String, _ read: (inout PackFields, Node) -> Value?
    ) -> Dated<Value>? {
        let list = entries(node, key)
        if list.isEmpty { fault(node?.line ?? 0, "\(key)至少要有一项{from, value, source}。") }
        var found: [Dated<Value>.Entry] = []
        for fields in list {
            allow(["from", "value", "source"], in: fields)
            let source = text(fields, "source")
            guard let from = day(fields, "from") else { continue }
            if let last = found.last, from <= last.from { fault(fields.line, "\(key)各项应按from从早到晚排列。") }
            guard let node = fields["value"] else {
                fault(fields.line, "“value”没有写。")
                continue
            }
            if let value = read(&self, node) { found.append(.init(from: from, value: value, source: source)) }
        }
        return found.isEmpty ? nil : Dated(found)
    }

    /// Ends the reading.
    ///
    /// - Throws: the faults, if there are any.
    func finished() throws(PolicyFaults) {
        guard faults.isEmpty else { throw PolicyFaults(faults) }
    }
}
