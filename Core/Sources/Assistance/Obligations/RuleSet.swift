// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The rules of a district in all their versions, and how it reads short periods.
public struct RuleSet: Sendable {
    /// All versions, by key and then by the day in force.
    public let rules: [DeadlineRule]
    /// How days are counted, by the day in force.
    public let readings: [DayReading]
    /// The acts that concern every rule of a journal.
    public let frame: Frame

    /// Which versions an act of a kind can start, and what they look for.
    let index: RuleIndex
    let concerned: Set<ActKind>

    /// The acts that concern every rule of a journal.
    public struct Frame: Hashable, Sendable {
        /// A new round of help begins; counts and obligations begin anew.
        public var newRound: [ActKind]
        /// The person is away, until the day that the act names.
        public var suspends: [ActKind]
        /// The person is back.
        public var resumes: [ActKind]
        /// One obligation is let off: the act refers to its starting act and names the rule.
        public var waives: [ActKind]

        /// The frame of the given acts.
        public init(
            newRound: [ActKind] = [.caseReopened], suspends: [ActKind] = [.suspended],
            resumes: [ActKind] = [.resumed], waives: [ActKind] = [.dutyWaived]
        ) {
            self.newRound = newRound
            self.suspends = suspends
            self.resumes = resumes
            self.waives = waives
        }
    }

    /// The rules, read as written unless a district says otherwise.
    public init(_ rules: [DeadlineRule], readings: [DayReading] = [], frame: Frame = Frame()) {
        let sorted = rules.sorted { ($0.key, $0.inForce) < ($1.key, $1.inForce) }
        self.rules = sorted
        self.readings = readings.sorted { $0.inForce < $1.inForce }
        self.frame = frame
        index = RuleIndex(sorted, frame: frame)
        concerned = Self.concerned(sorted, frame: frame)
    }

    /// The version of a rule for acts of a day.
    public func rule(_ key: RuleKey, on day: Day) -> DeadlineRule? {
        rules.indices.first { rules[$0].key == key && index.versions[$0].isInForce(on: day) }
            .map { rules[$0] }
    }

    /// How days are counted for acts of a day.
    func reading(on day: Day) -> DayReading {
        readings.last { $0.inForce <= day } ?? .asWritten
    }
}

/// How a district reads periods in days, from a day on.
public struct DayReading: Hashable, Sendable {
    /// The first day of acts to which it applies.
    public let inForce: Day
    /// 日 up to so many are read as working days; `nil` reads them as calendar days, as written.
    public let workdaysUpTo: Int?
    /// Whether a counted period that ends on a rest day runs to the next working day.
    public let rolls: Bool

    /// A reading from a day on.
    public init(inForce: Day, workdaysUpTo: Int? = nil, rolls: Bool = true) {
        self.inForce = inForce
        self.workdaysUpTo = workdaysUpTo
        self.rolls = rolls
    }

    /// Calendar days as written, ends rolled.
    public static let asWritten = DayReading(inForce: .earliest)

    /// A limit as the district reads it.
    public func read(_ limit: TimeLimit) -> TimeLimit {
        guard case .days(let count) = limit, let workdaysUpTo, count <= workdaysUpTo else { return limit }
        return .workdays(count)
    }
}
