// SPDX-License-Identifier: Apache-2.0

import PolicyFiles
import Questionnaire
import Testing

@Suite("问卷文件的毛病按行指出 · 01.w1")
struct QuestionnaireFileTests {
    /// The faults of a file, as `LINE: sentence`.
    private func faults(_ text: String) -> [String] {
        do {
            _ = try QuestionnaireFile.read(text, file: "q.yaml")
            return []
        } catch {
            return error.list.map { "\($0.line): \($0.says)" }
        }
    }

    private let head = """
        form: f
        edition: 1
        title: 样卷
        facts: {age: 周岁}
        sections:
          - section: s
            title: 一
            items:

        """

    /// Lines from the ninth on.
    private func faultsOf(items: String) -> [String] { faults(head + items) }

    @Test func `a sound file is read whole`() throws {
        let form = try QuestionnaireFile.read(
            head + """
                      - item: q1
                        number: 1
                        asks: 有工作吗？
                        hint: 问现在
                        kind: single
                        options: {A: 有, B: 没有 → end}
                        write-ins:
                          - {item: q1_other, asks: 说明, only: q1 = A, kind: text, length: 1-9, none: yes}
                      - {item: q2, asks: 要什么？, kind: multi, options: [甲, {乙: 乙类}], alone: 乙, exactly: 1}
                contradictions:
                  - {code: C1, when: q1 = A and (not q2 = 甲 or fact age <= 15), look-at: [q1, q2], says: 不符。}
                """, file: "q.yaml")
        #expect(form.items.map(\.id) == ["q1", "q1_other", "q2"])
        #expect(form.item("q1")?.kind == .single([ItemOption("A", label: "有", aliases: ["有"]), stop]))
        #expect(form.item("q1")?.hint == "问现在")
        #expect(form.item("q1_other")?.parent == "q1")
        #expect(form.item("q1_other")?.allowsNone == true)
        #expect(form.item("q2")?.kind.options.map(\.excludesOthers) == [false, true])
        let when = Condition.all([
            .chosen("q1", ["A"]), .any([.not(.chosen("q2", ["甲"])), .fact("age", .atMost, 15)]),
        ])
        #expect(form.contradiction("C1")?.when == when)
        #expect(form.facts == ["age"])
    }

    private let stop = ItemOption("B", label: "没有", aliases: ["没有"], goto: .end)

    @Test(arguments: [
        ("A: 有 → q9", "14: q1：选项“A”跳到“q9”，没有这道题。"),
        ("A: 有 → q1", "14: q1：选项“A”跳回“q1”，问卷会没完没了，只能往后跳。"),
    ])
    func `a jump that leads nowhere or back is named at its line`(option: String, expected: String) {
        let text = """
                  - item: q1
                    asks: 有工作吗？
                    kind: single

                    options:
                      \(option)
                      B: 没有
                  - {item: q2, asks: 哪里？, kind: text, length: 1-9}
            """
        #expect(faultsOf(items: text) == [expected])
    }

    @Test func `an item that cannot be reached is named at its line`() {
        let text = """
                  - {item: q1, asks: 有工作吗？, kind: single, options: {A: 有 → q3, B: 没有 → end}}
                  - {item: q2, asks: 哪里？, kind: text, length: 1-9}
                  - {item: q3, asks: 多久？, kind: text, length: 1-9}
            """
        #expect(faultsOf(items: text) == ["10: q2：没有一条路线会问到这道题，请检查跳转和only。"])
    }

    @Test func `doubles, later items and unknown options are named at their lines`() {
        let text = """
                  - {item: q1, asks: 一, kind: single, options: {A: 有, B: 没有}}
                  - item: q2
                    asks: 二
                    only: q3 = A
                    kind: yes-no
                  - {item: q3, asks: 三, kind: single, options: [A, A]}
                  - {item: q1, asks: 四, kind: yes-no}
                  - {item: q5, asks: 五, kind: yes-no, only: q1 = Z}
            """
        #expect(
            faultsOf(items: text) == [
                "12: q2：only里的“q3”在后面才问，只能用前面的题。", "14: q3：选项“A”写了两遍。",
                "15: q1：这个名称前面已经用过，请换一个。", "16: q5：提到了“q1”的选项“Z”，没有这个选项。",
            ])
    }

    @Test func `fields that are missing, unknown or badly written are all named at once`() {
        let text = """
                  - {item: q1, kind: single, options: [A], colour: red}
                  - {item: q2, asks: 二, kind: poem}
                  - {item: q3, asks: 三, kind: number, range: 9-1}
                  - {item: q4, asks: 四, kind: yes-no, none: maybe, only: q1 is A}
                  - {item: q5, asks: 五, kind: multi, options: [A], alone: B, exactly: two}
                  - {item: q6, asks: 六, kind: text, length: 1-9, pattern: poem}
            contradictions:
              - {code: C1, when: fact height > 3, look-at: [q1], says: 高。}
            """
        let found = faultsOf(items: text)
        #expect(
            found.map { $0.prefix { $0 != ":" } } == [
                "9", "9", "10", "11", "12", "12", "13", "13", "14", "16",
            ])
        #expect(found.contains("10: 不认识题型“poem”。"))
        #expect(found.contains("12: “q1”后面应是“=”或“in”。"))
        #expect(found.contains("16: 没有“height”这个数，请先写进facts。"))
    }

    @Test(arguments: [
        ("", "0: 文件应有form、edition、title、sections等项。"), ("a: [", "2: 不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。"),
    ])
    func `what is no form is refused`(text: String, expected: String) {
        #expect(faults(text).first?.hasSuffix(String(expected.drop { $0 != " " })) == true)
    }

    @Test(arguments: ["q1 =", "q1 = A and", "(q1 = A", "q1 = A)", "q1 in", "fact age << 3", "not", "q1"])
    func `a condition that breaks off is refused`(condition: String) {
        let text = """
                  - {item: q1, asks: 一, kind: single, options: [A, B]}
                  - item: q2
                    asks: 二
                    only: "\(condition)"
                    kind: yes-no
            """
        #expect(faultsOf(items: text).map { $0.prefix(3) } == ["12:"])
    }

    @Test func `the shipped questionnaire is sound and speaks at every moment of the visit`() throws {
        let form = try ShippedQuestionnaire.form()
        #expect(form.definition.id == "need-survey")
        #expect(form.definition.edition == 1)
        for moment in ["opening", "screening", "screened-out", "closing"] {
            #expect(form.passage(moment) != nil)
        }
        #expect(form.items.compactMap(\.number) == (1...16).map { String($0) })
        #expect(form.facts == ["age", "of-working-age"])
        #expect(form.screens.count == form.items.filter { $0.parent == nil }.count)
    }
}
