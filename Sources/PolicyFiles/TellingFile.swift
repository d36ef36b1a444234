// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

/// telling.yaml: what people are told of the processing of their data, in versions, and what the information pack
/// holds for whom (02.w4, L.10).
public enum TellingFile {
    /// Reads the file.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> TellingRules {
        var fields = PackFields(file: file)
        guard let top = fields.top(text, ["processing-notices", "information-pack"]) else {
            throw PolicyFaults(fields.faults)
        }
        let notices = notices(top, &fields)
        let items = fields.entries(top["information-pack"], "information-pack").map { item($0, &fields) }
        if items.isEmpty { fields.fault(top.line, "information-pack至少要有一份资料。") }
        try fields.finished()
        return TellingRules(notices: notices, items: items)
    }

    private static func notices(_ top: Node.Mapping, _ fields: inout PackFields) -> [ProcessingNotice] {
        var versions: Set<String> = []
        var days: Set<Day> = []
        var found: [ProcessingNotice] = []
        let entries = fields.entries(top["processing-notices"], "processing-notices")
        if entries.isEmpty { fields.fault(top.line, "processing-notices至少要有一个版本。") }
        for entry in entries {
            fields.allow(["version", "in-force", "text"], in: entry)
            let version = fields.text(entry, "version")
            guard let day = fields.day(entry, "in-force") else { continue }
            if !versions.insert(version).inserted { fields.fault(entry.line, "版本“\(version)”写了两次。") }
            if !days.insert(day).inserted { fields.fault(entry.line, "有两个版本都从\(day.iso)起施行。") }
            found.append(ProcessingNotice(version: version, from: day, sections: sections(entry, &fields)))
        }
        return found
    }

    private static func sections(
        _ entry: Node.Mapping, _ fields: inout PackFields
    ) -> [ProcessingNotice.Section] {
        let parts = fields.entries(entry["text"], "text")
        if parts.isEmpty { fields.fault(entry.line, "告知书没有正文。") }
        return parts.map { part in
            fields.allow(["title", "says"], in: part)
            return ProcessingNotice.Section(
                title: fields.text(part, "title"), paragraphs: fields.texts(part["says"], "says"))
        }
    }

    private static func item(_ entry: Node.Mapping, _ fields: inout PackFields) -> PackItem {
        fields.allow(["name", "for"], in: entry)
        var situations: Set<Situation> = []
        let known = Situation.allCases.map(\.rawValue).joined(separator: "、")
        for text in entry["for"].map({ fields.texts($0, "for") }) ?? [] {
            if let situation = Situation(rawValue: text) {
                situations.insert(situation)
            } else {
                fields.fault(entry.line, "for里的“\(text)”不认识，只能是\(known)。")
            }
        }
        return PackItem(fields.text(entry, "name"), for: situations)
    }
}
