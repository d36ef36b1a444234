// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Yams

/// 问卷文件: a form as YAML of the policy pack. The head of the shipped file explains its words.
public enum QuestionnaireFile {
    /// Reads a form and proves it sound.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> Form {
        var draft = QuestionnaireDraft(file: file)
        draft.read(text)
        guard draft.faults.isEmpty else { throw PolicyFaults(draft.faults) }
        do throws(FormFaults) {
            return try Form(draft.definition)
        } catch {
            throw PolicyFaults(error.faults.map(draft.located))
        }
    }
}

/// What was read so far of a form, with every fault met on the way.
struct QuestionnaireDraft {
    let file: String
    var definition = FormDefinition(id: "", edition: 1, title: "", sections: [])
    var facts: Set<String> = []
    var faults: [PolicyFault] = []
    /// The line of an item, `item.option`, `item only`, or a contradiction's code; of doubles the last.
    var lines: [String: Int] = [:]

    init(file: String) { self.file = file }

    mutating func fault(_ line: Int, _ says: String) {
        faults.append(PolicyFault(file: file, line: line, says: says))
    }

    mutating func read(_ text: String) {
        do {
            guard let node = try Yams.compose(yaml: text), let fields = node.mapping else {
                fault(0, "文件应有form、edition、title、sections等项。")
                return
            }
            readForm(fields)
        } catch let error as YamlError {
            fault(error.line, "不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。")
        } catch {
            fault(0, "不是合格的YAML。")
        }
    }

    private mutating func readForm(_ fields: Node.Mapping) {
        allow(["form", "edition", "title", "facts", "passages", "sections", "contradictions"], in: fields)
        definition.id = text(fields, "form", at: 1)
        definition.title = text(fields, "title", at: 1)
        if fields["edition"] == nil { fault(0, "缺少“edition”。") }
        if let edition = whole(fields, "edition") { definition.edition = edition }
        for (name, _) in fields["facts"]?.mapping ?? [:] { facts.insert(name.string ?? "") }
        for entry in list(fields, "passages") { readPassage(entry) }
        for entry in list(fields, "sections") { readSection(entry) }
        for entry in list(fields, "contradictions") { readContradiction(entry) }
    }

    private mutating func readPassage(_ fields: Node.Mapping) {
        allow(["moment", "says"], in: fields)
        let line = fields.line
        definition.passages.append(
            Passage(text(fields, "moment", at: line), says: text(fields, "says", at: line)))
    }

    private mutating func readSection(_ fields: Node.Mapping) {
        allow(["section", "title", "items"], in: fields)
        let id = text(fields, "section", at: fields.line)
        let title = text(fields, "title", at: fields.line)
        let items = list(fields, "items").flatMap { readItem($0, under: nil) }
        definition.sections.append(FormSection(id, title: title, items: items))
    }

    private mutating func readContradiction(_ fields: Node.Mapping) {
        allow(["code", "when", "look-at", "says"], in: fields)
        let code = text(fields, "code", at: fields.line)
        lines[code] = fields["when"]?.line ?? fields.line
        if fields["when"] == nil { fault(fields.line, "缺少“when”。") }
        let items = fields["look-at"]?.sequence?.compactMap { $0.string.map { ItemID($0) } } ?? []
        let when = condition(fields, "when") ?? .never
        definition.contradictions.append(
            Contradiction(code, when: when, items: items, says: text(fields, "says", at: fields.line)))
    }

    /// A condition; `nil` when the field is not there or cannot be read.
    mutating func condition(_ fields: Node.Mapping, _ key: String) -> Condition? {
        guard let node = fields[key] else { return nil }
        do throws(ConditionText.Fault) {
            let condition = try ConditionText.read(node.string ?? "")
            for name in condition.facts.sorted() where !facts.contains(name) {
                fault(node.line, "没有“\(name)”这个数，请先写进facts。")
            }
            return condition
        } catch {
            fault(node.line, error.says)
            return nil
        }
    }
}
