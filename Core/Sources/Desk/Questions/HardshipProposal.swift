// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What the facts propose for a person, with the reasons: a worker confirms or differs (L.11).
public struct HardshipProposal: Hashable, Sendable {
    public let findings: [HardshipFinding]
    public let visitClass: VisitClassProposal
    public let isOfWorkingAge: Bool
    /// The dates of working age, where birth and sex are known (L.07).
    public let workingAge: WorkingAge.Standing?

    /// The findings by the district's rules, which the ledger follows.
    public var district: [HardshipFinding] { findings.filter { $0.standard == .district } }
    /// The findings by the city's regulation, shown beside.
    public var city: [HardshipFinding] { findings.filter { $0.standard == .city } }
}

extension Office {
    /// What the facts known today propose for a person.
    ///
    /// - Throws: ``StoreFailure``.
    public func proposal(for person: Person, on day: Day) async throws -> HardshipProposal {
        let rules = try hardshipRules(on: day)
        let others = try await store.members(of: person.household).filter { $0.id != person.id }
        let home = HouseholdSituation(
            members: ([person] + others).map { .init(person: $0.id, facts: $0.facts) })
        return Self.proposal(for: person, in: home, rules: rules, on: day)
    }

    static func proposal(
        for person: Person, in home: HouseholdSituation, rules: HardshipRules, on day: Day
    ) -> HardshipProposal {
        let facts = person.facts
        let age = WorkingAge(schedule: rules.schedule)
        let standing: WorkingAge.Standing? =
            if let born = facts.born, let sex = facts.sex {
                age.standing(born: born, sex: sex, kind: facts.retirement, on: day)
            } else { nil }
        let findings = person.hardshipFindings(in: home, under: rules, on: day)
        return HardshipProposal(
            findings: findings, visitClass: person.visitClassProposal(findings: findings, under: rules),
            isOfWorkingAge: standing?.isWithin ?? false, workingAge: standing)
    }
}
