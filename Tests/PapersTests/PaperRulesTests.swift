// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Foundation
import Papers
import SamplePeople
import Testing
import Wording

@Suite("文书内容只来自记录，敏感信息遮盖 · L.05 02.r1")
struct PaperRulesTests {
    @Test func `a public notice tells name with a hidden sign, sex and village, and nothing more (L.05)`()
        throws
    {
        let people = PaperSample.people.map { (person: $0, village: "沙岭村") }
        let notice = PublicNoticePaper(
            people, from: PaperSample.day("2026-03-12"), through: PaperSample.day("2026-03-19"))
        let value = Paper(.publicNotice, head: .init(unit: "杨镇沙岭村"), content: notice).sheetful.value
        #expect(value.contains("王*兰"))
        for person in PaperSample.people {
            let facts = person.facts
            let hidden = [
                facts.name.full, facts.identity?.full, facts.identity?.masked, facts.mobile?.full,
                facts.mobile?.masked, facts.born?.inDocuments, "残疾", "3545", "低保",
            ]
            for word in hidden.compactMap(\.self) { #expect(!value.contains(word), "\(word)") }
        }
        let found = try #require(value.data(using: .utf8))
        let object = try #require(try JSONSerialization.jsonObject(with: found) as? [String: Any])
        let lines = try #require(object["people"] as? [[String: String]])
        for line in lines { #expect(Set(line.keys) == ["name", "sex", "village"]) }
    }

    @Test(arguments: PaperKind.allCases)
    func `whole numbers stand only on forms that ask for them and only for readers who may (L.05)`(
        kind: PaperKind
    )
        throws
    {
        let number = try #require(Sample.wangXiulan.facts.identity?.full)
        let phone = try #require(Sample.wangXiulan.facts.mobile?.full)
        let whole = try #require(PaperSample.paper(kind)).sheetful.value
        let masked = try #require(PaperSample.paper(kind, isWhole: false)).sheetful.value
        #expect(whole.contains(number) == kind.showsWhole)
        if !kind.showsWhole { #expect(!whole.contains(phone)) }
        #expect(!masked.contains(number))
        #expect(!masked.contains(phone))
    }

    @Test func `the grade of a disability is told on whole forms alone`() throws {
        let entry = Listing.Entry(category: .disabled, because: [.disabledAbleToWork(grade: 3)], reason: "")
        let listed = Recorded(
            id: ActID(1), occurred: PaperSample.day("2026-03-02"), recorded: PaperSample.stamp,
            by: AccountID(1),
            event: CaseEvent.listed(
                person: Sample.liJianguo.id, village: Sample.shaling,
                Listing(categories: [entry], declined: [], isAbleAndWilling: true)))
        let found = try #require(AssistanceCase(replaying: [listed], id: CaseID(9)))
        for isWhole in [true, false] {
            let made = PaperCase(
                found: found, person: PaperSample.people[2], members: [], history: [listed], names: [:],
                tree: PaperSample.tree, form: Sample.form, noticeDays: 7,
                today: PaperSample.day("2026-03-02"),
                officer: "李敏",
                isWhole: isWhole)
            let value = try #require(made.paper(.application)).sheetful.value
            #expect(value.contains("三级") == isWhole || value.contains("3级") == isWhole)
        }
    }

    @Test(arguments: [
        (PaperKind.oneTimeNotice, 5), (.acceptance, 6), (.recognition, 7), (.statusRecord, 8),
        (.publicNotice, 11), (.card, 13), (.entryPlan, 16), (.letter, 18), (.handUp, 21), (.consultation, 23),
        (.agreement, 24), (.personalPlan, 25), (.panel, 27), (.professionalPlan, 28),
        (.certificate, 9), (.interviewPlan, 30), (.evaluation, 30),
    ])
    func `a paper can be had from the act on that it tells of`(kind: PaperKind, act: Int) {
        #expect(PaperSample.cases(through: act - 1).paper(kind) == nil)
        #expect(PaperSample.cases(through: act).paper(kind) != nil)
        #expect(kind.isReady(in: Array(PaperSample.history.prefix(act))))
        #expect(!kind.isReady(in: Array(PaperSample.history.prefix(act - 1))))
        #expect(!kind.waitingSentence.isEmpty)
    }

    @Test(arguments: [
        PaperKind.application, .waiver, .packList, .privacyNotice, .registrationForm, .satisfaction,
    ])
    func `forms that people fill in or sign can be had from the first day`(kind: PaperKind) {
        #expect(PaperSample.cases(through: 1).paper(kind) != nil)
    }

    @Test func `a letter tells the interview that was set for its own vacancy (05.w2)`() throws {
        let value = try #require(PaperSample.paper(.letter)).sheetful.value
        #expect(value.contains("木燕路18号二层"))
        #expect(value.contains("顺鑫便民服务有限公司"))
        #expect(value.contains("2026年3月16日"))
        let before = try #require(PaperSample.cases(through: 18).paper(.letter)).sheetful.value
        #expect(!before.contains("木燕路18号二层"))
    }

    @Test func `a withdrawn act has no paper`() {
        let withdrawal = Recorded(
            id: ActID(19), occurred: PaperSample.day("2026-03-18"), recorded: PaperSample.stamp,
            by: AccountID(1),
            event: CaseEvent.withdrawn(ActID(18), reason: "录入错误"))
        let history = Array(PaperSample.history.prefix(18)) + [withdrawal]
        #expect(!PaperKind.letter.isReady(in: history))
        #expect(PaperKind.letter.bases(in: history).isEmpty)
    }

    @Test func `an act that is no basis of the kind has no paper`() {
        #expect(PaperSample.cases().paper(.letter, act: ActID(17)) == nil)
        #expect(PaperSample.cases().paper(.letter, act: ActID(18)) != nil)
        #expect(PaperSample.cases().paper(.entryPlan, act: ActID(25)) == nil)
    }

    @Test func `every kind has its template`() {
        for kind in PaperKind.allCases {
            #expect(FileManager.default.fileExists(atPath: Judges.place.templates + "/\(kind.template).typ"))
        }
    }

    @Test func `strokes that are no strokes are not drawn`() throws {
        let signed = Recorded(
            id: ActID(26), occurred: PaperSample.day("2026-04-20"), recorded: PaperSample.stamp,
            by: AccountID(3),
            event: CaseEvent.aid(
                .agreementSigned(Signature(strokes: "M0 0\"/><image href=\"x", paper: "", content: "每周联系一次。"))
            ))
        let history = Array(PaperSample.history.prefix(25)) + [signed]
        let found = try #require(AssistanceCase(replaying: history, id: CaseID(7)))
        let made = PaperCase(
            found: found, person: PaperSample.people[0], members: [], history: history,
            names: PaperSample.names,
            tree: PaperSample.tree, form: Sample.form, noticeDays: 7, today: PaperSample.day("2026-05-06"),
            officer: "",
            isWhole: false)
        #expect(try #require(made.paper(.agreement)).sheetful.value.contains("\"signature\":\"\""))
    }
}
