// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("责任到人 whose work: duties of one account, and what each unit owes")
struct OwedContract {
    private let today = Sample.today
    private let aide = Sample.aide.id
    private let specialist = Sample.specialist.id

    /// Case 1 has an aide and a specialist, case 2 neither.
    private func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        let due = { (days: Int) in today.adding(days: days) }
        let met = Obligation.Outcome.met(on: due(-3), entered: due(-3), by: 2, inTime: true)
        let paused = Obligation.Pause(kept: 3, first: due(-9), until: due(9))
        try await store.replace([
            DutyList(
                subject: .assistanceCase(CaseID(1)), unit: Sample.shaling, person: Sample.wangXiulan.id,
                hardness: 3, accounts: [.aide: aide, .specialist: specialist],
                obligations: [
                    Changes.duty("a", due: due(-1), owner: .aide), Changes.duty("b", due: due(0)),
                    Changes.duty("c", due: due(-2), owner: .specialist),
                    Changes.duty("met", due: due(-2), owner: .aide, outcome: met),
                    Changes.duty("late", opens: due(1), due: due(3), owner: .aide),
                    Changes.duty("own", due: due(-1), owner: .person),
                ]),
            DutyList(
                subject: .assistanceCase(CaseID(2)), unit: Sample.shaling, person: Sample.liJianguo.id,
                hardness: 4,
                obligations: [
                    Changes.duty("a", due: due(-1), owner: .aide),
                    Changes.duty("a", anchor: 2, due: due(5), owner: .aide),
                    Changes.duty("b", due: due(-4)), Changes.duty("paused", due: due(-2), pause: paused),
                    Changes.duty("lapsed", due: due(-1), lapses: true),
                ]),
            DutyList(
                subject: .unit(Sample.yangzhen), unit: Sample.yangzhen, person: nil, hardness: 0,
                obligations: [Changes.duty("town", due: due(-5), owner: .town)]),
            DutyList(
                subject: .unit(Sample.qianfengbo), unit: Sample.qianfengbo, person: nil, hardness: 0,
                obligations: [Changes.duty("b", due: due(2))]),
            DutyList(
                subject: .unit(Sample.district), unit: Sample.district, person: nil, hardness: 0,
                obligations: [Changes.duty("year", due: due(-1), owner: .district)]),
        ])
        return store
    }

    private func rules(
        _ store: any Store, _ accounts: Set<AccountID>?, _ owners: Set<Owner>, _ scope: Scope,
        _ span: WorkSpan = .all
    ) async throws -> [String] {
        let query = WorkQuery(scope: scope, span: span, owners: owners, accounts: accounts)
        let rows = try await walk { try await store.work(query, today: today, after: $0, limit: 1) }
        return rows.map { "\($0.subject.number)\($0.obligation.rule)\($0.obligation.anchor)" }
    }

    @Test(arguments: Driver.allCases)
    func `a list of some accounts holds theirs and what is nobody's by name`(driver: Driver) async throws {
        let store = try await filled(driver)
        let both: Set<Owner> = [.aide, .specialist]
        for scope in [Scope.village(Sample.shaling), .town(Sample.yangzhen), .district] {
            #expect(try await rules(store, nil, both, scope) == ["2a1", "2a2", "1c1", "1a1"])
            #expect(try await rules(store, [aide], both, scope) == ["2a1", "2a2", "1a1"])
            #expect(try await rules(store, [specialist], both, scope) == ["2a1", "2a2", "1c1"])
            #expect(try await rules(store, [aide, specialist], both, scope) == ["2a1", "2a2", "1c1", "1a1"])
            #expect(try await rules(store, [Sample.expert.id], both, scope) == ["2a1", "2a2"])
            #expect(try await rules(store, [], both, scope) == ["2a1", "2a2"])
            #expect(try await rules(store, [aide], [.specialist], scope) == [])
        }
        #expect(try await rules(store, [aide], [.aide], .town(Sample.nancai)) == [])
        #expect(try await rules(store, [aide], [.aide], .district, .overdue) == ["2a1", "1a1"])
        #expect(try await rules(store, [aide], [.aide], .district, .week) == ["2a2", "1late1"])
    }

    @Test(arguments: Driver.allCases)
    func `a row names the account, and counts look at it`(driver: Driver) async throws {
        let store = try await filled(driver)
        let query = WorkQuery(
            scope: .village(Sample.shaling), span: .overdue, owners: [.aide, .specialist], accounts: [aide])
        let rows = try await store.work(query, today: today, after: nil, limit: 9).rows
        #expect(rows.map(\.account) == [nil, aide])
        let count = try await store.workCount(query, today: today)
        #expect(count == WorkCount(overdue: 2, today: 0, week: 2, all: 3))
        var everybody = query
        everybody.accounts = nil
        #expect(try await store.workCount(everybody, today: today).overdue == 3)
    }

    @Test(arguments: Driver.allCases)
    func `a duty that passes to other hands leaves the former list`(driver: Driver) async throws {
        let store = try await filled(driver)
        let duty = Changes.duty("a", due: today, owner: .aide)
        for account in [aide, specialist, nil] {
            try await store.replace([
                DutyList(
                    subject: .assistanceCase(CaseID(1)), unit: Sample.shaling, person: Sample.wangXiulan.id,
                    hardness: 3, accounts: account.map { [.aide: $0] } ?? [:], obligations: [duty])
            ])
            let query = WorkQuery(scope: .district, span: .today, owners: [.aide], accounts: [specialist])
            let rows = try await store.work(query, today: today, after: nil, limit: 9).rows
            #expect(rows.map(\.account) == (account == aide ? [] : [account]))
        }
    }

    @Test(arguments: Driver.allCases)
    func `what units owe is counted by rule, late and with nobody's name`(driver: Driver) async throws {
        let store = try await filled(driver)
        let row = { (unit: UnitID, rule: String, owner: Owner, open: Int, late: Int, unassigned: Int) in
            OwedCount(unit: unit, rule: rule, owner: owner, open: open, late: late, unassigned: unassigned)
        }
        let shaling = [
            row(Sample.shaling, "a", .aide, 3, 2, 1), row(Sample.shaling, "b", .village, 2, 1, 1),
            row(Sample.shaling, "c", .specialist, 1, 1, 0),
        ]
        let town = row(Sample.yangzhen, "town", .town, 1, 1, 1)
        let other = row(Sample.qianfengbo, "b", .village, 1, 0, 0)
        let district = row(Sample.district, "year", .district, 1, 1, 1)
        #expect(try await store.owed(.village(Sample.shaling), today: today) == shaling)
        #expect(try await owed(store, .town(Sample.yangzhen)) == [town] + shaling)
        #expect(try await owed(store, .town(Sample.nancai)) == [other])
        #expect(try await owed(store, .district) == [district, town] + shaling + [other])
        #expect(try await store.owed(.nothing, today: today) == [])
        let later = try await store.owed(.village(Sample.shaling), today: today.adding(days: 1))
        #expect(later.first { $0.rule == "late" }?.open == 1)
        #expect(later.first { $0.rule == "b" }?.late == 2)
    }

    /// What a fresh store owes by itself, as for the year's survey, is left out.
    private func owed(_ store: any Store, _ scope: Scope) async throws -> [OwedCount] {
        try await store.owed(scope, today: today).filter {
            ["a", "b", "c", "late", "own", "town", "year", "met", "paused", "lapsed"].contains($0.rule)
        }
    }
}
