// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// L.04: each recommendation ends once, by the level that made it and holds the case, under a code;
    /// employed names the work, of somebody who has none yet.
    func obstacle(to outcome: RecommendationOutcome, of act: ActID) -> Obstacle? {
        guard care.holder != nil else { return .notRecognised }
        guard let found = care.recommendation(act), found.outcome == nil else { return .noOpenRecommendation }
        guard found.recommendation.level == outcome.level else {
            return .heldBy(found.recommendation.level)
        }
        if let obstacle = obstacleToActing(at: outcome.level) { return obstacle }
        switch outcome.code {
        case .employed:
            guard let job = outcome.job else { return .wordsMissing(.recommendationEnded, what: .job) }
            return obstacleToEmploying(job, .recommendationEnded)
        case .refusedWithCause, .refusedWithoutCause, .employerRejected:
            return outcome.words.isEmpty ? .wordsMissing(.recommendationEnded, what: .reason) : nil
        case .postGone, .failedInterview, .noShow: return nil
        }
    }
}
