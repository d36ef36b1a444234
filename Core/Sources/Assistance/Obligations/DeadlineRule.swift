// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 期限规则的名称, such as `first.vacancy`; obligations are stored under it, so it never changes.
public struct RuleKey: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as written.
    public let name: String

    /// The rule of a name.
    public init(_ name: String) { self.name = name }

    /// The rule of a name written in the code.
    public init(stringLiteral name: String) { self.init(name) }

    /// The name itself.
    public var description: String { name }

    /// In the order of the names.
    public static func < (left: RuleKey, right: RuleKey) -> Bool { left.name < right.name }
}

/// 期限规则: one version of one row of deadlines.yaml.
///
/// Swift knows kinds of acts and never numbers: every length, count and gap stands in the row. A row with
/// the same key and a later ``inForce`` replaces this one for acts that happen from that day on.
public struct DeadlineRule: Hashable, Sendable {
    /// The name.
    public var key: RuleKey
    /// 简称, the name that lists show.
    public var title: String
    /// The rule in one Chinese sentence.
    public var says: String
    /// The clauses it serves, the leading one first; never empty.
    public var clauses: [Clause]
    /// What kind of journal owes it.
    public var scope: Scope
    /// Who owes it.
    public var owedBy: Owner
    /// The acts from which it starts, any of these.
    public var starts: [Start]
    /// When it is owed.
    public var timing: Timing
    /// The acts that meet it: one of each group.
    public var metBy: [[ActPattern]]
    /// How many acts are needed; with several groups one of each is.
    public var count = 1
    /// Two acts that both count lie at least so many days apart.
    public var minimumGap = 0
    /// The day of the meeting act that decides.
    public var metOn = Clock.occurred
    /// Whether an act before the rule's first day counts.
    public var countsEarly = true
    /// The acts that end a recurring duty or make a single one fall away.
    public var ends: [ActPattern] = []
    /// Whether a further starting act is taken in by an obligation of this rule that is still live.
    public var joins: Bool
    /// Whether it pauses while the person is away.
    public var pauses: Bool
    /// Whether it is a right that falls away unused on its last day.
    public var lapses = false
    /// Whether an end on a rest day runs to the next working day.
    public var rolls = true
    /// So many days before the last day it is announced, longest first.
    public var warnDays: [Int] = []
    /// The first day on which an act starts it.
    public var inForce: Day
    /// The first day on which an act no longer starts it.
    public var retired: Day?
    /// The day on which this version was put into the system; `nil` if it was there from the beginning.
    public var adopted: Day?

    /// A rule that needs one act and counts from the day of its start. A recurring one takes further starts in,
    /// unless outcomes belong to their own act; one for a person pauses, one for an office does not.
    public init(
        key: RuleKey, clauses: [Clause], scope: Scope, owedBy: Owner, starts: [Start], timing: Timing,
        metBy: [[ActPattern]], inForce: Day, title: String = "", says: String = ""
    ) {
        self.key = key
        self.clauses = clauses
        self.scope = scope
        self.owedBy = owedBy
        self.starts = starts
        self.timing = timing
        self.metBy = metBy
        self.inForce = inForce
        self.title = title
        self.says = says
        joins =
            switch timing {
            case .once: false
            case .each: !metBy.joined().contains { $0.belongs != .any }
            }
        pauses = scope == .person || scope == .case
    }

    /// The leading clause.
    public var clause: Clause { clauses.first ?? Clause("") }
}

extension DeadlineRule {
    /// What kind of journal owes it. Raw values are the words of deadlines.yaml.
    public enum Scope: String, CaseIterable, Hashable, Sendable, Codable {
        case person
        case `case`
        case village, town, district
    }

    /// One of the two clocks. Raw values are the words of deadlines.yaml.
    public enum Clock: String, CaseIterable, Hashable, Sendable {
        case occurred, recorded
    }

    /// An act from which the rule starts.
    public struct Start: Hashable, Sendable {
        /// The act.
        public let pattern: ActPattern
        /// Which of several in a round.
        public let which: Which
        /// The acts from which counting begins anew within a round.
        public let since: [ActPattern]

        /// Which of several matching acts starts the rule.
        public enum Which: Hashable, Sendable {
            /// Each of them.
            case each
            /// The one with this number alone: 1 is the first contact.
            case number(Int)
            /// That one and all later: the third failure, and the fourth if the third led to nothing.
            case from(Int)
        }

        /// A start from each act of a pattern, or from some of them.
        public init(_ pattern: ActPattern, which: Which = .each, since: [ActPattern] = []) {
            self.pattern = pattern
            self.which = which
            self.since = since
        }
    }
}

/// Who owes an obligation. Raw values are the storage format: never reuse or rename one.
public enum Owner: String, CaseIterable, Hashable, Sendable, Codable {
    case village, aide, town, specialist, district
    /// 区职业介绍服务中心.
    case placementCentre = "placement-centre"
    case expert
    /// 公益性岗位服务人员.
    case welfareClerk = "welfare-clerk"
    /// Whoever owns the plan: the specialist of a personal, the expert of a professional one.
    case planOwner = "plan-owner"
    /// The person or the employer.
    case person

    /// Whether it is only awaited and never counted as an office's lateness.
    public var isAwaited: Bool { self == .person }
}
