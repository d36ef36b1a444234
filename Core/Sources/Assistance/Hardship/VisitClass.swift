// SPDX-License-Identifier: Apache-2.0

/// 走访分类, from 1 (comfortable, no wish) to 4 (very hard, urgent) (01.w4). Raw values are the storage format.
public enum VisitClass: Int, CaseIterable, Hashable, Sendable, Codable, Comparable {
    case one = 1
    case two, three, four

    public static func < (left: VisitClass, right: VisitClass) -> Bool { left.rawValue < right.rawValue }
}

/// A fact that speaks for a visit class.
public enum VisitFact: Hashable, Sendable, Codable {
    case noWish, wish
    case economyHard, economyNotHard
    case caresForFamily, mustBeNearby
    case receivesAllowance, zeroEmploymentHousehold, severelyDisabled, urgent
    case incomeBelowHalfLine(income: Int, line: Int)
}

/// The class proposed from facts, or `nil` when they do not settle it and the worker chooses.
public struct VisitClassProposal: Hashable, Sendable, Codable {
    public let proposed: VisitClass?
    public let because: [VisitFact]

    public init(proposed: VisitClass?, because: [VisitFact]) {
        self.proposed = proposed
        self.because = because
    }
}
