// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension DeadlineRule {
    /// When a rule is owed: once, or in each period of a grid.
    public enum Timing: Hashable, Sendable {
        case once(Once)
        case each(Recurring)
    }

    /// A single deadline.
    public struct Once: Hashable, Sendable {
        /// The day from which it counts.
        public let from: From
        /// It opens only so long after that day, and the limit counts from then.
        public let notBefore: TimeLimit?
        /// How long it takes.
        public let limit: Limit

        /// The day from which a deadline counts.
        public enum From: Hashable, Sendable {
            /// The day on which the starting act happened.
            case act
            /// A day that the starting act names; the act's own day if it names none.
            case field(ActField)
        }

        /// The length of a deadline.
        public enum Limit: Hashable, Sendable {
            case within(TimeLimit)
            /// So many calendar days before that day: 1 is its eve.
            case before(days: Int)
        }

        /// A single deadline, by default counted from the starting act and open at once.
        public init(_ limit: Limit, from: From = .act, notBefore: TimeLimit? = nil) {
            self.limit = limit
            self.from = from
            self.notBefore = notBefore
        }
    }

    /// A duty of each period of a grid.
    public struct Recurring: Hashable, Sendable {
        /// The grid.
        public let grid: Grid
        /// Where in a period, or after it, the last day lies.
        public let due: PeriodDue
        /// How long it recurs; `nil` until it is ended.
        public let lasting: TimeLimit?

        /// The last day for a period.
        public enum PeriodDue: Hashable, Sendable {
            /// The period's own last day.
            case last
            /// The last day of its month with this number.
            case month(Int)
            /// A time after the period's last day; it opens on that day.
            case afterLastDay(TimeLimit)
            /// A time after the period's last working day; it opens on that day.
            case afterLastWorkday(TimeLimit)

            /// Whether it is done when the period is over.
            var isAfterPeriod: Bool {
                switch self {
                case .last, .month: false
                case .afterLastDay, .afterLastWorkday: true
                }
            }
        }

        /// A duty of each period, by default due on its last day and without an end.
        public init(_ grid: Grid, due: PeriodDue = .last, lasting: TimeLimit? = nil) {
            self.grid = grid
            self.due = due
            self.lasting = lasting
        }
    }
}

extension DeadlineRule.Timing {
    /// A single deadline counted from the starting act.
    public static func within(_ limit: TimeLimit) -> Self { .once(DeadlineRule.Once(.within(limit))) }

    /// A duty of each period, due on its last day.
    public static func each(_ grid: Grid) -> Self { .each(DeadlineRule.Recurring(grid)) }
}
