// SPDX-License-Identifier: Apache-2.0

import Foundation
import Questionnaire
import Testing

@Suite("答卷的写法 · 01.w2")
struct AnswersTests {
    private func read(_ json: String) throws -> Answers {
        try JSONDecoder().decode(Answers.self, from: Data(json.utf8))
    }

    @Test func `a sheet is a flat object of texts, numbers and lists`() throws {
        let sheet = try read(
            #"{"q1": "A", "q6": 3200, "q7": ["A", "B"], "q4": null, "q9": " ", "x": true, "y": 1.5}"#)
        #expect(
            sheet == [
                "q1": .text("A"), "q6": .number(3200), "q7": .list(["A", "B"]), "x": .text("是"),
                "y": .text("1.5"),
            ])
        #expect(sheet.items.count == 5)
    }

    @Test func `a place may name its parts`() throws {
        #expect(try read(#"{"p": {"village": "乙村", "town": "甲镇"}}"#) == ["p": .list(["甲镇", "乙村"])])
    }

    @Test func `what is written is read back the same`() throws {
        let sheet: Answers = [
            "q1": .text("A"), "q6": .number(-1), "q7": .list(["A", "无"]), "q4": .text("“甲”厂"),
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let written = try encoder.encode(sheet)
        #expect(String(bytes: written, encoding: .utf8) == #"{"q1":"A","q4":"“甲”厂","q6":-1,"q7":["A","无"]}"#)
        #expect(try JSONDecoder().decode(Answers.self, from: written) == sheet)
    }

    @Test func `blank answers count as not given`() {
        var sheet: Answers = ["a": .text(" \u{3000}\n"), "b": .list([]), "c": .list([""])]
        #expect(sheet.isEmpty)
        sheet["a"] = .text("甲")
        sheet["a"] = .text("")
        #expect(sheet["a"] == nil)
    }

    @Test func `readers by kind`() {
        let sheet: Answers = ["a": .text("\u{3000}A \t"), "b": .list(["A", "B"]), "n": .text("12")]
        #expect(sheet.text("a") == "A")
        #expect(sheet.text("b") == nil)
        #expect(sheet.codes("b") == ["A", "B"])
        #expect(sheet.has("b", "B", "C"))
        #expect(!sheet.has("b", "C"))
        #expect(sheet.number("n") == 12)
    }

    @Test func `cells of a table are read by the kind of their item`() throws {
        let form = try SampleForms.form([
            Item("m", label: "m", kind: .multi(["A", "B"].map { ItemOption($0) }, exactly: nil)),
            Item("n", label: "n", kind: .number(0...9)),
            Item("i", label: "i", kind: .residentID),
            Item("s", label: "s", kind: .single([ItemOption("汉族", aliases: ["汉"])])),
            Item("p", label: "p", kind: .place(parts: ["镇", "村"])),
        ])
        #expect(form.answer(written: "A；B", at: "m") == .list(["A", "B"]))
        #expect(form.answer(written: " A ", at: "m") == .list(["A"]))
        #expect(form.answer(written: "５", at: "n") == .number(5))
        #expect(form.answer(written: "五", at: "n") == .text("五"))
        #expect(form.answer(written: "99000019800101001x", at: "i") == .text("99000019800101001X"))
        #expect(form.answer(written: "汉", at: "s") == .text("汉族"))
        #expect(form.answer(written: "甲镇；乙村", at: "p") == .list(["甲镇", "乙村"]))
        #expect(form.answer(written: "甲镇乙村", at: "p") == .text("甲镇乙村"))
        #expect(form.answer(written: "  ", at: "p") == nil)
        #expect(form.answer(written: "x", at: "zz") == .text("x"))
    }

    @Test func `other spellings and shapes count as the option's own`() throws {
        let form = try SampleForms.form([
            Item("s", label: "s", kind: .single([ItemOption("汉族", aliases: ["汉"])])),
            Item("n", label: "n", kind: .number(0...9)),
            Item("m", label: "m", kind: .multi([ItemOption("A")], exactly: nil)),
        ])
        let loose: Answers = ["s": .list(["汉"]), "n": .text("5"), "m": .text("A")]
        #expect(form.assess(loose).findings == [])
        #expect(form.counted(loose) == ["s": .text("汉族"), "n": .number(5), "m": .list(["A"])])
    }
}

@Suite("同一户的事实 · 01.w2")
struct HouseholdDifferenceTests {
    private func form() throws -> Form {
        try SampleForms.form([
            Item("dibao", label: "低保", kind: .yesNo, isHouseholdFact: true),
            Item("own", label: "own", kind: .yesNo),
        ])
    }

    @Test func `members who tell a household fact differently are named with what they tell`() throws {
        let sheets: [Answers] = [
            ["dibao": .text("是"), "own": .text("是")], ["dibao": .text("否"), "own": .text("否")],
            ["dibao": .text("是")], [:],
        ]
        let found = try form().householdDifferences(sheets)
        #expect(found.map(\.item) == ["dibao"])
        #expect(found.first?.told.map(\.value) == ["是", "否"])
        #expect(found.first?.told.map(\.sheets) == [[0, 2], [1]])
        let finding = try #require(found.first?.finding(for: 1))
        #expect(finding.code == "Q-HOUSE")
        #expect(finding.values == ["否", "是"])
        #expect(finding.isConfirmable)
        #expect(found.first?.finding(for: 3) == nil)
    }

    @Test func `members who agree, and gaps, give nothing`() throws {
        #expect(try form().householdDifferences([["dibao": .text("是")], [:], ["dibao": .list(["是"])]]) == [])
    }
}
