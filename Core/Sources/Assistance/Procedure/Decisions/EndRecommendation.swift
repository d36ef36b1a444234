// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// L.04: each recommendation ends once, by its level, under a code; employed names the work.
    ///
    /// The level that made it ends it even after the case went up: the outcome of a village's recommendation
    /// stays the village's.
    func obstacle(to outcome: RecommendationOutcome, of act: ActID) -> Obstacle? {
        guard care.holder != nil else { return .notRecognised }
        guard let found = care.recommendation(act), found.outcome == nil else { return .noOpenRecommendation }
        guard found.recommendation.level == outcome.level else {
            return .heldBy(found.recommendation.level)
        }
        if let obstacle = obstacleToActing(at: outcome.level) { return obstacle }
        switch outcome.code {
        case .employed:
            return outcome.job == nil ? .wordsMissing(.recommendationEnded, what: .job) : nil
        case .refusedWithCause, .refusedWithoutCause, .employerRejected:
            return outcome.words.isEmpty ? .wordsMissing(.recommendationEnded, what: .reason) : nil
        case .postGone, .failedInterview, .noShow: return nil
        }
    }
}
