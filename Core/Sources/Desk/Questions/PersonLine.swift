// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One person in a list, sensitive facts masked: the only shape in which lists leave the desk (L.05).
public struct PersonLine: Hashable, Sendable, Identifiable {
    public let id: PersonID
    public let name: String
    public let sex: Sex?
    /// Full years on the day of asking.
    public let age: Int?
    public let village: Unit?
    public let household: HouseholdID
    /// `110222********0013`, or empty.
    public let identity: String
    public let mobile: String
    public let presence: Person.Presence
    public let survey: Person.SurveyStanding?
    public let caseID: CaseID?
    public let categories: [HardshipCategory]
    public let visitClass: VisitClass?
}

extension Office {
    /// The row as a page may show it.
    func line(_ row: PersonRow) -> PersonLine {
        PersonLine(
            id: row.id, name: row.name, sex: row.sex,
            age: row.born.map { Age.years(born: $0, on: today) }, village: tree[row.village],
            household: row.household, identity: row.identity?.masked ?? "", mobile: row.mobile?.masked ?? "",
            presence: row.presence, survey: row.survey, caseID: row.caseID, categories: row.categories,
            visitClass: row.visitClass)
    }
}
