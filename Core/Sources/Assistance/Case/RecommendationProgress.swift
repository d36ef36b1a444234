// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 推荐进展 that is no outcome yet. Raw values are the storage format.
public enum RecommendationStep: String, CaseIterable, Hashable, Sendable, Codable {
    /// 本人愿意应聘.
    case willing
    /// 本人不愿意: what it counts as is decided with the outcome (L.04), never by the answer alone.
    case unwilling
    /// 已应聘.
    case applied
    /// 已面试, the outcome not being known.
    case interviewed
}

/// How far a recommendation came (05.w3).
public struct RecommendationProgress: Hashable, Sendable, Codable {
    public let level: Level
    public let step: RecommendationStep
    public let words: String

    public init(level: Level, step: RecommendationStep, words: String = "") {
        self.level = level
        self.step = step
        self.words = words
    }
}

extension Care.LiveRecommendation {
    /// Takes in how far it came; the newest answer holds.
    mutating func take(_ step: RecommendationStep, on day: Day) {
        switch step {
        case .willing: reply = Reply(isWilling: true, on: day)
        case .unwilling: reply = Reply(isWilling: false, on: day)
        case .applied: applied = day
        case .interviewed: interviewed = day
        }
    }

    /// Whether it led to a job that was not lost since.
    var isInWork: Bool { outcome?.code == .employed && left == nil }

    /// Takes in what a follow-up said; one entered late does not hide a later one.
    mutating func check(_ judged: Stability, on day: Day) {
        guard check.map({ $0.on <= day }) ?? true else { return }
        check = Check(judged: judged, on: day)
    }
}

extension Care {
    /// Every round with recommendations up to this one, for the round that follows.
    var roundsWithRecommendations: [PastRound]? {
        guard !recommendations.isEmpty else { return past }
        return (past ?? []) + [PastRound(number: number, recommendations: recommendations)]
    }
}
