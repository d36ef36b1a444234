// SPDX-License-Identifier: Apache-2.0

/// 所处环节: where a case stands, for lists and desks. Raw values are the storage format.
public enum CaseStage: String, CaseIterable, Hashable, Sendable, Codable {
    /// Listed as hardship, not recognised.
    case listed
    case village
    /// Handed up, and not received yet.
    case townIntake = "town-intake"
    case town
    case districtIntake = "district-intake"
    case district
    /// Handed to welfare placement, not started.
    case welfare
    /// In work, followed up.
    case employed
    case ended

    /// The level whose desk has it.
    public var level: Level {
        switch self {
        case .listed, .village, .employed, .ended: .village
        case .townIntake, .town: .town
        case .districtIntake, .district, .welfare: .district
        }
    }
}

/// 四个“一个”: 出现一个、认定一个、帮扶一个、稳定一个 (00.goal). Raw values are the storage format.
public enum GoalStep: Int, CaseIterable, Hashable, Comparable, Sendable, Codable {
    case appeared = 0
    case recognised, helped, stabilised

    public static func < (left: GoalStep, right: GoalStep) -> Bool { left.rawValue < right.rawValue }
}

extension AssistanceCase {
    /// Where the case stands.
    public var stage: CaseStage {
        guard isLive else { return .ended }
        if care.job != nil { return .employed }
        guard let holder = care.holder else { return .listed }
        switch holder {
        case .village: return .village
        case .town: return care.handUp == nil ? .town : .townIntake
        case .district, .city, .province:
            if care.handUp != nil { return .districtIntake }
            return care.handedToWelfare == nil ? .district : .welfare
        }
    }

    /// How far a person has come (00.goal): each counter holds all who came so far or farther.
    public var goal: GoalStep {
        // Whoever was not recognised stands among those who appeared, also in work found without help.
        // Who left a recognition and came back has been recognised once, and stays where that counts.
        guard recognition.recognised != nil || recognition.past != nil else { return .appeared }
        if ended?.reason == .stable || care.followUp?.judged == .stable { return .stabilised }
        return care.hasHelp ? .helped : .recognised
    }

    /// Who helps at the level that holds the case.
    public var helper: Assignment? { care.holder.flatMap { care.assignment(at: $0) } }

    /// The account that owes a duty of an owner; `nil` where the whole office does.
    public func account(of owner: Owner) -> AccountID? {
        switch owner {
        case .aide: care.assignment(at: .village)?.account
        case .specialist: care.assignment(at: .town)?.account
        case .expert: care.assignment(at: .district)?.account
        case .planOwner: helper?.account
        case .village, .town, .district, .placementCentre, .welfareClerk, .person: nil
        }
    }
}
