// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What the level that holds a case does for the person: steps 03 to 05, 07, 08, 10, 12 to 14.
public enum AidEvent: Hashable, Sendable, Codable {
    /// 援助员, 专员 or 专家 of the person, by the level of the assignment (03.w1, 07.w1, 12.w1).
    case ownerAssigned(Assignment)
    case contacted(Contact)
    case guided(Guidance)
    /// 求职意向 told in a talk; the newest holds (05.w1, 10.w1, 14.w1).
    case wishTold(level: Level, JobWish)
    /// A suitable vacancy was told; no letter is needed (05.r1).
    case vacancyTold(level: Level, VacancyNote)
    case recommended(Recommendation)
    case interviewSet(of: ActID, Interview)
    /// 推荐进展 between the letter and the outcome: answered, applied, interviewed.
    case recommendationMoved(of: ActID, RecommendationProgress)
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
        case .wishTold: .wishTold
        case .vacancyTold: .vacancyTold
        case .recommended: .recommended
        case .interviewSet: .interviewSet
        case .recommendationMoved: .recommendationMoved
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
        case .recommendationMoved(_, let progress):
            [.level: progress.level.rawValue, .step: progress.step.rawValue]
        case .recommendationEnded(_, let outcome):
            [
                .level: outcome.level.rawValue, .failure: outcome.isFailure ? "yes" : "no",
                .own: outcome.isOwn ? "yes" : "no", .reason: outcome.code.rawValue,
            ]
        case .agreementRefused(let reason), .townUnsolved(let reason): [.reason: reason]
        case .ownerAssigned, .guided, .wishTold, .vacancyTold, .assessed, .tested, .agreementSigned,
            .analysed:
            [:]
        }
    }

    /// The act of the same journal that this one belongs to.
    var refersTo: ActID? {
        switch self {
        case .interviewSet(let act, _), .recommendationMoved(let act, _), .recommendationEnded(let act, _):
            act
        case .ownerAssigned, .contacted, .guided, .wishTold, .vacancyTold, .recommended, .assessed, .tested,
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
        case .vacancyTold(let level, _), .wishTold(let level, _): level
        case .recommended(let recommendation): recommendation.level
        case .interviewSet(_, let interview): interview.level
        case .recommendationMoved(_, let progress): progress.level
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
