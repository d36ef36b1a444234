// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQL
import StoreSQLite
import Testing

@Suite("用人单位和岗位：列表、筛选、计数 · 05.r2 14.w2")
struct VacancyContract {
    private static let clock = VacancyClock(today: Sample.today, verifiedDays: 15)

    private static func employer(
        _ number: Int, _ name: String, code: String? = nil, in unit: UnitID = Sample.yangzhen,
        isRegular: Bool = false
    ) -> Change {
        let facts = EmployerFacts(
            name: name, code: code.flatMap { try? CreditCode($0) }, withoutCode: code == nil ? "家庭雇主" : "",
            isRegular: isRegular)
        let id = EmployerID(number)
        var change = Changes.blank(.employer(id))
        change.append(
            .employer(.registered(facts, unit: unit)), to: .employer(id), after: 0, on: Sample.today)
        change.states.append(.employer(Employer(registering: facts, unit: unit, id: id)))
        return change
    }

    private static func vacancy(
        _ number: Int, of employer: Int = 1, in unit: UnitID = Sample.yangzhen, verified: Int? = 0,
        events: [VacancyEvent] = [], change: (inout VacancyFacts) -> Void = { _ in }
    ) -> Change {
        var facts = VacancyFacts(
            post: "岗位\(number)", occupation: "库管", headcount: 2, pay: Pay(from: 4000, through: 5500),
            place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 20))
        change(&facts)
        let id = VacancyID(number)
        let posted = Sample.today.adding(days: -(verified ?? 0))
        let said = verified.map { _ in Verification(confirmedBy: "张经理") }
        var written = Changes.blank(.vacancy(id))
        let event = VacancyEvent.posted(facts, employer: EmployerID(employer), unit: unit, said)
        written.append(.vacancy(event), to: .vacancy(id), after: 0, on: posted)
        var vacancy = Vacancy(
            posting: facts, of: EmployerID(employer), unit: unit, verified: said, on: posted, id: id)
        for event in events {
            written.append(.vacancy(event), to: .vacancy(id), after: vacancy.version, on: Sample.today)
            vacancy.apply(event, on: Sample.today)
        }
        written.states.append(.vacancy(vacancy))
        return written
    }

    private static func filled(_ store: any Store) async throws {
        let changes = [
            employer(1, "测试机械厂", code: "91350100M000100Y43", isRegular: true),
            employer(2, "100%测试_商店", code: "91990100MA00A0001X", in: Sample.shaling), employer(3, "赵家"),
            vacancy(1), vacancy(2, verified: 15) { $0.shift = .night },
            vacancy(3, verified: 16) { $0.occupation = "焊工" }, vacancy(4, verified: nil),
            vacancy(
                5,
                events: [1, 2].map { .hired(CaseID($0), act: ActID(9)) }),
            vacancy(6) { $0.validThrough = Sample.today.adding(days: -1) },
            vacancy(7, events: [.closed(.cancelled, note: "")]),
            vacancy(8, of: 2, in: Sample.shaling) {
                $0.occupation = "焊工"
                $0.pay = Pay(from: 7000, through: 9000)
                $0.place = WorkPlace(words: "区外")
                $0.requirements = [Requirement(.education(.senior))]
                $0.level = .village
            },
        ]
        for change in changes { _ = try await store.commit(change) }
    }

    private func stocked(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        try await Self.filled(store)
        return store
    }

    private func numbers(_ query: VacancyQuery, in store: any Store) async throws -> [Int] {
        try await store.vacancies(query, at: Self.clock, after: nil, limit: 20).rows.map(\.vacancy.id.number)
    }

    @Test(arguments: Driver.allCases)
    func `05.r2: each vacancy stands under one state of the day`(driver: Driver) async throws {
        let store = try await stocked(driver)
        let expected: [VacancyStanding: [Int]] = [
            .open: [8, 2, 1], .stale: [4, 3], .filled: [5], .expired: [6], .closed: [7],
        ]
        for standing in VacancyStanding.allCases {
            let found = try await numbers(VacancyQuery(standing: standing), in: store)
            #expect(found == expected[standing], "\(standing)")
            for number in found {
                let vacancy = try #require(try await store.vacancy(VacancyID(number)))
                #expect(vacancy.standing(on: Sample.today, verifiedFor: 15) == standing)
            }
        }
        #expect(try await numbers(VacancyQuery(), in: store) == [8, 7, 6, 5, 4, 3, 2, 1])
    }

    @Test(arguments: Driver.allCases)
    func `lists are narrowed by what was asked`(driver: Driver) async throws {
        let store = try await stocked(driver)
        func open(_ change: (inout VacancyQuery) -> Void) async throws -> [Int] {
            var query = VacancyQuery(standing: .open)
            change(&query)
            return try await numbers(query, in: store)
        }
        #expect(try await open { $0.occupation = "焊工" } == [8])
        #expect(try await open { $0.shift = .night } == [2])
        #expect(try await open { $0.pay = 5501 } == [8])
        #expect(try await open { $0.pay = 5500 } == [8, 2, 1])
        #expect(try await open { $0.education = .junior } == [2, 1])
        #expect(try await open { $0.education = .senior } == [8, 2, 1])
        #expect(try await open { $0.place = .town(Sample.yangzhen) } == [2, 1])
        #expect(try await open { $0.place = .town(Sample.nancai) } == [])
        #expect(try await open { $0.scope = .village(Sample.shaling) } == [8])
        #expect(try await open { $0.scope = .town(Sample.yangzhen) } == [8, 2, 1])
        #expect(try await open { $0.employer = EmployerID(2) } == [8])
        #expect(try await open { $0.scope = .nothing } == [])
        let count = try await store.vacancyCount(VacancyQuery(standing: .open), at: Self.clock)
        #expect(count == VacancyCount(posts: 3, places: 6))
    }

    @Test(arguments: Driver.allCases)
    func `a list is walked from the newest by key`(driver: Driver) async throws {
        let store = try await stocked(driver)
        let query = VacancyQuery(standing: .open)
        let first = try await store.vacancies(query, at: Self.clock, after: nil, limit: 2)
        #expect(first.rows.map(\.vacancy.id.number) == [8, 2])
        #expect(first.rows.map(\.employer.facts.name) == ["100%测试_商店", "测试机械厂"])
        let second = try await store.vacancies(query, at: Self.clock, after: first.next, limit: 2)
        #expect(second.rows.map(\.vacancy.id.number) == [1] && second.next == nil)
    }

    @Test(arguments: Driver.allCases)
    func `10.w2: open places are summed by trade, place and pay`(driver: Driver) async throws {
        let store = try await stocked(driver)
        let sums = try await store.vacancySums(at: Self.clock)
        #expect(
            Set(sums) == [
                VacancySum(occupation: "库管", place: Sample.yangzhen, thousands: 5, posts: 2, places: 4),
                VacancySum(occupation: "焊工", place: nil, thousands: 9, posts: 1, places: 2),
            ])
    }

    @Test(arguments: Driver.allCases)
    func `14.w2: employers are found by part of the name, by code, and as regular ones`(driver: Driver)
        async throws
    {
        let store = try await stocked(driver)
        func found(_ query: EmployerQuery) async throws -> [Int] {
            try await store.employers(query, after: nil, limit: 9).rows.map(\.id.number)
        }
        #expect(try await found(EmployerQuery()) == [3, 2, 1])
        #expect(try await found(EmployerQuery(words: "测试")) == [2, 1])
        #expect(try await found(EmployerQuery(words: "0%")) == [2])
        #expect(try await found(EmployerQuery(words: "%")) == [2])
        #expect(try await found(EmployerQuery(words: "91350100M000100Y43")) == [1])
        #expect(try await found(EmployerQuery(isRegular: true)) == [1])
        #expect(try await found(EmployerQuery(scope: .village(Sample.shaling))) == [2])
        let code = try CreditCode("91990100MA00A0001X")
        #expect(try await store.employers(withCodes: [code]).map(\.id.number) == [2])
        #expect(try await store.employers(named: ["赵家", "没有"]).map(\.id.number) == [3])
        #expect(try await store.liveVacancies(of: [EmployerID(1)]).map(\.id.number) == [1, 2, 3, 4, 5, 6])
    }

    @Test(arguments: Driver.allCases)
    func `a merged employer is found no more`(driver: Driver) async throws {
        let store = try await stocked(driver)
        var merged = try #require(try await store.employer(EmployerID(2)))
        var change = Changes.blank(.employer(EmployerID(2)))
        let event = EmployerEvent.merged(into: EmployerID(1), reason: "同一单位")
        change.append(.employer(event), to: .employer(merged.id), after: merged.version, on: Sample.today)
        merged.apply(event, on: Sample.today)
        change.states.append(.employer(merged))
        _ = try await store.commit(change)
        #expect(
            try await store.employers(EmployerQuery(), after: nil, limit: 9).rows.map(\.id.number) == [3, 1])
        #expect(try await store.employers(withCodes: [try CreditCode("91990100MA00A0001X")]).isEmpty)
        #expect(try await store.employer(EmployerID(2))?.mergedInto == EmployerID(1))
    }

    @Test func `rows of employers and vacancies are what their journals say`() async throws {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        try await Self.filled(store)
        #expect(try await store.verify().isEmpty)
        try store.close()
        try shelf.alter(["UPDATE vacancy SET seats = 5 WHERE id = 1"])
        let again = try await shelf.open()
        #expect(
            try await again.verify() == [.differentState(.vacancy(VacancyID(1)), columns: ["seats"])])
    }

    @Test func `the board is walked in its own index`() async throws {
        let store = try await Shelf().open()
        try await Sample.fill(store)
        try await Self.filled(store)
        defer { try? store.close() }
        let plans = try await store.plans { reading in
            _ = try reading.vacancies(
                VacancyQuery(standing: .open), at: Self.clock, after: nil, limit: 30)
            _ = try reading.vacancyCount(VacancyQuery(standing: .open), at: Self.clock)
        }
        // Those that find the page and count it; the others read rows by their key.
        let lists = plans.filter { plan in plan.steps.contains { $0.contains("vacancy_offered") } }
        #expect(lists.count == 2)
        #expect(lists.allSatisfy { !$0.isSorting && $0.steps.allSatisfy { $0.contains("COVERING") } })
        #expect(plans.allSatisfy { $0.scans.isEmpty || lists.contains($0) }, "\(plans)")
    }
}
