// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Yams

extension QuestionnaireDraft {
    private static let keys = [
        "item", "number", "asks", "hint", "kind", "only", "options", "with-or-without", "alone", "exactly",
        "none",
        "may-be-empty", "household", "length", "pattern", "range", "not-before", "parts", "write-ins",
    ]

    /// Reads an item, and the items written in under it right behind it.
    mutating func readItem(_ fields: Node.Mapping, under parent: ItemID?) -> [Item] {
        allow(Self.keys, in: fields)
        let id = ItemID(text(fields, "item", at: fields.line))
        lines[id.name] = fields.line
        lines["\(id) only"] = fields["only"]?.line
        let mayBeEmpty = condition(fields, "may-be-empty")
        let item = Item(
            id, number: fields["number"]?.string, label: text(fields, "asks", at: fields.line),
            hint: fields["hint"]?.string, kind: kind(fields, of: id) ?? .heading,
            note: condition(fields, "only") ?? .always, parent: parent,
            required: mayBeEmpty.map(Condition.demandUnless) ?? .always, allowsNone: isSet(fields, "none"),
            isHouseholdFact: isSet(fields, "household"))
        return [item] + list(fields, "write-ins").flatMap { readItem($0, under: id) }
    }

    private mutating func kind(_ fields: Node.Mapping, of id: ItemID) -> ItemKind? {
        let word = text(fields, "kind", at: fields.line)
        switch word {
        case "text": return limits(fields, "length").map { .text(length: $0, pattern: pattern(fields)) }
        case "number": return limits(fields, "range").map { .number($0) }
        case "year": return limits(fields, "range").map { .year($0) }
        case "single": return .single(options(fields, of: id))
        case "multi": return .multi(options(fields, of: id), exactly: whole(fields, "exactly"))
        case "yes-no": return .yesNo
        case "day": return .day
        case "month": return .yearMonth(notBefore: fields["not-before"]?.string.map { ItemID($0) })
        case "place": return place(fields)
        case "resident-id": return .residentID
        case "mobile": return .mobile
        case "phone": return .phone
        case "heading": return .heading
        default:
            fault(fields["kind"]?.line ?? fields.line, "不认识题型“\(word)”。")
            return nil
        }
    }

    private mutating func pattern(_ fields: Node.Mapping) -> TextPattern {
        guard let node = fields["pattern"] else { return .any }
        if let pattern = TextPattern(rawValue: node.string ?? "") { return pattern }
        fault(node.line, "pattern只能是\(TextPattern.allCases.map(\.rawValue).joined(separator: "、"))。")
        return .any
    }

    private mutating func place(_ fields: Node.Mapping) -> ItemKind {
        let parts = fields["parts"]?.sequence?.compactMap(\.string) ?? []
        if parts.isEmpty { fault(fields.line, "地点应写明parts，从大到小。") }
        return .place(parts: parts)
    }

    private mutating func options(_ fields: Node.Mapping, of id: ItemID) -> [ItemOption] {
        guard let node = fields["options"] else { return [] }
        var reader = OptionReader(
            item: id, alone: fields["alone"]?.string, ending: fields["with-or-without"]?.string)
        let options = reader.read(node, group: nil)
        lines.merge(reader.lines) { _, last in last }
        for line in reader.unread { fault(line, "选项应写成文字，或“代码: 文字”，或group和options。") }
        if let alone = fields["alone"], !options.contains(where: \.excludesOthers) {
            fault(alone.line, "alone写的“\(alone.string ?? "")”不是本题的选项。")
        }
        return options
    }
}

/// Reads the options of one item.
struct OptionReader {
    let item: ItemID
    let alone: String?
    let ending: String?
    var lines: [String: Int] = [:]
    var unread: [Int] = []

    mutating func read(_ node: Node, group: String?) -> [ItemOption] {
        if let entries = node.sequence { return entries.flatMap { read($0, group: group) } }
        if let fields = node.mapping {
            if let heading = fields["group"]?.string, let inner = fields["options"] {
                return read(inner, group: heading)
            }
            return fields.compactMap { option($0.key, label: $0.value.string, group: group) }
        }
        return option(node, label: nil, group: group).map { [$0] } ?? []
    }

    private mutating func option(_ key: Node, label: String?, group: String?) -> ItemOption? {
        guard let code = key.string, !code.isEmpty else {
            unread.append(key.line)
            return nil
        }
        lines["\(item).\(code)"] = key.line
        let (words, goto) = jump(label ?? "")
        var aliases = words.isEmpty || words == code ? [] : [words]
        if let ending, code.hasSuffix(ending), code != ending {
            aliases.append(String(code.dropLast(ending.count)))
        }
        return ItemOption(
            code, label: words.isEmpty ? code : words, group: group, aliases: aliases,
            excludesOthers: code == alone,
            goto: goto)
    }

    /// `已就业 → q2`: the words, and where they lead.
    private func jump(_ label: String) -> (String, Jump?) {
        guard let arrow = label.lastIndex(of: "→") else { return (label, nil) }
        let words = label[..<arrow].split(separator: " ").joined(separator: " ")
        let target = label[label.index(after: arrow)...].filter { !$0.isWhitespace }
        return (words, target == "end" ? .end : .item(ItemID(target)))
    }
}

extension Condition {
    /// An answer is demanded unless `condition` holds.
    static func demandUnless(_ condition: Condition) -> Condition {
        condition == .always ? .never : .not(condition)
    }
}
