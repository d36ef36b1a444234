// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 应办事项: what is owed because of one act under one rule, for one period.
///
/// Nothing here depends on today: a row of this may be kept, and ``standing(on:)`` tells what it is on a day.
public struct Obligation: Hashable, Sendable {
    /// The rule.
    public let rule: RuleKey
    /// The rule's leading clause.
    public let clause: Clause
    /// The act from which it starts.
    public let anchor: ActID
    /// The period of a recurring duty.
    public let period: GridPeriod?
    /// The first day on which it can be done in the rule's sense.
    public internal(set) var opens: Day
    /// The last day on which it is in time.
    public internal(set) var due: Day
    /// 暂定: whether the last day rests on a calendar year not yet announced.
    public internal(set) var isProvisional: Bool
    /// Who owes it.
    public let owedBy: Owner
    /// How many acts are needed.
    public let need: Int
    /// How many of them there are.
    public internal(set) var have: Int
    /// What became of it.
    public internal(set) var outcome: Outcome
    /// While the person was away.
    public internal(set) var pause: Pause?
    /// Whether it falls away unused after its last day.
    public let lapses: Bool

    /// What became of an obligation, whatever today is.
    public enum Outcome: Hashable, Sendable {
        /// Nothing yet.
        case owed
        /// Done: on which day, entered on which, by which act, and whether that was in time.
        case met(on: Day, entered: Day, by: ActID, inTime: Bool)
        /// Let off by an act with reason and approval.
        case waived(on: Day, by: ActID)
        /// Fallen away.
        case fellAway(on: Day, why: FallingAway)
    }

    /// Why an obligation fell away.
    public enum FallingAway: Hashable, Sendable {
        /// An act ended the duty.
        case ended(by: ActID)
        /// The case was opened again, and the new round has duties of its own.
        case newRound(by: ActID)
        /// The person was away for the period or too much of it.
        case away(since: ActID)
    }

    /// A time during which nothing can be done.
    public struct Pause: Hashable, Sendable {
        /// The act that began it.
        public let by: ActID
        /// Its first day.
        public let first: Day
        /// The day on which it is over or to be looked at again; `nil` if none is known.
        public let until: Day?

        /// Whether a day lies in it.
        public func covers(_ day: Day) -> Bool {
            guard let until else { return first <= day }
            return first <= day && day < until
        }
    }
}

extension Obligation {
    /// What makes an obligation the same one after an act was corrected or a rule changed.
    public struct ID: Hashable, Sendable, CustomStringConvertible {
        /// The rule.
        public let rule: RuleKey
        /// The act from which it starts.
        public let anchor: ActID
        /// The key of the period of a recurring duty.
        public let period: String?

        /// `rule@act` or `rule@act/period`.
        public var description: String { "\(rule)@\(anchor)" + (period.map { "/" + $0 } ?? "") }
    }

    /// The identity: rule, starting act, period.
    public var id: ID { ID(rule: rule, anchor: anchor, period: period?.key) }

    /// Whether it is the person's or the employer's, never counted as an office's lateness.
    public var isAwaited: Bool { owedBy.isAwaited }

    /// The day on which it was done.
    public var metOn: Day? {
        guard case .met(let day, _, _, _) = outcome else { return nil }
        return day
    }

    /// The day on which it was entered as done.
    public var enteredOn: Day? {
        guard case .met(_, let day, _, _) = outcome else { return nil }
        return day
    }
}
