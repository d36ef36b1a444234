// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 岗位信息: what an employer says of a post (05.r2, 14.r1).
public struct VacancyFacts: Hashable, Sendable, Codable {
    /// 岗位名称.
    public var post: String
    /// 工种: one of the questionnaire's skills, or in words of its own where none fits.
    public var occupation: String
    /// 招聘人数.
    public var headcount: Int
    public var pay: Pay
    public var place: WorkPlace
    public var requirements: [Requirement]
    public var shift: Shift?
    /// 每周工时.
    public var weeklyHours: Int?
    public var insurance: Insurance?
    public var term: VacancyTerm?
    public var level: VacancyLevel
    public var source: VacancySource
    /// The last day on which somebody can be sent.
    public var validThrough: Day
    /// 简短介绍 and what else there is to know; stands on the public board.
    public var description: String
    /// 用人单位的年龄说法, kept as the employer said it and questioned: it is shown to no jobseeker and ranks nobody.
    public var ageStatement: String

    /// States a vacancy; what is left out may be learnt later.
    public init(
        post: String, occupation: String, headcount: Int = 1, pay: Pay, place: WorkPlace = WorkPlace(),
        requirements: [Requirement] = [], shift: Shift? = nil, weeklyHours: Int? = nil,
        insurance: Insurance? = nil, term: VacancyTerm? = nil, level: VacancyLevel = .village,
        source: VacancySource = .counter, validThrough: Day, description: String = "",
        ageStatement: String = ""
    ) {
        self.post = post
        self.occupation = occupation
        self.headcount = headcount
        self.pay = pay
        self.place = place
        self.requirements = requirements
        self.shift = shift
        self.weeklyHours = weeklyHours
        self.insurance = insurance
        self.term = term
        self.level = level
        self.source = source
        self.validThrough = validThrough
        self.description = description
        self.ageStatement = ageStatement
    }
}

/// 工作地点: a town or village of the district, a place in words, or both.
public struct WorkPlace: Hashable, Sendable, Codable {
    public let unit: UnitID?
    public let words: String

    public init(unit: UnitID? = nil, words: String = "") {
        self.unit = unit
        self.words = words
    }
}

/// 班次. Raw values are the storage format.
public enum Shift: String, CaseIterable, Hashable, Sendable, Codable {
    case day, night, rotating
}

/// 社会保险. Raw values are the storage format.
public enum Insurance: String, CaseIterable, Hashable, Sendable, Codable {
    /// 职工五险.
    case full
    /// 工伤保险 or an accident policy only.
    case injury
    /// 不缴.
    case none
}

/// 用工形式和期限. Raw values are the storage format.
public enum VacancyTerm: String, CaseIterable, Hashable, Sendable, Codable {
    /// 长期, with a contract.
    case lasting
    /// 短期.
    case temporary
    case seasonal
    /// 非全日制.
    case partTime = "part-time"
}

/// Which office's post it is. Raw values are the storage format.
public enum VacancyLevel: String, CaseIterable, Hashable, Sendable, Codable {
    case village, town, district
    /// 公益性岗位, for people entitled to one (step 15).
    case welfare
}
