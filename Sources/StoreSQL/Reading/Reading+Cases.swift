// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    public func assistanceCase(_ id: CaseID) throws -> AssistanceCase? {
        try state(.assistanceCase, id.number)
    }

    /// The live case, or else the newest ended one.
    public func newestCase(of person: PersonID) throws -> AssistanceCase? {
        try one(
            .assistanceCase, where: "person = ? ORDER BY live DESC, id DESC LIMIT 1",
            [.integer(person.number)]
        )
    }

    public func ledger(
        _ category: HardshipCategory?, scope: Scope, after: Cursor?, limit: Int
    ) throws -> Slice<LedgerRow> {
        guard let filter = ScopeFilter(scope) else { return .empty }
        let start = try after.map { try ledgerPlace($0) } ?? []
        let rows = try connection.all(
            LedgerSQL.page(
                filter, category: category != nil, isLater: after != nil, join: connection.dialect.orderedJoin
            ),
            filter.values + (category.map { [.integer($0.bit)] } ?? []) + start + [.integer(limit + 1)]
        ) { try ledgerRow($0) }
        return Slice(rows, limit: limit) { Cursor($0.assistanceCase.id.number) }
    }

    /// Reads case, state, person, state.
    func ledgerRow(_ row: any SQLRow) throws -> LedgerRow {
        LedgerRow(
            assistanceCase: try state(.assistanceCase, row.integer(0), row.blob(1)),
            person: try state(.person, row.integer(2), row.blob(3)))
    }

    /// The place of a case in lists by village and name.
    func ledgerPlace(_ cursor: Cursor) throws -> [SQLValue] {
        let id = try cursor.numbers(1)[0]
        let place: [SQLValue]? = try connection.first(
            "SELECT village, sort FROM assistance_case WHERE id = ?", [.integer(id)]
        ) { [.integer($0.integer(0)), .text($0.text(1)), .integer(id)] }
        guard let place else { throw StoreFailure.damaged("a cursor that was not given here") }
        return place
    }

    public func ledgerCounts(_ scope: Scope) throws -> [LedgerCount] {
        guard let filter = ScopeFilter(scope) else { return [] }
        var tallies: [Int: LedgerTally] = [:]
        try connection.read(LedgerSQL.counts(filter), filter.values) { row in
            tallies[row.integer(0), default: LedgerTally()].add(
                count: row.integer(3), categories: row.integer(1), visitClass: row.optionalInteger(2))
            return true
        }
        return tallies.sorted { $0.key < $1.key }.map { $0.value.count(in: UnitID($0.key)) }
    }

    public func visits(of village: UnitID, from: Day, through: Day) throws -> [VisitEntry] {
        try connection.all(
            LedgerSQL.visits(join: connection.dialect.orderedJoin),
            [.integer(village.number), .integer(from.number), .integer(through.number)]
        ) { row in
            let id = CaseID(row.integer(0))
            let entry = try historyEntry(of: .assistanceCase(id), row, from: 4)
            guard case .assistanceCase(let event) = entry.event else {
                throw StoreFailure.damaged("a case's journal with an act of something else")
            }
            return VisitEntry(
                caseID: id, person: PersonID(row.integer(1)), name: row.text(2),
                visitClass: row.optionalInteger(3).flatMap(VisitClass.init(rawValue:)),
                visit: Recorded(
                    id: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by,
                    event: event))
        }
    }
}

/// Live cases of one village while they are counted.
private struct LedgerTally {
    var persons = 0
    var byCategory: [HardshipCategory: Int] = [:]
    var byClass: [VisitClass: Int] = [:]

    mutating func add(count: Int, categories: Int, visitClass: Int?) {
        persons += count
        for category in HardshipCategory.allCases where categories & category.bit != 0 {
            byCategory[category, default: 0] += count
        }
        if let visitClass = visitClass.flatMap(VisitClass.init(rawValue:)) {
            byClass[visitClass, default: 0] += count
        }
    }

    func count(in village: UnitID) -> LedgerCount {
        LedgerCount(village: village, persons: persons, byCategory: byCategory, byClass: byClass)
    }
}
