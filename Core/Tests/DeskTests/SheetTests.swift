// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Questionnaire
import SamplePeople
import Testing

@Suite("Answer sheets: 01.w1, 01.w2")
struct SheetTests {
    @Test func `01.w2: what another of the home told otherwise is confirmed with a reason`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds(village: Sample.hongsi)
        let worker = Sample.hongsiWorker
        try await stage.survey(Sample.liuChanghe, in: round, by: worker)
        var sheet = Sample.sheet(of: Sample.liuYumei, round: round, interviewed: Sample.today)
        let office = try await stage.office()
        guard case .open(let verdict) = try await office.takeIn(sheet, by: worker.actor) else {
            Issue.record("taken without a word")
            return
        }
        #expect(Set(verdict.open.map(\.code)) == ["Q-HOUSE"])
        sheet.confirmations = [Confirmation("Q-HOUSE", reason: "分灶吃饭")]
        guard case .taken = try await office.takeIn(sheet, by: worker.actor) else {
            Issue.record("a confirmed difference was not taken")
            return
        }
    }

    @Test func `01.w1: a complete sheet changes the registry and counts the person as surveyed`() async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        var sheet = Sample.sheet(of: Sample.wangXiulan, round: round, interviewed: Sample.today)
        sheet.answers["economy"] = .text("困难")
        sheet.answers["q12"] = .list(["E"])
        _ = try await stage.office().takeIn(sheet, by: Sample.shalingWorker.actor)
        let person = try await stage.person(Sample.wangXiulan)
        #expect(person.facts.economy == .hard)
        #expect(person.facts.reasonsNotWorking == ["E"])
        #expect(person.survey?.round == round)
        #expect(person.survey?.edition == 1)
        // The paper does not ask since when: what the roll knew stays.
        #expect(person.facts.employment == .unemployed(since: try day("2024-11-01")))
    }

    @Test func `01.w2: an incomplete sheet is not taken, and all that is missing is said at once`()
        async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        var sheet = Sample.sheet(of: Sample.wangXiulan, round: round, interviewed: Sample.today)
        sheet.answers["education"] = nil
        sheet.answers["q11"] = nil
        guard case .open(let verdict) = try await stage.office().takeIn(sheet, by: Sample.shalingWorker.actor)
        else { throw UnexpectedAnswer() }
        #expect(Set(verdict.open.map(\.item)).isSuperset(of: ["education", "q11"]))
        #expect(try await stage.person(Sample.wangXiulan).version == 1)
    }

    @Test(arguments: [
        ("2026-03-06", false), ("2026-03-09", false), ("2026-03-10", true),
    ])
    func `01.w2: a sheet is entered within five days; the seventh is a Saturday and runs to Monday`(
        entered text: String, isLate: Bool
    ) async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let entered = try day(text)
        try await stage.survey(Sample.wangXiulan, in: round, entered: entered)
        let duty = try #require(
            try await stage.duties("survey.entry", of: .person(Sample.wangXiulan.id)).first)
        #expect(duty.due == (try day("2026-03-09")))
        #expect(duty.standing(on: entered) == (isLate ? .metLate : .met))
        #expect(try await stage.count(.shaling, on: entered).enteredLate == (isLate ? 1 : 0))
    }

    @Test func `the same person twice in a round is caught, and a correction says why`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.survey(Sample.wangXiulan, in: round)
        let office = try await stage.office()
        var second = Sample.sheet(
            of: Sample.wangXiulan, round: round, interviewed: Sample.today, id: "another")
        await #expect(throws: Refusal.alreadySurveyed(on: Sample.today, edition: 1)) {
            _ = try await office.takeIn(second, by: Sample.shalingWorker.actor)
        }
        second.correction = "学历填错"
        second.answers["education"] = .text("高中")
        _ = try await office.takeIn(second, by: Sample.shalingWorker.actor)
        let person = try await stage.person(Sample.wangXiulan)
        #expect(person.survey?.edition == 2)
        #expect(person.facts.education == .senior)
        let editions = try await stage.store.history(of: .person(person.id)).compactMap { entry in
            if case .person(.surveyed(let response)) = entry.event { response.edition } else { nil }
        }
        #expect(editions == [1, 2])
    }

    @Test func `the same sheet sent twice is taken once`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let sheet = Sample.sheet(of: Sample.wangXiulan, round: round, interviewed: Sample.today)
        let office = try await stage.office()
        _ = try await office.takeIn(sheet, by: Sample.shalingWorker.actor)
        guard
            case .taken(let person, let isRepeat) = try await office.takeIn(
                sheet, by: Sample.shalingWorker.actor)
        else { throw UnexpectedAnswer() }
        #expect(person == Sample.wangXiulan.id)
        #expect(isRepeat)
        #expect(try await stage.person(Sample.wangXiulan).version == 2)
    }

    @Test func `somebody new is added with a household of their own or the one named`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        var facts = Sample.wangXiulan.facts
        facts.name = Sample.name("王秀芳")
        facts.identity = .valid(Sample.identity(born: try day("1984-02-01"), sex: .female, sequence: 90))
        var sheet = SheetEntry(
            sheet: "new-1", round: round, person: nil, personVersion: nil, answers: Sample.answers(of: facts),
            interviewed: Sample.today, interviewer: "张海燕", source: .screen, householdNumber: "12")
        let office = try await stage.office()
        guard case .taken(let id, _) = try await office.takeIn(sheet, by: Sample.shalingWorker.actor) else {
            throw UnexpectedAnswer()
        }
        let added = try #require(try await stage.store.person(id))
        #expect(added.household == Sample.household(of: Sample.wangXiulan))
        #expect(added.survey?.state == .surveyed)

        facts.name = Sample.name("王秀萍")
        facts.identity = .valid(Sample.identity(born: try day("1986-02-01"), sex: .female, sequence: 91))
        sheet.answers = Sample.answers(of: facts)
        sheet.sheet = "new-2"
        sheet.householdNumber = ""
        guard case .taken(let other, _) = try await office.takeIn(sheet, by: Sample.shalingWorker.actor)
        else {
            throw UnexpectedAnswer()
        }
        let alone = try #require(try await stage.store.person(other))
        #expect(alone.household != added.household)
        #expect(try await stage.store.members(of: alone.household).map(\.id) == [other])
    }

    @Test func `an unnamed sheet finds its person by the ID number, and is refused in another village`()
        async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let office = try await stage.office()
        var sheet = Sample.sheet(of: Sample.wangXiulan, round: round, interviewed: Sample.today)
        sheet.person = nil
        guard case .taken(let id, _) = try await office.takeIn(sheet, by: Sample.shalingWorker.actor) else {
            throw UnexpectedAnswer()
        }
        #expect(id == Sample.wangXiulan.id)
        var stranger = Sample.sheet(of: Sample.liuYumei, round: round, interviewed: Sample.today)
        stranger.person = nil
        await #expect(throws: Refusal.identityOnRoll(Sample.liuYumei.id)) {
            _ = try await office.takeIn(stranger, by: Sample.shalingWorker.actor)
        }
    }

    @Test func `00.levels: a village's round takes no sheet of another village's person`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let office = try await stage.office()
        let sheet = Sample.sheet(of: Sample.liuYumei, round: round, interviewed: Sample.today)
        await #expect(throws: Refusal.notAllowed(.survey)) {
            _ = try await office.takeIn(sheet, by: Sample.shalingWorker.actor)
        }
    }

    @Test func `a sheet that bears somebody else's ID number is refused`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let office = try await stage.office()
        var sheet = Sample.sheet(of: Sample.wangXiulan, round: round, interviewed: Sample.today)
        sheet.answers["id_number"] = Sample.answers(of: Sample.chenJing.facts)["id_number"]
        await #expect(throws: Refusal.identityOnRoll(Sample.chenJing.id)) {
            _ = try await office.takeIn(sheet, by: Sample.shalingWorker.actor)
        }
    }

    @Test func `a contradiction is confirmed with a reason, and a stale page loses`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let office = try await stage.office()
        var sheet = Sample.sheet(of: Sample.zhouLixin, round: round, interviewed: Sample.today)
        sheet.answers["registration"] = .text("就业转失业")
        guard case .open(let verdict) = try await office.takeIn(sheet, by: Sample.shalingWorker.actor) else {
            throw UnexpectedAnswer()
        }
        #expect(verdict.open.map(\.code) == ["X-LOST-WORK"])
        sheet.confirmations = [Confirmation("X-LOST-WORK", reason: "上周刚找到工作")]
        sheet.personVersion = 7
        await #expect(throws: StoreFailure.conflict(.person(Sample.zhouLixin.id))) {
            _ = try await office.takeIn(sheet, by: Sample.shalingWorker.actor)
        }
        sheet.personVersion = 1
        guard case .taken = try await office.takeIn(sheet, by: Sample.shalingWorker.actor) else {
            throw UnexpectedAnswer()
        }
    }

    @Test func `a wrong ID number is kept only when the register has it so`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let office = try await stage.office()
        var sheet = Sample.sheet(of: Sample.zhouLixin, round: round, interviewed: Sample.today)
        let right = try #require(sheet.answers.text("id_number"))
        let wrong = String(right.dropLast()) + (right.last == "1" ? "2" : "1")
        sheet.answers["id_number"] = .text(wrong)
        guard case .open(let verdict) = try await office.takeIn(sheet, by: Sample.shalingWorker.actor) else {
            throw UnexpectedAnswer()
        }
        let finding = try #require(verdict.open.first { $0.item == "id_number" })
        #expect(finding.isConfirmable)
        sheet.confirmations = verdict.open.map { Confirmation($0.code, reason: "户口本如此") }
        guard case .taken = try await office.takeIn(sheet, by: Sample.shalingWorker.actor) else {
            throw UnexpectedAnswer()
        }
        #expect(try await stage.person(Sample.zhouLixin).facts.identity == .asRegistered(wrong))
    }

    @Test func `a finished sheet takes its draft away`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let sheet = Sample.sheet(of: Sample.wangXiulan, round: round, interviewed: Sample.today)
        try await stage.store.save(
            SheetDraft(
                sheet: sheet.sheet, round: round, person: sheet.person, personVersion: 1,
                account: Sample.shalingWorker.id, answers: sheet.answers, confirmations: [],
                interviewed: Sample.today, source: .screen, saved: Instant(startOf: Sample.today)))
        let office = try await stage.office()
        let before = try await office.worklist(span: .all, by: Sample.shalingWorker.actor)
        #expect(before.drafts.map(\.due.due) == [try day("2026-03-09")])
        _ = try await office.takeIn(sheet, by: Sample.shalingWorker.actor)
        #expect(try await stage.store.drafts(of: Sample.shalingWorker.id).isEmpty)
    }
}
