// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("用人单位和岗位的办理 · 05.w2 05.r2 10.w3 14.w2 14.r2")
struct VacancyActTests {
    private let clerk = Sample.yangzhenClerk
    private let worker = Sample.shalingWorker
    private let member = Sample.wangXiulan

    private static func facts(_ name: String = "测试机械厂", _ code: String? = "91350100M000100Y43")
        -> EmployerFacts
    {
        EmployerFacts(
            name: name, code: code.flatMap { try? CreditCode($0) }, withoutCode: code == nil ? "家庭雇主" : "",
            contacts: [EmployerContact(name: "张经理", phone: "010-80400000")])
    }

    private static func vacancy(headcount: Int = 1) -> VacancyFacts {
        VacancyFacts(
            post: "仓库管理员", occupation: "库管", headcount: headcount, pay: Pay(from: 4000, through: 5000),
            place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 40))
    }

    private func register(
        _ desk: CaseDesk, _ facts: EmployerFacts = facts(), by account: Account = Sample.yangzhenClerk
    ) async throws -> EmployerID {
        let receipt = try await desk.office().registerEmployer(facts, on: Sample.today, by: account.actor)
        return EmployerID(receipt.subject.number)
    }

    private func post(
        _ desk: CaseDesk, headcount: Int = 1, isVerified: Bool = true, on day: Day = Sample.today
    ) async throws -> VacancyID {
        let employer = try await register(desk)
        let receipt = try await desk.office(on: day).postVacancy(
            Self.vacancy(headcount: headcount), of: employer,
            verified: isVerified ? Verification(confirmedBy: "张经理") : nil, on: day, by: clerk.actor)
        return VacancyID(receipt.subject.number)
    }

    private func recommend(_ id: VacancyID, on day: Day = Sample.today, overriding: String? = nil)
        -> CaseEvent
    {
        .aid(
            .recommended(
                Recommendation(
                    level: .village,
                    vacancy: VacancyNote(
                        employer: "写错的名称", post: "", place: "", pay: "", requirements: "", vacancyID: id),
                    confirmed: day, confirmedBy: "张经理", overriding: overriding)))
    }

    private func vacancy(_ id: VacancyID, _ desk: CaseDesk) async throws -> Vacancy {
        try #require(try await desk.store.vacancy(id))
    }

    @Test func `05.w2, 10.w3: a recommendation tells the vacancy as the register has it`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        try await desk.act(recommend(id), of: member, by: Sample.aide)
        let told = try #require(try await desk.found(member).care.recommendations.last)
        #expect(told.recommendation.vacancy.employer == "测试机械厂")
        #expect(told.recommendation.vacancy.post == "仓库管理员")
        #expect(try await vacancy(id, desk).candidates.map(\.stage) == [.recommended])
    }

    @Test func `05.r2: a stale vacancy is recommended only after a new confirmation`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        let later = Sample.today.adding(days: 16)
        await #expect(throws: Refusal.procedure(.vacancyStale(verified: Sample.today, days: 15))) {
            try await desk.act(recommend(id, on: later), of: member, by: Sample.aide, on: later)
        }
        #expect(try await desk.found(member).care.recommendations.isEmpty)
        _ = try await desk.office(on: later).confirmVacancy(
            id, version: 1, Verification(confirmedBy: "张经理"), on: later, by: Sample.aide.actor)
        try await desk.act(recommend(id, on: later), of: member, by: Sample.aide, on: later)
        #expect(try await vacancy(id, desk).awaited == 1)
    }

    @Test func `05.w4: another outcome gives the place back, a job takes it, and the last place fills it`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        try await desk.act(recommend(id), of: member, by: Sample.aide)
        let first = try await desk.newest(.recommended, of: member)
        try await desk.act(.outcome(first, .failedInterview), of: member, by: Sample.aide)
        #expect(try await vacancy(id, desk).candidates.map(\.stage) == [.ended])
        let next = Sample.today.adding(days: 1)
        try await desk.act(
            recommend(id, on: next, overriding: "单位同意再试一次"), of: member, by: Sample.aide, on: next)
        let second = try await desk.newest(.recommended, of: member)
        try await desk.act(
            .outcome(second, .employed, job: .sample), of: member, by: Sample.aide, on: next)
        let filled = try await vacancy(id, desk)
        #expect(filled.seatsLeft == 0 && filled.standing(on: next, verifiedFor: 15) == .filled)
        // Taken back, the place is free and the recommendation waits again.
        try await desk.withdraw(
            try await desk.newest(.recommendationEnded, of: member), of: member, by: Sample.aide, on: next)
        let free = try await vacancy(id, desk)
        #expect(free.seatsLeft == 1 && free.awaited == 1)
        try await desk.withdraw(second, of: member, by: Sample.aide, on: next)
        #expect(try await vacancy(id, desk).awaited == 0)
    }

    @Test func `05.r2: a filled vacancy takes nobody`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        var filled = try await vacancy(id, desk)
        var change = Change(
            by: Sample.aide.id, recorded: Instant(startOf: Sample.today), answer: .vacancy(id))
        let event = VacancyEvent.hired(CaseID(99), act: ActID(3))
        change.append(.vacancy(event), to: .vacancy(id), after: filled.version, on: Sample.today)
        filled.apply(event, on: Sample.today)
        change.states.append(.vacancy(filled))
        _ = try await desk.store.commit(change)
        await #expect(throws: Refusal.procedure(.vacancyFilled)) {
            try await desk.act(recommend(id), of: member, by: Sample.aide)
        }
    }

    @Test func `14.w2: a credit code is registered once`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await register(desk)
        await #expect(throws: Refusal.procedure(.creditCodeTaken(id))) {
            try await register(desk, Self.facts("另一个名称"), by: worker)
        }
        await #expect(throws: Refusal.procedure(.creditCodeMissing)) {
            try await desk.office().registerEmployer(
                EmployerFacts(name: "没有代码"), on: Sample.today, by: clerk.actor)
        }
        _ = try await register(desk, Self.facts("赵家", nil), by: worker)
    }

    @Test func `14.r2: what blocks is refused, what is odd is taken when confirmed`() async throws {
        let desk = try await CaseDesk.set()
        let employer = try await register(desk)
        var facts = Self.vacancy()
        facts.ageStatement = "45岁以下"
        let office = try await desk.office()
        await #expect(throws: Refusal.vacancyOdd([.ageStated("45岁以下")])) {
            try await office.postVacancy(
                facts, of: employer, verified: nil, on: Sample.today, by: clerk.actor)
        }
        _ = try await office.postVacancy(
            facts, of: employer, verified: nil, on: Sample.today, isConfirmed: true, by: clerk.actor)
        facts.post = "包装工（限女性）"
        let limit = VacancyFinding.sexLimit(words: "工(限女性)")
        await #expect(throws: Refusal.vacancyOdd([limit, .ageStated("45岁以下")])) {
            try await office.postVacancy(
                facts, of: employer, verified: nil, on: Sample.today, isConfirmed: true, by: clerk.actor)
        }
    }

    @Test func `14.r1: the same post is asked about before it is doubled`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await post(desk)
        let employer = try await vacancy(id, desk).employer
        let office = try await desk.office()
        await #expect(throws: Refusal.vacancyOdd([.doubled(id)])) {
            try await office.postVacancy(
                Self.vacancy(), of: employer, verified: nil, on: Sample.today, by: clerk.actor)
        }
        _ = try await office.closeVacancy(
            id, version: 1, .cancelled, note: "", on: Sample.today, by: clerk.actor)
        _ = try await office.postVacancy(
            Self.vacancy(), of: employer, verified: nil, on: Sample.today, by: clerk.actor)
    }

    @Test func `14.w2: a merged employer's vacancies go along, and it takes no new ones`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await post(desk)
        let double = try await vacancy(id, desk).employer
        let other = try await register(desk, Self.facts("测试机械有限公司", "91990100MA00A0001X"))
        let office = try await desk.office()
        _ = try await office.mergeEmployer(
            double, version: 1, into: other, reason: "同一单位", by: clerk.actor)
        #expect(try await vacancy(id, desk).employer == other)
        await #expect(throws: Refusal.procedure(.employerMerged(into: other))) {
            try await office.postVacancy(
                Self.vacancy(), of: double, verified: nil, on: Sample.today, by: clerk.actor)
        }
        #expect(
            try await desk.store.employers(EmployerQuery(), after: nil, limit: 9).rows.map(\.id) == [other])
    }

    @Test func `14.r2: visits and monthly reports stand in the employer's record`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await register(desk)
        let office = try await desk.office()
        let visit = EmployerVisit(means: .atOffice, met: "张经理", words: "想招两人", policies: "社会保险补贴")
        _ = try await office.callOn(id, version: 1, visit, on: Sample.today, by: worker.actor)
        let report = VacancyReport(
            month: YearMonth(Sample.today), places: 0, words: "", reportedBy: "张经理")
        _ = try await office.reportVacancies(of: id, version: 2, report, on: Sample.today, by: worker.actor)
        let file = try await office.employerFile(id, by: worker.actor)
        #expect(file.employer.lastVisit == Sample.today && file.employer.lastReport == report)
        #expect(file.history.map(\.event.kind) == [.vacanciesReported, .employerCalled, .employerRegistered])
        await #expect(throws: Refusal.procedure(.repeated)) {
            try await office.reportVacancies(of: id, version: 3, report, on: Sample.today, by: worker.actor)
        }
    }

    @Test func `14.w2: an entry is changed by its own office, confirmed by anybody who helps`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await post(desk)
        let office = try await desk.office()
        var other = Self.vacancy()
        other.headcount = 5
        await #expect(throws: Refusal.notAllowed(.keepVacancies)) {
            try await office.correctVacancy(id, version: 1, to: other, by: worker.actor)
        }
        _ = try await office.confirmVacancy(
            id, version: 1, Verification(confirmedBy: "张经理"), on: Sample.today, by: worker.actor)
        _ = try await office.correctVacancy(id, version: 2, to: other, by: clerk.actor)
        #expect(try await vacancy(id, desk).facts.headcount == 5)
        await #expect(throws: StoreFailure.conflict(.vacancy(id))) {
            try await office.closeVacancy(
                id, version: 1, .cancelled, note: "", on: Sample.today, by: clerk.actor)
        }
    }

    @Test func `05.w2: the board shows open and confirmed vacancies only`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await post(desk, isVerified: false)
        let office = try await desk.office()
        #expect(try await office.board(VacancyQuery()).rows.isEmpty)
        #expect(try await office.boardVacancy(id) == nil)
        _ = try await office.confirmVacancy(
            id, version: 1, Verification(confirmedBy: "张经理"), on: Sample.today, by: clerk.actor)
        #expect(try await office.board(VacancyQuery()).rows.map(\.vacancy.id) == [id])
        #expect(try await office.board(VacancyQuery(occupation: "焊工")).rows.isEmpty)
        #expect(try await office.boardVacancy(id)?.vacancy.id == id)
        let later = try await desk.office(on: Sample.today.adding(days: 16))
        #expect(try await later.board(VacancyQuery()).rows.isEmpty)
    }

    @Test func `10.w2: the market counts who looks for work and the free places by trade`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        _ = try await post(desk, headcount: 3)
        let market = try await desk.office().labourMarket(by: Sample.yangzhenClerk.actor)
        #expect(market.seekers == 1 && market.posts == 1 && market.places == 3)
        let stock = try #require(market.trades.first { $0.name == "库管" })
        #expect(stock.places == 3 && stock.seekers == 0)
        #expect(market.trades.first { $0.name == "家政服务员" }?.seekers == 1)
        #expect(market.pay.map(\.thousands) == [5])
        let wish = CaseEvent.aid(.wishTold(level: .village, JobWish(pay: 3200)))
        try await desk.act(wish, of: member, by: Sample.aide)
        let asked = try await desk.office().labourMarket(by: Sample.yangzhenClerk.actor)
        #expect(asked.pay.map { [$0.thousands, $0.places, $0.seekers] } == [[3, 0, 1], [5, 3, 0]])
        #expect(market.towns.first { $0.unit == Sample.yangzhen }.map { [$0.seekers, $0.places] } == [1, 3])
    }

    @Test func `05.r2, 10.w2, 14.w2: the vacancy ledger counts who was sent, interviewed and hired`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk, headcount: 2)
        try await desk.act(recommend(id), of: member, by: Sample.aide)
        let act = try await desk.newest(.recommended, of: member)
        let met = RecommendationProgress(level: .village, step: .interviewed)
        try await desk.act(.aid(.recommendationMoved(of: act, met)), of: member, by: Sample.aide)
        try await desk.act(.outcome(act, .employed, job: .sample), of: member, by: Sample.aide)
        func line(_ titles: String...) async throws -> [LedgerCell] {
            let ledger = try await desk.office().ledgerView(.vacancies, by: clerk.actor)
            let line = try #require(ledger.lines.first)
            #expect(ledger.lines.count == 1 && line.opens == .vacancy(id))
            return try titles.map { title in
                line.cells[try #require(ledger.ledger.headings.firstIndex { $0.title == title })]
            }
        }
        #expect(
            try await line("用人单位", "招聘人数", "已招人数", "核实日期", "推荐人次", "面试人次", "录用人次", "状态")
                == [
                    .text("测试机械厂"), .number(2), .number(1), .day(Sample.today), .number(1), .number(1),
                    .number(1), .standing(.open),
                ])
        let vacancy = try await vacancy(id, desk)
        _ = try await desk.office().closeVacancy(
            id, version: vacancy.version, .cancelled, note: "", on: Sample.today, by: clerk.actor)
        #expect(
            try await line("状态", "关闭日期", "关闭原因") == [
                .standing(.closed), .day(Sample.today), .vacancyEnd(.cancelled),
            ])
        let village = try await desk.office().ledgerView(.vacancies, by: Sample.nancaiClerk.actor)
        #expect(village.lines.isEmpty)
    }
}
