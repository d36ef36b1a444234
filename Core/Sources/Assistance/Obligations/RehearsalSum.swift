// SPDX-License-Identifier: Apache-2.0

/// How many duties a change of terms touches, and how; adds up over units and rules.
public struct RehearsalTally: Hashable, Sendable {
    /// Another last day.
    public var moved = 0
    /// Another owner, the same last day.
    public var passes = 0
    /// Owed, and was not.
    public var appears = 0
    /// No longer owed.
    public var vanishes = 0
    /// Done, and would be owed again or count as late.
    public var rejudged = 0
    /// Overdue by the change, out of those above but the last.
    public var late = 0
    /// 一新增就逾期: overdue by the change and not owed before it, because a row was changed for the past as well.
    public var backdated = 0
    /// No longer overdue by the change, out of those above.
    public var freed = 0

    /// Nothing touched.
    public init() {}

    /// One change.
    public init(_ change: RehearsedChange) {
        switch change.kind {
        case .moved: moved = 1
        case .passes: passes = 1
        case .appears: appears = 1
        case .vanishes: vanishes = 1
        case .rejudged: rejudged = 1
        }
        late = change.fallsLate ? 1 : 0
        backdated = change.fallsLate && change.kind == .appears ? 1 : 0
        freed = change.isFreed ? 1 : 0
    }

    /// Every duty that is touched, each once.
    public var touched: Int { moved + passes + appears + vanishes + rejudged }

    /// Both together.
    public static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.moved += right.moved
        sum.passes += right.passes
        sum.appears += right.appears
        sum.vanishes += right.vanishes
        sum.rejudged += right.rejudged
        sum.late += right.late
        sum.backdated += right.backdated
        sum.freed += right.freed
        return sum
    }
}

/// What a change of terms does to many journals, by unit and by rule.
public struct RehearsalSum: Hashable, Sendable {
    /// What is counted together.
    public struct Group: Hashable, Sendable {
        /// The unit to whose journals the duties belong.
        public let unit: UnitID
        /// The rule.
        public let rule: RuleKey

        /// The duties of a unit under a rule.
        public init(unit: UnitID, rule: RuleKey) {
            self.unit = unit
            self.rule = rule
        }
    }

    /// How many journals were looked at.
    public private(set) var journals = 0
    /// How many duties are live as things stand.
    public private(set) var live = 0
    /// The groups in which anything changes.
    public private(set) var groups: [Group: RehearsalTally] = [:]

    /// Nothing looked at.
    public init() {}

    /// Takes in what the change does to one journal of a unit.
    public mutating func add(_ effect: RehearsedEffect, of unit: UnitID) {
        journals += 1
        live += effect.live
        for change in effect.changes {
            let group = Group(unit: unit, rule: change.id.rule)
            groups[group] = (groups[group] ?? RehearsalTally()) + RehearsalTally(change)
        }
    }

    /// Both together.
    public static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.journals += right.journals
        sum.live += right.live
        sum.groups.merge(right.groups, uniquingKeysWith: +)
        return sum
    }

    /// Everything together.
    public var total: RehearsalTally { groups.values.reduce(RehearsalTally(), +) }

    /// By rule, over all units.
    public var byRule: [RuleKey: RehearsalTally] {
        groups.reduce(into: [:]) { $0[$1.key.rule] = ($0[$1.key.rule] ?? RehearsalTally()) + $1.value }
    }

    /// By unit, over all rules.
    public var byUnit: [UnitID: RehearsalTally] {
        groups.reduce(into: [:]) { $0[$1.key.unit] = ($0[$1.key.unit] ?? RehearsalTally()) + $1.value }
    }
}
