// SPDX-License-Identifier: Apache-2.0
import Pages
import Questionnaire
import SamplePeople
import Testing

@Suite("Pages of the survey, as recorded")
struct SurveyPagesTests {
    private static let line = SurveyLine(
        "沙岭村", "/survey/rounds/1", isOpen: true, roll: 7, surveyed: 2, excused: 1, late: 1,
        ledger: Tag("未上报", .yellow), due: Tag("2026-04-02 剩23个工作日"))

    @Test func `the year's progress`() throws {
        let page = SurveyPage(
            year: 2026, years: [2026, 2025], unit: "杨镇", lineTitle: "社区（村）", lines: [Self.line, Self.line],
            dueReasons: ["自2026-03-02起1个月。"], blankPaper: "/survey/paper/blank")
        try expectGolden(page.body, "survey-progress")
    }

    @Test func `a round with its lists and ledger`() throws {
        let person = RoundPerson(
            "王秀兰", file: "/people/1", sex: "女", age: 43, household: "12", lastFour: "0021",
            state: Tag("未访", .orange), sheet: "/survey/rounds/1/sheets?person=1",
            excuse: "/survey/rounds/1/excuses?person=1")
        let page = SurveyRoundPage(
            village: "沙岭村", year: 2026, link: "/survey/rounds/1", line: Self.line, part: "missing",
            people: [person],
            drafts: [
                SheetDraftLine("李建国", "/sheets/abc", interviewed: "2026-03-01", due: Tag("剩3个工作日"))
            ],
            deadlines: [
                DeadlineLine(
                    "入户调查完成", day: "2026-04-02（星期四）", state: Tag("剩23个工作日"), reasons: ["自2026-03-02起。"])
            ],
            ledger: RoundLedger("统计台账还没有上报。", .note, submit: "/survey/rounds/1/ledger", version: 1),
            newPerson: "/survey/rounds/1/sheets", Samples.context)
        try expectGolden(page.body, "survey-round")
    }

    @Test func `a question whose answer the roll knows otherwise`() throws {
        let answers: Answers = ["education": .text("高中")]
        let fields = SheetFields(Sample.form, answers, roll: ["education": .text("初中")])
        let item = try #require(Sample.form.item("education"))
        try expectGolden(.each(fields.fields(item)) { $0.html }, "survey-field")
    }

    @Test func `the questionnaire on paper, ticked where the roll knows`() throws {
        let answers = Sample.answers(of: Sample.wangXiulan.facts)
        let paper = PrintedQuestionnaire(Sample.form, answers: answers, village: "沙岭村", year: 2026)
        try expectGolden(paper.html, "survey-paper")
    }

    @Test func `a condition of the form decides in the browser what the server decides`() {
        let note = Condition.all([.chosen("q1", ["B"]), .not(.answered("q2")), .fact("age", .below, 18)])
        #expect(
            PaperCondition(note, facts: ["age": 17])
                == .all([.chosen("a-q1", ["B"]), .not(.answered("a-q2")), .always]))
        #expect(
            PaperCondition(note, facts: ["age": 18])
                == .all([.chosen("a-q1", ["B"]), .not(.answered("a-q2")), .never]))
    }
}
