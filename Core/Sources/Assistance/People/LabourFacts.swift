// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 文化程度, the questionnaire's six values. Raw values are the storage format.
public enum Education: String, CaseIterable, Hashable, Sendable, Codable {
    case primary, junior, senior, college, bachelor, postgraduate
}

/// 健康状况: the lasting state. Raw values are the storage format.
public enum Health: String, CaseIterable, Hashable, Sendable, Codable {
    case healthy, fair, frail, disabled, other
}

/// 残疾: grade 1 (most severe) to 4, and whether the person can work.
public struct Disability: Hashable, Sendable, Codable {
    public let grade: Int
    public let canWork: Bool

    public init(grade: Int, canWork: Bool) {
        self.grade = grade
        self.canWork = canWork
    }

    /// Grades 1 and 2 count as severe.
    public var isSevere: Bool { grade <= 2 }
}

/// 户籍性质及人员类别, in two tiers. Raw values are the storage format.
public enum RegistrationKind: String, CaseIterable, Hashable, Sendable, Codable {
    case lostWork = "lost-work"
    case youngUnemployed = "young-unemployed"
    case otherUnemployed = "other-unemployed"
    case employed
    case otherEmployed = "other-employed"
    case ruralPrimary = "rural-primary"
    case ruralSecondary = "rural-secondary"
    case ruralTertiary = "rural-tertiary"
    case ruralNew = "rural-new"
    case ruralSurplus = "rural-surplus"

    /// 农业, as against 非农业 (which the manual also calls 城镇).
    public var isRural: Bool {
        switch self {
        case .ruralPrimary, .ruralSecondary, .ruralTertiary, .ruralNew, .ruralSurplus: true
        case .lostWork, .youngUnemployed, .otherUnemployed, .employed, .otherEmployed: false
        }
    }
}

/// 家庭经济状况. Raw values are the storage format.
public enum Economy: String, CaseIterable, Hashable, Sendable, Codable {
    case good, fair, hard
}

/// 最高技术等级. Raw values are the storage format.
public enum SkillLevel: String, CaseIterable, Hashable, Sendable, Codable {
    case junior, middle, senior, technician
    case seniorTechnician = "senior-technician"
    case ungraded
}

/// 产业. Raw values are the storage format.
public enum Sector: String, CaseIterable, Hashable, Sendable, Codable {
    case primary, secondary, tertiary
}

/// 就业形式, question 3. Raw values are the storage format.
public enum EmploymentForm: String, CaseIterable, Hashable, Sendable, Codable {
    case formal, welfare, flexible, informal
}

/// Whether somebody has work, as last heard.
public enum Employment: Hashable, Sendable, Codable {
    case unknown
    case employed(sector: Sector?, form: EmploymentForm?)
    /// `since` is the first day without work, where it is known.
    case unemployed(since: Day?)

    public var isEmployed: Bool {
        switch self {
        case .employed: true
        case .unknown, .unemployed: false
        }
    }

    public var isUnemployed: Bool {
        switch self {
        case .unemployed: true
        case .unknown, .employed: false
        }
    }
}

/// 就业愿望. Raw values are the storage format.
public enum Wish: String, CaseIterable, Hashable, Sendable, Codable {
    case wanted, unwanted
    /// Not asked: the person has work, or nobody has asked yet.
    case unasked
}
