// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQL
import StoreSQLite
import Testing

@Suite("招聘会：日历两个方向、范围、公布与否 · 14.w3")
struct FairContract {
    private static func fair(
        _ number: Int, in days: Int, unit: UnitID = Sample.yangzhen, isAnnounced: Bool = true
    ) -> Change {
        let id = FairID(number)
        let facts = FairFacts(
            title: "招聘会\(number)", day: Sample.today.adding(days: days),
            hours: FairHours(opens: 540, closes: 690), place: "文化广场")
        var (change, fair) = (Changes.blank(.fair(id)), Fair(planning: facts, unit: unit, id: id))
        change.append(.fair(.planned(facts, unit: unit)), to: .fair(id), after: 0, on: Sample.today)
        let more: [FairEvent] = [
            .standSet(number: 1, employer: EmployerID(1), vacancies: [VacancyID(1)]),
            .invited(CaseID(7), vacancies: [VacancyID(1)]),
        ]
        for event in (isAnnounced ? [.announced] : []) + more {
            change.append(.fair(event), to: .fair(id), after: fair.version, on: Sample.today)
            fair.apply(event, on: Sample.today)
        }
        change.states.append(.fair(fair))
        return change
    }

    private func stocked(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        let changes = [
            Self.fair(1, in: 3), Self.fair(2, in: 0), Self.fair(3, in: -1),
            Self.fair(4, in: 3, unit: Sample.district), Self.fair(5, in: 9, isAnnounced: false),
            Self.fair(6, in: -30, unit: Sample.shaling), Self.fair(7, in: 5, unit: Sample.nancai),
        ]
        for change in changes { _ = try await store.commit(change) }
        return store
    }

    private func numbers(_ query: FairQuery, _ store: any Store) async throws -> [Int] {
        try await store.fairs(query, after: nil, limit: 20).rows.map(\.id.number)
    }

    @Test(arguments: Driver.allCases)
    func `14.w3: what is to come stands by its day, what was held by the newest`(driver: Driver) async throws
    {
        let store = try await stocked(driver)
        let today = Sample.today
        #expect(try await numbers(FairQuery(span: .from(today)), store) == [2, 1, 4, 7, 5])
        #expect(try await numbers(FairQuery(span: .before(today)), store) == [3, 6])
        #expect(
            try await numbers(FairQuery(span: .from(today), isAnnounced: true), store) == [2, 1, 4, 7])
        let town = Scope.town(Sample.yangzhen)
        #expect(try await numbers(FairQuery(scope: town, span: .from(today)), store) == [2, 1, 5])
        #expect(try await numbers(FairQuery(scope: town, span: .before(today)), store) == [3, 6])
        let village = Scope.village(Sample.shaling)
        #expect(try await numbers(FairQuery(scope: village, span: .before(today)), store) == [6])
        #expect(try await numbers(FairQuery(scope: .nothing, span: .from(today)), store).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `a calendar is walked by key in both directions`(driver: Driver) async throws {
        let store = try await stocked(driver)
        for (span, expected) in [
            (FairQuery.Span.from(Sample.today), [2, 1, 4, 7, 5]), (.before(Sample.today), [3, 6]),
        ] {
            var (found, after): ([Int], Cursor?) = ([], nil)
            repeat {
                let page = try await store.fairs(FairQuery(span: span), after: after, limit: 1)
                found += page.rows.map(\.id.number)
                after = page.next
            } while after != nil
            #expect(found == expected)
        }
    }

    @Test(arguments: Driver.allCases)
    func `14.w3: a fair comes back whole, and the second of two writers is told to reload`(driver: Driver)
        async throws
    {
        let store = try await stocked(driver)
        let fair = try #require(try await store.fair(FairID(1)))
        #expect(fair.guests.map(\.caseID) == [CaseID(7)] && fair.stand(1)?.vacancies == [VacancyID(1)])
        #expect(try await store.fair(FairID(99)) == nil)
        #expect(try await store.allocate(.fair, count: 1) == 8)
        func signIn() -> Change {
            var (change, late) = (Changes.blank(.fair(fair.id)), fair)
            let event = FairEvent.signedIn(CaseID(7), by: .own)
            change.append(.fair(event), to: .fair(fair.id), after: late.version, on: Sample.today)
            late.apply(event, on: Sample.today)
            change.states.append(.fair(late))
            return change
        }
        _ = try await store.commit(signIn())
        await #expect(throws: StoreFailure.conflict(.fair(fair.id))) { _ = try await store.commit(signIn()) }
        #expect(try await store.history(of: .fair(fair.id)).count == 5)
    }
}
