// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

@Suite("答卷的检查，一次说全 · 01.w2")
struct FindingTests {
    private func item(_ kind: ItemKind, allowsNone: Bool = false) -> Item {
        Item("x", number: "1", label: "x", kind: kind, allowsNone: allowsNone)
    }

    private func codes(_ item: Item, _ answer: Answer?) throws -> [String] {
        let form = try SampleForms.form([item])
        var answers = Answers()
        answers["x"] = answer
        return form.assess(answers).findings.map(\.code)
    }

    private static let letters = ["A", "B", "C", "D"].map { ItemOption($0, excludesOthers: $0 == "D") }

    @Test(arguments: [
        (Answer.text("A"), [String]()), (.list(["A"]), []), (.text("Z"), ["Q-OPTION"]),
        (.list(["A", "B"]), ["Q-SINGLE"]),
        (.text("a"), ["Q-OPTION"]), (.number(1), ["Q-OPTION"]), (.text("无"), ["Q-OPTION"]),
    ])
    func `a single choice takes one known option`(answer: Answer, expected: [String]) throws {
        #expect(try codes(item(.single(Self.letters)), answer) == expected)
    }

    @Test(arguments: [
        (["A"], [String]()), (["A", "B", "C"], []), (["D"], []), (["A", "D"], ["Q-ONLY"]),
        (["D", "A", "B"], ["Q-ONLY"]),
        (["A", "A"], ["Q-TWICE"]), (["A", "Z"], ["Q-OPTION"]),
    ])
    func `an option that stands alone rules out the others`(ticked: [String], expected: [String]) throws {
        #expect(try codes(item(.multi(Self.letters, exactly: nil)), .list(ticked)) == expected)
    }

    @Test(arguments: [
        (["A", "B"], ["Q-COUNT"]), (["A", "B", "C"], []), (["A", "B", "C", "E"], ["Q-COUNT"]),
        (["A", "B", "B"], ["Q-TWICE", "Q-COUNT"]), (["A"], ["Q-COUNT"]),
    ])
    func `exactly three means three different ones`(ticked: [String], expected: [String]) throws {
        let options = ["A", "B", "C", "E"].map { ItemOption($0) }
        #expect(try codes(item(.multi(options, exactly: 3)), .list(ticked)) == expected)
    }

    @Test func `无 is written only where the form says so`() throws {
        let text = ItemKind.text(length: 1...9, pattern: .any)
        #expect(try codes(item(text), .text("无")) == ["Q-NONE"])
        #expect(try codes(item(text, allowsNone: true), .text("无")) == [])
        #expect(try codes(item(.mobile, allowsNone: true), .text("无")) == [])
        #expect(try codes(item(.mobile), .text("无")) == ["Q-NONE"])
        #expect(try codes(item(.number(0...9)), .text("无")) == ["Q-NONE"])
        #expect(try codes(item(text), .text("  ")) == ["Q-REQ"])
        #expect(try codes(item(text), nil) == ["Q-REQ"])
    }

    @Test(arguments: [
        ("王", ["Q-LENGTH"]), ("王秀", []), ("买买提·艾山", []), ("𠮷田", []), ("王\u{E000}", []), ("王5", ["Q-CHARS"]),
        ("王，秀", ["Q-CHARS"]), (String(repeating: "王", count: 25), []),
        (String(repeating: "王", count: 26), ["Q-LENGTH"]),
        (" 王秀 ", []),
    ])
    func `names have 2 to 25 letters of any script and the middle dot`(name: String, expected: [String])
        throws
    {
        #expect(try codes(item(.text(length: 2...25, pattern: .personName)), .text(name)) == expected)
    }

    @Test(arguments: [
        (Answer.number(0), [String]()), (.number(-1), ["Q-RANGE"]), (.text("3200"), []),
        (.text("3200.5"), ["Q-NUMBER"]),
        (.number(10_000), []), (.number(10_001), ["Q-RANGE"]), (.text("三千"), ["Q-NUMBER"]),
        (.list(["1", "2"]), ["Q-SINGLE"]),
    ])
    func `a number is whole and within its limits`(answer: Answer, expected: [String]) throws {
        #expect(try codes(item(.number(0...10_000)), answer) == expected)
    }

    @Test(arguments: [
        ("13800000000", true), ("1380000000", false), ("138000000000", false), ("23800000000", false),
        ("1380000000a", false), ("１３８００００００００", false),
    ])
    func `a mobile number has 11 digits and begins with 1`(number: String, passes: Bool) throws {
        #expect(try codes(item(.mobile), .text(number)) == (passes ? [] : ["Q-PHONE"]))
    }

    @Test(arguments: [
        ("69441234", true), ("010-69441234", true), ("010-69441234-801", true), ("6944", false),
        ("010--69441234", false),
        ("住宅", false), ("01069441234", true),
    ])
    func `a telephone number may have area code and extension`(number: String, passes: Bool) throws {
        #expect(try codes(item(.phone), .text(number)) == (passes ? [] : ["Q-PHONE"]))
    }

    @Test(arguments: [
        ("99000019800101001X", true), ("99000019800101001x", true), ("990000198001010011", true),
        ("99000019800101001", false), ("9900001980010100111", false), ("99000019800101X011", false),
    ])
    func `an identity number is 17 digits and a digit or X`(number: String, passes: Bool) throws {
        #expect(try codes(item(.residentID), .text(number)) == (passes ? [] : ["Q-ID"]))
    }

    @Test(arguments: [
        (ItemKind.yearMonth(notBefore: nil), "2011-03", true), (.yearMonth(notBefore: nil), "2011-13", false),
        (.yearMonth(notBefore: nil), "2011", false), (.day, "2012-02-29", true), (.day, "2011-02-29", false),
    ])
    func `days and months are of the calendar`(kind: ItemKind, text: String, passes: Bool) throws {
        #expect(try codes(item(kind), .text(text)) == (passes ? [] : ["Q-DATE"]))
    }

    @Test(arguments: [("2011-02", ["Q-ORDER"]), ("2011-03", []), ("2011-04", [])])
    func `a contract does not end before it begins`(end: String, expected: [String]) throws {
        let from = Item("from", label: "起", kind: .yearMonth(notBefore: nil))
        let until = Item("until", label: "止", kind: .yearMonth(notBefore: "from"))
        let answers: Answers = ["from": .text("2011-03"), "until": .text(end)]
        let findings = try SampleForms.form([from, until]).assess(answers).findings
        #expect(findings.map(\.code) == expected)
        #expect(findings.allSatisfy { $0.item == "until" && $0.other == "from" })
    }

    @Test func `a place has all its parts or is one text`() throws {
        let place = item(.place(parts: ["镇", "村"]))
        #expect(try codes(place, .list(["甲镇", "乙村"])) == [])
        #expect(try codes(place, .list(["甲镇"])) == ["Q-PLACE"])
        #expect(try codes(place, .text("甲镇乙村")) == [])
    }

    @Test func `an item may stay empty where the form says so`() throws {
        let trade = SampleForms.text("trade", allowsNone: true)
        let level = Item("level", label: "级", kind: .yesNo, required: .not(.chosen("trade", ["无"])))
        let form = try SampleForms.form([level, trade])
        #expect(form.assess(["trade": .text("无")]).findings == [])
        #expect(form.assess(["trade": .text("焊工")]).findings.map(\.item) == ["level"])
        #expect(form.assess([:]).findings.map(\.item) == ["level", "trade"])
        #expect(form.walk(["trade": .text("无")]).next == nil)
    }
}
