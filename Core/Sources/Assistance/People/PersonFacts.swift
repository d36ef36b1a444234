// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What the registry holds of one labourer: the paper's basic information and what was learnt since.
///
/// Every field may be unknown but the name; a survey fills them. ID number, phones, health and disability are
/// sensitive (L.05): they leave ``Desk`` masked unless somebody gives a purpose.
public struct PersonFacts: Hashable, Sendable, Codable {
    public var name: PersonName
    public var identity: RecordedIdentity?
    public var sex: Sex?
    public var born: Day?
    public var ethnicity: String?
    public var mobile: PhoneNumber?
    public var homePhone: PhoneNumber?
    public var education: Education?
    public var health: Health?
    public var disability: Disability?
    public var isNewLabour: Bool?
    public var isOnlyChildFamily: Bool?
    public var registration: RegistrationKind?
    public var economy: Economy?
    /// Receives the minimum living allowance (低保).
    public var hasAllowance: Bool?
    /// Where the person lives, as written; the village of registration is the person's unit.
    public var livesAt: String?
    public var skillLevel: SkillLevel?
    /// 最高技能工种; 无 is kept as said.
    public var trade: String?
    /// 已掌握的技能, by certificate.
    public var skills: [String]
    /// For women: 50 or 55; `nil` when unknown, taken as 50 with a note (L.07).
    public var retirement: RetirementKind?
    public var employment: Employment
    public var wish: Wish
    /// Question 12, the letters A to H: why the person is out of work.
    public var reasonsNotWorking: [String]
    /// 毕业日期 of a university or college (00.c05).
    public var graduated: Day?
    /// Net income per head and year in yuan, where known.
    public var incomePerHead: Int?
    /// The worker's note that work is needed urgently, or must be nearby.
    public var isUrgent: Bool
    public var mustBeNearby: Bool

    public init(name: PersonName) {
        self.name = name
        skills = []
        employment = .unknown
        wish = .unasked
        reasonsNotWorking = []
        isUrgent = false
        mustBeNearby = false
    }
}

/// A field of ``PersonFacts``, as differences and templates name it. Raw values are the storage format.
public enum FactField: String, CaseIterable, Hashable, Sendable, Codable {
    case name, identity, sex, born, ethnicity, mobile, education, health, disability, registration, economy
    case homePhone = "home-phone"
    case isNewLabour = "new-labour"
    case isOnlyChildFamily = "only-child"
    case hasAllowance = "dibao"
    case livesAt = "lives-at"
    case skillLevel = "top-level"
    case trade = "top-trade"
    case skills
    case retirement
    case employment
    case wish
    case reasonsNotWorking = "reasons"
    case graduated
    case incomePerHead = "income"
    case isUrgent = "urgent"
    case mustBeNearby = "nearby"

    /// Sensitive personal information under L.05: masked on every page until a purpose is given.
    public var isSensitive: Bool {
        switch self {
        case .identity, .mobile, .homePhone, .health, .disability: true
        case .name, .sex, .born, .ethnicity, .education, .registration, .economy, .isNewLabour,
            .isOnlyChildFamily, .hasAllowance, .livesAt, .skillLevel, .trade, .skills, .retirement,
            .employment, .wish, .reasonsNotWorking, .graduated, .incomePerHead, .isUrgent, .mustBeNearby:
            false
        }
    }
}

extension PersonFacts {
    /// The fields in which `other` differs, in the order of the paper.
    public func differences(from other: PersonFacts) -> [FactField] {
        FactField.allCases.filter { !isSame($0, as: other) }
    }

    private func isSame(_ field: FactField, as other: PersonFacts) -> Bool {
        switch field {
        case .name: name == other.name
        case .identity: identity == other.identity
        case .sex: sex == other.sex
        case .born: born == other.born
        case .ethnicity: ethnicity == other.ethnicity
        case .mobile: mobile == other.mobile
        case .education: education == other.education
        case .health: health == other.health
        case .disability: disability == other.disability
        case .registration: registration == other.registration
        case .economy: economy == other.economy
        case .homePhone: homePhone == other.homePhone
        case .isNewLabour: isNewLabour == other.isNewLabour
        case .isOnlyChildFamily: isOnlyChildFamily == other.isOnlyChildFamily
        case .hasAllowance: hasAllowance == other.hasAllowance
        case .livesAt: livesAt == other.livesAt
        case .skillLevel: skillLevel == other.skillLevel
        case .trade: trade == other.trade
        case .skills: skills == other.skills
        case .retirement: retirement == other.retirement
        case .employment: employment == other.employment
        case .wish: wish == other.wish
        case .reasonsNotWorking: reasonsNotWorking == other.reasonsNotWorking
        case .graduated: graduated == other.graduated
        case .incomePerHead: incomePerHead == other.incomePerHead
        case .isUrgent: isUrgent == other.isUrgent
        case .mustBeNearby: mustBeNearby == other.mustBeNearby
        }
    }
}
