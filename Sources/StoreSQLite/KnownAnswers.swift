// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

/// What every page asks for and few acts change: kept in memory, so that no list is counted row by row on a view
/// (design decision 7).
final class KnownAnswers: Sendable {
    let units = Known<Whole, [Unit]>()
    let accounts = Known<Whole, KnownAccounts>()
    let work = Known<WorkCounting, WorkCount>()
    let owed = Known<OwedCounting, [OwedCount]>()
    let ledgers = Known<Scope, [LedgerCount]>()
    let cases = Known<Scope, [CaseCount]>()
    let caseloads = Known<Scope, [AccountID: Int]>()
    let surveys = Known<SurveyCounting, [SurveyCount]>()

    /// A question without parts.
    struct Whole: Hashable, Sendable {}

    /// What is open under a query on a day.
    struct WorkCounting: Hashable, Sendable {
        let query: WorkQuery
        let today: Day
    }

    /// What units owe on a day.
    struct OwedCounting: Hashable, Sendable {
        let scope: Scope
        let today: Day
    }

    /// How far rounds of a year have come on a day.
    struct SurveyCounting: Hashable, Sendable {
        let scope: Scope
        let year: Int
        let day: Day
    }

    /// Forgets what rests on something that was just committed.
    func forget(_ touched: Touched) {
        if touched.contains(.units) { units.forget() }
        if touched.contains(.accounts) { accounts.forget() }
        if touched.contains(.duties) { work.forget() }
        if touched.contains(.cases) { ledgers.forget() }
        // These ask a town's villages one by one, so that they rest on which it has.
        if !touched.isDisjoint(with: [.units, .duties]) { owed.forget() }
        if !touched.isDisjoint(with: [.units, .cases]) {
            cases.forget()
            caseloads.forget()
        }
        if !touched.isDisjoint(with: [.units, .people, .rounds]) { surveys.forget() }
    }
}

/// All accounts, also by number.
struct KnownAccounts: Sendable {
    let all: [Account]
    let byNumber: [AccountID: Account]

    init(_ accounts: [Account]) {
        all = accounts
        byNumber = Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }
}

extension SQLiteStore {
    public func units() async throws -> [Unit] {
        try await known.units.answer(to: KnownAnswers.Whole()) { try readHere { try $0.units() } }
    }

    public func account(_ id: AccountID) async throws -> Account? { try await knownAccounts().byNumber[id] }

    public func accounts() async throws -> [Account] { try await knownAccounts().all }

    private func knownAccounts() async throws -> KnownAccounts {
        try await known.accounts.answer(to: KnownAnswers.Whole()) {
            KnownAccounts(try readHere { try $0.accounts() })
        }
    }

    public func workCount(_ query: WorkQuery, today: Day) async throws -> WorkCount {
        try await known.work.answer(to: KnownAnswers.WorkCounting(query: query, today: today)) {
            try await read { try $0.workCount(query, today: today) }
        }
    }

    public func owed(_ scope: Scope, today: Day) async throws -> [OwedCount] {
        try await known.owed.answer(to: KnownAnswers.OwedCounting(scope: scope, today: today)) {
            try await read { try $0.owed(scope, today: today) }
        }
    }

    public func caseCounts(_ scope: Scope) async throws -> [CaseCount] {
        try await known.cases.answer(to: scope) { try await read { try $0.caseCounts(scope) } }
    }

    public func caseloads(_ scope: Scope) async throws -> [AccountID: Int] {
        try await known.caseloads.answer(to: scope) { try await read { try $0.caseloads(scope) } }
    }

    public func ledgerCounts(_ scope: Scope) async throws -> [LedgerCount] {
        try await known.ledgers.answer(to: scope) { try await read { try $0.ledgerCounts(scope) } }
    }

    public func surveyCounts(_ scope: Scope, year: Int, on day: Day) async throws -> [SurveyCount] {
        try await known.surveys.answer(
            to: KnownAnswers.SurveyCounting(scope: scope, year: year, day: day)
        ) {
            try await read { try $0.surveyCounts(scope, year: year, on: day) }
        }
    }
}
