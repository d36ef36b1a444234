// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Somebody of the cast, as they stand on the roll on the day of enrolment.
public struct CastMember: Hashable, Sendable {
    public let id: PersonID
    public let village: UnitID
    /// 户号 within the village.
    public let household: String
    public let facts: PersonFacts
    /// What the person is in the cast for, in one line.
    public let part: String
    /// How the name reads.
    public let pinyin: String

    /// The person as just entered, living in the household with this id.
    public func person(in household: HouseholdID) -> Person {
        Person(entering: facts, id: id, village: village, household: household)
    }
}

extension CastMember {
    /// A member of the cast whose ID number and phone follow from birth, sex and number.
    init(
        _ number: Int, _ name: String, _ pinyin: String, _ sex: Sex, _ born: Day, in village: UnitID,
        household: String, part: String, _ change: (inout PersonFacts) -> Void
    ) {
        id = PersonID(number)
        self.village = village
        self.household = household
        self.part = part
        self.pinyin = pinyin
        var facts = PersonFacts(name: Sample.name(name))
        facts.sex = sex
        facts.born = born
        facts.identity = .valid(Sample.identity(born: born, sex: sex, sequence: number))
        facts.mobile = Sample.mobile(number)
        facts.ethnicity = "汉族"
        facts.education = .junior
        facts.health = .healthy
        facts.registration = .ruralSurplus
        facts.economy = .fair
        facts.hasAllowance = false
        change(&facts)
        self.facts = facts
    }
}
