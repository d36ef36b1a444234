// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

private let formal = ShippedQuestionnaire.formal
private let informal = ShippedQuestionnaire.informal
private let wanting = ShippedQuestionnaire.wanting

@Suite("问卷表上的填写规则 · 01.w2")
struct QuestionnaireRuleTests {
    private func codes(_ sheet: Answers, _ facts: [String: Int] = [:]) throws -> [String] {
        try ShippedQuestionnaire.form().assess(sheet, facts: facts).findings.map(\.code)
    }

    @Test(arguments: [
        formal, ShippedQuestionnaire.flexible, informal, wanting, ShippedQuestionnaire.unwilling,
        informal.with(["q5": .text("B"), "q8": .text("C"), "q9": nil]),
    ])
    func `a sheet filled as the paper asks is complete on each route`(sheet: Answers) throws {
        let verdict = try ShippedQuestionnaire.form().assess(sheet, facts: ["age": 46, "of-working-age": 1])
        #expect(verdict.findings == [])
        #expect(verdict.isComplete)
        #expect(verdict.walk.next == nil)
    }

    @Test func `every item asked is demanded`() throws {
        let form = try ShippedQuestionnaire.form()
        for sheet in [formal, informal, wanting] {
            for item in form.walk(sheet).asked where form.item(item)?.kind != .heading {
                let gap = form.assess(sheet.with([item: nil]))
                #expect(gap.findings.contains(Finding(.required, at: item)), "\(item)")
                #expect(!gap.isComplete)
            }
        }
    }

    @Test func `an answer off the path names both items`() throws {
        let sheet = ShippedQuestionnaire.flexible.with(["q4": .text("甲厂")])
        let verdict = try ShippedQuestionnaire.form().assess(sheet)
        #expect(verdict.findings == [Finding(.offPath, at: "q4", other: "q3")])
        #expect(verdict.path.map(\.name) == ["q1", "q2", "q3", "q6", "q7", "q13", "q14", "q15", "q16"])
        let stray = try ShippedQuestionnaire.form().assess(wanting.with(["q9": .text("A")])).findings
        #expect(stray == [Finding(.offPath, at: "q9", other: "q1")])
        let after = try ShippedQuestionnaire.form().assess(
            ShippedQuestionnaire.unwilling.with(["q13": .text("A")]))
        #expect(after.findings == [Finding(.offPath, at: "q13", other: "q11")])
    }

    @Test func `question 14 is exactly three, 7 H and 15 无 stand alone`() throws {
        #expect(try codes(formal.with(["q14": .list(["A", "B"])])) == ["Q-COUNT"])
        #expect(try codes(formal.with(["q14": .list(["A", "B", "C", "D"])])) == ["Q-COUNT"])
        #expect(try codes(formal.with(["q14": .list(["A", "B", "I"])])) == [])
        #expect(try codes(ShippedQuestionnaire.flexible.with(["q7": .list(["H", "G"])])) == ["Q-ONLY"])
        #expect(try codes(formal.with(["q15": .list(["无", "焊工"])])) == ["Q-ONLY"])
        #expect(try codes(formal.with(["q15": .text("无")])) == [])
        #expect(try codes(formal.with(["q15": .list(["焊工", "其他"])])) == ["Q-REQ"])
    }

    @Test func `无 is legal where the paper fills blanks with it, nowhere else`() throws {
        for item in ["name", "q4", "id_number"] as [ItemID] {
            #expect(try !codes(formal.with([item: .text("无")])).isEmpty)
        }
        #expect(try codes(formal.with(["q4": .text("无")])) == ["Q-NONE"])
        #expect(try codes(formal.with(["mobile": .text("无"), "home_phone": .text("69440000")])) == [])
        let none = formal.with(["top_trade": .text("无"), "top_level": nil, "skills": nil])
        #expect(try codes(none) == [])
        #expect(try codes(formal.with(["top_level": nil, "skills": nil])) == ["Q-REQ", "Q-REQ"])
        #expect(try codes(wanting.with(["q12": .list(["H"]), "q12_other": .text("无")])) == ["Q-NONE"])
        #expect(try codes(formal.with(["skills_other": .text("无")])) == [])
        #expect(try codes(formal.with(["q16_suggestions": nil])) == ["Q-REQ"])
    }

    @Test func `a disability has its grade and its capacity`() throws {
        let disabled = formal.with(["health": .text("残疾")])
        #expect(try codes(disabled) == ["Q-REQ", "Q-REQ"])
        #expect(
            try codes(disabled.with(["disability_grade": .number(2), "disability_capacity": .text("有")]))
                == [])
        #expect(
            try codes(disabled.with(["disability_grade": .text("5"), "disability_capacity": .text("无")])) == [
                "Q-OPTION"
            ])
        #expect(try codes(formal.with(["disability_grade": .text("2")])) == ["Q-OFFPATH"])
    }

    @Test func `the 56 peoples of the standard are listed in its order, with or without 族`() throws {
        let options = try ShippedQuestionnaire.form().item("ethnicity")?.kind.options ?? []
        #expect(options.count == 56)
        #expect(options.first?.code == "汉族")
        #expect(options.last?.code == "基诺族")
        #expect(options.map(\.code).firstIndex(of: "土族") == 29)
        #expect(options.map(\.code).firstIndex(of: "满族") == 10)
        #expect(try codes(formal.with(["ethnicity": .text("维吾尔")])) == [])
        #expect(try codes(formal.with(["ethnicity": .text("穿青人")])) == ["Q-OPTION"])
    }
}

@Suite("对不上的回答，核实后写明原因 · 01.w2")
struct QuestionnaireContradictionTests {
    struct Case: Sendable {
        let code: String
        let sheet: Answers
        let odd: [ItemID: Answer]
        let sound: [ItemID: Answer]
        var facts: [String: Int] = [:]
        var soundFacts: [String: Int] = [:]
    }

    static let cases: [Case] = [
        Case(
            code: "Q-NOPHONE", sheet: formal, odd: ["mobile": .text("无"), "home_phone": .text("无")],
            sound: ["mobile": .text("无"), "home_phone": .text("69440000")]),
        Case(
            code: "Q-3A5D", sheet: formal, odd: ["q5": .text("D")],
            sound: ["q3": .text("B"), "q5": .text("D")]),
        Case(code: "Q-3A7H", sheet: formal, odd: ["q7": .list(["H"])], sound: ["q7": .list(["G"])]),
        Case(code: "Q-8AB5", sheet: informal, odd: ["q5": .text("B")], sound: ["q5": .text("D")]),
        Case(
            code: "Q-8AB5", sheet: informal, odd: ["q8": .text("B"), "q5": .text("C"), "q7": .list(["A"])],
            sound: ["q8": .text("B"), "q7": .list(["A"])]),
        Case(
            code: "Q-8C5D", sheet: informal, odd: ["q8": .text("C"), "q9": .text("")],
            sound: ["q8": .text("C"), "q9": .text(""), "q5": .text("B")]),
        Case(
            code: "Q-8AC7", sheet: informal, odd: ["q7": .list(["F", "E"])], sound: ["q7": .list(["F", "G"])]),
        Case(
            code: "Q-8B7", sheet: informal, odd: ["q8": .text("B"), "q7": .list(["F", "G"])],
            sound: ["q8": .text("B"), "q7": .list(["B", "G"])]),
        Case(
            code: "Q-1A-REG", sheet: formal, odd: ["registration": .text("就业转失业")],
            sound: ["registration": .text("农村二产")]),
        Case(
            code: "Q-1A-REG", sheet: formal, odd: ["registration": .text("新成长失业青年")],
            sound: ["registration": .text("农村新生劳动力")]),
        Case(
            code: "Q-1A-REG", sheet: formal, odd: ["registration": .text("其他失业人员")],
            sound: ["registration": .text("其他就业")]),
        Case(
            code: "Q-1B-REG", sheet: wanting, odd: ["registration": .text("在业人员")],
            sound: ["registration": .text("其他失业人员")]),
        Case(
            code: "Q-1B-REG", sheet: wanting, odd: ["registration": .text("农村三产")],
            sound: ["registration": .text("农村富余劳动力")]),
        Case(
            code: "Q-AGE", sheet: formal, odd: [:], sound: [:], facts: ["of-working-age": 0],
            soundFacts: ["of-working-age": 1]),
        Case(
            code: "Q-ECON-DIBAO", sheet: formal, odd: ["economy": .text("较好"), "dibao": .text("是")],
            sound: ["economy": .text("困难"), "dibao": .text("是")]),
        Case(
            code: "Q-12D-AGE", sheet: wanting, odd: ["q12": .list(["D"])], sound: ["q12": .list(["D"])],
            facts: ["age": 36], soundFacts: ["age": 35]),
        Case(
            code: "Q-12D-AGE", sheet: wanting, odd: ["q12": .list(["D"])], sound: ["q12": .list(["D"])],
            facts: ["age": 17], soundFacts: ["age": 18]),
        Case(
            code: "Q-EDU-AGE", sheet: formal, odd: ["education": .text("本科")],
            sound: ["education": .text("本科")],
            facts: ["age": 15], soundFacts: ["age": 22]),
    ]

    @Test(arguments: cases)
    func `it is noticed, asks for a reason, and is not seen where there is none`(one: Case) throws {
        let form = try ShippedQuestionnaire.form()
        let odd = form.assess(one.sheet.with(one.odd), facts: one.facts)
        #expect(odd.findings.map(\.code) == [one.code])
        #expect(odd.findings.map(\.severity) == [.warning])
        #expect(!odd.isComplete)
        let settled = form.assess(
            one.sheet.with(one.odd), facts: one.facts,
            confirmations: [Confirmation(one.code, reason: "当面核实过")])
        #expect(settled.isComplete)
        let sound = form.assess(one.sheet.with(one.sound), facts: one.soundFacts)
        #expect(sound.findings.map(\.code) == [])
    }

    @Test func `every contradiction of the file has its case`() throws {
        let listed = Set(try ShippedQuestionnaire.form().definition.contradictions.map(\.code))
        #expect(listed == Set(Self.cases.map(\.code)))
    }

    @Test func `economy, allowance and only child are the same for a whole household`() throws {
        let form = try ShippedQuestionnaire.form()
        let other = formal.with(["economy": .text("困难"), "dibao": .text("是"), "only_child": .text("否")])
        #expect(
            form.householdDifferences([formal, other]).map(\.item) == ["only_child", "economy", "dibao"])
        #expect(form.householdDifferences([formal, wanting]) == [])
    }
}
