// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 推荐状态 in which a list shows a recommendation. Raw values stand in addresses.
public enum RecommendationState: String, CaseIterable, Hashable, Sendable {
    /// 待约面试: told, no interview yet.
    case toArrange = "to-arrange"
    /// 待面试: its day is not past.
    case toInterview = "to-interview"
    /// 待反馈: interviewed or answered with no, its day past, or so many days gone without a word (10.r1).
    case toReport = "to-report"
    /// 已录用, not followed up yet.
    case hired
    /// 未成功, with its code (L.04).
    case unsuccessful
    /// 在岗核实: hired, and still there or not.
    case inWork = "in-work"
}

/// What a recommendation waits for, told without today's date. Raw values are the storage format.
public enum RecommendationPhase: String, CaseIterable, Hashable, Sendable {
    case told
    /// An interview is set.
    case set
    /// Only the outcome is missing.
    case answered
    case hired
    /// Ended without a job.
    case unsuccessful
    /// Followed up in the job.
    case checked
    /// The job was lost.
    case left
    /// Its round ended, another level took the case over, or work was found, before an outcome was known.
    case lapsed
}

/// One recommendation of a case in any of its rounds.
public struct TrackedRecommendation: Hashable, Sendable {
    public let round: Int
    public let recommendation: Care.LiveRecommendation
    /// Its round runs, nobody found work in it, and its level may still say what became of it.
    let isRunning: Bool
    /// 未成功次数 at its level in its round (05.w4).
    public let failures: Int
    public let hasOwnFailure: Bool

    public var level: Level { recommendation.recommendation.level }
}

extension AssistanceCase {
    /// Every recommendation over all rounds, oldest first.
    public var trackedRecommendations: [TrackedRecommendation] {
        let rounds =
            (care.past ?? []) + [
                Care.PastRound(number: care.number, recommendations: care.recommendations)
            ]
        return rounds.flatMap { round in
            round.recommendations.map { one in
                let level = one.recommendation.level
                let ended = round.recommendations.compactMap(\.outcome).filter { $0.level == level }
                return TrackedRecommendation(
                    round: round.number, recommendation: one,
                    isRunning: isLive && round.number == care.number && care.job == nil
                        && obstacleToActing(at: level) == nil,
                    failures: ended.count(where: \.isFailure), hasOwnFailure: ended.contains(where: \.isOwn))
            }
        }
    }
}

extension TrackedRecommendation {
    public var phase: RecommendationPhase {
        if let outcome = recommendation.outcome {
            guard outcome.code == .employed else { return .unsuccessful }
            if recommendation.left != nil { return .left }
            return recommendation.check == nil ? .hired : .checked
        }
        guard isRunning else { return .lapsed }
        if recommendation.interviewed != nil || recommendation.reply?.isWilling == false { return .answered }
        return recommendation.interview == nil ? .told : .set
    }

    /// Whether an interview took place, as far as is known.
    public var wasInterviewed: Bool {
        if recommendation.interviewed != nil { return true }
        return switch recommendation.outcome?.code {
        case .failedInterview: true
        case .employed, .employerRejected: recommendation.interview != nil
        case .postGone, .noShow, .refusedWithoutCause, .refusedWithCause, nil: false
        }
    }

    public var wasHired: Bool { recommendation.outcome?.code == .employed }

    /// The day that the phase counts from: told, to be interviewed, answered, ended, checked, left.
    public var since: Day {
        let live = recommendation
        return switch phase {
        case .told, .lapsed: live.on
        case .set: live.interview?.day ?? live.on
        case .answered: live.interviewed ?? live.reply?.on ?? live.on
        case .hired, .unsuccessful: live.ended ?? live.on
        case .checked: live.check?.on ?? live.on
        case .left: live.left ?? live.on
        }
    }

    /// The list in which it stands on a day; a round's end without outcome stands among those without success.
    public func state(on today: Day, askedAfter days: Int) -> RecommendationState {
        switch phase {
        case .told: since.adding(days: days) < today ? .toReport : .toArrange
        case .set: since < today ? .toReport : .toInterview
        case .answered: .toReport
        case .hired: .hired
        case .unsuccessful, .lapsed: .unsuccessful
        case .checked, .left: .inWork
        }
    }
}

extension TrackedRecommendation {
    /// The place in a list by day: what is due first; those without success from the newest, and those who left
    /// behind those who are still to be asked.
    public func order(askedAfter days: Int) -> Int {
        switch phase {
        case .told: Int(since.adding(days: days).daysSince1970)
        case .set, .answered, .hired, .checked: Int(since.daysSince1970)
        case .left: Self.behind - Int(since.daysSince1970)
        case .unsuccessful, .lapsed: -Int(since.daysSince1970)
        }
    }

    /// Later than any day.
    private static let behind = 10_000_000
}
