// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQL
import StoreSQLite
import Testing

@Suite("answers kept in memory")
struct KnownAnswersTests {
    private let today = Sample.today

    @Test(arguments: Driver.allCases)
    func `a count asked for before a write tells of it after it`(driver: Driver) async throws {
        let store = try await driver.filled()
        let person = try #require(try await store.person(Sample.wangXiulan.id))
        let scope = Scope.village(person.village)
        let query = WorkQuery(scope: scope, owners: [.village])
        let duty = Changes.duty("a", due: today)
        #expect(try await store.workCount(query, today: today).all == 0)
        #expect(try await store.ledgerCounts(scope).isEmpty)
        let surveyed = try await surveyed(in: person.village, store)

        _ = try await store.commit(
            Changes.listing(901, person.id, in: person.village, [.disabled], visitClass: .four))
        try await store.replace([
            DutyList(
                subject: .assistanceCase(CaseID(901)), unit: person.village, person: person.id, hardness: 4,
                obligations: [duty])
        ])
        _ = try await store.commit(Changes.opening(901, in: person.village))
        _ = try await store.commit(Changes.surveying(person, round: 901, sheet: "known"))

        #expect(try await store.workCount(query, today: today).all == 1)
        #expect(try await store.workCount(query, today: today.adding(days: 1)).overdue == 1)
        #expect(try await store.ledgerCounts(scope).map(\.persons) == [1])
        #expect(try await self.surveyed(in: person.village, store) == surveyed + 1)
    }

    @Test(arguments: Driver.allCases)
    func `counts of cases, caseloads and of what is owed follow each write`(driver: Driver) async throws {
        let store = try await driver.filled()
        let person = Sample.wangXiulan
        let scope = Scope.village(person.village)
        let duty = Changes.duty("a", due: today.adding(days: -1), owner: .aide)
        func owed() async throws -> [Int] {
            try await store.owed(scope, today: today).filter { $0.rule == "a" }.map(\.unassigned)
        }
        func replace(_ accounts: [Owner: AccountID]) async throws {
            try await store.replace([
                DutyList(
                    subject: .assistanceCase(CaseID(1)), unit: person.village, person: person.id, hardness: 1,
                    accounts: accounts, obligations: [duty])
            ])
        }
        #expect(try await store.caseCounts(scope).isEmpty)
        #expect(try await store.caseloads(scope).isEmpty)
        #expect(try await owed() == [])
        _ = try await store.commit(Changes.listing(1, person.id, in: person.village, [.ageBand]))
        try await replace([:])
        #expect(try await store.caseCounts(scope).map(\.stage) == [.listed])
        #expect(try await owed() == [1])
        let aide = Assignment(level: .village, account: Sample.aide.id, name: "宋佳")
        for event in [CaseEvent.recognition(.recognised(number: "1", note: "")), .aid(.ownerAssigned(aide))] {
            let found = try #require(try await store.assistanceCase(CaseID(1)))
            _ = try await store.commit(Changes.acting(event, on: found))
        }
        try await replace([.aide: Sample.aide.id])
        #expect(try await store.caseCounts(scope).map(\.stage) == [.village])
        #expect(try await store.caseloads(scope) == [Sample.aide.id: 1])
        #expect(try await owed() == [0])
    }

    private func surveyed(in village: UnitID, _ store: any Store) async throws -> Int {
        try await store.surveyCounts(.village(village), year: 2026, on: today).reduce(0) { $0 + $1.surveyed }
    }

    @Test(arguments: Driver.allCases)
    func `an account shut off is shut off for the next who asks`(driver: Driver) async throws {
        let store = try await driver.filled()
        var account = try #require(try await store.account(Sample.aide.id))
        var change = Changes.blank(.account(account.id))
        change.append(
            .account(.disabled(reason: "")), to: .account(account.id), after: account.version, on: today)
        account.apply(.disabled(reason: ""))
        change.states.append(.account(account))
        _ = try await store.commit(change)
        #expect(try await store.account(Sample.aide.id)?.isDisabled == true)
        #expect(try await store.accounts().first { $0.id == account.id }?.isDisabled == true)
    }

    @Test(.timeLimit(.minutes(1)))
    func `short and long reads and writes beside each other all come to their turn`() async throws {
        let store = try await Shelf().open()
        try await Sample.fill(store)
        let person = Sample.wangXiulan
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<200 {
                group.addTask {
                    switch place % 4 {
                    case 0: _ = try await store.people(of: person.village)
                    case 1: _ = try await store.person(person.id)
                    case 2: try await store.note([])
                    case _: _ = try await store.histories(of: [.person(person.id)])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.verify().isEmpty)
    }

    @Test(arguments: [
        "", "王秀兰", "a\"b\\c", "一\n二\t三\r", "\u{0}\u{1F}", "😀 𠮷", "\\u0041", "/\\/", "{\"a\":[1,null]}",
    ])
    func `an event comes back from its bytes with any text in it`(text: String) throws {
        let event = Event.person(.returned(reason: text))
        let bytes = try EventCodec.bytes(of: event)
        #expect(try EventCodec.event(of: .person, shape: Event.schema, bytes) == event)
    }

    @Test(arguments: [
        "", "{", "[]", "{\"returned\":}", "{\"returned\":{\"reason\":1}}", "nul", "{} x", "{\"a\"}",
    ])
    func `bytes that are no event are damage and no crash`(text: String) {
        #expect(throws: StoreFailure.self) {
            try EventCodec.event(of: .person, shape: Event.schema, Array(text.utf8))
        }
    }

    @Test func `escapes of other writers are read as they mean`() throws {
        let bytes = Array(#"{ "returned" : { "reason" : "\u738b\ud83d\ude00\/\n" } }"#.utf8)
        let event = try EventCodec.event(of: .person, shape: Event.schema, bytes)
        #expect(event == .person(.returned(reason: "王😀/\n")))
    }
}
