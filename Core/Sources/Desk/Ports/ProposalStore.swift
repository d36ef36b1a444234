// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Matching

/// A batch of matching.
public struct MatchRunID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// 批量匹配: one batch as it was made. It tells nobody anything; workers find its proposals on their lists.
public struct MatchRun: Hashable, Sendable, Identifiable {
    public let id: MatchRunID
    public let round: MatchRound
    public let by: AccountID
    public let at: Instant
    /// The district's day for which it was made.
    public let on: Day
    /// Version of the weights.
    public let rules: String
    public let figures: Figures

    /// What went in and what came out, as it was on the day.
    public struct Figures: Hashable, Sendable, Codable {
        /// People who might be recommended something, by priority: visit class four first.
        public var asked: [Int]
        /// Of these, those who got a vacancy.
        public var served: [Int]
        /// Open and verified vacancies, and the places left there.
        public var posts: Int
        public var places: Int
        /// Pairs weighed.
        public var pairs: Int
        /// Pairs proposed.
        public var units: Int
        public var score: Int
        public var crowding: Int
        /// People whose case changed while the batch ran; they keep no proposal.
        public var dropped: Int

        public init(
            asked: [Int], served: [Int], posts: Int, places: Int, pairs: Int, units: Int, score: Int,
            crowding: Int, dropped: Int = 0
        ) {
            self.asked = asked
            self.served = served
            self.posts = posts
            self.places = places
            self.pairs = pairs
            self.units = units
            self.score = score
            self.crowding = crowding
            self.dropped = dropped
        }
    }

    public init(
        id: MatchRunID, round: MatchRound, by account: AccountID, at: Instant, on day: Day, rules: String,
        figures: Figures
    ) {
        self.id = id
        self.round = round
        by = account
        self.at = at
        on = day
        self.rules = rules
        self.figures = figures
    }
}

/// Why a batch had less for somebody than was needed. Raw values are the storage format.
public enum UnservedReason: String, CaseIterable, Hashable, Sendable, Codable {
    /// No post suits, mostly because of schooling, certificates or health.
    case ability
    /// No post suits, mostly because all are too far.
    case way
    /// No post suits, mostly because of pay, shift or term.
    case terms
    /// No post suits, for several of these at once.
    case several
    /// Nothing is on offer at all.
    case noPosts = "no-posts"
    /// Every post that suits went to people in greater need, or was told to the full.
    case harder
    /// Posts that suit went to people of equal need whom they suit better.
    case betterScore = "better-score"
    /// The helper cannot go along with more people (05.r3).
    case noEscort = "no-escort"
}

/// What a batch has for one person.
public struct MatchAnswer: Hashable, Sendable {
    public let caseID: CaseID
    /// The version of the case that was read: of a case that changed meanwhile nothing is kept.
    public let version: Int
    /// The best first.
    public let offers: [Offer]
    /// `nil` where nothing is missing.
    public let unserved: UnservedReason?

    /// A vacancy proposed.
    public struct Offer: Hashable, Sendable {
        public let vacancy: VacancyID
        public let score: Int

        public init(vacancy: VacancyID, score: Int) {
            self.vacancy = vacancy
            self.score = score
        }
    }

    public init(caseID: CaseID, version: Int, offers: [Offer], unserved: UnservedReason?) {
        self.caseID = caseID
        self.version = version
        self.offers = offers
        self.unserved = unserved
    }
}

/// A batch to be kept.
public struct MatchOrder: Hashable, Sendable {
    public let round: MatchRound
    public let on: Day
    public let rules: String
    public let figures: MatchRun.Figures
    /// Most urgent first; lists keep this order.
    public let answers: [MatchAnswer]

    public init(
        round: MatchRound, on day: Day, rules: String, figures: MatchRun.Figures, answers: [MatchAnswer]
    ) {
        self.round = round
        on = day
        self.rules = rules
        self.figures = figures
        self.answers = answers
    }
}

/// Which proposals a list shows.
public struct ProposalQuery: Hashable, Sendable {
    public var scope: Scope
    /// Only the people whose helper this account is.
    public var helper: AccountID?
    /// Only those for whom there is something, or only those for whom something is missing.
    public var part: Part

    /// Raw values stand in addresses.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        case proposed, unserved
    }

    public init(scope: Scope, helper: AccountID? = nil, part: Part = .proposed) {
        self.scope = scope
        self.helper = helper
        self.part = part
    }
}

/// What the newest batch has for somebody, with the case and person as they are now.
public struct ProposalRow: Hashable, Sendable {
    public let answer: MatchAnswer
    public let found: AssistanceCase
    public let person: Person

    public init(answer: MatchAnswer, found: AssistanceCase, person: Person) {
        self.answer = answer
        self.found = found
        self.person = person
    }
}

/// How many live cases of a village a batch had nothing for, and why.
public struct UnservedCount: Hashable, Sendable {
    public let village: UnitID
    public let reason: UnservedReason
    public let count: Int

    public init(village: UnitID, reason: UnservedReason, count: Int) {
        self.village = village
        self.reason = reason
        self.count = count
    }
}

/// Why a worker puts a proposal aside. Raw values are the storage format; words that could tell of somebody's life are
/// none of them.
public enum SetAsideReason: String, CaseIterable, Hashable, Sendable, Codable {
    /// 本人不愿意.
    case unwanted
    /// 本人做不了.
    case unable
    /// 上下班不便.
    case way
    /// 用人单位或岗位不可靠.
    case doubtful
    /// 已有其他安排.
    case otherPlans = "other-plans"
}

/// 不合适: a worker who knows the person put a proposal aside; later batches leave the pair out.
public struct SetAside: Hashable, Sendable {
    public let caseID: CaseID
    public let vacancy: VacancyID
    public let reason: SetAsideReason
    public let by: AccountID
    public let at: Instant

    public init(
        caseID: CaseID, vacancy: VacancyID, reason: SetAsideReason, by account: AccountID, at: Instant
    ) {
        self.caseID = caseID
        self.vacancy = vacancy
        self.reason = reason
        by = account
        self.at = at
    }
}

/// Batches and what they propose. The newest one's proposals stand; those of the batches before are gone.
public protocol ProposalStore: Sendable {
    /// Keeps a batch in place of the one before, with its line in the audit, in one transaction. People whose case is
    /// not at the version that was read are left out and counted.
    func keep(_ order: MatchOrder, audit: AuditNote) async throws -> MatchRun
    /// Newest first.
    func matchRuns(limit: Int) async throws -> [MatchRun]
    /// Most urgent first; ended cases are left out.
    func proposals(_ query: ProposalQuery, after: Cursor?, limit: Int) async throws -> Slice<ProposalRow>
    /// How many people the list has.
    func proposalCount(_ query: ProposalQuery) async throws -> Int
    /// What the newest batch has for a case; `nil` where it was not among those asked for.
    func answer(for id: CaseID) async throws -> MatchAnswer?
    func unservedCounts(_ scope: Scope) async throws -> [UnservedCount]
    /// Puts a proposal aside; one that was put aside before stays as it is.
    func setAside(_ setAside: SetAside, audit: AuditNote) async throws
    func setAside() async throws -> [SetAside]
}
