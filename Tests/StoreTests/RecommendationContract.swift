// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQL
import StoreSQLite
import Testing

@Suite("推荐跟踪: every driver lists and counts recommendations alike · 05.w3 05.w4 10.r1")
struct RecommendationContract {
    private let clock = RecommendationClock(today: Sample.today, askedAfter: 5)

    /// 王秀兰 of 沙岭 told 7 and 1 days ago, of vacancy 3 and of none; 李建国 of 沙岭 with an interview the day after;
    /// 田家旺 of 前风波 without success.
    private func filled(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.entering(900, "田家旺", in: Sample.qianfengbo))
        for (place, number) in [Sample.wangXiulan.id.number, Sample.liJianguo.id.number, 900].enumerated() {
            let village = place < 2 ? Sample.shaling : Sample.qianfengbo
            _ = try await store.commit(
                Changes.listing(place + 1, PersonID(number), in: village, [.ageBand], visitClass: .two))
            try await act(
                place + 1,
                [
                    .recognition(.recognised(number: "1", note: "")),
                    .aid(
                        .ownerAssigned(
                            Assignment(level: .village, account: Sample.aide.id, name: "宋佳"))),
                ], on: -30, in: store)
        }
        try await act(1, [told("顺意家政", VacancyID(3))], on: -7, in: store)
        try await act(1, [told("杨镇超市")], on: -1, in: store)
        try await act(2, [told("顺意家政", VacancyID(3))], on: -2, in: store)
        try await act(2, [interview(ActID(5), on: 1)], on: -1, in: store)
        try await act(3, [told("顺意物业")], on: -9, in: store)
        try await act(
            3, [.aid(.recommendationEnded(of: 5, RecommendationOutcome(level: .village, code: .noShow)))],
            on: -3, in: store)
        return store
    }

    private func told(_ employer: String, _ id: VacancyID? = nil) -> CaseEvent {
        let note = VacancyNote(
            employer: employer, post: "保洁员", place: "", pay: "", requirements: "", vacancyID: id)
        return .aid(
            .recommended(
                Recommendation(level: .village, vacancy: note, confirmed: Sample.today, confirmedBy: "刘经理")))
    }

    private func interview(_ act: ActID, on days: Int) -> CaseEvent {
        .aid(
            .interviewSet(
                of: act,
                Interview(
                    level: .village, day: Sample.today.adding(days: days), place: "单位", escort: "宋佳",
                    whyAlone: "")))
    }

    private func act(_ id: Int, _ events: [CaseEvent], on days: Int, in store: any Store) async throws {
        for event in events {
            let found = try #require(try await store.assistanceCase(CaseID(id)))
            _ = try await store.commit(
                Changes.acting(event, on: found, day: Sample.today.adding(days: days)))
        }
    }

    private func list(_ store: any Store, _ query: RecommendationQuery) async throws -> [String] {
        try await walk { try await store.recommendations(query, at: clock, after: $0, limit: 1) }.map {
            "\($0.assistanceCase.id.number)-\($0.tracked.recommendation.act.number)"
        }
    }

    @Test(arguments: Driver.allCases)
    func `10.r1: each state is a list, what is due first at its head`(driver: Driver) async throws {
        let store = try await filled(driver)
        let expected: [RecommendationState: [String]] = [
            .toArrange: ["1-6"], .toInterview: ["2-5"], .toReport: ["1-5"], .unsuccessful: ["3-5"],
        ]
        for state in RecommendationState.allCases {
            let found = try await list(store, RecommendationQuery(scope: .district, state: state))
            #expect(found == expected[state] ?? [], "\(state)")
        }
        #expect(
            try await list(store, RecommendationQuery(scope: .district))
                == ["3-5", "1-5", "2-5", "1-6"].sorted {
                    order($0) < order($1)
                })
        let counts = try await store.recommendationCounts(RecommendationQuery(scope: .district), at: clock)
        #expect(counts == expected.mapValues(\.count))
    }

    /// By day, told ones by the day on which somebody asks; without success before all others.
    private func order(_ name: String) -> Int { ["3-5": 0, "1-5": 1, "2-5": 2, "1-6": 3][name] ?? 9 }

    @Test(arguments: Driver.allCases)
    func `00.levels: lists are narrowed by scope, level and employer`(driver: Driver) async throws {
        let store = try await filled(driver)
        let village = RecommendationQuery(scope: .village(Sample.qianfengbo))
        #expect(try await list(store, village) == ["3-5"])
        #expect(try await list(store, RecommendationQuery(scope: .town(Sample.yangzhen))).count == 3)
        #expect(try await list(store, RecommendationQuery(scope: .nothing)).isEmpty)
        #expect(try await list(store, RecommendationQuery(scope: .district, level: .town)).isEmpty)
        #expect(
            try await list(store, RecommendationQuery(scope: .district, employer: "家政")) == ["1-5", "2-5"])
        #expect(try await list(store, RecommendationQuery(scope: .district, employer: "%")).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `05.w3: interviews of a span by day, within the scope`(driver: Driver) async throws {
        let store = try await filled(driver)
        let day = Sample.today.adding(days: 1)
        let found = try await store.interviews(.district, from: day, through: day, limit: 10)
        #expect(found.map(\.assistanceCase.id) == [CaseID(2)])
        #expect(found.first?.person.facts == Sample.liJianguo.facts)
        #expect(
            try await store.interviews(.district, from: Sample.today, through: Sample.today, limit: 10)
                .isEmpty)
        #expect(
            try await store.interviews(.village(Sample.qianfengbo), from: day, through: day, limit: 10)
                .isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `05.w4: a vacancy's tally counts over all cases, and a withdrawn act leaves it`(
        driver: Driver
    ) async throws {
        let store = try await filled(driver)
        let tallies = try await store.vacancyTallies(of: [VacancyID(3), VacancyID(4)])
        #expect(tallies == [VacancyID(3): VacancyTally(recommended: 2, interviewed: 0, hired: 0)])
        let history = try await store.history(of: .assistanceCase(CaseID(2))).caseEvents
        let found = try #require(try await store.assistanceCase(CaseID(2)))
        var change = Changes.blank(.assistanceCase(found.id))
        change.append(
            .assistanceCase(.withdrawn(5, reason: "记错")), to: .assistanceCase(found.id),
            after: found.version, on: Sample.today)
        let whole =
            history + [
                Recorded(
                    id: ActID(found.version + 1), occurred: Sample.today, recorded: Changes.now,
                    by: Sample.aide.id, event: .withdrawn(5, reason: "记错"))
            ]
        change.states.append(
            .assistanceCase(try #require(AssistanceCase(replaying: whole, id: found.id))))
        _ = try await store.commit(change)
        #expect(try await store.vacancyTallies(of: [VacancyID(3)])[VacancyID(3)]?.recommended == 1)
        #expect(try await list(store, RecommendationQuery(scope: .district, state: .toInterview)).isEmpty)
    }
}

@Suite("校验 verify: lists of recommendations and messages say what the journal says · 05.w4 10.w4")
struct RecommendationIntegrityTests {
    /// 王秀兰 of 沙岭 was told a vacancy, and has found work of which one system is told.
    private func faults(after statements: String...) async throws -> [IntegrityFault] {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        _ = try await store.commit(Changes.listing(1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand]))
        let note = VacancyNote(employer: "顺意家政", post: "保洁员", place: "", pay: "", requirements: "")
        let recommendation = Recommendation(
            level: .village, vacancy: note, confirmed: Sample.today, confirmedBy: "刘经理")
        let listed = try #require(try await store.assistanceCase(CaseID(1)))
        _ = try await store.commit(Changes.acting(.aid(.recommended(recommendation)), on: listed))
        let told = try #require(try await store.assistanceCase(CaseID(1)))
        let job = Job(form: .hired, employer: "顺意家政", post: "保洁员", since: Sample.today)
        var change = Changes.acting(.work(.employed(job, at: .village)), on: told)
        change.messages = [
            NewMessage(
                system: "甲系统", kind: .employed, caseID: told.id, act: ActID(told.version + 1),
                village: told.village)
        ]
        _ = try await store.commit(change)
        #expect(try await store.verify() == [])
        try store.close()
        try shelf.alter(statements)
        let opened = try await shelf.open()
        defer { try? opened.close() }
        return try await opened.verify()
    }

    @Test(arguments: [
        "UPDATE recommendation SET phase = 'hired'", "UPDATE recommendation SET since = since - 1",
        "UPDATE recommendation SET employer = '别家'", "DELETE FROM recommendation",
    ])
    func `05.w4: a list that says otherwise than its case is found`(statement: String) async throws {
        #expect(
            try await faults(after: statement) == [
                .differentState(.assistanceCase(CaseID(1)), columns: ["recommendations"])
            ])
    }

    @Test func `10.w4: a message of no act is found`() async throws {
        #expect(
            try await faults(after: "UPDATE outbox SET act = 99") == [
                .wrongCount(of: "outbox", expected: 1, found: 0)
            ])
    }

    @Test func `05.w4: a recommendation of no case is found`() async throws {
        let found = try await faults(after: "UPDATE recommendation SET case_id = 77")
        #expect(found.contains(.wrongCount(of: "recommendation", expected: 1, found: 0)))
    }
}
