// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// One person of working age, with the household and the rules, as the categories look at them on a day.
struct HardshipLook {
    let person: PersonID
    let facts: PersonFacts
    let household: HouseholdSituation
    let rules: HardshipRules
    let day: Day
    let born: Day
    let sex: Sex
    /// The last month of working age, and whether a woman's kind of retirement was assumed (L.07).
    let lastMonth: (month: YearMonth, assumed: Bool)

    /// `nil` for somebody outside the working age, or whose birth or sex is unknown (00.age).
    init?(_ person: Person, household: HouseholdSituation, rules: HardshipRules, day: Day) {
        let facts = person.facts
        guard let born = facts.knownBirth, let sex = facts.knownSex,
            case .within(let until, let assumed) = WorkingAge(schedule: rules.schedule)
                .standing(born: born, sex: sex, kind: facts.retirement, on: day)
        else { return nil }
        self.person = person.id
        self.facts = facts
        self.household = household
        self.rules = rules
        self.day = day
        self.born = born
        self.sex = sex
        lastMonth = (until, assumed)
    }

    /// What every finding about the person rests on, whatever the category.
    var circumstances: [HardshipFact] {
        let age = HardshipFact.workingAgeUntil(lastMonth.month, assumed: lastMonth.assumed)
        return facts.employment.isEmployed ? [age, .employedNow] : [age]
    }
}

extension PersonFacts {
    /// The birth date as recorded, or as the identity number has it.
    public var knownBirth: Day? { born ?? identity?.birth }

    /// The sex as recorded, or as the identity number has it.
    public var knownSex: Sex? { sex ?? identity?.sex }

    /// 有劳动能力: what the disability record says; without one, whoever is not recorded as disabled.
    public var isAbleToWork: Bool { disability?.canWork ?? (health != .disabled) }
}
