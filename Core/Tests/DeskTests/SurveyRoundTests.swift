// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Survey rounds: 01.w1, 01.r1")
struct SurveyRoundTests {
    @Test func `01.w1: sheets that the district sends in a file open the round on the first interview`()
        async throws
    {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let interviewed = Sample.today.adding(days: -3)
        let cast = [Sample.wangXiulan, Sample.liJianguo]
        let rows = cast.enumerated().map { index, member in
            SurveyRow(
                row: index + 2, village: member.village, answers: Sample.answers(of: member.facts),
                confirmations: [], interviewed: interviewed.adding(days: index), interviewer: "测试员")
        }
        let byVillage = try await office.planSurvey(rows, by: Sample.shalingWorker.actor)
        #expect(byVillage.faults.map(\.row) == [2, 3])
        let plan = try await office.planSurvey(rows, by: Sample.districtClerk.actor)
        #expect(plan.faults.isEmpty)
        let file = ImportedFile(kind: .survey, name: "答卷.csv", digest: "d")
        _ = try await office.commit(plan, of: file, by: Sample.districtClerk.actor)
        let round = try #require(
            try await stage.store.round(of: Sample.wangXiulan.village, year: interviewed.year))
        #expect(round.opened == interviewed)
        let duty = try #require(try await stage.duties("survey.round", of: .round(round.id)).first)
        #expect(duty.due >= interviewed.adding(days: 28))
        let person = try #require(try await stage.store.person(Sample.wangXiulan.id))
        #expect(person.survey?.round == round.id && person.survey?.state == .surveyed)
    }

    @Test func `01.w1: the district opens one round for each village, and a second time none`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let opened = try await office.openRounds(
            year: 2026, in: Sample.district, on: Sample.today, by: Sample.districtClerk.actor)
        #expect(opened.sorted() == Sample.villages)
        await #expect(throws: Refusal.roundAlreadyOpen(year: 2026)) {
            try await office.openRounds(
                year: 2026, in: Sample.district, on: Sample.today, by: Sample.districtClerk.actor)
        }
        for village in Sample.villages {
            let round = try #require(try await stage.store.round(of: village, year: 2026))
            #expect(round.opened == Sample.today)
        }
    }

    @Test(arguments: [("2026-03-31", Standing.met), ("2026-04-01", .metLate)])
    func `01.w1: every village has its round by the end of the first quarter`(
        on text: String, standing: Standing
    ) async throws {
        let stage = try await Stage.set()
        let office = try await stage.office(on: try day(text))
        func open(in unit: UnitID) async throws -> Standing? {
            try await office.openRounds(
                year: 2026, in: unit, on: office.today, by: Sample.districtClerk.actor)
            let duty = try await stage.duties("survey.year", of: .unit(Sample.district)).first
            #expect(duty?.due == Sample.day(2026, 3, 31))
            return duty?.standing(on: office.today)
        }
        #expect(try await open(in: Sample.yangzhen)?.isPending == true)
        #expect(try await open(in: Sample.district) == standing)
    }

    @Test func `01.w1: rounds left out before are opened alone`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let first = try await office.openRounds(
            year: 2026, in: Sample.yangzhen, on: Sample.today, by: Sample.districtClerk.actor)
        let rest = try await office.openRounds(
            year: 2026, in: Sample.district, on: Sample.today, by: Sample.districtClerk.actor)
        #expect(first.sorted() == [Sample.shaling, Sample.hongsi])
        #expect(rest.sorted() == [Sample.qianfengbo, Sample.taiping])
    }

    @Test(arguments: [
        ("2026-04-01", Standing.open), ("2026-04-02", .dueToday), ("2026-04-03", .overdue),
    ])
    func `01.r1: the round is due one month from its opening`(on text: String, standing: Standing)
        async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let duty = try #require(try await stage.duties("survey.round", of: .round(round)).first)
        #expect(duty.due == (try day("2026-04-02")))
        #expect(duty.standing(on: try day(text)) == standing)
    }

    @Test func `01.r1: everybody of working age on the roll is counted, and nobody else`() async throws {
        let stage = try await Stage.set()
        try await stage.openRounds()
        let counts = try await stage.store.surveyCounts(.district, year: 2026, on: Sample.today)
        #expect(counts.map(\.village) == Sample.villages)
        // 郑国栋 retired in February; 孟晓雪 turns 16 on 5 March.
        #expect(counts.map(\.roll) == [7, 2, 1, 1])
        let later = try await stage.store.surveyCounts(.district, year: 2026, on: try day("2026-03-05"))
        #expect(later.map(\.roll) == [7, 2, 1, 2])
    }

    @Test func `01.r1: an excuse leaves nobody missing, and a sheet takes its place`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let excuse = SurveyExcuse(
            round: round, reason: .away, note: "在外打工", nextTry: try day("2026-03-14"))
        _ = try await stage.office().excuse(
            Sample.wangXiulan.id, version: 1, excuse: excuse, on: Sample.today,
            by: Sample.shalingWorker.actor)
        var count = try await stage.count(.shaling)
        #expect([count.surveyed, count.excused, count.missing] == [0, 1, 6])
        try await stage.survey(Sample.wangXiulan, in: round, interviewed: try day("2026-03-14"))
        count = try await stage.count(.shaling, on: try day("2026-03-14"))
        #expect([count.surveyed, count.excused, count.missing] == [1, 0, 6])
    }

    @Test(arguments: ExcuseReason.allCases)
    func `01.r1: whoever can still be reached is given a next try`(reason: ExcuseReason) async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let excuse = SurveyExcuse(round: round, reason: reason, note: "", nextTry: nil)
        let office = try await stage.office()
        let ask = {
            try await office.excuse(
                Sample.wangXiulan.id, version: 1, excuse: excuse, on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        if [.away, .refused, .notFound].contains(reason) {
            await #expect(throws: Refusal.nextTryMissing) { try await ask() }
        } else {
            _ = try await ask()
            #expect(try await stage.count(.shaling).excused == 1)
        }
    }

    @Test func `01.r1: an excuse is refused after the sheet, in another round, and for a try gone by`()
        async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let other = try #require(try await stage.store.round(of: Sample.hongsi, year: 2026)).id
        let office = try await stage.office()
        func excuse(_ round: RoundID, next: Day?) async throws {
            _ = try await office.excuse(
                Sample.liJianguo.id, version: 1,
                excuse: SurveyExcuse(round: round, reason: .away, note: "", nextTry: next),
                on: Sample.today, by: Sample.shalingWorker.actor)
        }
        let before = try day("2026-03-01")
        await #expect(throws: Refusal.beforeItsCause(before, cause: Sample.today)) {
            try await excuse(round, next: before)
        }
        await #expect(throws: Refusal.roundNotOpen(year: 2026)) {
            try await excuse(other, next: Sample.today)
        }
        try await stage.survey(Sample.liJianguo, in: round)
        await #expect(throws: Refusal.alreadySurveyed(on: Sample.today, edition: 1)) {
            _ = try await office.excuse(
                Sample.liJianguo.id, version: 2,
                excuse: SurveyExcuse(round: round, reason: .moved, note: "", nextTry: nil),
                on: Sample.today, by: Sample.shalingWorker.actor)
        }
    }

    @Test func `the list of a round shows each part of its roll by name, page by page`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.survey(Sample.chenJing, in: round)
        let office = try await stage.office()
        let page = try await office.roundPage(
            round, part: .missing, after: nil, limit: 4, by: Sample.shalingWorker.actor)
        #expect(page.people.rows.map(\.name) == ["李建国", "孙桂芳", "王秀兰", "赵德福"])
        let next = try await office.roundPage(
            round, part: .missing, after: page.people.next, limit: 4, by: Sample.shalingWorker.actor)
        #expect(next.people.rows.map(\.name) == ["赵小鹏", "周立新"])
        #expect(next.people.next == nil)
        let done = try await office.roundPage(
            round, part: .surveyed, after: nil, by: Sample.shalingWorker.actor)
        #expect(done.people.rows.map(\.name) == ["陈静"])
        #expect(done.count.missing == 6)
    }
}

extension Stage {
    func count(_ village: UnitID, on day: Day = Sample.today) async throws -> SurveyCount {
        try #require(
            try await store.surveyCounts(.village(village), year: day.year, on: day).first)
    }
}

extension UnitID {
    static let shaling = Sample.shaling
    static let hongsi = Sample.hongsi
}
