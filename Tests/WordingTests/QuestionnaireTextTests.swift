// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing
import Wording

@Suite("问卷检查的说法 · 01.w2")
struct QuestionnaireTextTests {
    private func form() throws -> Form {
        let options = [ItemOption("A"), ItemOption("B")]
        let items = [
            Item("name", label: "姓名", kind: .text(length: 2...25, pattern: .personName)),
            Item(
                "q3", number: "3", label: "怎样就业？",
                kind: .single([ItemOption("A"), ItemOption("C", goto: .item("q5"))])),
            Item(
                "q4", number: "4", label: "哪家单位？", kind: .text(length: 1...9, pattern: .any), allowsNone: true
            ),
            Item("q5", number: "5", label: "哪种合同？", kind: .single(options)),
            Item(
                "q5_from", label: "从何时", kind: .yearMonth(notBefore: nil), note: .chosen("q5", ["A"]),
                parent: "q5"),
            Item("mobile", label: "手机号码", kind: .mobile),
        ]
        return try Form(
            FormDefinition(
                id: "f", edition: 1, title: "样卷", sections: [FormSection("s", title: "一", items: items)],
                contradictions: [
                    Contradiction("C1", when: .chosen("q5", ["B"]), items: ["q5", "q3"], says: "合同对不上。")
                ]))
    }

    @Test func `an item is called by its number, a write-in by its question's`() throws {
        let form = try form()
        #expect(form.name(of: "q3") == "第3题")
        #expect(form.name(of: "q5_from") == "第5题的“从何时”")
        #expect(form.name(of: "name") == "“姓名”")
        #expect(form.name(of: "zz") == "“zz”")
    }

    @Test func `an answer off the path names both questions`() throws {
        let form = try form()
        let sheet: Answers = ["q3": .text("C"), "q4": .text("甲厂")]
        let finding = try #require(form.assess(sheet).findings.first { $0.rule == .offPath })
        #expect(form.sentence(finding) == "第4题不该填：第3题的回答不走到这道题。请核对第3题；它没有错的，把第4题清空。")
    }

    @Test func `a contradiction speaks in the words of the file`() throws {
        let finding = Finding(.contradiction, code: "C1", at: "q5", severity: .warning)
        #expect(try form().sentence(finding) == "合同对不上。请核实，情况属实的写明原因。")
    }

    @Test(arguments: [
        (Finding(.required, at: "q5"), "第5题没有填，请补填。"),
        (Finding(.required, at: "q4"), "第4题没有填，请补填，没有的填“无”。"),
        (Finding(.unknownOption, at: "q5", values: ["Z"]), "第5题没有“Z”这个选项，请从A、B中选。"),
        (Finding(.exactly, at: "q5", values: ["3", "2"]), "第5题要正好选3项，现在是2项，请改正。"),
        (Finding(.length, at: "name", values: ["2", "25", "1"]), "“姓名”应为2到25个字，现在是1个字，请改正。"),
        (Finding(.date, at: "q5_from", values: ["去年"]), "第5题的“从何时”的“去年”不是正确的日期，请按2026-02的样子填写。"),
        (Finding(.phone, at: "mobile"), "“手机号码”不是正确的电话号码，手机号码是1开头的11位数字；没有手机填“无”。"),
        (
            Finding(.household, at: "q5", severity: .warning, values: ["A", "B"]),
            "第5题填的是“A”，同户的人填的是“B”，应当一致。请核实，确实不同的写明原因。"
        ),
        (
            Finding(.checked, code: "Q-ID-check", at: "name", isConfirmable: true),
            "身份证号的校验码不对，请照户口本逐位核对。户口本上确实如此的，写明原因后照录，由上级核定。"
        ),
    ])
    func `a finding says where, what and what to do`(finding: Finding, expected: String) throws {
        #expect(try form().sentence(finding) == expected)
    }

    @Test(arguments: FindingRule.allCases)
    func `every rule has a sentence that ends`(rule: FindingRule) throws {
        let sentence = try form().sentence(Finding(rule, at: "q5", other: "q3", values: ["1", "2", "3"]))
        #expect(sentence.hasSuffix("。"))
        #expect(!sentence.contains("？"))
    }

    @Test func `a change that takes answers away asks first`() throws {
        let form = try form()
        let sheet: Answers = ["q3": .text("A"), "q4": .text("甲厂")]
        #expect(
            form.question(about: form.change(sheet, "q3", to: .text("C")))
                == "改了第3题，下面的回答就用不上了，会被清空：第4题。确定要改吗？")
        #expect(form.question(about: form.change(sheet, "q4", to: .text("乙厂"))) == nil)
    }
}
