// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 就业援助方案 of each level. Raw values are the storage format and the words of deadlines.yaml.
public enum PlanKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 就业援助方案 of the aide (03.w3).
    case entry
    /// 个性化就业援助方案 of the town (06.w2).
    case personal
    /// 专业化就业援助方案 of the district (11.w2).
    case professional

    /// The level that makes and owns it.
    public var level: Level {
        switch self {
        case .entry: .village
        case .personal: .town
        case .professional: .district
        }
    }

    /// The plan that a level makes.
    public init(level: Level) {
        switch level {
        case .village: self = .entry
        case .town: self = .personal
        case .district, .city, .province: self = .professional
        }
    }
}

/// A plan as it was adopted; adopting again makes the next version.
public struct Plan: Hashable, Sendable, Codable {
    public let kind: PlanKind
    /// 主攻方向 (06.r1): the main direction.
    public let direction: String
    /// The recorded reasons for not working from which it was built (03.r3).
    public let reasons: [String]
    /// 共性措施.
    public let common: String
    /// 个性措施.
    public let individual: String
    /// 心理调适 and 面试辅导 in view (11.r2); empty for the other kinds.
    public let psychology: String
    public let interviewTraining: String
    /// 本人意见 (03.r3).
    public let view: String
    public let items: [Item]

    /// What is to be done by when.
    public struct Item: Hashable, Sendable, Codable {
        public let words: String
        public let by: Day

        public init(_ words: String, by day: Day) {
            self.words = words
            by = day
        }
    }

    public init(
        kind: PlanKind, direction: String, reasons: [String] = [], common: String = "",
        individual: String = "", psychology: String = "", interviewTraining: String = "", view: String,
        items: [Item]
    ) {
        self.kind = kind
        self.direction = direction
        self.reasons = reasons
        self.common = common
        self.individual = individual
        self.psychology = psychology
        self.interviewTraining = interviewTraining
        self.view = view
        self.items = items
    }
}

/// What happened to a plan (03.w3, 06.w2, 07.w3, 11.w2).
public enum PlanEvent: Hashable, Sendable, Codable {
    case adopted(Plan)
    case progressed(PlanKind, words: String)
    case ended(PlanKind, reason: String)
    case itemSet(PlanKind, Plan.Item)
    case itemDone(PlanKind, of: ActID, words: String)
    case itemMoved(PlanKind, of: ActID, to: Day, reason: String)
}

/// A plan in force.
public struct LivePlan: Hashable, Sendable, Codable {
    public let plan: Plan
    public let adopted: ActID
    public let on: Day
    /// 1 for the first.
    public let version: Int
    public var progressed: Day?
    public var items: [LiveItem] = []
}

/// A plan's item with what became of it.
public struct LiveItem: Hashable, Sendable, Codable {
    public let act: ActID
    public let words: String
    public var by: Day
    public var done: Day?
}

extension PlanEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .adopted: .planAdopted
        case .progressed: .planProgressed
        case .ended: .planEnded
        case .itemSet: .planItemSet
        case .itemDone: .planItemDone
        case .itemMoved: .planItemMoved
        }
    }

    /// The plan that it is about.
    var plan: PlanKind {
        switch self {
        case .adopted(let plan): plan.kind
        case .progressed(let plan, _), .ended(let plan, _), .itemSet(let plan, _), .itemDone(let plan, _, _),
            .itemMoved(let plan, _, _, _):
            plan
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        var fields: Act.Fields = [.plan: plan.rawValue]
        switch self {
        case .itemSet(_, let item): fields[.planned] = item.by.iso
        case .itemMoved(_, _, let day, let reason):
            fields[.planned] = day.iso
            fields[.reason] = reason
        case .adopted, .progressed, .ended, .itemDone: break
        }
        return fields
    }

    /// The item that the act is about, by the act that set it.
    var refersTo: ActID? {
        switch self {
        case .itemDone(_, let act, _), .itemMoved(_, let act, _, _): act
        case .adopted, .progressed, .ended, .itemSet: nil
        }
    }
}
