// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Matching
import SamplePeople
import Testing

@Suite("批量匹配的建议：保存、列表、计数 · 10.w3 14.w3")
struct ProposalContract {
    /// Three listed people of two villages of one town.
    private static func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        _ = try await store.commit(
            Changes.listing(1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand]))
        _ = try await store.commit(
            Changes.listing(2, Sample.liJianguo.id, in: Sample.shaling, [.disabled]))
        _ = try await store.commit(
            Changes.listing(3, Sample.zhaoDefu.id, in: Sample.hongsi, [.zeroEmployment]))
        return store
    }

    private static func answer(
        _ number: Int, version: Int = 1, _ vacancies: [Int] = [], _ unserved: UnservedReason? = nil
    ) -> MatchAnswer {
        MatchAnswer(
            caseID: CaseID(number), version: version,
            offers: vacancies.map { .init(vacancy: VacancyID($0), score: 900 - $0) }, unserved: unserved)
    }

    private static func order(_ answers: [MatchAnswer], _ round: MatchRound = .recommend) -> MatchOrder {
        MatchOrder(
            round: round, on: Sample.today, rules: "t",
            figures: .init(
                asked: [0, 1, 2, 0], served: [0, 1, 1, 0], posts: 4, places: 9, pairs: 12, units: 3,
                score: 2400, crowding: 60), answers: answers)
    }

    private static let note = AuditNote(
        at: Changes.now, by: Sample.districtClerk.id, action: .matched, subject: .unit(Sample.district),
        detail: "recommend")

    private static func list(
        _ store: any Store, _ scope: Scope = .district, _ part: ProposalQuery.Part = .proposed
    ) async throws -> [MatchAnswer] {
        try await store.proposals(ProposalQuery(scope: scope, part: part), after: nil, limit: 9).rows.map(
            \.answer)
    }

    @Test(arguments: Driver.allCases)
    func `10.w3: a batch is listed in its own order, page by page, under each scope`(driver: Driver)
        async throws
    {
        let store = try await Self.filled(driver)
        let answers = [
            Self.answer(3, [7, 5]), Self.answer(1, [], .way), Self.answer(2, [5], .harder),
        ]
        let run = try await store.keep(Self.order(answers), audit: Self.note)
        #expect(run.id == MatchRunID(1) && run.figures.dropped == 0)
        #expect(try await store.matchRuns(limit: 5) == [run])
        #expect(try await Self.list(store) == [answers[0], answers[2]])
        #expect(try await Self.list(store, .district, .unserved) == [answers[1], answers[2]])
        #expect(try await Self.list(store, .village(Sample.shaling)) == [answers[2]])
        #expect(try await Self.list(store, .town(Sample.nancai)).isEmpty)
        #expect(try await Self.list(store, .nothing).isEmpty)
        let query = ProposalQuery(scope: .town(Sample.yangzhen))
        let first = try await store.proposals(query, after: nil, limit: 1)
        #expect(first.rows.map(\.answer) == [answers[0]])
        #expect(first.rows[0].person.id == Sample.zhaoDefu.id)
        let second = try await store.proposals(query, after: first.next, limit: 1)
        #expect(second.rows.map(\.answer) == [answers[2]] && second.next == nil)
        #expect(try await store.proposalCount(query) == 2)
        var own = query
        own.helper = Sample.aide.id
        #expect(try await store.proposalCount(own) == 0)
        #expect(try await store.answer(for: CaseID(1)) == answers[1])
        #expect(try await store.answer(for: CaseID(9)) == nil)
        #expect(
            try await store.unservedCounts(.district) == [
                UnservedCount(village: Sample.shaling, reason: .way, count: 1),
                UnservedCount(village: Sample.shaling, reason: .harder, count: 1),
            ])
    }

    @Test(arguments: Driver.allCases)
    func `14.w3: whose case changed while the batch ran keeps no proposal, and is counted`(driver: Driver)
        async throws
    {
        let store = try await Self.filled(driver)
        let answers = [Self.answer(1, [5]), Self.answer(2, version: 2, [5]), Self.answer(8, [5])]
        let run = try await store.keep(Self.order(answers), audit: Self.note)
        #expect(run.figures.dropped == 2)
        #expect(try await Self.list(store) == [answers[0]])
    }

    @Test(arguments: Driver.allCases)
    func `14.w3: the newest batch stands in place of the one before`(driver: Driver) async throws {
        let store = try await Self.filled(driver)
        _ = try await store.keep(Self.order([Self.answer(1, [5]), Self.answer(2, [6])]), audit: Self.note)
        let second = try await store.keep(
            Self.order([Self.answer(2, [7])], .place), audit: Self.note)
        #expect(try await Self.list(store) == [Self.answer(2, [7])])
        #expect(try await store.answer(for: CaseID(1)) == nil)
        let runs = try await store.matchRuns(limit: 9)
        #expect(runs.map(\.id) == [second.id, MatchRunID(1)] && runs.map(\.round) == [.place, .recommend])
        #expect(try await store.matchRuns(limit: 1) == [second])
        let noted = try await store.audit(of: .unit(Sample.district), after: nil, limit: 9).rows
        #expect(noted.count { $0.note.action == .matched } == 2)
    }

    @Test(arguments: Driver.allCases)
    func `L.11: what was put aside leaves the lists, and stays put aside under the first reason`(
        driver: Driver
    ) async throws {
        let store = try await Self.filled(driver)
        _ = try await store.keep(
            Self.order([Self.answer(1, [5, 6]), Self.answer(2, [5])]), audit: Self.note)
        for (reason, number) in [(SetAsideReason.way, 1), (.unwanted, 1), (.unable, 2)] {
            try await store.setAside(
                SetAside(
                    caseID: CaseID(number), vacancy: VacancyID(5), reason: reason, by: Sample.aide.id,
                    at: Changes.now), audit: Self.note)
        }
        #expect(try await store.setAside().map(\.reason) == [.way, .unable])
        #expect(try await Self.list(store).map { $0.offers.map(\.vacancy) } == [[VacancyID(6)]])
        #expect(try await store.proposalCount(ProposalQuery(scope: .district)) == 1)
        #expect(try await store.answer(for: CaseID(2))?.offers.isEmpty == true)
    }
}
