// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Questionnaire

/// People written by hand for the tests of this folder, as of 2 March 2026 unless a test says otherwise.
enum PeopleSamples {
    static let today = day("2026-03-02")

    static func day(_ text: String) -> Day {
        guard let day = Day(iso: text) else { preconditionFailure("a day of the calendar") }
        return day
    }

    static func name(_ text: String) -> PersonName {
        guard let name = PersonName(text) else { preconditionFailure("a name") }
        return name
    }

    /// The bands of the district's manual and of the city's regulation, one year each, the lines of 2011.
    static let rules = HardshipRules(
        women: [.district: .init(from: 35, through: 49), .city: .init(from: 40, through: nil)],
        men: [.district: .init(from: 45, through: 59), .city: .init(from: 50, through: nil)],
        unemployedMonths: 12, graduateMonths: 12, schedule: .law, lowIncomeUrban: 8772, lowIncomeRural: 5712)

    /// Somebody of working age of whom nothing is known that speaks for a category.
    static func facts(
        born: String = "1990-06-15", sex: Sex = .female, _ change: (inout PersonFacts) -> Void = { _ in }
    ) -> PersonFacts {
        var facts = PersonFacts(name: name("王秀兰"))
        facts.born = day(born)
        facts.sex = sex
        change(&facts)
        return facts
    }

    static func person(_ facts: PersonFacts, id: Int = 1) -> Person {
        Person(entering: facts, id: PersonID(id), village: UnitID(3), household: HouseholdID(5))
    }

    /// What the rules find of a person who lives with others.
    static func findings(
        _ person: Person, with others: [PersonFacts] = [], on day: Day = today,
        rules: HardshipRules = rules
    ) -> [HardshipFinding] {
        let home =
            [(person.id, person.facts)] + others.enumerated().map { (PersonID(100 + $0.offset), $0.element) }
        let members = home.map { HouseholdSituation.Member(person: $0.0, facts: $0.1) }
        return person.hardshipFindings(in: HouseholdSituation(members: members), under: rules, on: day)
    }

    static func findings(
        _ facts: PersonFacts, with others: [PersonFacts] = [], on day: Day = today
    ) -> [HardshipFinding] {
        findings(person(facts), with: others, on: day)
    }

    /// The categories by one standard.
    static func categories(
        _ facts: PersonFacts, with others: [PersonFacts] = [], by standard: HardshipStandard = .district,
        on day: Day = today
    ) -> [HardshipCategory] {
        findings(facts, with: others, on: day).filter { $0.standard == standard }.map(\.category)
    }
}
