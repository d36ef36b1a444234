// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 复核结果: what the district decided on a review (L.02). Raw values are the storage format.
public enum ReviewOutcome: String, CaseIterable, Hashable, Sendable, Codable {
    /// 维持原决定.
    case upheld
    /// 予以认定: recognised after all, by this decision.
    case recognised
    /// 发回重新作出决定: the town decides anew.
    case anew
}

/// 复核: the district's answer to a request, and when the applicant was told.
public struct Review: Hashable, Sendable, Codable {
    public let requested: Day?
    public let outcome: ReviewOutcome
    public let words: String
    public let decided: Day
    public var told: Day?
}

/// 复核期限: how long the applicant may ask for a review, and by which calendar (L.02).
public struct ReviewWindow: Hashable, Sendable {
    public let limits: Dated<TimeLimit>
    public let calendar: WorkCalendar
    /// Whether an end on a rest day runs to the next working day.
    public let rolls: Bool

    public init(limits: Dated<TimeLimit>, calendar: WorkCalendar, rolls: Bool = true) {
        self.limits = limits
        self.calendar = calendar
        self.rolls = rolls
    }

    /// The last day for a decision that was received on a day; `nil` where no length is known.
    public func last(from received: Day) -> Day? {
        limits.inForce(on: received).map { calendar.due(from: received, within: $0, rolls: rolls).due }
    }
}
