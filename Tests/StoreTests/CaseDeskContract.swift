// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("个案 desks: where cases stand and who helps")
struct CaseDeskContract {
    private let aide = Sample.aide.id
    private let worker = Sample.shalingWorker.id

    /// 1 王秀兰 recognised, with an aide; 2 李建国 listed; 3 of 前风波 handed up to the town; 4 of 前风波 ended as
    /// stable; 5 of 前风波 moved out. The third is helped by the town's clerk, the fifth was by the aide.
    private func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        for (place, name) in ["田家旺", "陈静", "白玉兰"].enumerated() {
            _ = try await store.commit(Changes.entering(900 + place, name, in: Sample.qianfengbo))
        }
        for (place, number) in [Sample.wangXiulan.id.number, Sample.liJianguo.id.number, 900, 901, 902]
            .enumerated()
        {
            let village = place < 2 ? Sample.shaling : Sample.qianfengbo
            _ = try await store.commit(
                Changes.listing(place + 1, PersonID(number), in: village, [.ageBand], visitClass: .two))
        }
        let recognised = CaseEvent.recognition(.recognised(number: "1", note: ""))
        try await act(1, [recognised, assigned(.village, aide)], in: store)
        let contacted = CaseEvent.aid(
            .contacted(
                Contact(level: .village, means: .telephone, words: "说明政策", view: "愿意", mood: nil)))
        let handUp = HandUp(
            from: .village, to: .town, cause: .beyondLevel, reason: "", through: ActID(3))
        let interim = Assignment(level: .town, account: Sample.nancaiClerk.id, name: "田国庆")
        try await act(
            3,
            [
                recognised, assigned(.village, aide), contacted, .handover(.handedUp(handUp)),
                .handover(.received(level: .town, interim: interim)),
            ], in: store)
        try await act(4, [recognised, .ended(.stable, note: "")], in: store)
        try await act(5, [recognised, assigned(.village, aide), .ended(.movedOut, note: "")], in: store)
        return store
    }

    private func assigned(_ level: Level, _ account: AccountID) -> CaseEvent {
        .aid(.ownerAssigned(Assignment(level: level, account: account, name: "某人")))
    }

    private func act(_ id: Int, _ events: [CaseEvent], in store: any Store) async throws {
        for event in events {
            let found = try #require(try await store.assistanceCase(CaseID(id)))
            _ = try await store.commit(Changes.acting(event, on: found))
        }
    }

    private func cases(_ store: any Store, _ query: CaseQuery, by limit: Int = 1) async throws -> [Int] {
        let found = try await walk { try await store.cases(query, after: $0, limit: limit) }
            .map(\.assistanceCase.id.number)
        let bare = try await walk { try await store.caseStates(query, after: $0, limit: limit) }
        #expect(bare.map(\.id.number) == found, "without the people, the same in the same order")
        return found
    }

    /// Ids in the order of village and name.
    private func ordered(_ ids: Set<Int>, _ store: any Store) async throws -> [Int] {
        var rows: [LedgerRow] = []
        for id in ids {
            let found = try #require(try await store.assistanceCase(CaseID(id)))
            let person = try #require(try await store.person(found.person))
            rows.append(LedgerRow(assistanceCase: found, person: person))
        }
        return rows.sorted {
            let left = (Sample.names($0.person.facts.name.full).order, $0.person.facts.name.full)
            let right = (Sample.names($1.person.facts.name.full).order, $1.person.facts.name.full)
            return ($0.assistanceCase.village, left.0, left.1) < ($1.assistanceCase.village, right.0, right.1)
        }.map(\.assistanceCase.id.number)
    }

    @Test(arguments: Driver.allCases, [1, 2, 50])
    func `00.goal live and stable cases come by village and name`(driver: Driver, limit: Int) async throws {
        let store = try await filled(driver)
        let all = try await ordered([1, 2, 3, 4], store)
        #expect(all.prefix(2) == [2, 1])
        #expect(try await cases(store, CaseQuery(scope: .district), by: limit) == all)
        #expect(try await cases(store, CaseQuery(scope: .town(Sample.yangzhen)), by: limit) == [2, 1])
        #expect(
            try await cases(store, CaseQuery(scope: .village(Sample.qianfengbo)), by: limit)
                == all.suffix(2))
        #expect(try await cases(store, CaseQuery(scope: .village(Sample.taiping)), by: limit) == [])
        #expect(try await cases(store, CaseQuery(scope: .nothing), by: limit) == [])
        let row = try #require(
            try await store.cases(CaseQuery(scope: .district), after: nil, limit: 1).rows.first)
        #expect(row.person.facts == Sample.liJianguo.facts)
    }

    @Test(arguments: Driver.allCases, [1, 2, 50])
    func `00.levels each stage is a list, and several are one`(driver: Driver, limit: Int) async throws {
        let store = try await filled(driver)
        let expected: [(stages: Set<CaseStage>, scope: Scope, ids: Set<Int>)] = [
            ([.listed], .district, [2]), ([.village], .district, [1]), ([.town], .district, [3]),
            ([.townIntake], .district, []), ([.ended], .district, [4, 5]),
            ([.listed, .village, .town], .district, [1, 2, 3]),
            ([.listed, .ended], .district, [2, 4, 5]),
            (Set(CaseStage.allCases), .district, [1, 2, 3, 4, 5]),
            ([.village, .town, .ended], .town(Sample.nancai), [3, 4, 5]),
            ([.village, .town, .ended], .village(Sample.shaling), [1]), ([.listed], .nothing, []),
        ]
        for (stages, scope, ids) in expected {
            let query = CaseQuery(scope: scope, stages: stages)
            #expect(try await cases(store, query, by: limit) == (try await ordered(ids, store)), "\(query)")
        }
    }

    @Test(arguments: Driver.allCases)
    func `00.goal cases of one step and of one helper`(driver: Driver) async throws {
        let store = try await filled(driver)
        let expected: [(query: CaseQuery, ids: Set<Int>)] = [
            (CaseQuery(scope: .district, goal: .appeared), [2]),
            (CaseQuery(scope: .district, goal: .recognised), [1]),
            (CaseQuery(scope: .district, goal: .helped), [3]),
            (CaseQuery(scope: .district, goal: .stabilised), [4]),
            (CaseQuery(scope: .town(Sample.yangzhen), goal: .stabilised), []),
            (CaseQuery(scope: .town(Sample.nancai), goal: .stabilised), [4]),
            (CaseQuery(scope: .village(Sample.qianfengbo), goal: .recognised), []),
            (CaseQuery(scope: .district, stages: [.ended], goal: .recognised), [5]),
            (CaseQuery(scope: .district, helper: aide), [1]),
            (CaseQuery(scope: .district, helper: Sample.nancaiClerk.id), [3]),
            (CaseQuery(scope: .town(Sample.yangzhen), helper: Sample.nancaiClerk.id), []),
            (CaseQuery(scope: .district, stages: [.town, .village], helper: aide), [1]),
            (CaseQuery(scope: .district, stages: [.ended], helper: aide), []),
            (CaseQuery(scope: .district, goal: .recognised, helper: aide), [1]),
            (CaseQuery(scope: .district, helper: worker), []),
        ]
        for (query, ids) in expected {
            #expect(try await cases(store, query) == (try await ordered(ids, store)), "\(query)")
        }
    }

    @Test(arguments: Driver.allCases)
    func `00.goal cases are counted by village, stage and goal`(driver: Driver) async throws {
        let store = try await filled(driver)
        let count = { (village: UnitID, stage: CaseStage, goal: GoalStep) in
            CaseCount(village: village, stage: stage, goal: goal, count: 1)
        }
        let town = [
            count(Sample.qianfengbo, .ended, .stabilised), count(Sample.qianfengbo, .town, .helped),
        ]
        let all = [count(Sample.shaling, .listed, .appeared), count(Sample.shaling, .village, .recognised)]
        #expect(try await store.caseCounts(.district) == all + town)
        #expect(try await store.caseCounts(.town(Sample.nancai)) == town)
        #expect(try await store.caseCounts(.village(Sample.shaling)) == all)
        #expect(try await store.caseCounts(.nothing) == [])
        try await act(5, [.reopened(reason: "", level: nil)], in: store)
        #expect(
            try await store.caseCounts(.village(Sample.qianfengbo)).contains(
                count(Sample.qianfengbo, .village, .recognised)))
    }

    @Test(arguments: Driver.allCases)
    func `03.w1 a caseload is what its helper has at the level that holds the case`(driver: Driver)
        async throws
    {
        let store = try await filled(driver)
        #expect(try await store.caseload(of: aide).map(\.id) == [CaseID(1)])
        #expect(try await store.caseload(of: worker) == [])
        let clerk = Sample.nancaiClerk.id
        #expect(try await store.caseloads(.district) == [aide: 1, clerk: 1])
        #expect(try await store.caseloads(.town(Sample.nancai)) == [clerk: 1])
        #expect(try await store.caseloads(.village(Sample.shaling)) == [aide: 1])
        #expect(try await store.caseloads(.nothing) == [:])
        try await act(
            2, [.recognition(.recognised(number: "2", note: "")), assigned(.village, aide)], in: store)
        #expect(try await store.caseload(of: aide).map(\.id) == [CaseID(1), CaseID(2)])
        try await act(1, [assigned(.village, worker)], in: store)
        #expect(try await store.caseloads(.village(Sample.shaling)) == [aide: 1, worker: 1])
        try await act(1, [.ended(.died, note: "")], in: store)
        #expect(try await store.caseloads(.district) == [aide: 1, clerk: 1])
        #expect(try await store.caseload(of: worker) == [])
    }
}
