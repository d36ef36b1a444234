// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 岗位: a vacancy that an office knows, with what became of its places (05.w2, 14.w2).
public struct Vacancy: Hashable, Sendable, Codable, Identifiable {
    public let id: VacancyID
    /// Follows the employer's entry when that is merged.
    public var employer: EmployerID
    /// The office that keeps the entry.
    public let unit: UnitID
    public var facts: VacancyFacts
    /// 发布日期.
    public let posted: Day
    /// 最近核实: the employer said that it is open and what it asks for (05.r2).
    public var verified: Verification?
    /// The day of ``verified``.
    public var verifiedOn: Day?
    /// Everybody to whom it was told, in the order of telling.
    public var candidates: [Candidate]
    public var closed: VacancyEnd?
    public var closedOn: Day?
    public var version: Int

    /// Somebody to whom the vacancy was told.
    public struct Candidate: Hashable, Sendable, Codable {
        public let caseID: CaseID
        /// The act of the case.
        public let act: ActID
        public let on: Day
        public var stage: CandidateStage
    }
}

/// How far somebody came with a vacancy. Raw values are the storage format.
public enum CandidateStage: String, CaseIterable, Hashable, Sendable, Codable {
    /// Told without a letter (05.r1).
    case told
    /// Sent with a letter; no outcome yet.
    case recommended
    /// Ended without the job: the place is free again.
    case ended
    /// Took a place.
    case hired
}

/// 岗位核实: what the employer was asked before anybody is sent (05.w2).
public struct Verification: Hashable, Sendable, Codable {
    /// Who at the employer said so.
    public let confirmedBy: String
    public let means: ContactMeans
    public let words: String

    public init(confirmedBy: String, means: ContactMeans = .telephone, words: String = "") {
        self.confirmedBy = confirmedBy
        self.means = means
        self.words = words
    }
}

/// Why a vacancy is no longer offered. Raw values are the storage format.
public enum VacancyEnd: String, CaseIterable, Hashable, Sendable, Codable {
    /// 单位已招满, by people of whom the offices do not know.
    case filledElsewhere = "filled-elsewhere"
    /// 单位取消招聘.
    case cancelled
    /// 信息不实.
    case untrue
    /// 登记有误: it never was.
    case mistaken
}

/// Where a vacancy stands on a day: derived, never stored. Raw values stand in addresses and answers.
public enum VacancyStanding: String, CaseIterable, Hashable, Sendable, Codable {
    /// Open, and verified lately: people can be sent.
    case open
    /// 待核实: nobody asked the employer lately; nobody is sent before somebody does (05.r2).
    case stale
    /// 已招满.
    case filled
    /// 已过期.
    case expired
    case closed
}

extension Vacancy {
    /// Hired by the offices' help.
    public var hired: Int { candidates.count { $0.stage == .hired } }

    /// 剩余人数.
    public var seatsLeft: Int { max(0, facts.headcount - hired) }

    /// Sent, and without an outcome yet.
    public var awaited: Int { candidates.count { $0.stage == .recommended } }

    /// Where it stands on `day`, with a verification good for `days` days (05.r2).
    public func standing(on day: Day, verifiedFor days: Int) -> VacancyStanding {
        if closed != nil { return .closed }
        if seatsLeft == 0 { return .filled }
        if facts.validThrough < day { return .expired }
        guard let verifiedOn, day.days(since: verifiedOn) <= days else { return .stale }
        return .open
    }
}
