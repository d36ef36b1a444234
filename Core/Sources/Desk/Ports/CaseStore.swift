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

/// Which cases a desk shows.
public struct CaseQuery: Hashable, Sendable {
    public var scope: Scope
    /// Only those in these stages; live and stable ones where empty.
    public var stages: Set<CaseStage>
    /// Only those that came exactly so far (00.goal).
    public var goal: GoalStep?
    /// Only those whose helper this account is.
    public var helper: AccountID?

    public init(
        scope: Scope, stages: Set<CaseStage> = [], goal: GoalStep? = nil, helper: AccountID? = nil
    ) {
        self.scope = scope
        self.stages = stages
        self.goal = goal
        self.helper = helper
    }
}

/// Cases of one village in one stage, with how far they came.
public struct CaseCount: Hashable, Sendable {
    public let village: UnitID
    public let stage: CaseStage
    public let goal: GoalStep
    public let count: Int

    public init(village: UnitID, stage: CaseStage, goal: GoalStep, count: Int) {
        self.village = village
        self.stage = stage
        self.goal = goal
        self.count = count
    }
}

/// Cases and what is read from them.
public protocol CaseStore: Sendable {
    func assistanceCase(_ id: CaseID) async throws -> AssistanceCase?
    /// The one live case of a person (spec/flow.md, rule 7), or the newest ended one.
    func newestCase(of person: PersonID) async throws -> AssistanceCase?
    /// Cases as a desk asks for them, by the village's number and the person's name.
    func cases(_ query: CaseQuery, after: Cursor?, limit: Int) async throws -> Slice<LedgerRow>
    /// The same without the people, in the same order: for walks over many cases of which few are shown.
    func caseStates(_ query: CaseQuery, after: Cursor?, limit: Int) async throws -> Slice<AssistanceCase>
    /// How many cases stand where, by village; those ended as stable count, others that ended do not.
    func caseCounts(_ scope: Scope) async throws -> [CaseCount]
    /// Live cases for which an account is the helper at the level that holds them.
    func caseload(of account: AccountID) async throws -> [AssistanceCase]
    /// How many live cases each helper has in a scope.
    func caseloads(_ scope: Scope) async throws -> [AccountID: Int]
    /// Live cases of the category (all where `nil`), by the village's number and the person's name.
    func ledger(
        _ category: HardshipCategory?, scope: Scope, after: Cursor?, limit: Int
    ) async throws -> Slice<LedgerRow>
    /// One row for each village in scope that has a live case.
    func ledgerCounts(_ scope: Scope) async throws -> [LedgerCount]
    /// Visits in the cases that the village holds now, by day, withdrawn ones left out.
    func visits(of village: UnitID, from: Day, through: Day) async throws -> [VisitEntry]
}
