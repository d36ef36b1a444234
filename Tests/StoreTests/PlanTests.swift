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

    private func plans(_ question: @escaping Question) async throws -> [StatementPlan] {
        let store = try await Shelf().open()
        try await Sample.fill(store)
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
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
        #expect(count.steps.allSatisfy { $0.contains("COVERING INDEX duty_work") }, "\(count)")
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
}
