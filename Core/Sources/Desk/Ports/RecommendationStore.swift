// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Which recommendations a list shows.
public struct RecommendationQuery: Hashable, Sendable {
    /// Where the people live.
    public var scope: Scope
    public var state: RecommendationState?
    /// Made by this level.
    public var level: Level?
    /// Part of the employer's name; empty for all.
    public var employer: String

    public init(
        scope: Scope, state: RecommendationState? = nil, level: Level? = nil, employer: String = ""
    ) {
        self.scope = scope
        self.state = state
        self.level = level
        self.employer = employer
    }
}

/// The day on which states are asked for, and after how many days somebody asks what became of a recommendation
/// (10.r1).
public struct RecommendationClock: Hashable, Sendable {
    public let today: Day
    public let askedAfter: Int

    public init(today: Day, askedAfter: Int) {
        self.today = today
        self.askedAfter = askedAfter
    }
}

/// One recommendation with its case and person.
public struct RecommendationLine: Hashable, Sendable {
    public let assistanceCase: AssistanceCase
    public let person: Person
    public let tracked: TrackedRecommendation

    public init(assistanceCase: AssistanceCase, person: Person, tracked: TrackedRecommendation) {
        self.assistanceCase = assistanceCase
        self.person = person
        self.tracked = tracked
    }
}

/// What became of the recommendations of one vacancy, over all cases and rounds.
public struct VacancyTally: Hashable, Sendable {
    public let recommended: Int
    public let interviewed: Int
    public let hired: Int

    public init(recommended: Int, interviewed: Int, hired: Int) {
        self.recommended = recommended
        self.interviewed = interviewed
        self.hired = hired
    }
}

/// Recommendations over all cases; written with the cases that hold them.
public protocol RecommendationStore: Sendable {
    /// What is due first comes first; those without success by the newest.
    func recommendations(
        _ query: RecommendationQuery, at clock: RecommendationClock, after: Cursor?, limit: Int
    ) async throws -> Slice<RecommendationLine>
    /// How many stand in each state; the state of the query is not looked at.
    func recommendationCounts(
        _ query: RecommendationQuery, at clock: RecommendationClock
    ) async throws -> [RecommendationState: Int]
    /// Those whose interview is set on these days, by day and case, whatever became of them.
    func interviews(_ scope: Scope, from: Day, through: Day, limit: Int) async throws -> [RecommendationLine]
    /// None for a vacancy that was recommended to nobody.
    func vacancyTallies(of ids: [VacancyID]) async throws -> [VacancyID: VacancyTally]
}
