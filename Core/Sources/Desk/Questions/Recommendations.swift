// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What somebody asks of the recommendations.
public struct RecommendationFilter: Hashable, Sendable {
    public var state: RecommendationState
    public var level: Level?
    public var unit: UnitID?
    public var employer: String

    public init(
        state: RecommendationState = .toReport, level: Level? = nil, unit: UnitID? = nil,
        employer: String = ""
    ) {
        self.state = state
        self.level = level
        self.unit = unit
        self.employer = employer
    }
}

/// 推荐跟踪: one page of one state.
public struct RecommendationBook: Sendable {
    public let lines: [Line]
    public let next: Cursor?
    /// How many stand in each state under the same filters.
    public let counts: [RecommendationState: Int]

    /// One recommendation, with what comes next.
    public struct Line: Sendable {
        public let line: RecommendationLine
        public let state: RecommendationState
        /// The first day on which the result is asked for, or the day of the interview; `nil` once it ended.
        public let due: Day?
        /// So many more without success make the hand-up due; 0 when it is (05.w4, 14.r3). `nil` where the level
        /// has the case no more, or somebody works.
        public let toHandUp: Int?
        /// What may be done next by whoever asks; `nil` where nothing is.
        public let act: ProcedureAct?
    }
}

extension Office {
    /// The day and the term by which states are told (10.r1).
    public var recommendationClock: RecommendationClock {
        RecommendationClock(today: today, askedAfter: pack.rules.daysBeforeAsking ?? 5)
    }

    /// Recommendations of the actor's scope in one state, what is due first.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func recommendations(
        _ filter: RecommendationFilter, after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> RecommendationBook {
        let scope = try scope(.seePeople, narrowedTo: filter.unit, by: actor)
        let query = RecommendationQuery(
            scope: scope, state: filter.state, level: filter.level, employer: filter.employer)
        let clock = recommendationClock
        let slice = try await store.recommendations(query, at: clock, after: after, limit: limit)
        return RecommendationBook(
            lines: slice.rows.map { line($0, clock, actor) }, next: slice.next,
            counts: try await store.recommendationCounts(query, at: clock))
    }

    private func line(
        _ line: RecommendationLine, _ clock: RecommendationClock, _ actor: Actor
    ) -> RecommendationBook.Line {
        let (found, tracked) = (line.assistanceCase, line.tracked)
        let isPresent = found.isLive && found.care.number == tracked.round
        let state = tracked.state(on: today, askedAfter: clock.askedAfter)
        return RecommendationBook.Line(
            line: line, state: state, due: due(of: tracked, clock),
            toHandUp: isPresent && found.care.isTried(at: tracked.level) ? toHandUp(tracked) : nil,
            act: isPresent ? next(state, tracked, in: found, actor) : nil)
    }

    private func due(of tracked: TrackedRecommendation, _ clock: RecommendationClock) -> Day? {
        switch tracked.phase {
        case .told: tracked.since.adding(days: clock.askedAfter)
        case .set, .answered: tracked.since
        case .hired, .unsuccessful, .checked, .left, .lapsed: nil
        }
    }

    private func toHandUp(_ tracked: TrackedRecommendation) -> Int {
        // Below the district one failure for the person's own reasons is enough.
        if tracked.hasOwnFailure, tracked.level != .district { return 0 }
        return max(0, pack.procedure.failures - tracked.failures)
    }

    /// The act that brings a recommendation on, if the actor may do it now.
    private func next(
        _ state: RecommendationState, _ tracked: TrackedRecommendation, in found: AssistanceCase,
        _ actor: Actor
    ) -> ProcedureAct? {
        let care = found.care
        let wanted: [ProcedureAct] =
            switch state {
            case .toArrange: [.setInterview]
            case .toInterview: [.moveRecommendation]
            case .toReport: [.endRecommendation]
            case .hired, .inWork:
                tracked.recommendation.left != nil
                    ? [] : care.registered != nil ? [.followUp] : [.notify, .registerWork]
            case .unsuccessful:
                care.dueNow(tracked, failures: pack.procedure.failures)
                    ? [tracked.level == .district ? .analyse : .handUp] : []
            }
        return wanted.first { act in
            let possible = found.possible(act, on: today, numbers: pack.procedure)
            let office = unit(at: possible.doer.level, of: found)
            return possible.refusal == nil && actor.may(possible.doer.deed, at: office, in: tree)
        }
    }

    /// 本周面试: every interview of a week's days within the actor's scope, his own people's first on each day
    /// (05.w3).
    ///
    /// - Parameter day: any day of the week, Monday to Sunday.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func interviews(
        inWeekOf day: Day, unit: UnitID? = nil, by actor: Actor
    ) async throws -> InterviewWeek {
        let scope = try scope(.seePeople, narrowedTo: unit, by: actor)
        let monday = day.adding(days: 1 - day.weekday.rawValue)
        let found = try await store.interviews(
            scope, from: monday, through: monday.adding(days: 6), limit: Self.mostInterviews + 1)
        let shown = found.prefix(Self.mostInterviews)
        let days = (0..<7).map { offset in
            let day = monday.adding(days: offset)
            let all = shown.filter { $0.tracked.recommendation.interview?.day == day }
            return InterviewWeek.Day(
                day: day, own: all.filter { isOwn($0, actor) }, others: all.filter { !isOwn($0, actor) })
        }
        return InterviewWeek(monday: monday, days: days, isCut: found.count > shown.count)
    }

    /// How many interviews of a week are shown at most.
    public static let mostInterviews = 500

    /// Whether the actor helps the person at the level that recommended.
    private func isOwn(_ line: RecommendationLine, _ actor: Actor) -> Bool {
        line.assistanceCase.care.assignment(at: line.tracked.level)?.account == actor.account
    }
}

/// 本周面试, Monday to Sunday.
public struct InterviewWeek: Sendable {
    public let monday: CivilTime.Day
    public let days: [Day]
    /// There are more than ``Office/mostInterviews``.
    public let isCut: Bool

    public struct Day: Sendable {
        public let day: CivilTime.Day
        /// Of those whom the reader helps.
        public let own: [RecommendationLine]
        public let others: [RecommendationLine]
    }
}

extension Care {
    /// Whether a level has the case of somebody without work.
    fileprivate func isTried(at level: Level) -> Bool { holder == level && handUp == nil && job == nil }

    /// Whether the hand-up of a level's case is due by its outcomes.
    fileprivate func dueNow(_ tracked: TrackedRecommendation, failures: Int) -> Bool {
        isTried(at: tracked.level)
            && (tracked.failures >= failures || (tracked.hasOwnFailure && tracked.level != .district))
    }
}
