// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

@Suite("路线外的回答、矛盾与核实 · 01.w2")
struct VerdictTests {
    private func form() throws -> Form {
        try SampleForms.form(
            [
                SampleForms.single(
                    "work", [SampleForms.option("yes"), SampleForms.option("no", goto: "wish")]),
                SampleForms.single(
                    "pay", [SampleForms.option("high"), SampleForms.option("low")],
                    note: .chosen("work", ["yes"])),
                SampleForms.text("pay_other", note: .chosen("pay", ["low"]), parent: "pay"),
                Item("wish", number: "3", label: "wish", kind: .yesNo),
                Item("id", label: "id", kind: .residentID),
            ],
            contradictions: [
                Contradiction(
                    "C-PAY", when: .chosen("pay", ["high"]), items: ["pay", "work"], says: "工资偏高。"),
                Contradiction(
                    "C-AGE", when: .all([.chosen("work", ["yes"]), .fact("age", .below, 16)]), items: ["id"],
                    says: "年龄不够。"),
            ])
    }

    private let sound: Answers = [
        "work": .text("yes"), "pay": .text("low"), "pay_other": .text("计件"), "wish": .text("是"),
        "id": .text("99000019800101001X"),
    ]

    private func with(_ changes: [ItemID: Answer?]) -> Answers {
        changes.reduce(into: sound) { $0[$1.key] = $1.value }
    }

    @Test func `a sound sheet is complete`() throws {
        let verdict = try form().assess(sound)
        #expect(verdict.findings == [])
        #expect(verdict.isComplete)
        #expect(verdict.path == ["work", "pay", "wish"])
        #expect(verdict.walk.asked == ["work", "pay", "pay_other", "wish", "id"])
    }

    @Test func `an answer off the path is an error that names both items and shortens nothing`() throws {
        let verdict = try form().assess(with(["work": .text("no")]))
        #expect(verdict.findings.map(\.code) == ["Q-OFFPATH", "Q-OFFPATH"])
        #expect(verdict.findings.map(\.item) == ["pay", "pay_other"])
        #expect(verdict.findings.map(\.other) == ["work", "work"])
        #expect(verdict.path == ["work", "wish"])
        #expect(!verdict.isComplete)
    }

    @Test func `an answer off the path contradicts nothing`() throws {
        let stale = with(["work": .text("no"), "pay": .text("high"), "pay_other": nil])
        #expect(try form().assess(stale).findings.map(\.code) == ["Q-OFFPATH"])
    }

    @Test func `a write-in that was not opened may be filled with 无`() throws {
        #expect(
            try form().assess(with(["pay": .text("high"), "pay_other": .text("无")])).findings.map(\.code) == [
                "C-PAY"
            ])
        let written = try form().assess(with(["pay": .text("high")])).findings
        #expect(written.map(\.code) == ["Q-OFFPATH", "C-PAY"])
        #expect(written.first?.other == "pay")
    }

    @Test func `an error off the path cannot be confirmed away`() throws {
        let answers = with(["work": .text("no")])
        let verdict = try form().assess(answers, confirmations: [Confirmation("Q-OFFPATH", reason: "纸面如此")])
        #expect(verdict.open.count == 2)
    }

    @Test func `an item that the form does not have is an error`() throws {
        #expect(try form().assess(with(["q99": .text("A")])).findings.map(\.code) == ["Q-UNKNOWN"])
    }

    @Test(arguments: [(15, ["C-AGE"]), (16, [])])
    func `a contradiction may rest on a fact of the caller`(age: Int, expected: [String]) throws {
        let findings = try form().assess(sound, facts: ["age": age]).findings
        #expect(findings.map(\.code) == expected)
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    @Test func `a fact that is not given contradicts nothing, and the form says what it asks for`() throws {
        #expect(try form().assess(sound).findings == [])
        #expect(try form().facts == ["age"])
    }

    @Test(arguments: [("当面核实过", true), ("", false), ("  ", false)])
    func `a contradiction is settled by a reason and by nothing less`(reason: String, settles: Bool) throws {
        let answers = with(["pay": .text("high"), "pay_other": nil])
        let verdict = try form().assess(answers, confirmations: [Confirmation("C-PAY", reason: reason)])
        #expect(verdict.findings.map(\.code) == ["C-PAY"])
        #expect(verdict.isComplete == settles)
        #expect(verdict.settled.count == (settles ? 1 : 0))
    }

    @Test func `a confirmation for one item does not settle another`() throws {
        let answers = with(["pay": .text("high"), "pay_other": nil])
        let other = Confirmation("C-PAY", item: "wish", reason: "核实过")
        #expect(try form().assess(answers, confirmations: [other]).open.count == 1)
    }

    @Test func `an identity number that stands so in the register is kept, flagged`() throws {
        let checks: AnswerChecks = ["id": { _ in CheckFault("Q-IDCHECK", isConfirmable: true) }]
        let verdict = try form().assess(sound, checks: checks)
        #expect(verdict.findings.map(\.code) == ["Q-IDCHECK"])
        #expect(verdict.findings.map(\.severity) == [.error])
        #expect(!verdict.isComplete)
        let kept = Confirmation("Q-IDCHECK", item: "id", reason: "户口本如此")
        let confirmed = try form().assess(sound, checks: checks, confirmations: [kept])
        #expect(confirmed.isComplete)
        #expect(confirmed.settled.map(\.item) == ["id"])
        let short = with(["id": .text("1")])
        #expect(try form().assess(short, checks: checks).findings.map(\.code) == ["Q-ID"])
    }
}
