// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: CaseStore {
    public func assistanceCase(_ id: CaseID) async throws -> AssistanceCase? { read { $0.cases[id] } }

    public func newestCase(of person: PersonID) async throws -> AssistanceCase? {
        read { state in
            state.liveCase(of: person) ?? state.casesOf[person]?.max().flatMap { state.cases[$0] }
        }
    }

    public func ledger(
        _ category: HardshipCategory?, scope: Scope, after: Cursor?, limit: Int
    ) async throws -> Slice<LedgerRow> {
        read { state in
            let last = after?.numbers.first.flatMap { state.cases[CaseID($0)] }.flatMap(state.ledgerPlace)
            let rows = state.listed(scope)
                .filter { row in category.map { row.assistanceCase.categories.contains($0) } ?? true }
                .map { (place: state.ledgerPlace($0), row: $0) }
                .filter { entry in last.map { $0 < entry.place } ?? true }
                .sorted { $0.place < $1.place }
            let slice = page(rows, limit: limit) { Cursor(numbers: $0.row.assistanceCase.id.number) }
            return Slice(rows: slice.rows.map(\.row), next: slice.next)
        }
    }

    public func cases(_ query: CaseQuery, after: Cursor?, limit: Int) async throws -> Slice<LedgerRow> {
        read { state in
            let last = after?.numbers.first.flatMap { state.cases[CaseID($0)] }.flatMap(state.ledgerPlace)
            let rows = state.cases.values.filter {
                query.asks(for: $0) && state.contains($0.village, query.scope)
            }
            .compactMap { found in
                state.people[found.person].map { LedgerRow(assistanceCase: found, person: $0) }
            }
            .map { (place: state.ledgerPlace($0), row: $0) }
            .filter { entry in last.map { $0 < entry.place } ?? true }
            .sorted { $0.place < $1.place }
            let slice = page(rows, limit: limit) { Cursor(numbers: $0.row.assistanceCase.id.number) }
            return Slice(rows: slice.rows.map(\.row), next: slice.next)
        }
    }

    public func caseStates(
        _ query: CaseQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<AssistanceCase> {
        let slice = try await cases(query, after: after, limit: limit)
        return Slice(rows: slice.rows.map(\.assistanceCase), next: slice.next)
    }

    public func caseCounts(_ scope: Scope) async throws -> [CaseCount] {
        read { state in
            let found = state.cases.values.filter { $0.isCounted && state.contains($0.village, scope) }
            return Dictionary(grouping: found) { CaseKey($0) }.map { key, cases in
                CaseCount(village: key.village, stage: key.stage, goal: key.goal, count: cases.count)
            }.sorted {
                ($0.village, $0.stage.rawValue, $0.goal) < ($1.village, $1.stage.rawValue, $1.goal)
            }
        }
    }

    public func caseload(of account: AccountID) async throws -> [AssistanceCase] {
        read { state in
            state.cases.values.filter { $0.isLive && $0.helper?.account == account }.sorted { $0.id < $1.id }
        }
    }

    public func caseloads(_ scope: Scope) async throws -> [AccountID: Int] {
        read { state in
            state.cases.values.filter { $0.isLive && state.contains($0.village, scope) }
                .compactMap(\.helper?.account).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }

    public func ledgerCounts(_ scope: Scope) async throws -> [LedgerCount] {
        read { state in
            Dictionary(grouping: state.listed(scope).map(\.assistanceCase), by: \.village)
                .sorted { $0.key < $1.key }
                .map { village, cases in
                    LedgerCount(
                        village: village, persons: cases.count,
                        byCategory: Self.count(cases.flatMap(\.categories)),
                        byClass: Self.count(cases.compactMap(\.visitClass)))
                }
        }
    }

    public func visits(of village: UnitID, from: Day, through: Day) async throws -> [VisitEntry] {
        read { state in
            state.cases.values.filter { $0.village == village }.flatMap { state.visits(in: $0) }
                .filter { from <= $0.visit.occurred && $0.visit.occurred <= through }
                .sorted {
                    ($0.visit.occurred, $0.caseID, $0.visit.id) < ($1.visit.occurred, $1.caseID, $1.visit.id)
                }
        }
    }

    private static func count<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

private struct CaseKey: Hashable {
    let village: UnitID
    let stage: CaseStage
    let goal: GoalStep

    init(_ found: AssistanceCase) {
        village = found.village
        stage = found.stage
        goal = found.goal
    }
}

extension AssistanceCase {
    /// Live, or ended because the work is stable (00.goal).
    var isCounted: Bool { isLive || ended?.reason == .stable }
}

extension CaseQuery {
    func asks(for found: AssistanceCase) -> Bool {
        let isInStage = stages.isEmpty ? found.isCounted : stages.contains(found.stage)
        return isInStage && (goal.map { found.goal == $0 } ?? true)
            && (helper.map { found.isLive && found.helper?.account == $0 } ?? true)
    }
}

extension MemoryState {
    func listed(_ scope: Scope) -> [LedgerRow] {
        cases.values.filter { $0.isLive && contains($0.village, scope) }.compactMap { found in
            people[found.person].map { LedgerRow(assistanceCase: found, person: $0) }
        }
    }

    func ledgerPlace(_ row: LedgerRow) -> LedgerPlace {
        LedgerPlace(
            village: row.assistanceCase.village, name: place(of: row.person), id: row.assistanceCase.id)
    }

    func ledgerPlace(_ found: AssistanceCase) -> LedgerPlace? {
        people[found.person].map { ledgerPlace(LedgerRow(assistanceCase: found, person: $0)) }
    }

    func visits(in found: AssistanceCase) -> [VisitEntry] {
        let history = (histories[.assistanceCase(found.id)] ?? []).caseEvents
        let gone = Set(history.compactMap { Event.assistanceCase($0.event).withdraws })
        let name = people[found.person]?.facts.name.full ?? ""
        return history.compactMap { entry in
            guard case .visited = entry.event, !gone.contains(entry.id) else { return nil }
            return VisitEntry(
                caseID: found.id, person: found.person, name: name, visitClass: found.visitClass, visit: entry
            )
        }
    }
}

/// A place in the ledger: by village, then by name.
struct LedgerPlace: Comparable {
    let village: UnitID
    let name: NamePlace
    let id: CaseID

    static func < (left: LedgerPlace, right: LedgerPlace) -> Bool {
        (left.village, left.name, left.id) < (right.village, right.name, right.id)
    }
}
