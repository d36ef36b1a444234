// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 《就业困难人员统计台账》 of a unit, one sheet a category (01.w3, 01.r3).
public struct LedgerPage: Sendable {
    public let unit: Unit?
    public let category: HardshipCategory?
    public let rows: [Line]
    public let next: Cursor?
    /// Persons by category within the unit; a person may stand in several.
    public let byCategory: [HardshipCategory: Int]
    public let byClass: [VisitClass: Int]
    public let persons: Int
    public let villages: [LedgerCount]

    /// One line, masked.
    public struct Line: Sendable {
        public let person: PersonLine
        public let assistanceCase: AssistanceCase
        public let facts: PersonFacts
        public let village: Unit?
    }
}

extension Office {
    /// The ledger within the actor's scope.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func ledger(
        _ category: HardshipCategory?, in unit: UnitID?, after: Cursor?, limit: Int = 50, by actor: Actor
    ) async throws -> LedgerPage {
        let scope = try scope(.seeLedgers, narrowedTo: unit, by: actor)
        let slice = try await store.ledger(category, scope: scope, after: after, limit: limit)
        let counts = try await store.ledgerCounts(scope)
        return LedgerPage(
            unit: unit.flatMap { tree[$0] } ?? actor.unit(for: .seeLedgers, in: tree), category: category,
            rows: slice.rows.map(ledgerLine), next: slice.next,
            byCategory: counts.reduce(into: [:]) { $0.merge($1.byCategory, uniquingKeysWith: +) },
            byClass: counts.reduce(into: [:]) { $0.merge($1.byClass, uniquingKeysWith: +) },
            persons: counts.reduce(0) { $0 + $1.persons }, villages: counts)
    }

    /// Every line of the ledger, for a file; the export is put on the audit first.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func exportLedger(
        _ category: HardshipCategory?, in unit: UnitID?, by actor: Actor
    ) async throws -> [LedgerPage.Line] {
        let scope = try scope(.exportLedgers, narrowedTo: unit, by: actor)
        let subject = unit ?? actor.unit(for: .exportLedgers, in: tree)?.id
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .exported, subject: subject.map(Subject.unit),
                detail: "ledger \(category?.rawValue ?? "all")")
        ])
        var lines: [LedgerPage.Line] = []
        var cursor: Cursor?
        repeat {
            let page = try await store.ledger(category, scope: scope, after: cursor, limit: 1000)
            lines += page.rows.map(ledgerLine)
            cursor = page.next
        } while cursor != nil
        return lines
    }

    private func ledgerLine(_ row: LedgerRow) -> LedgerPage.Line {
        let plain = line(of: row.person)
        let person = PersonLine(
            id: plain.id, name: plain.name, sex: plain.sex, age: plain.age, village: plain.village,
            household: plain.household, identity: plain.identity, mobile: plain.mobile,
            presence: plain.presence, survey: plain.survey, caseID: row.assistanceCase.id,
            categories: row.assistanceCase.categories, visitClass: row.assistanceCase.visitClass)
        return LedgerPage.Line(
            person: person, assistanceCase: row.assistanceCase, facts: row.person.facts,
            village: tree[row.person.village])
    }
}
