// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: WorkStore {
    public func work(
        _ query: WorkQuery, today: Day, after: Cursor?, limit: Int
    ) async throws -> Slice<DutyRow> {
        read { state in
            let last = after.map { DutyPlace($0) }
            let rows = state.open(query, today: today)
                .filter { query.span.holds($0.obligation, today: today) }
                .map { (place: DutyPlace($0), row: $0) }
                .filter { entry in last.map { $0 < entry.place } ?? true }
                .sorted { $0.place < $1.place }
            let slice = page(rows, limit: limit) { $0.place.cursor }
            return Slice(rows: slice.rows.map(\.row), next: slice.next)
        }
    }

    public func workCount(_ query: WorkQuery, today: Day) async throws -> WorkCount {
        read { state in
            let open = state.open(query, today: today).map(\.obligation)
            func count(_ span: WorkSpan) -> Int { open.count { span.holds($0, today: today) } }
            return WorkCount(
                overdue: count(.overdue), today: count(.today), week: count(.week), all: count(.all))
        }
    }

    public func owed(_ scope: Scope, today: Day) async throws -> [OwedCount] {
        let query = WorkQuery(scope: scope, owners: Set(Owner.allCases).subtracting([.person]))
        return read { state in
            let rows = state.open(query, today: today).filter { $0.obligation.opens <= today }
            return Dictionary(grouping: rows) { OwedKey($0) }.map { key, rows in
                let late = rows.filter { $0.obligation.due < today }
                return OwedCount(
                    unit: key.unit, rule: key.rule, owner: key.owner, open: rows.count, late: late.count,
                    unassigned: late.count { $0.account == nil })
            }.sorted { ($0.unit, $0.rule, $0.owner.rawValue) < ($1.unit, $1.rule, $1.owner.rawValue) }
        }
    }

    public func duties(of subject: Subject) async throws -> [Obligation] {
        read { state in
            (state.duties[subject]?.obligations ?? []).enumerated()
                .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
        }
    }

    public func duties(of subjects: [Subject]) async throws -> [Subject: [Obligation]] {
        var found: [Subject: [Obligation]] = [:]
        for subject in subjects {
            let duties = try await duties(of: subject)
            if !duties.isEmpty { found[subject] = duties }
        }
        return found
    }

    public func dutySubjects(after: Subject?, limit: Int) async throws -> [Subject] {
        read { state in
            let places = state.histories.filter { $0.value.contains(where: \.mayBearDuties) }.keys
                .filter { subject in after.map { SubjectPlace($0) < SubjectPlace(subject) } ?? true }
            return Array(places.sorted { SubjectPlace($0) < SubjectPlace($1) }.prefix(limit))
        }
    }
}

private struct OwedKey: Hashable {
    let unit: UnitID
    let rule: String
    let owner: Owner

    init(_ row: DutyRow) {
        unit = row.unit
        rule = row.obligation.rule.name
        owner = row.obligation.owedBy
    }
}

extension WorkSpan {
    /// Whether an open obligation falls in the span.
    func holds(_ obligation: Obligation, today: Day) -> Bool {
        switch self {
        case .overdue: obligation.due < today
        case .today: obligation.due == today
        case .week: obligation.due > today && obligation.due.days(since: today) <= 7
        case .all: obligation.opens <= today
        case .ahead: obligation.due.days(since: today) <= Self.aheadDays
        }
    }
}

extension MemoryState {
    /// Everything that somebody still has to do, whatever the span.
    func open(_ query: WorkQuery, today: Day) -> [DutyRow] {
        duties.values.filter { contains($0.unit, query.scope) }.flatMap { list in
            zip(list.obligations, list.obligations.leavingDays).filter { duty, leaves in
                query.asks(for: duty, of: list.accounts[duty.owedBy], today: today)
                    && (leaves.map { today < $0 } ?? true)
            }.map { obligation, _ in
                DutyRow(
                    subject: list.subject, unit: list.unit, person: list.person,
                    name: list.person.flatMap { people[$0]?.facts.name.full }, hardness: list.hardness,
                    account: list.accounts[obligation.owedBy], obligation: obligation)
            }
        }
    }
}

extension WorkQuery {
    fileprivate func asks(for obligation: Obligation, of account: AccountID?, today: Day) -> Bool {
        let isMine = if let accounts, let account { accounts.contains(account) } else { true }
        return isMine && owners.contains(obligation.owedBy)
            && (rule.map { obligation.rule.name == $0 } ?? true)
            && obligation.standing(on: today).isPending
    }
}

extension HistoryEntry {
    /// Acts that only keep the roll start no duty; a journal of nothing else need not be derived at night.
    fileprivate var mayBearDuties: Bool {
        switch event {
        case .person(.surveyed), .person(.excused), .person(.declared), .person(.declarationWithdrawn): true
        case .person, .household, .account, .batch, .fair: false
        case .unit, .round, .assistanceCase, .policy, .employer, .vacancy: true
        }
    }
}

/// A place in a worklist: hardest first, then by due day; the rest only keeps two rows apart.
struct DutyPlace: Comparable {
    let rank: [Int]
    let kind: String
    let number: Int
    let identity: String

    init(_ row: DutyRow) {
        rank = [-row.hardness, Int(row.obligation.due.daysSince1970)]
        kind = row.subject.kind.rawValue
        number = row.subject.number
        identity = row.obligation.id.description
    }

    init(_ cursor: Cursor) {
        let parts = cursor.text.split(separator: " ").map(String.init)
        rank = parts.prefix(2).compactMap { Int($0) }
        kind = parts.count > 2 ? parts[2] : ""
        number = parts.count > 3 ? Int(parts[3]) ?? 0 : 0
        identity = parts.count > 4 ? parts[4] : ""
    }

    var cursor: Cursor { Cursor("\(rank[0]) \(rank[1]) \(kind) \(number) \(identity)") }

    static func < (left: DutyPlace, right: DutyPlace) -> Bool {
        if left.rank != right.rank { return left.rank.lexicographicallyPrecedes(right.rank) }
        return (left.kind, left.number, left.identity) < (right.kind, right.number, right.identity)
    }
}
