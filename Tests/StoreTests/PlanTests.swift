// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQL
import StoreSQLite
import Testing

/// No list may read the whole district to show fifty rows, nor sort what it found.
@Suite("查询计划 plans: every list under every scope has its index")
struct PlanTests {
    typealias Question = @Sendable (Reading<TracedConnection>) throws -> Void

    static let scopes: [(name: String, scope: Scope, suffix: String)] = [
        ("district", .district, ""), ("town", .town(Sample.yangzhen), "_town"),
        ("village", .village(Sample.shaling), "_village"),
    ]

    private func plans(
        listing: Bool = false, _ question: @escaping Question
    ) async throws -> [StatementPlan] {
        let store = try await Shelf().open()
        try await Sample.fill(store)
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        if listing {
            _ = try await store.commit(
                Changes.listing(1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand]))
        }
        defer { try? store.close() }
        return try await store.plans(of: question)
    }

    /// The list's own statement is the last one; those before look a place up by its key.
    private func expect(_ index: String, sorting: Bool = false, _ question: @escaping Question) async throws {
        let all = try await plans(question)
        let plan = try #require(all.last)
        #expect(plan.seeks(index), "\(index)\(plan)")
        #expect(plan.isSorting == sorting, "\(plan)")
        for plan in all {
            #expect(plan.scans.allSatisfy { !$0.contains("TABLE") && !$0.contains("person ") }, "\(plan)")
        }
    }

    @Test(arguments: scopes.indices, [nil, Cursor("1")])
    func `people by name`(place: Int, after: Cursor?) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        try await expect("person_order" + suffix) { reading in
            _ = try reading.find(PersonQuery(scope: scope), after: after, limit: 50)
        }
        try await expect("person_order" + suffix) { reading in
            _ = try reading.find(PersonQuery(scope: scope, onRoll: false), after: after, limit: 50)
        }
    }

    @Test(arguments: scopes.indices)
    func `people of a category or class`(place: Int) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        let queries = [
            PersonQuery(scope: scope, category: .disabled), PersonQuery(scope: scope, visitClass: .four),
            PersonQuery(scope: scope, category: .other, visitClass: .one),
        ]
        for query in queries {
            let plan = try #require(
                try await plans { _ = try $0.find(query, after: Cursor("1"), limit: 50) }.last)
            #expect(
                plan.steps.contains {
                    $0.contains("INDEX person_listed\(suffix) ")
                        || $0.hasSuffix("INDEX person_listed\(suffix)")
                }, "\(plan)")
            #expect(!plan.isSorting, "\(plan)")
        }
    }

    @Test(arguments: scopes.indices)
    func `people by key`(place: Int) async throws {
        let scope = Self.scopes[place].scope
        for (search, index) in [
            (PersonSearch.identity("990000198205180023"), "person_identity"),
            (.lastFour("0023"), "person_tail"),
            (.phone("13900001001"), "person_mobile"),
        ] {
            let query = PersonQuery(search: search, scope: scope)
            try await expect(index, sorting: true) { _ = try $0.find(query, after: nil, limit: 50) }
        }
        for search in [PersonSearch.name("建国"), .pinyin("wxl")] {
            let query = PersonQuery(search: search, scope: scope)
            let plan = try #require(try await plans { _ = try $0.find(query, after: nil, limit: 50) }.last)
            #expect(plan.steps.first?.hasPrefix("SCAN person_text VIRTUAL TABLE INDEX") == true, "\(plan)")
            #expect(plan.steps.contains("SEARCH person USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
        }
    }

    @Test(arguments: scopes.indices, [nil, HardshipCategory.ageBand])
    func `01.w3 ledgers and their counts`(place: Int, category: HardshipCategory?) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        let index = "assistance_case_ledger" + (suffix == "_town" ? "_town" : "")
        let page = try #require(
            try await plans { _ = try $0.ledger(category, scope: scope, after: nil, limit: 50) }.last)
        #expect(page.steps.contains { $0.contains("COVERING INDEX \(index)") }, "\(page)")
        #expect(page.steps.count { $0.contains("INTEGER PRIMARY KEY") } == 2, "\(page)")
        let counts = try #require(try await plans { _ = try $0.ledgerCounts(scope) }.last)
        #expect(counts.steps.contains { $0.contains("COVERING INDEX \(index)") }, "\(counts)")
    }

    @Test(arguments: scopes.indices, WorkSpan.allCases)
    func `worklists`(place: Int, span: WorkSpan) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        let query = WorkQuery(scope: scope, span: span, owners: [.village, .town], rule: nil)
        try await expect("duty_work" + suffix) {
            _ = try $0.work(query, today: Sample.today, after: Cursor("0.20000.5"), limit: 50)
        }
        let count = try #require(try await plans { _ = try $0.workCount(query, today: Sample.today) }.last)
        #expect(count.steps.allSatisfy { $0.contains("COVERING INDEX duty_") }, "\(count)")
    }

    @Test(arguments: scopes.indices, Owner.allCases)
    func `worklists of one account under each role`(place: Int, owner: Owner) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        for accounts: Set<AccountID> in [[], [AccountID(5)], [AccountID(5), AccountID(6)]] {
            let query = WorkQuery(scope: scope, owners: [owner], accounts: accounts)
            try await expect("duty_work" + suffix) {
                _ = try $0.work(query, today: Sample.today, after: Cursor("3.20000.5"), limit: 50)
            }
            let count = try #require(
                try await plans { _ = try $0.workCount(query, today: Sample.today) }.last)
            #expect(count.steps.allSatisfy { $0.contains("COVERING INDEX duty_") }, "\(count)")
        }
    }

    @Test(arguments: scopes.indices)
    func `what units owe is grouped in its index`(place: Int) async throws {
        let scope = Self.scopes[place].scope
        let all = try await plans { _ = try $0.owed(scope, today: Sample.today) }
        let counts = all.filter { $0.statement.contains("GROUP BY") }
        #expect(!counts.isEmpty)
        for plan in counts {
            #expect(plan.steps.contains { $0.contains("COVERING INDEX duty_owed") }, "\(plan)")
            #expect(scope == .district || plan.seeks("duty_owed"), "\(plan)")
            #expect(!plan.isSorting, "\(plan)")
        }
        #expect(all.allSatisfy { $0.scans.allSatisfy { $0.contains("duty_owed") } }, "\(all)")
    }

    static let caseQueries: [(index: String, change: @Sendable (inout CaseQuery) -> Void)] = [
        ("assistance_case_counted", { _ in }), ("assistance_case_goal", { $0.goal = .recognised }),
        ("assistance_case_stage", { $0.stages = [.town] }),
        ("assistance_case_stage", { $0.stages = [.village, .town, .ended] }),
        ("assistance_case_stage", { $0.stages = Set(CaseStage.allCases) }),
        (
            "assistance_case_stage",
            {
                $0.stages = [.listed, .employed]
                $0.goal = .helped
            }
        ), ("assistance_case_helper", { $0.helper = AccountID(5) }),
        (
            "assistance_case_helper",
            {
                $0.helper = AccountID(5)
                $0.stages = [.village]
            }
        ),
        (
            "assistance_case_helper",
            {
                $0.helper = AccountID(5)
                $0.stages = [.village, .town]
                $0.goal = .helped
            }
        ),
    ]

    /// Found in the index alone and in its order; then a page of states is opened by number.
    @Test(arguments: scopes.indices, caseQueries.indices)
    func `cases of each stage, goal and helper`(place: Int, question: Int) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        var query = CaseQuery(scope: scope)
        Self.caseQueries[question].change(&query)
        let name = Self.caseQueries[question].index
        let index = name + (suffix == "_town" && name != "assistance_case_helper" ? suffix : "")
        let asked = query
        let cursor = Cursor("1")
        let later = try #require(
            try await plans(listing: true) { _ = try $0.cases(asked, after: cursor, limit: 50) }.last)
        #expect(later.steps.filter { $0.contains("assistance_case_") }.allSatisfy { $0.hasPrefix("SEARCH") })
        let plan = try #require(try await plans { _ = try $0.cases(asked, after: nil, limit: 50) }.last)
        let found = plan.steps.filter { $0.contains("assistance_case_") }
        #expect(found.count == max(1, query.helper == nil ? query.stages.count : 1), "\(plan)")
        #expect(found.allSatisfy { $0.contains("COVERING INDEX \(index)") }, "\(plan)")
        #expect(plan.steps.count { $0.contains("INTEGER PRIMARY KEY") } == 2, "\(plan)")
        #expect(name == "assistance_case_counted" || found.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
    }

    @Test(arguments: scopes.indices)
    func `cases and caseloads are counted in their index`(place: Int) async throws {
        let scope = Self.scopes[place].scope
        let counts = try await plans { _ = try $0.caseCounts(scope) }
        for plan in counts where plan.statement.contains("GROUP BY") {
            #expect(plan.steps.contains { $0.contains("COVERING INDEX assistance_case_sum") }, "\(plan)")
            #expect(scope == .district || plan.seeks("assistance_case_sum"), "\(plan)")
            #expect(!plan.isSorting, "\(plan)")
        }
        #expect(counts.allSatisfy { $0.scans.allSatisfy { $0.contains("assistance_case_sum") } })
        let loads = try #require(
            try await plans { _ = try $0.caseloads(scope) }.first { $0.statement.contains("GROUP BY") })
        #expect(loads.steps.contains { $0.contains("COVERING INDEX assistance_case_") }, "\(loads)")
        let own = try #require(try await plans { _ = try $0.caseload(of: AccountID(5)) }.last)
        #expect(own.seeks("assistance_case_helper"), "\(own)")
    }

    @Test(arguments: scopes.indices, [nil, Cursor("20000.1")])
    func `14.w3 the calendar of fairs`(place: Int, after: Cursor?) async throws {
        let scope = Self.scopes[place].scope
        for span in [FairQuery.Span.from(Sample.today), .before(Sample.today)] {
            try await expect("fair_day") { reading in
                let query = FairQuery(scope: scope, span: span, isAnnounced: true)
                _ = try reading.fairs(query, after: after, limit: 30)
            }
        }
    }

    @Test func `acts of a subject under a day are sought by it`() async throws {
        let plan = try #require(
            try await plans {
                _ = try $0.acts(.visited, of: .assistanceCase(CaseID(1)), on: Sample.today)
            }.last)
        #expect(plan.scans.isEmpty && !plan.isSorting, "\(plan)")
    }

    @Test(arguments: scopes.indices)
    func `01.r1 the survey is counted in its index`(place: Int) async throws {
        let scope = Self.scopes[place].scope
        let all = try await plans { _ = try $0.surveyCounts(scope, year: 2026, on: Sample.today) }
        let tallies = try #require(
            all.first { $0.statement.contains("GROUP BY village, survey_round, survey_state") })
        #expect(tallies.steps.contains { $0.contains("COVERING INDEX person_survey") }, "\(tallies)")
        #expect(!tallies.isSorting, "\(tallies)")
        let late = try #require(all.first { $0.statement.contains("01.w2") })
        #expect(late.steps.first?.contains("INDEX duty_late_entry") == true, "\(late)")
    }

    @Test(arguments: RollPart.allCases)
    func `01.r1 the roll of a round`(part: RollPart) async throws {
        try await expect("person_order_village") {
            _ = try $0.roll(of: RoundID(1), part: part, on: Sample.today, after: Cursor("1"), limit: 50)
        }
    }

    @Test func `imports, audit, drafts and what an import touched`() async throws {
        try await expect("import_batch_town") {
            _ = try $0.batches(.town(Sample.yangzhen), after: nil, limit: 9)
        }
        try await expect("import_batch_village") {
            _ = try $0.batches(.village(Sample.shaling), after: nil, limit: 9)
        }
        try await expect("audit_subject") { _ = try $0.audit(of: .policy, after: nil, limit: 9) }
        try await expect("draft_account") { _ = try $0.drafts(of: Sample.aide.id) }
        try await expect("journal_rules") { _ = try $0.dutySubjects(after: .unit(Sample.district), limit: 9) }
    }

    @Test(arguments: scopes.indices, RecommendationState.allCases)
    func `10.r1 recommendations of each state`(place: Int, state: RecommendationState) async throws {
        let (_, scope, suffix) = Self.scopes[place]
        let index = "recommendation" + (suffix.isEmpty ? "_phase" : suffix)
        let clock = RecommendationClock(today: Sample.today, askedAfter: 5)
        let query = RecommendationQuery(scope: scope, state: state)
        for after in [nil, Cursor("20000.1.5")] {
            let list = try await plans {
                _ = try $0.recommendations(query, at: clock, after: after, limit: 50)
            }
            let plan = try #require(list.first { $0.statement.contains("AS place") })
            #expect(plan.steps.contains { $0.contains("COVERING INDEX \(index)") }, "\(plan)")
        }
        let counts = try #require(
            try await plans { _ = try $0.recommendationCounts(query, at: clock) }.last)
        #expect(counts.steps.contains { $0.contains("COVERING INDEX recommendation_") }, "\(counts)")
    }

    @Test(arguments: scopes.indices)
    func `05.w3 interviews and 10.w4 messages`(place: Int) async throws {
        let scope = Self.scopes[place].scope
        let week = try #require(
            try await plans {
                _ = try $0.interviews(scope, from: Sample.today, through: Sample.today, limit: 50)
            }.first { $0.statement.contains("interview_day") })
        #expect(week.steps.contains { $0.contains("COVERING INDEX recommendation_interview") }, "\(week)")
        let query = MessageQuery(scope: scope, system: "甲", state: .waiting)
        try await expect("outbox_state") { _ = try $0.messages(query, after: Cursor("7"), limit: 50) }
        let tally = try #require(try await plans { _ = try $0.vacancyTallies(of: [VacancyID(1)]) }.last)
        #expect(tally.seeks("recommendation_vacancy"), "\(tally)")
    }
}
