// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Matching
import SamplePeople
import Testing

@Suite("批量匹配: 05.w2 10.w3 14.w3 L.11")
struct MatchRunTests {
    private static let clerk = Sample.districtClerk.actor

    private func post(
        _ desk: CaseDesk, headcount: Int = 1, trade: String = "保洁员",
        _ change: (inout VacancyFacts) -> Void = { _ in }
    ) async throws -> VacancyID {
        let office = try await desk.office()
        let clerk = Sample.yangzhenClerk.actor
        let known = try await desk.store.employers(EmployerQuery(), after: nil, limit: 99).rows.count
        let employer = try await office.registerEmployer(
            EmployerFacts(name: "测试用工单位\(known)", withoutCode: "家庭雇主"), on: Sample.today, by: clerk)
        var facts = VacancyFacts(
            post: trade, occupation: trade, headcount: headcount, pay: Pay(from: 3500, through: 4000),
            place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 40))
        change(&facts)
        let receipt = try await office.postVacancy(
            facts, of: EmployerID(employer.subject.number), verified: Verification(confirmedBy: "张经理"),
            on: Sample.today, by: clerk)
        return VacancyID(receipt.subject.number)
    }

    private func proposals(
        _ desk: CaseDesk, _ part: ProposalQuery.Part = .proposed, by account: Account = Sample.aide
    ) async throws -> Proposals {
        try await desk.office().proposals(part, isOwn: false, by: account.actor)
    }

    private func run(_ desk: CaseDesk, _ round: MatchRound = .recommend, on day: Day = Sample.today)
        async throws -> MatchRun
    {
        try await desk.office(on: day).runMatch(round, by: Self.clerk)
    }

    private func recommend(_ id: VacancyID) -> CaseEvent {
        .aid(
            .recommended(
                Recommendation(
                    level: .village,
                    vacancy: VacancyNote(
                        employer: "", post: "", place: "", pay: "", requirements: "", vacancyID: id),
                    confirmed: Sample.today, confirmedBy: "张经理")))
    }

    @Test func `05.w2: a batch puts a proposal on the aide's list and tells nobody anything`() async throws {
        let desk = try await CaseDesk.set()
        let found = try await desk.help()
        let id = try await post(desk)
        let made = try await run(desk)
        let list = try await proposals(desk)
        #expect(list.lines.map(\.found.id) == [found.id])
        #expect(list.lines[0].offers.map(\.vacancy.id) == [id])
        #expect(list.lines[0].offers[0].state == .open && list.lines[0].mayRecommend)
        #expect(made.figures.asked.reduce(0, +) == 1 && made.figures.units == 1)
        #expect(try await desk.found(Sample.wangXiulan).version == found.version, "no act was recorded")
        #expect(try await desk.store.vacancy(id)?.candidates.isEmpty == true)
    }

    @Test func `14.w3: only whoever matches for the district makes a batch`() async throws {
        let desk = try await CaseDesk.set()
        for account in [Sample.aide, Sample.yangzhenClerk, Sample.shalingWorker] {
            await #expect(throws: Refusal.notAllowed(.runMatch)) {
                _ = try await desk.office().runMatch(.recommend, by: account.actor)
            }
        }
    }

    @Test func `14.w3: nobody to match, and nothing to match with`() async throws {
        let desk = try await CaseDesk.set()
        let empty = try await run(desk)
        #expect(empty.figures.asked.reduce(0, +) == 0 && empty.figures.posts == 0)
        #expect(try await proposals(desk).lines.isEmpty)
        try await desk.help()
        let nothing = try await run(desk, .place)
        #expect(nothing.figures.asked.reduce(0, +) == 1 && nothing.figures.units == 0)
        #expect(try await proposals(desk, .unserved).lines.map(\.unserved) == [.noPosts])
    }

    @Test func `10.w3: one place goes to the harder case, and the other is told why there is none`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help(Sample.wangXiulan)
        try await desk.help(Sample.zhaoDefu)
        _ = try await post(desk)
        _ = try await run(desk, .place)
        let cases = [
            try await desk.found(Sample.wangXiulan), try await desk.found(Sample.zhaoDefu),
        ].sorted { ($0.visitClass?.rawValue ?? 0) > ($1.visitClass?.rawValue ?? 0) }
        let given = try await proposals(desk).lines.map(\.found.id)
        let left = try await proposals(desk, .unserved).lines
        #expect(given.count == 1 && left.count == 1 && given != left.map(\.found.id))
        try #require(cases[0].visitClass != cases[1].visitClass)
        #expect(given == [cases[0].id])
        #expect(left.map(\.unserved) == [.harder])
    }

    @Test func `14.r1: whoever finds nothing is told what stands in the way`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        _ = try await post(desk) { $0.requirements = [Requirement(.certificate("电工证"))] }
        _ = try await run(desk)
        let list = try await proposals(desk, .unserved)
        #expect(list.lines.map(\.unserved) == [.ability])
        #expect(list.reasons == [.ability: 1] && list.unserved == 1 && list.proposed == 0)
    }

    @Test func `L.04: what was told is bumped by no batch, and takes its seat in the next`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(Sample.wangXiulan)
        try await desk.help(Sample.liJianguo)
        let id = try await post(desk)
        try await desk.act(recommend(id), of: Sample.liJianguo, by: Sample.aide)
        let made = try await run(desk, .place)
        // The one seat is told: nobody else is proposed to it, and whoever was told waits for the outcome.
        #expect(made.figures.asked.reduce(0, +) == 1 && made.figures.units == 0)
        let left = try await proposals(desk, .unserved).lines
        #expect(left.map(\.found.id) == [try await desk.found(Sample.wangXiulan).id])
        #expect(left.map(\.unserved) == [.harder])
        #expect(try await desk.found(Sample.liJianguo).care.recommendations.count == 1)
    }

    @Test func `05.w2: a proposal is held against today: told, gone or no longer needed`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let id = try await post(desk)
        _ = try await run(desk)
        let office = try await desk.office()
        let vacancy = try #require(try await desk.store.vacancy(id))
        _ = try await office.closeVacancy(
            id, version: vacancy.version, .cancelled, note: "", on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        #expect(try await proposals(desk).lines[0].offers.map(\.state) == [.gone(.closed)])
        let other = try await post(desk)
        _ = try await run(desk)
        #expect(try await proposals(desk).lines[0].offers.map(\.vacancy.id) == [other])
        try await desk.act(recommend(other), of: Sample.wangXiulan, by: Sample.aide)
        #expect(try await proposals(desk).lines[0].offers.map(\.state) == [.told])
        let act = try await desk.newest(.recommended, of: Sample.wangXiulan)
        try await desk.act(.outcome(act, .employed, job: .sample), of: Sample.wangXiulan, by: Sample.aide)
        #expect(try await proposals(desk).lines.allSatisfy { $0.isOver })
    }

    @Test func `L.11: a worker puts a proposal aside, and no later batch makes it again`() async throws {
        let desk = try await CaseDesk.set()
        let found = try await desk.help()
        let (first, second) = (try await post(desk), try await post(desk))
        _ = try await run(desk)
        let proposed = try #require(try await proposals(desk).lines.first?.offers.first?.vacancy.id)
        await #expect(throws: Refusal.self) {
            try await desk.office().setAside(
                proposed, for: found.id, reason: .unwanted, by: Sample.hongsiWorker.actor)
        }
        try await desk.office().setAside(
            proposed, for: found.id, reason: .unwanted, by: Sample.aide.actor)
        #expect(try await proposals(desk).lines.isEmpty, "gone from the list at once")
        for _ in 1...2 {
            _ = try await run(desk)
            let again = try await proposals(desk).lines.flatMap(\.offers).map(\.vacancy.id)
            #expect(again == [proposed == first ? second : first])
        }
    }

    @Test func `10.r2: the town gets two vacancies for a person, the village one`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.handUp(Sample.wangXiulan)
        try await desk.help(Sample.liJianguo)
        for _ in 1...3 { _ = try await post(desk, headcount: 3) }
        _ = try await run(desk)
        let office = try await desk.office()
        let lines = try await office.proposals(.proposed, isOwn: false, by: Self.clerk).lines
        let counts = Dictionary(lines.map { ($0.found.care.holder, $0.offers.count) }, uniquingKeysWith: +)
        #expect(counts[.town] == 2)
        #expect(counts[.village] == 1)
    }

    @Test func `14.r1: a trial says how many more would get a post, and changes nothing`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(Sample.wangXiulan)
        try await desk.help(Sample.zhaoDefu)
        let id = try await post(desk)
        let office = try await desk.office()
        let more = try await office.tryMatch(.posts(id, more: 1), in: .place, by: Self.clerk)
        #expect(more.before.units == 1 && more.after.units == 2)
        #expect(more.gained.reduce(0, +) == 1 && more.lost.reduce(0, +) == 0)
        #expect(more.before.asked.reduce(0, +) == 2)
        #expect(try await desk.store.matchRuns(limit: 9).isEmpty)
        #expect(try await desk.store.vacancy(id)?.facts.headcount == 1)
        await #expect(throws: Refusal.notFound(.vacancy)) {
            _ = try await office.tryMatch(.posts(VacancyID(99), more: 1), in: .place, by: Self.clerk)
        }
        await #expect(throws: Refusal.notAllowed(.runMatch)) {
            _ = try await office.tryMatch(.posts(id, more: 1), in: .place, by: Sample.aide.actor)
        }
    }

    @Test func `14.r1: certificates go to those first for whom there is nothing`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(Sample.wangXiulan)
        try await desk.help(Sample.zhaoDefu)
        _ = try await post(desk, headcount: 5, trade: "焊工") {
            $0.requirements = [Requirement(.certificate("焊工证"))]
        }
        let office = try await desk.office()
        let one = try await office.tryMatch(
            .certificates(trade: "焊工", people: 1), in: .place, by: Self.clerk)
        #expect(one.before.units == 0 && one.after.units == 1)
        #expect(one.gained.firstIndex(of: 1) == one.before.asked.firstIndex { $0 > 0 }, "the hardest first")
        let both = try await office.tryMatch(
            .certificates(trade: "焊工", people: 9), in: .place, by: Self.clerk)
        #expect(both.after.units == 2)
    }

    @Test func `14.r1: a shuttle brings posts of another town within reach`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(Sample.wangXiulan)
        try await desk.act(
            .aid(.wishTold(level: .village, JobWish(mode: .walk, minutes: 45))), of: Sample.wangXiulan,
            by: Sample.aide)
        _ = try await post(desk) { $0.place = WorkPlace(unit: Sample.nancai) }
        let office = try await desk.office()
        let home = try #require(office.tree[Sample.yangzhen]?.code)
        let work = try #require(office.tree[Sample.nancai]?.code)
        let rules = FitRules(
            version: "t", most: FitRules.usual.most, crowding: 0, related: [],
            travel: TravelTable(ways: [(home, work, 14)]))
        let far = Office(
            store: office.store, pack: CaseDesk.pack(fitting: rules), tree: office.tree, now: office.now,
            today: office.today)
        for (minutes, units) in [(60, 0), (45, 1)] {
            let tried = try await far.tryMatch(
                .shuttle(from: Sample.yangzhen, to: Sample.nancai, minutes: minutes), in: .recommend,
                by: Self.clerk)
            #expect(tried.before.units == 0 && tried.after.units == units)
        }
    }
}
