// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One line of 《就业困难人员统计台账》.
public struct LedgerRow: Hashable, Sendable {
    public let assistanceCase: AssistanceCase
    public let person: Person

    public init(assistanceCase: AssistanceCase, person: Person) {
        self.assistanceCase = assistanceCase
        self.person = person
    }
}

/// Live cases of one village, counted by category; a person may stand in several.
public struct LedgerCount: Hashable, Sendable {
    public let village: UnitID
    public let persons: Int
    public let byCategory: [HardshipCategory: Int]
    public let byClass: [VisitClass: Int]

    public init(
        village: UnitID, persons: Int, byCategory: [HardshipCategory: Int], byClass: [VisitClass: Int]
    ) {
        self.village = village
        self.persons = persons
        self.byCategory = byCategory
        self.byClass = byClass
    }
}

/// One visit, as the bound volume of a village holds it.
public struct VisitEntry: Hashable, Sendable {
    public let caseID: CaseID
    public let person: PersonID
    public let name: String
    public let visitClass: VisitClass?
    public let visit: Recorded<CaseEvent>

    public init(
        caseID: CaseID, person: PersonID, name: String, visitClass: VisitClass?, visit: Recorded<CaseEvent>
    ) {
        self.caseID = caseID
        self.person = person
        self.name = name
        self.visitClass = visitClass
        self.visit = visit
    }
}

/// Cases and what is read from them.
public protocol CaseStore: Sendable {
    func assistanceCase(_ id: CaseID) async throws -> AssistanceCase?
    /// The one live case of a person (spec/flow.md, rule 7), or the newest ended one.
    func newestCase(of person: PersonID) async throws -> AssistanceCase?
    /// Live cases of the category (all where `nil`), by the village's number and the person's name.
    func ledger(
        _ category: HardshipCategory?, scope: Scope, after: Cursor?, limit: Int
    ) async throws -> Slice<LedgerRow>
    /// One row for each village in scope that has a live case.
    func ledgerCounts(_ scope: Scope) async throws -> [LedgerCount]
    /// Visits in the cases that the village holds now, by day, withdrawn ones left out.
    func visits(of village: UnitID, from: Day, through: Day) async throws -> [VisitEntry]
}
