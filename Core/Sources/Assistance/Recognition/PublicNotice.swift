// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 公示: from its posting to its end, with what was said against it (02.w3).
public struct PublicNotice: Hashable, Sendable, Codable {
    public let posted: Day
    public var ended: Day?
    /// Whether an objection was upheld, which forbids the card.
    public var isUpheld = false
    /// Absent where none came in.
    public var objections: [Objection]?

    /// 异议: who said what against a notice, and what came of it.
    public struct Objection: Hashable, Sendable, Codable {
        /// The act that took it in.
        public let act: ActID
        public let received: Day
        public var settled: Day?
        public var isUpheld = false
    }

    /// Objections that nobody has answered.
    public var open: [Objection] { (objections ?? []).filter { $0.settled == nil } }

    /// Whether one of the answered objections was right.
    public var hasUpheld: Bool { (objections ?? []).contains { $0.settled != nil && $0.isUpheld } }

    /// The last day on which objections are taken: the day of the posting does not count.
    public func last(days: Int) -> Day { posted.adding(days: days) }
}

/// What somebody says about a person on a notice.
public struct ObjectionWords: Hashable, Sendable, Codable {
    /// Who says so; empty where the person does not want to be named.
    public let by: String
    public let words: String

    public init(by: String, words: String) {
        self.by = by
        self.words = words
    }

    public var isAnonymous: Bool { by.isEmpty }
}
