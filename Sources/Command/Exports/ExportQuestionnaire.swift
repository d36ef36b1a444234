// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import PolicyFiles
import Questionnaire

/// `yuanzhu export questionnaire`: every item with its options and when it is asked.
struct ExportQuestionnaire: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire", abstract: "列出问卷的全部题目：题名、问法、选项，以及什么情况下问。")

    @Flag(help: "每题输出一行JSON。")
    var json = false
    @OptionGroup var outlet: Outlet
    @OptionGroup var policy: PolicyPlace

    func run() throws {
        let path = try policy.folder() + "/questionnaire.yaml"
        let form = try QuestionnaireFile.read(TextFile.read(path), file: path)
        let lines = form.definition.sections.flatMap { section in
            section.items.map { item in
                let line = ItemLine(item: item, section: section.id, when: form.relevance(of: item.id))
                return json ? line.json.text : line.text
            }
        }
        try outlet.write(lines)
    }
}

/// One item as scripts read it.
private struct ItemLine {
    let item: Item
    let section: String
    let when: Condition?

    var json: JSONValue {
        [
            "item": .text(item.id.name), "number": .optional(item.number), "section": .text(section),
            "kind": .text(item.kind.word), "asks": .text(item.label), "hint": .optional(item.hint),
            "parent": .optional(item.parent?.name),
            "options": .list(
                item.kind.options.map {
                    ["code": .text($0.code), "label": .text($0.label), "group": .optional($0.group)]
                }),
            "when": .text((when ?? .always).written), "none_allowed": .bool(item.allowsNone),
        ]
    }

    var text: String {
        let options = item.kind.options.map { $0.code == $0.label ? $0.code : "\($0.code) \($0.label)" }
        let asked = when == .always || when == nil ? "" : "（\((when ?? .always).written)时问）"
        return ([item.id.name, item.label + asked] + options).joined(separator: "  ")
    }
}

extension ItemKind {
    /// The word of questionnaire.yaml.
    fileprivate var word: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .single: "single"
        case .multi: "multi"
        case .yesNo: "yes-no"
        case .day: "day"
        case .yearMonth: "month"
        case .year: "year"
        case .place: "place"
        case .residentID: "resident-id"
        case .mobile: "mobile"
        case .phone: "phone"
        case .heading: "heading"
        }
    }
}

extension Condition {
    /// The condition as questionnaire.yaml writes it.
    var written: String {
        switch self {
        case .always: "always"
        case .never: "not always"
        case .answered(let item): "answered \(item)"
        case .chosen(let item, let codes) where codes.count == 1: "\(item) = \(codes[0])"
        case .chosen(let item, let codes): "\(item) in \(codes.joined(separator: " "))"
        case .fact(let name, let comparison, let limit): "fact \(name) \(comparison.rawValue) \(limit)"
        case .all(let parts): parts.map(\.bracketed).joined(separator: " and ")
        case .any(let parts): parts.map(\.bracketed).joined(separator: " or ")
        case .not(let inner): "not " + inner.bracketed
        }
    }

    private var bracketed: String {
        switch self {
        case .all(let parts), .any(let parts): parts.count > 1 ? "(\(written))" : written
        case .always, .never, .answered, .chosen, .fact, .not: written
        }
    }
}
