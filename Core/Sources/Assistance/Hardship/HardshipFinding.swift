// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A fact on which a finding rests; `Wording` puts it in a sentence.
public enum HardshipFact: Hashable, Sendable, Codable {
    case receivesAllowance
    case disabledAbleToWork(grade: Int)
    /// The person's age, and the band's ends (both included; no upper end in the city's band).
    case ageInBand(age: Int, from: Int, through: Int?)
    case wantsWork
    case ableToWork
    case unemployedSince(Day, days: Int)
    case graduatedOn(Day)
    case withoutWork
    /// How many of the household are of working age and able, none of them employed.
    case nobodyEmployed(ofAble: Int)
    /// How many of the household are employed, all of them in farming.
    case allEmployedInFarming(Int)
    case declared(proof: String, since: Day?)
    case officerReason(String)
    /// Working age ends with this month (L.07); `assumed` when a woman's retirement kind is unknown.
    case workingAgeUntil(YearMonth, assumed: Bool)
    /// Has work now; the worker weighs whether help is still needed.
    case employedNow
}

/// By whose rules somebody counts. Raw values are the storage format.
public enum HardshipStandard: String, CaseIterable, Hashable, Sendable, Codable {
    /// 区: the manual.
    case district
    /// 市: the city's regulation of 2011.
    case city
}

/// A category that a person falls in by one standard, and the facts that put them there: a proposal, never a
/// decision (L.11).
public struct HardshipFinding: Hashable, Sendable, Codable {
    public let category: HardshipCategory
    public let standard: HardshipStandard
    public let because: [HardshipFact]

    public init(category: HardshipCategory, standard: HardshipStandard, because: [HardshipFact]) {
        self.category = category
        self.standard = standard
        self.because = because
    }
}

/// The other people of a person's home, as far as household rules look at them.
public struct HouseholdSituation: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public let person: PersonID
        public let facts: PersonFacts
        public init(person: PersonID, facts: PersonFacts) {
            self.person = person
            self.facts = facts
        }
    }

    /// Everybody on the roll in the household, the person in question included.
    public let members: [Member]
    public init(members: [Member]) { self.members = members }
}

/// The dated numbers that findings compare (00.c03, 00.c04, 00.c05, L.07); values of one day.
public struct HardshipRules: Hashable, Sendable {
    /// Both ends in full years, both included; `through` is further cut by retirement.
    public struct Band: Hashable, Sendable {
        public let from: Int
        public let through: Int?
        public init(from: Int, through: Int?) {
            self.from = from
            self.through = through
        }
    }

    public var women: [HardshipStandard: Band]
    public var men: [HardshipStandard: Band]
    /// 连续失业, months.
    public var unemployedMonths: Int
    /// 毕业, months.
    public var graduateMonths: Int
    public var schedule: RetirementSchedule
    /// Low income line per head and year in yuan.
    public var lowIncomeUrban: Int
    public var lowIncomeRural: Int

    public init(
        women: [HardshipStandard: Band], men: [HardshipStandard: Band], unemployedMonths: Int,
        graduateMonths: Int, schedule: RetirementSchedule, lowIncomeUrban: Int, lowIncomeRural: Int
    ) {
        self.women = women
        self.men = men
        self.unemployedMonths = unemployedMonths
        self.graduateMonths = graduateMonths
        self.schedule = schedule
        self.lowIncomeUrban = lowIncomeUrban
        self.lowIncomeRural = lowIncomeRural
    }
}
