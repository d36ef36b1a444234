// SPDX-License-Identifier: Apache-2.0

import Assistance
import Yams

/// papers.yaml: the checklist of papers by application and category (02.r4).
public enum PapersFile {
    /// Reads the file.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> PaperRules {
        var fields = PackFields(file: file)
        guard let top = fields.top(text, ["papers"]) else { throw PolicyFaults(fields.faults) }
        let entries = fields.entries(top["papers"], "papers")
        if entries.isEmpty { fields.fault(top["papers"]?.line ?? 0, "papers至少要有一份材料。") }
        var rules: [PaperRule] = []
        var lines: [PaperID: Int] = [:]
        for entry in entries {
            let rule = paper(entry, &fields)
            if let first = lines[rule.id], !rule.id.rawValue.isEmpty {
                fields.fault(entry.line, "id“\(rule.id.rawValue)”在第\(first)行已经用过。")
            }
            lines[rule.id] = lines[rule.id] ?? entry.line
            rules.append(rule)
        }
        try fields.finished()
        return PaperRules(rules)
    }

    private static let names = [
        "id", "name", "for", "categories", "each-member", "originals", "copies", "from", "why",
    ]

    private static func paper(_ entry: Node.Mapping, _ fields: inout PackFields) -> PaperRule {
        fields.allow(names, in: entry)
        let id = fields.text(entry, "id")
        if !id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
            fields.fault(entry["id"]?.line ?? entry.line, "id“\(id)”只能用小写英文字母、数字和“-”。")
        }
        let kinds = codes(entry, "for", ApplicationKind.self, &fields)
        if entry["for"] == nil { fields.fault(entry.line, "“for”没有写。") }
        let originals = count(entry, "originals", &fields)
        let copies = count(entry, "copies", &fields)
        if originals == 0, copies == 0 { fields.fault(entry.line, "“\(id)”的原件和复印件都是0份，不用列出。") }
        return PaperRule(
            id, fields.text(entry, "name"), for: kinds,
            categories: codes(entry, "categories", HardshipCategory.self, &fields),
            isPerMember: isYes(entry, "each-member", &fields), originals: originals ?? 0, copies: copies ?? 0,
            from: fields.text(entry, "from"), why: fields.text(entry, "why"))
    }

    private static func count(_ entry: Node.Mapping, _ key: String, _ fields: inout PackFields) -> Int? {
        fields.whole(entry[key], key, 0...20, at: entry.line)
    }

    /// Codes of an enumeration; an unknown one is a fault on its own line.
    private static func codes<Code: CaseIterable & RawRepresentable & Hashable>(
        _ entry: Node.Mapping, _ key: String, _ type: Code.Type, _ fields: inout PackFields
    ) -> Set<Code> where Code.RawValue == String {
        guard let node = entry[key] else { return [] }
        let known = Code.allCases.map(\.rawValue).joined(separator: "、")
        var found: Set<Code> = []
        for text in fields.texts(node, key) {
            if let code = Code(rawValue: text) {
                found.insert(code)
            } else {
                fields.fault(node.line, "\(key)里的“\(text)”不认识，只能是\(known)。")
            }
        }
        if found.isEmpty { fields.fault(node.line, "\(key)至少要写一项。") }
        return found
    }

    private static func isYes(_ entry: Node.Mapping, _ key: String, _ fields: inout PackFields) -> Bool {
        guard let node = entry[key] else { return false }
        if node.string == "yes" { return true }
        if node.string != "no" { fields.fault(node.line, "\(key)只能写yes或no。") }
        return false
    }
}
