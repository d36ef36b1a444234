// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("问卷的填写、核对、提交与更正 · 01.w1 01.w2")
struct SurveySheetTests {
    private static let wang = Sample.wangXiulan
    private static let answers = Sample.answers(of: wang.facts)

    @Test func `a sheet answered screen by screen is taken in once and says what it means`() async throws {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang)
        try await desk.answerAll(sheet, Self.answers)
        let sent = try await desk.send("\(sheet)/summary")
        #expect(sent.status == 303)
        #expect(sent.location == "\(sheet)/result")
        let result = try await desk.village.get("\(sheet)/result")
        #expect(result.text.contains("王秀兰的问卷已提交"))
        #expect(result.text.contains(HardshipCategoryWords.ageBand))
        #expect(result.text.contains("/people/1/hardship"))
        #expect(try await desk.person(Self.wang).survey?.edition == 1)
        #expect(try await desk.draft(sheet) == nil)
    }

    @Test func `the same sheet sent twice is taken in once`() async throws {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.take(Self.wang)
        let again = try await desk.village.post(
            "\(sheet)/paper", pairs: [("version", "1"), ("interviewed", "2026-03-02"), ("then", "submit")])
        #expect(again.status == 303)
        #expect(again.location == "\(sheet)/result")
        #expect(try await desk.person(Self.wang).survey?.edition == 1)
    }

    @Test func `an answer that takes later ones off the path asks first and then empties them`() async throws
    {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang)
        try await desk.answerAll(sheet, Self.answers)
        let change = [("item", "q1"), ("shown", "q1"), (SheetFields.name("q1"), "A"), ("then", "next")]
        let asked = try await desk.village.post(sheet, pairs: change)
        #expect(asked.status == 200)
        #expect(asked.text.contains("确认修改") && asked.text.contains("第12题"))
        #expect(try await desk.draft(sheet)?.answers.text("q1") == "B")
        let agreed = try await desk.village.post(sheet, pairs: change + [("agreed", "1")])
        #expect(agreed.status == 303)
        let draft = try #require(try await desk.draft(sheet))
        #expect(draft.answers.text("q1") == "A" && draft.answers["q12"] == nil)
    }

    @Test func `paper with faults names them all at once and keeps everything typed`() async throws {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang, way: "paper")
        var typed = Self.answers
        typed["mobile"] = .text("12345")
        typed["education"] = nil
        typed["name"] = .text("王秀兰兰")
        let answer = try await desk.send("\(sheet)/paper", typed.allFields)
        #expect(answer.status == 422)
        #expect(answer.text.contains("手机号码”不是正确的电话号码") && answer.text.contains("文化程度”没有填"))
        #expect(answer.text.contains("value=\"12345\"") && answer.text.contains("value=\"王秀兰兰\""))
        #expect(answer.text.contains("名册记载：王秀兰"))
        #expect(try await desk.draft(sheet)?.answers.text("mobile") == "12345")
        #expect(try await desk.person(Self.wang).survey == nil)
    }

    @Test func `an ID number with a wrong check character is kept once somebody has seen the register`()
        async throws
    {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang, way: "paper")
        var typed = Self.answers
        let number = try #require(typed.text("id_number"))
        let wrong = String(number.dropLast()) + (number.hasSuffix("1") ? "2" : "1")
        typed["id_number"] = .text(wrong)
        let first = try await desk.send("\(sheet)/paper", typed.allFields)
        #expect(first.status == 422)
        #expect(first.text.contains("与户口簿一致"))
        let field = try #require(first.text.firstMatch(of: /name="(why:[^"]+:id_number)"/))
        let reason = (String(field.1), "与户口簿一致")
        #expect(try await desk.send("\(sheet)/paper", typed.allFields + [reason]).status == 303)
        #expect(try await desk.person(Self.wang).facts.identity?.full == wrong)
    }

    @Test func `a second sheet of the round asks why, and both versions stay`() async throws {
        let desk = try await SurveyTestDesk()
        _ = try await desk.take(Self.wang)
        let second = try await desk.begin(Self.wang, way: "paper")
        var typed = Self.answers
        typed["education"] = .text("高中")
        let refused = try await desk.send("\(second)/paper", typed.allFields)
        #expect(refused.status == 422)
        #expect(refused.text.contains("请写明更正原因"))
        let taken = try await desk.send("\(second)/paper", typed.allFields + [("correction", "文化程度问错了")])
        #expect(taken.status == 303)
        #expect(try await desk.person(Self.wang).survey?.edition == 2)
        let versions = try await desk.village.get("/people/1/sheets")
        #expect(versions.text.contains("第2份答卷") && versions.text.contains("第1份答卷"))
        #expect(versions.text.contains("文化程度问错了"))
        let number = try #require(Self.answers.text("id_number"))
        #expect(!versions.text.contains(number))
    }

    @Test func `a roll changed meanwhile loses nothing and says so`() async throws {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang, way: "paper")
        let excuse = SurveyExcuse(round: desk.round, reason: .away, note: "", nextTry: Sample.day(2026, 3, 9))
        _ = try await desk.site.site.office().excuse(
            Self.wang.id, version: 1, excuse: excuse, on: Sample.today, by: Sample.aide.actor)
        let stale = [("version", "1"), ("interviewed", "2026-03-02"), ("then", "submit")]
        let lost = try await desk.village.post("\(sheet)/paper", pairs: stale + Self.answers.allFields)
        #expect(lost.status == 409)
        #expect(lost.text.contains("刚才有其他工作人员更新") && lost.text.contains("value=\"王秀兰\""))
        #expect(try await desk.draft(sheet) != nil)
        #expect(try await desk.send("\(sheet)/paper", Self.answers.allFields).status == 303)
        #expect(try await desk.person(Self.wang).survey?.state == .surveyed)
    }

    @Test func `a session that ended leaves the draft as it was`() async throws {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang, way: "paper")
        let auto =
            Self.answers.allFields + [("version", "1"), ("interviewed", "2026-03-02"), ("then", "auto")]
        #expect(try await desk.village.post("\(sheet)/paper", pairs: auto).status == 200)
        desk.site.wait(seconds: 3600)
        #expect(try await desk.village.post("\(sheet)/paper", pairs: auto).status == 401)
        #expect(try await desk.draft(sheet)?.answers.text("q1") == "B")
    }

    @Test func `nobody opens somebody else's draft`() async throws {
        let desk = try await SurveyTestDesk()
        let sheet = try await desk.begin(Self.wang)
        let other = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await other.get(sheet).status == 404)
        #expect(try await other.post("\(sheet)/discard").status == 404)
        #expect(try await desk.draft(sheet) != nil)
    }

    @Test func `somebody not on the roll is entered with a note`() async throws {
        let desk = try await SurveyTestDesk()
        let start = [("day", "2026-03-02"), ("way", "paper"), ("household", "12")]
        let refused = try await desk.village.post("\(desk.roundAddress)/sheets", pairs: start)
        #expect(refused.status == 422)
        #expect(refused.text.contains("请填写名册外的原因"))
        let begun = try await desk.village.post(
            "\(desk.roundAddress)/sheets", pairs: start + [("note", "新迁入")])
        let paper = try #require(begun.location)
        var typed = Self.answers
        let born = Sample.day(1990, 6, 1)
        typed["id_number"] = .text(Sample.identity(born: born, sex: .female, sequence: 77).full)
        typed["name"] = .text("新来人")
        let sent = try await desk.send(paper, typed.allFields + [("household", "12")])
        #expect(sent.status == 303)
        let home = try #require(try await desk.site.store.household(number: "12", in: Sample.shaling))
        #expect(try await desk.site.store.members(of: home.id).contains { $0.facts.name.full == "新来人" })
    }
}

private enum HardshipCategoryWords {
    static let ageBand = "3545"
}
