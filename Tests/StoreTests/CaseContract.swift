// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("台账与走访 cases: ledgers and visits")
struct CaseContract {
    /// Three live cases in two villages of one town and one of the other.
    private func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        _ = try await store.commit(
            Changes.listing(
                1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand, .longUnemployed], visitClass: .three))
        _ = try await store.commit(Changes.listing(2, Sample.liJianguo.id, in: Sample.shaling, [.disabled]))
        let other = try #require(Sample.cast(of: Sample.qianfengbo).first)
        _ = try await store.commit(
            Changes.listing(3, other.id, in: Sample.qianfengbo, [.ageBand], visitClass: .one))
        return store
    }

    private func cases(
        _ store: any Store, _ category: HardshipCategory?, _ scope: Scope
    ) async throws -> [Int] {
        try await walk { try await store.ledger(category, scope: scope, after: $0, limit: 1) }
            .map(\.assistanceCase.id.number)
    }

    @Test(arguments: Driver.allCases)
    func `01.w3 the ledger lists live cases by village and name`(driver: Driver) async throws {
        let store = try await filled(driver)
        #expect(try await cases(store, nil, .district) == [2, 1, 3])
        #expect(try await cases(store, .ageBand, .district) == [1, 3])
        #expect(try await cases(store, .disabled, .village(Sample.shaling)) == [2])
        #expect(try await cases(store, nil, .town(Sample.nancai)) == [3])
        #expect(try await cases(store, .graduate, .district) == [])
        #expect(try await cases(store, nil, .nothing) == [])
        let row = try #require(
            try await store.ledger(.disabled, scope: .district, after: nil, limit: 5).rows.first)
        #expect(row.person.facts == Sample.liJianguo.facts)
    }

    @Test(arguments: Driver.allCases)
    func `01.w3 the ledger is counted by village, category and class`(driver: Driver) async throws {
        let store = try await filled(driver)
        let counts = try await store.ledgerCounts(.district)
        #expect(counts.map(\.village) == [Sample.shaling, Sample.qianfengbo])
        #expect(counts[0].persons == 2)
        #expect(counts[0].byCategory == [.ageBand: 1, .longUnemployed: 1, .disabled: 1])
        #expect(counts[0].byClass == [.three: 1])
        #expect(try await store.ledgerCounts(.town(Sample.nancai)).map(\.persons) == [1])
        #expect(try await store.ledgerCounts(.village(Sample.taiping)).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `an ended case leaves the ledger and the person's row`(driver: Driver) async throws {
        let store = try await filled(driver)
        let listed = PersonQuery(scope: .district, category: .disabled)
        #expect(try await store.find(listed, after: nil, limit: 5).rows.map(\.caseID) == [CaseID(2)])
        let found = try #require(try await store.assistanceCase(CaseID(2)))
        _ = try await store.commit(Changes.acting(.ended(.stable, note: ""), on: found))
        #expect(try await cases(store, nil, .district) == [1, 3])
        #expect(try await store.find(listed, after: nil, limit: 5).rows.isEmpty)
        #expect(try await store.newestCase(of: Sample.liJianguo.id)?.id == CaseID(2))
        _ = try await store.commit(
            Changes.listing(4, Sample.liJianguo.id, in: Sample.shaling, [.disabled]))
        #expect(try await store.newestCase(of: Sample.liJianguo.id)?.id == CaseID(4))
        #expect(try await store.newestCase(of: Sample.chenJing.id) == nil)
    }

    @Test(arguments: Driver.allCases)
    func `people are found by category and class of their case`(driver: Driver) async throws {
        let store = try await filled(driver)
        func find(_ category: HardshipCategory?, _ visitClass: VisitClass?, _ scope: Scope) async throws
            -> [Int]
        {
            let query = PersonQuery(scope: scope, category: category, visitClass: visitClass)
            return try await walk { try await store.find(query, after: $0, limit: 1) }
                .compactMap(\.caseID?.number)
        }
        #expect(Set(try await find(.ageBand, nil, .district)) == [1, 3])
        #expect(try await find(.ageBand, nil, .town(Sample.nancai)) == [3])
        #expect(try await find(nil, .three, .village(Sample.shaling)) == [1])
        #expect(try await find(.ageBand, .one, .district) == [3])
        #expect(try await find(.disabled, .one, .district) == [])
    }

    @Test(arguments: Driver.allCases)
    func `a renamed person moves in the ledger`(driver: Driver) async throws {
        let store = try await filled(driver)
        let person = try #require(try await store.person(Sample.wangXiulan.id))
        var facts = person.facts
        facts.name = Sample.name("陈静")
        _ = try await store.commit(
            Changes.acting(.corrected(facts, source: .counter, reason: "改名"), on: person))
        #expect(try await cases(store, nil, .village(Sample.shaling)) == [1, 2])
    }

    @Test(arguments: Driver.allCases)
    func `01.r2 visits of a village come by day, withdrawn ones left out`(driver: Driver) async throws {
        let store = try await filled(driver)
        let record = VisitRecord(
            manner: .atHome, wasMet: true, visitors: "张海燕", situation: "", family: "", services: "",
            agreed: "", wish: .wanted, isUrgent: nil)
        func act(_ event: CaseEvent, _ id: Int, _ day: Day) async throws {
            let found = try #require(try await store.assistanceCase(CaseID(id)))
            _ = try await store.commit(Changes.acting(event, on: found, day: day))
        }
        try await act(.visited(record), 1, Sample.day(2026, 2, 10))
        try await act(.visited(record), 2, Sample.day(2026, 2, 3))
        try await act(.visited(record), 1, Sample.day(2026, 2, 20))
        try await act(.withdrawn(3, reason: "记错"), 1, Sample.today)
        try await act(.visited(record), 3, Sample.day(2026, 2, 3))
        let visits = try await store.visits(
            of: Sample.shaling, from: Sample.day(2026, 2, 1), through: Sample.day(2026, 2, 20))
        #expect(visits.map(\.caseID.number) == [2, 1])
        #expect(visits.map(\.visit.occurred.day) == [3, 20])
        #expect(visits.map(\.name) == ["李建国", "王秀兰"])
        #expect(visits.last?.visitClass == .three)
        let none = try await store.visits(
            of: Sample.shaling, from: Sample.day(2026, 2, 4), through: Sample.day(2026, 2, 19))
        #expect(none.isEmpty)
    }
}
