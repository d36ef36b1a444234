// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Questionnaire
import Testing

@Suite("问卷入库 · 01.w1")
struct PeopleSurveyDerivationTests {
    static let interviewed = PeopleSamples.today
    static let unemployedPath: [ItemID] = ["q1", "q10", "q11", "q12", "q13", "q14", "q15", "q16"]

    static let sheet: Answers = {
        let texts: [ItemID: String] = [
            "id_number": "990000198503150023", "name": "李 桂英", "ethnicity": "汉族",
            "mobile": "138-0000-1234", "home_phone": "无", "education": "高中", "health": "残疾",
            "disability_grade": "3", "disability_capacity": "有", "new_labour": "否", "only_child": "是",
            "registration": "农村富余劳动力", "economy": "困难", "dibao": "是", "top_level": "初级",
            "top_trade": "面点", "skills_other": "面点师", "q1": "B", "q10": "B", "q11": "A", "q13": "C",
            "q15_other": "月嫂", "q16_difficulties": "无", "q16_suggestions": "多开班车",
        ]
        let lists: [ItemID: [String]] = [
            "lives_at": ["北京市", "顺义区", "仁和镇", "某村"], "skills": ["保洁员", "其他"], "q12": ["B", "E"],
            "q14": ["A", "D", "H"], "q15": ["物业管理", "其他"],
        ]
        return Answers(
            texts.mapValues(Answer.text).merging(lists.mapValues(Answer.list), uniquingKeysWith: { $1 }))
    }()

    private func taken(
        _ sheet: Answers, path: [ItemID] = unemployedPath, before: PersonFacts? = nil
    ) throws -> PersonFacts {
        try #require(
            SurveyDerivation.facts(from: sheet, along: path, before: before, interviewed: Self.interviewed))
    }

    @Test func `a whole sheet fills the registry`() throws {
        let facts = try taken(Self.sheet)
        #expect(facts.name.full == "李桂英")
        #expect(facts.identity?.number?.full == "990000198503150023")
        #expect(facts.born?.iso == "1985-03-15")
        #expect(facts.sex == .female)
        #expect(facts.mobile?.full == "13800001234")
        #expect(facts.homePhone == nil)
        #expect(facts.education == .senior)
        #expect(facts.disability == Disability(grade: 3, canWork: true))
        #expect(facts.isNewLabour == false)
        #expect(facts.isOnlyChildFamily == true)
        #expect(facts.registration == .ruralSurplus)
        #expect(facts.economy == .hard)
        #expect(facts.hasAllowance == true)
        #expect(facts.livesAt == "北京市 顺义区 仁和镇 某村")
        #expect(facts.skillLevel == .junior)
        #expect(facts.skills == ["保洁员", "面点师"])
        #expect(facts.employment == .unemployed(since: nil))
        #expect(facts.wish == .wanted)
        #expect(facts.reasonsNotWorking == ["B", "E"])
    }

    @Test func `the wishes seed training and job search`() {
        let wishes = SurveyDerivation.wishes(from: Self.sheet, along: Self.unemployedPath)
        #expect(
            wishes
                == SurveyWishes(
                    concern: "C", helps: ["A", "D", "H"], trainings: ["物业管理", "月嫂"], difficulties: "",
                    suggestions: "多开班车"))
        let none = SurveyDerivation.wishes(from: ["q15": .list(["无"])], along: Self.unemployedPath)
        #expect(none.trainings == [])
        #expect(SurveyDerivation.wishes(from: Self.sheet, along: ["q1", "q10", "q11"]).trainings == [])
    }

    @Test func `an answer off the path counts as empty`() throws {
        let facts = try taken(Self.sheet, path: ["q1", "q10", "q11"])
        #expect(facts.reasonsNotWorking == [])
        #expect(facts.wish == .wanted)
        var employed = Self.sheet
        employed["q1"] = .text("A")
        employed["q2"] = .text("A")
        employed["q3"] = .text("C")
        let farmer = try taken(employed, path: ["q1", "q2", "q3", "q6", "q7", "q13", "q14", "q15", "q16"])
        #expect(farmer.employment == .employed(sector: .primary, form: .flexible))
        #expect(farmer.wish == .unasked)
        #expect(farmer.reasonsNotWorking == [])
    }

    @Test func `what the sheet does not ask stays as it was`() throws {
        let before = PeopleSamples.facts {
            $0.employment = .unemployed(since: PeopleSamples.day("2024-05-01"))
            $0.graduated = PeopleSamples.day("2007-07-01")
            $0.incomePerHead = 6000
            $0.isUrgent = true
            $0.retirement = .cadre
        }
        let facts = try taken(Self.sheet, before: before)
        #expect(facts.employment == .unemployed(since: PeopleSamples.day("2024-05-01")))
        #expect(facts.graduated == before.graduated)
        #expect(facts.incomePerHead == 6000)
        #expect(facts.isUrgent)
        #expect(facts.retirement == .cadre)
        #expect(facts.born?.iso == "1985-03-15")
    }

    @Test func `a lost job has no first day until somebody says it`() throws {
        let before = PeopleSamples.facts { $0.employment = .employed(sector: .tertiary, form: .formal) }
        #expect(try taken(Self.sheet, before: before).employment == .unemployed(since: nil))
    }

    @Test func `answers of none empty what was on record`() throws {
        let before = try taken(Self.sheet)
        var sheet = Self.sheet
        for item: ItemID in [
            "top_level", "skills", "skills_other", "disability_grade", "disability_capacity",
        ] {
            sheet[item] = nil
        }
        sheet["mobile"] = .text("无")
        sheet["health"] = .text("一般")
        sheet["top_trade"] = .text("无")
        let after = try taken(sheet, before: before)
        #expect(after.mobile == nil)
        #expect(after.health == .fair)
        #expect(after.disability == nil)
        #expect(after.skillLevel == nil)
        #expect(after.skills == [])
        #expect(after.trade == "无")
    }

    @Test func `a wrong number kept as registered does not overrule what is known`() throws {
        var sheet = Self.sheet
        sheet["id_number"] = .text("990000198503150020")
        let fresh = try taken(sheet)
        #expect(fresh.identity == .asRegistered("990000198503150020"))
        #expect(fresh.born?.iso == "1985-03-15")
        let before = PeopleSamples.facts(born: "1984-03-15")
        #expect(try taken(sheet, before: before).born?.iso == "1984-03-15")
    }

    @Test func `without a name there is nobody`() {
        #expect(
            SurveyDerivation.facts(
                from: ["q1": .text("A")], along: ["q1"], before: nil, interviewed: Self.interviewed) == nil)
    }

    @Test func `what is preloaded comes back unchanged`() throws {
        let facts = try taken(Self.sheet)
        var answers = SurveyDerivation.preload(facts)
        #expect(answers.text("id_number") == "990000198503150023")
        #expect(answers.text("disability_capacity") == "有")
        #expect(answers["home_phone"] == nil)
        for item: ItemID in ["q1", "q11"] { answers[item] = Self.sheet[item] }
        answers["q12"] = Self.sheet["q12"]
        let again = try taken(answers, before: facts)
        #expect(again.differences(from: facts) == [])
    }

    @Test func `skills without a box are written in`() throws {
        let skills = Item(
            "skills", label: "技能", kind: .multi([ItemOption("保洁员"), ItemOption("其他")], exactly: nil))
        let definition = FormDefinition(
            id: "small", edition: 1, title: "小卷",
            sections: [FormSection("basic", title: "基本", items: [skills])],
            contradictions: [])
        let answers = SurveyDerivation.preload(try taken(Self.sheet), form: try Form(definition))
        #expect(answers.codes("skills") == ["保洁员", "其他"])
        #expect(answers.text("skills_other") == "面点师")
    }

    @Test(arguments: [
        ("990000198503150023", 40, 1), ("99000020100303002X", 15, 0), ("990000201003020024", 16, 1),
        ("990000196512010015", 60, 1), ("990000196511300010", 60, 0),
    ])
    func `checks compare age and working age on the day of the interview`(
        number: String, age: Int, within: Int
    ) {
        let facts = SurveyDerivation.checkFacts(
            ["id_number": .text(number)], interviewed: Self.interviewed, schedule: .law)
        #expect(facts["age"] == age)
        #expect(facts["of-working-age"] == within)
    }

    @Test func `months to retirement end at nought, and an unreadable number gives no facts`() {
        func facts(_ number: String) -> [String: Int] {
            SurveyDerivation.checkFacts(
                ["id_number": .text(number)], interviewed: Self.interviewed, schedule: .law)
        }
        #expect(facts("990000196512010015")["months-to-retirement"] == 0)
        #expect(facts("99000019650101001X")["months-to-retirement"] == 0)
        #expect(facts("990000197609010016")["months-to-retirement"] == 162)
        #expect(facts("12345") == [:])
        #expect(SurveyDerivation.checkFacts([:], interviewed: Self.interviewed, schedule: .law) == [:])
    }
}
