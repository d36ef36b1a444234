// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What the level that holds a case does for the person: steps 03 to 05, 07, 08, 10, 12 to 14.
public enum AidEvent: Hashable, Sendable, Codable {
    /// 援助员, 专员 or 专家 of the person, by the level of the assignment (03.w1, 07.w1, 12.w1).
    case ownerAssigned(Assignment)
    case contacted(Contact)
    case guided(Guidance)
    /// A suitable vacancy was told; no letter is needed (05.r1).
    case vacancyTold(level: Level, VacancyNote)
    case recommended(Recommendation)
    case interviewSet(of: ActID, Interview)
    case recommendationEnded(of: ActID, RecommendationOutcome)
    /// 评估职业能力 (08.w1).
    case assessed(judgement: String)
    /// 职业测评 (13.w1).
    case tested(instrument: String, result: String)
    /// 就业援助协议书, signed on screen or on paper (07.w2).
    case agreementSigned(Signature)
    case agreementRefused(reason: String)
    /// The specialist records that the town cannot solve it (10.w5).
    case townUnsolved(reason: String)
    /// 个案分析 (14.r3).
    case analysed(CaseAnalysis)
}

/// One person who helps one person (03.w1, 07.w1, 12.w1).
public struct Assignment: Hashable, Sendable, Codable {
    public let level: Level
    public let account: AccountID
    public let name: String
    /// Named at intake until the meeting appoints (spec/flow.md, rule 4).
    public let isInterim: Bool
    /// Why it passes from somebody else; empty for the first.
    public let reason: String

    public init(level: Level, account: AccountID, name: String, isInterim: Bool = false, reason: String = "")
    {
        self.level = level
        self.account = account
        self.name = name
        self.isInterim = isInterim
        self.reason = reason
    }
}

/// 心情 as noted at each contact (04.r2). Raw values are the storage format, from good to bad.
public enum Mood: String, CaseIterable, Hashable, Sendable, Codable {
    case hopeful, steady, low, distressed

    /// Whether it is worse than another.
    public func isWorse(than other: Mood) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .hopeful: 0
        case .steady: 1
        case .low: 2
        case .distressed: 3
        }
    }
}

/// How somebody was spoken to. Raw values are the storage format.
public enum ContactMeans: String, CaseIterable, Hashable, Sendable, Codable {
    case atHome = "at-home"
    case atOffice = "at-office"
    case telephone, message
}

/// 联系记录 (03.w2, 03.r2, 07.r2, 12.r3).
public struct Contact: Hashable, Sendable, Codable {
    public let level: Level
    public let means: ContactMeans
    /// Whether the person was reached; else it is a try and meets nothing.
    public let wasReached: Bool
    /// What was talked about and explained.
    public let words: String
    /// 本人意见 (03.w2): asked for at the first contact.
    public let view: String
    public let mood: Mood?
    /// What is to be done next.
    public let agreed: String
    /// Employed, and wants to leave (18.w1).
    public let wantsToLeave: Bool

    public init(
        level: Level, means: ContactMeans, wasReached: Bool = true, words: String, view: String,
        mood: Mood?, agreed: String = "", wantsToLeave: Bool = false
    ) {
        self.level = level
        self.means = means
        self.wasReached = wasReached
        self.words = words
        self.view = view
        self.mood = mood
        self.agreed = agreed
        self.wantsToLeave = wantsToLeave
    }
}

/// What guidance is about (04, 08, 13). Raw values are the storage format.
public enum GuidanceTopic: String, CaseIterable, Hashable, Sendable, Codable {
    /// 04.w1.
    case situation
    /// 04.w2.
    case channels
    /// 04.w3.
    case attitude
    /// 04.w4.
    case interview, dress
    /// 08.w2.
    case policies
    /// 08.w3.
    case occupations
    /// 08.w4.
    case strengths
    /// 13.w2.
    case psychology
    /// 13.w3.
    case career
}

/// 指导记录 (04, 08, 13).
public struct Guidance: Hashable, Sendable, Codable {
    public let level: Level
    public let topics: [GuidanceTopic]
    /// Channels or policies that were told, as the person can look them up.
    public let told: [String]
    public let words: String
    public let result: String

    public init(level: Level, topics: [GuidanceTopic], told: [String], words: String, result: String) {
        self.level = level
        self.topics = topics
        self.told = told
        self.words = words
        self.result = result
    }
}

/// A vacancy as it was told to somebody.
public struct VacancyNote: Hashable, Sendable, Codable {
    public let employer: String
    public let post: String
    public let place: String
    public let pay: String
    public let requirements: String

    public init(employer: String, post: String, place: String, pay: String, requirements: String) {
        self.employer = employer
        self.post = post
        self.place = place
        self.pay = pay
        self.requirements = requirements
    }
}

/// 岗位推荐 (05.w2, 10.w3, 14.w3).
public struct Recommendation: Hashable, Sendable, Codable {
    public let level: Level
    public let vacancy: VacancyNote
    /// The day on which the employer confirmed that it is open and what it requires (05.w2, 05.r2).
    public let confirmed: Day
    public let confirmedBy: String

    public init(level: Level, vacancy: VacancyNote, confirmed: Day, confirmedBy: String) {
        self.level = level
        self.vacancy = vacancy
        self.confirmed = confirmed
        self.confirmedBy = confirmedBy
    }
}

/// 约定面试 (05.w3).
public struct Interview: Hashable, Sendable, Codable {
    public let level: Level
    public let day: Day
    public let place: String
    /// Who goes along; empty if nobody does, with the reason (05.r3).
    public let escort: String
    public let whyAlone: String

    public init(level: Level, day: Day, place: String, escort: String, whyAlone: String) {
        self.level = level
        self.day = day
        self.place = place
        self.escort = escort
        self.whyAlone = whyAlone
    }
}

/// 签名: on screen or on paper whose scan is attached.
public struct Signature: Hashable, Sendable, Codable {
    /// The strokes as an SVG path; empty for a paper.
    public let strokes: String
    /// Where the signed paper is kept.
    public let paper: String
    public let content: String
    /// The scan of the signed paper.
    public let scan: Attachment?

    public init(strokes: String, paper: String, content: String, scan: Attachment? = nil) {
        self.strokes = strokes
        self.paper = paper
        self.content = content
        self.scan = scan
    }
}

/// 个案分析 (14.r3).
public struct CaseAnalysis: Hashable, Sendable, Codable {
    public let course: String
    public let causes: String
    public let advice: String

    public init(course: String, causes: String, advice: String) {
        self.course = course
        self.causes = causes
        self.advice = advice
    }
}

extension AidEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .ownerAssigned(let assignment):
            switch assignment.level {
            case .town: .specialistAppointed
            case .district: .expertAppointed
            case .village, .city, .province: .aideAssigned
            }
        case .contacted: .contacted
        case .guided: .guided
        case .vacancyTold: .vacancyTold
        case .recommended: .recommended
        case .interviewSet: .interviewSet
        case .recommendationEnded: .recommendationEnded
        case .assessed: .assessed
        case .tested: .occupationTested
        case .agreementSigned: .agreementSigned
        case .agreementRefused: .agreementRefused
        case .townUnsolved: .townUnsolved
        case .analysed: .caseAnalysed
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .contacted(let contact): contact.wasReached ? [.by: contact.level.helper.rawValue] : [:]
        case .recommended(let recommendation): [.level: recommendation.level.rawValue]
        case .interviewSet(_, let interview):
            [.level: interview.level.rawValue, .planned: interview.day.iso]
        case .recommendationEnded(_, let outcome):
            [
                .level: outcome.level.rawValue, .failure: outcome.isFailure ? "yes" : "no",
                .own: outcome.isOwn ? "yes" : "no", .reason: outcome.code.rawValue,
            ]
        case .agreementRefused(let reason), .townUnsolved(let reason): [.reason: reason]
        case .ownerAssigned, .guided, .vacancyTold, .assessed, .tested, .agreementSigned, .analysed: [:]
        }
    }

    /// The act of the same journal that this one belongs to.
    var refersTo: ActID? {
        switch self {
        case .interviewSet(let act, _), .recommendationEnded(let act, _): act
        case .ownerAssigned, .contacted, .guided, .vacancyTold, .recommended, .assessed, .tested,
            .agreementSigned, .agreementRefused, .townUnsolved, .analysed:
            nil
        }
    }

    /// The level whose act it is; it must hold the case.
    var level: Level {
        switch self {
        case .ownerAssigned(let assignment): assignment.level
        case .contacted(let contact): contact.level
        case .guided(let guidance): guidance.level
        case .vacancyTold(let level, _): level
        case .recommended(let recommendation): recommendation.level
        case .interviewSet(_, let interview): interview.level
        case .recommendationEnded(_, let outcome): outcome.level
        case .assessed, .agreementSigned, .agreementRefused, .townUnsolved: .town
        case .tested, .analysed: .district
        }
    }
}

extension Level {
    /// Who helps a person at the level.
    public var helper: Owner {
        switch self {
        case .village: .aide
        case .town: .specialist
        case .district, .city, .province: .expert
        }
    }
}
