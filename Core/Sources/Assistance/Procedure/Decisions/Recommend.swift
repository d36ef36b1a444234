// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// No vacancy before somebody is assigned, none to somebody who works.
    func obstacleToRecommending(at level: Level) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: level) { return obstacle }
        return care.job == nil ? nil : .alreadyEmployed
    }

    /// 05.w2: the employer has confirmed that the post is open before it is recommended.
    func obstacle(to recommendation: Recommendation, given: Given) -> Obstacle? {
        if let obstacle = obstacleToRecommending(at: recommendation.level) { return obstacle }
        let vacancy = recommendation.vacancy
        guard !vacancy.employer.isEmpty, !vacancy.post.isEmpty else {
            return .wordsMissing(.recommended, what: .employer)
        }
        let isConfirmed = !recommendation.confirmedBy.isEmpty && recommendation.confirmed <= given.day
        guard isConfirmed else { return .wordsMissing(.recommended, what: .confirmation) }
        // 05.r2: what the post demands is no secret; whoever chooses over it says why.
        let failed = recommendation.fit?.failed ?? []
        return failed.isEmpty || recommendation.overriding?.isEmpty == false
            ? nil : .limitsFail(failed.map(\.kind))
    }

    /// 05.w3, 05.r3: of a recommendation without outcome; somebody goes along, or it is said why not.
    func obstacle(to interview: Interview, of act: ActID) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: interview.level) { return obstacle }
        guard let open = care.recommendation(act), open.outcome == nil else { return .noOpenRecommendation }
        let level = open.recommendation.level
        guard level == interview.level else { return .heldBy(level) }
        let isSaid = !interview.escort.isEmpty || !interview.whyAlone.isEmpty
        return isSaid ? nil : .wordsMissing(.interviewSet, what: .escort)
    }

    /// Of a recommendation without outcome; whoever does not want to go is asked why (L.04).
    func obstacle(to progress: RecommendationProgress, of act: ActID) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: progress.level) { return obstacle }
        guard let open = care.recommendation(act), open.outcome == nil else { return .noOpenRecommendation }
        let level = open.recommendation.level
        guard level == progress.level else { return .heldBy(level) }
        let isSaid = progress.step != .unwilling || !progress.words.isEmpty
        return isSaid ? nil : .wordsMissing(.recommendationMoved, what: .reason)
    }
}
