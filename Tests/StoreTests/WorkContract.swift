// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("我的待办 work: what is owed, hardest first")
struct WorkContract {
    private let today = Sample.today

    private func list(
        _ member: CastMember, case id: Int, hardness: Int, _ duties: [Obligation]
    ) -> DutyList {
        DutyList(
            subject: .assistanceCase(CaseID(id)), unit: member.village, person: member.id,
            hardness: hardness, obligations: duties)
    }

    private func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        let due = { (days: Int) in today.adding(days: days) }
        let met = Obligation.Outcome.met(on: due(-3), entered: due(-3), by: 2, inTime: true)
        let paused = Obligation.Pause(kept: 3, first: due(-9), until: due(9))
        try await store.replace([
            list(
                Sample.wangXiulan, case: 1, hardness: 3,
                [
                    Changes.duty("a", due: due(0)), Changes.duty("b", due: due(-1)),
                    Changes.duty("c", due: due(7)), Changes.duty("met", due: due(0), outcome: met),
                    Changes.duty("lapsed", due: due(-1), lapses: true),
                ]),
            list(
                Sample.liJianguo, case: 2, hardness: 4,
                [
                    Changes.duty("a", due: due(8)), Changes.duty("d", due: due(30), owner: .aide),
                    Changes.duty("e", opens: due(1), due: due(3)),
                    Changes.duty("paused", due: due(-2), pause: paused),
                ]),
            DutyList(
                subject: .unit(Sample.yangzhen), unit: Sample.yangzhen, person: nil, hardness: 0,
                obligations: [Changes.duty("town", due: due(-5), owner: .town)]),
        ])
        return store
    }

    private func rules(
        _ store: any Store, _ span: WorkSpan, _ owners: Set<Owner> = [.village, .aide],
        _ scope: Scope = .village(Sample.shaling), rule: String? = nil
    ) async throws -> [String] {
        let query = WorkQuery(scope: scope, span: span, owners: owners, rule: rule)
        return try await walk { try await store.work(query, today: today, after: $0, limit: 2) }
            .map { "\($0.subject.number)\($0.obligation.rule)" }
    }

    @Test(arguments: Driver.allCases)
    func `the hardest come first and then what is due first`(driver: Driver) async throws {
        let store = try await filled(driver)
        #expect(try await rules(store, .all, [.village]) == ["2a", "1b", "1a", "1c"])
        #expect(try await rules(store, .overdue) == ["1b"])
        #expect(try await rules(store, .today) == ["1a"])
        #expect(try await rules(store, .week) == ["2e", "1c"])
        #expect(try await rules(store, .all, [.aide], rule: "a") == [])
        #expect(try await rules(store, .all, [.village], rule: "a") == ["2a", "1a"])
    }

    @Test(arguments: Driver.allCases)
    func `01.w4 a missed period leaves the list when a later one is missed or met`(driver: Driver)
        async throws
    {
        let store = try await driver.filled()
        let month = { (back: Int) in Grid.month.period(containing: today.adding(months: -back), anchor: today)
        }
        let duty = { (back: Int, outcome: Obligation.Outcome) in
            Changes.duty(
                "visit", opens: month(back).first, due: month(back).last, period: month(back),
                outcome: outcome)
        }
        func owed(_ duties: [Obligation]) async throws -> [Day] {
            try await store.replace([list(Sample.wangXiulan, case: 1, hardness: 3, duties)])
            let query = WorkQuery(scope: .district, span: .all, owners: [.village], rule: "visit")
            return try await store.work(query, today: today, after: nil, limit: 9).rows.map(\.obligation.due)
        }
        #expect(
            try await owed([duty(3, .owed), duty(2, .owed), duty(1, .owed), duty(0, .owed)])
                == [month(1).last, month(0).last])
        let met = Obligation.Outcome.met(on: today, entered: today, by: 9, inTime: true)
        #expect(try await owed([duty(2, .owed), duty(1, .owed), duty(0, met)]) == [])
    }

    @Test(arguments: Driver.allCases)
    func `a scope shows its own work and what lies below`(driver: Driver) async throws {
        let store = try await filled(driver)
        #expect(try await rules(store, .all, [.town], .town(Sample.yangzhen)) == ["2town"])
        #expect(try await rules(store, .all, [.town], .village(Sample.shaling)) == [])
        #expect(try await rules(store, .overdue, [.town, .village], .district) == ["1b", "2town"])
        #expect(try await rules(store, .overdue, [.town, .village], .town(Sample.nancai)) == [])
        #expect(try await rules(store, .overdue, [.town, .village], .nothing) == [])
        #expect(try await rules(store, .overdue, [], .district) == [])
    }

    @Test(arguments: Driver.allCases)
    func `a calendar looks sixty days ahead, at late duties and at those not begun`(driver: Driver)
        async throws
    {
        let store = try await driver.filled()
        let due = { (place: Int) in today.adding(days: place) }
        try await store.replace([
            list(
                Sample.wangXiulan, case: 1, hardness: 3,
                [
                    Changes.duty("late", due: due(-90)), Changes.duty("begun", due: due(60)),
                    Changes.duty("ahead", opens: due(59), due: due(60)),
                    Changes.duty("far", opens: due(-1), due: due(61)),
                ])
        ])
        let found = try await rules(store, .ahead)
        #expect(found.first == "1late")
        #expect(found.sorted() == ["1ahead", "1begun", "1late"])
    }

    @Test(arguments: Driver.allCases)
    func `no account at all asks for what nobody has by name`(driver: Driver) async throws {
        let store = try await driver.filled()
        try await store.replace([
            list(Sample.wangXiulan, case: 1, hardness: 3, [Changes.duty("a", due: today)]),
            DutyList(
                subject: .assistanceCase(CaseID(2)), unit: Sample.shaling, person: Sample.liJianguo.id,
                hardness: 1, accounts: [.village: Sample.aide.id],
                obligations: [Changes.duty("b", due: today)]),
        ])
        let query = WorkQuery(scope: .district, owners: [.village], accounts: [])
        let rows = try await store.work(query, today: today, after: nil, limit: 9).rows
        #expect(rows.map(\.obligation.rule.name) == ["a"])
        #expect(try await store.workCount(query, today: today).all == 1)
    }

    @Test(arguments: Driver.allCases)
    func `work is counted as it is listed`(driver: Driver) async throws {
        let store = try await filled(driver)
        let query = WorkQuery(scope: .district, owners: [.village, .aide, .town])
        let count = try await store.workCount(query, today: today)
        #expect(count.overdue == (try await rules(store, .overdue, query.owners, .district)).count)
        #expect(count == WorkCount(overdue: 2, today: 1, week: 2, all: 5))
    }

    @Test(arguments: Driver.allCases)
    func `a row carries the whole obligation and the person's name`(driver: Driver) async throws {
        let store = try await filled(driver)
        let query = WorkQuery(scope: .village(Sample.shaling), span: .overdue, owners: [.village])
        let row = try #require(try await store.work(query, today: today, after: nil, limit: 5).rows.first)
        #expect(row.name == "王秀兰")
        #expect(row.person == Sample.wangXiulan.id)
        #expect(row.obligation == Changes.duty("b", due: today.adding(days: -1)))
    }

    @Test(arguments: Driver.allCases)
    func `an obligation comes back as it was derived, whatever became of it`(driver: Driver) async throws {
        let store = try await driver.filled()
        let grids: [Grid] = [
            .week, .halfMonth, .month, .quarter, .halfYear, .year, .days(45), .yearsFromAnchor,
        ]
        let due = { (place: Int) in today.adding(days: place) }
        let outcomes: [Obligation.Outcome] = [
            .owed, .met(on: due(1), entered: due(2), by: 3, inTime: false), .waived(on: due(1), by: 4),
            .fellAway(on: due(1), why: .ended(by: 5)), .fellAway(on: due(1), why: .newRound(by: 6)),
            .fellAway(on: due(1), why: .away(since: 7)),
        ]
        let duties = outcomes.enumerated().map { place, outcome in
            Changes.duty(
                "rule", anchor: place + 1, due: due(place),
                period: grids[place].period(containing: today, anchor: today), outcome: outcome,
                pause: Obligation.Pause(kept: 2, first: today, until: place == 0 ? nil : due(5)))
        }
        let rest = grids[6...].enumerated().map { place, grid in
            Changes.duty(
                "rule", anchor: place + 20, due: due(place + 20),
                period: grid.period(containing: today, anchor: today), lapses: true)
        }
        try await store.replace([list(Sample.wangXiulan, case: 1, hardness: 2, rest + duties)])
        #expect(try await store.duties(of: .assistanceCase(CaseID(1))) == duties + rest)
        try await store.replace([list(Sample.wangXiulan, case: 1, hardness: 2, [duties[0]])])
        #expect(try await store.duties(of: .assistanceCase(CaseID(1))) == [duties[0]])
        try await store.replace([list(Sample.wangXiulan, case: 1, hardness: 2, [])])
        #expect(try await store.duties(of: .assistanceCase(CaseID(1))) == [])
    }

    @Test(arguments: Driver.allCases)
    func `the night derives subjects whose journal may bear duties, in order`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        _ = try await store.commit(Changes.listing(1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand]))
        let person = try #require(try await store.person(Sample.liJianguo.id))
        _ = try await store.commit(Changes.surveying(person, round: 1, sheet: "s"))
        var found: [Subject] = []
        while true {
            let next = try await store.dutySubjects(after: found.last, limit: 2)
            if next.isEmpty { break }
            found += next
        }
        let units = Sample.units.map { Subject.unit($0.id) }
        #expect(
            found == [.assistanceCase(CaseID(1)), .person(person.id), .round(RoundID(1))]
                + units.sorted { $0.number < $1.number })
    }
}
