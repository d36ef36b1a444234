// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// How a case moves between the three levels (spec/flow.md, rules 2 to 4).
public enum HandoverEvent: Hashable, Sendable, Codable {
    case handedUp(HandUp)
    /// The receiver has it, and names who sees to it until the meeting appoints somebody.
    case received(level: Level, interim: Assignment)
    /// Returned to its sender, since the file is incomplete or the level below can go on.
    case handedBack(from: Level, to: Level, reason: String)
    /// 暂不上交: a person keeps the case although handing up is due, with a reason.
    case kept(level: Level, reason: String)
    /// The file of a hand-up to the district is there for the panel (11.r1); follows from the hand-up.
    case fileUploaded
    /// 会商意见 of a town's weekly consultation (06.w1, 06.r2).
    case consulted(Opinion)
    /// 会诊意见 of the district's expert panel (11.w1).
    case panelMet(Opinion)
    /// 转公益性岗位安置 (14.r3).
    case handedToWelfare(reason: String)
}

/// Why a case is handed up. Raw values are the storage format.
public enum HandUpCause: String, CaseIterable, Hashable, Sendable, Codable {
    /// 三次推荐未成功.
    case threeFailures = "three-failures"
    /// 因本人原因未成功.
    case ownReasons = "own-reasons"
    /// 本级确实无法解决.
    case beyondLevel = "beyond-level"
}

/// 上交 with sender, receiver, reason and file.
public struct HandUp: Hashable, Sendable, Codable {
    public let from: Level
    public let to: Level
    public let cause: HandUpCause
    public let reason: String
    /// The file that goes along is the journal up to this act.
    public let through: ActID

    public init(from: Level, to: Level, cause: HandUpCause, reason: String, through: ActID) {
        self.from = from
        self.to = to
        self.cause = cause
        self.reason = reason
        self.through = through
    }
}

/// What a meeting said about one case.
public struct Opinion: Hashable, Sendable, Codable {
    public let attendants: String
    public let words: String
    /// 主攻方向 or the next step that the meeting settled.
    public let decision: String

    public init(attendants: String, words: String, decision: String) {
        self.attendants = attendants
        self.words = words
        self.decision = decision
    }
}

extension HandoverEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .handedUp: .handedUp
        case .received: .handUpReceived
        case .handedBack: .handedBack
        case .kept: .handUpDeclined
        case .fileUploaded: .fileUploaded
        case .consulted: .consulted
        case .panelMet: .panelMet
        case .handedToWelfare: .handedToWelfare
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .handedUp(let handUp):
            [.level: handUp.from.rawValue, .to: handUp.to.rawValue, .reason: handUp.cause.rawValue]
        case .handedBack(let from, let to, let reason):
            [.level: from.rawValue, .to: to.rawValue, .reason: reason]
        case .kept(let level, let reason): [.level: level.rawValue, .reason: reason]
        case .received(let level, _): [.level: level.rawValue]
        case .fileUploaded, .consulted, .panelMet, .handedToWelfare: [:]
        }
    }

    /// The level whose act it is.
    var level: Level {
        switch self {
        case .handedUp(let handUp): handUp.from
        case .received(let level, _): level
        case .handedBack(let from, _, _): from
        case .kept(let level, _): level
        case .consulted, .fileUploaded: .town
        case .panelMet, .handedToWelfare: .district
        }
    }
}
