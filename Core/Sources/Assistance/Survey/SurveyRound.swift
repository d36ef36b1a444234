// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 调查轮次 of one village and year (01.w1); its term is one month from its opening (01.r1).
public struct SurveyRound: Hashable, Sendable, Codable, Identifiable {
    public let id: RoundID
    public let village: UnitID
    public let year: Int
    public let opened: Day
    /// The newest submission of the statistics ledger (就业困难人员统计台账), if any.
    public var submission: Submission?
    public var version: Int

    /// A ledger sent to the town (01.w3).
    public struct Submission: Hashable, Sendable, Codable {
        public let act: ActID
        public let on: Day
        public let content: LedgerSubmission
        public var received: Day?
        public var returned: String?

        public init(act: ActID, on: Day, content: LedgerSubmission) {
            self.act = act
            self.on = on
            self.content = content
        }
    }

    /// Whether the month of 01.r1 is met: the ledger went out, misses nobody, and was not sent back.
    public var isComplete: Bool {
        submission.map { $0.content.missing == 0 && $0.returned == nil } ?? false
    }

    public init(id: RoundID, village: UnitID, year: Int, opened: Day) {
        self.id = id
        self.village = village
        self.year = year
        self.opened = opened
        version = 1
    }
}

/// What the ledger said when it was submitted, so that later changes show as differences.
public struct LedgerSubmission: Hashable, Sendable, Codable {
    /// People on the roll of the round, surveyed, excused with a reason, and still missing.
    public let roll: Int
    public let surveyed: Int
    public let excused: Int
    public let missing: Int
    /// Persons listed, and by category (one person may stand in several).
    public let listed: Int
    public let byCategory: [HardshipCategory: Int]

    public init(
        roll: Int, surveyed: Int, excused: Int, missing: Int, listed: Int,
        byCategory: [HardshipCategory: Int]
    ) {
        self.roll = roll
        self.surveyed = surveyed
        self.excused = excused
        self.missing = missing
        self.listed = listed
        self.byCategory = byCategory
    }
}

/// What happened to a round.
public enum RoundEvent: Hashable, Sendable, Codable {
    case opened(village: UnitID, year: Int)
    case submitted(LedgerSubmission)
    case received
    case sentBack(reason: String)
}

extension SurveyRound {
    /// The round as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<RoundEvent>], id: RoundID) {
        guard let first = journal.first, case .opened(let village, let year) = first.event else { return nil }
        self.init(id: id, village: village, year: year, opened: first.occurred)
        for recorded in journal.dropFirst() { apply(recorded.event, act: recorded.id, on: recorded.occurred) }
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: RoundEvent, act: ActID, on day: Day) {
        switch event {
        case .opened: break
        case .submitted(let content): submission = Submission(act: act, on: day, content: content)
        case .received: submission?.received = day
        case .sentBack(let reason): submission?.returned = reason
        }
        version += 1
    }
}
