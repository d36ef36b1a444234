// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// Step 15: agreed after the hand-over, trained before the start (15.r1), one placement at a time.
    func obstacle(to event: WelfareEvent, given: Given) -> Obstacle? {
        if let obstacle = obstacleToActing(at: .district) { return obstacle }
        if care.handedToWelfare == nil { return .notHandedToWelfare }
        switch event {
        case .agreed(let organisation, let post, _):
            if care.job != nil { return .alreadyEmployed }
            return organisation.isEmpty || post.isEmpty ? .wordsMissing(.welfareAgreed, what: .job) : nil
        case .started: return obstacleToStarting(given)
        case .appraised(let period, let result):
            return period.isEmpty || result.isEmpty
                ? .wordsMissing(.welfareAppraised, what: .result) : needsStart
        case .extended(let reason):
            return reason.isEmpty ? .wordsMissing(.welfareExtended, what: .reason) : needsStart
        case .ended(let reason):
            return reason.isEmpty ? .wordsMissing(.welfareEnded, what: .reason) : needsStart
        }
    }

    private var needsStart: Obstacle? { care.welfare?.started == nil ? .noPlacement : nil }

    private func obstacleToStarting(_ given: Given) -> Obstacle? {
        guard let placement = care.welfare else { return .noPlacement }
        if placement.started != nil { return .alreadyDone(.welfareStarted) }
        if care.job != nil { return .alreadyEmployed }
        return care.isTrained ? nil : .notTrained
    }

    /// Steps 09 and 19: before a job at the level that holds the case, in a job by the town.
    func obstacle(to event: TrainingEvent) -> Obstacle? {
        guard care.holder != nil else { return .notRecognised }
        switch event {
        case .enrolled(let course, _):
            return course.isEmpty ? .wordsMissing(.enrolled, what: .words) : obstacleToTraining
        case .trained(let course, _):
            return course.isEmpty ? .wordsMissing(.trained, what: .words) : obstacleToTraining
        case .needRegistered(let trade, _):
            return trade.isEmpty ? .wordsMissing(.trainingNeedRegistered, what: .words) : nil
        case .claimDateSet, .claimPapersHanded: return care.isTrained ? nil : .notTrained
        }
    }

    /// Somebody who works is trained by the town whoever holds the case (step 19).
    private var obstacleToTraining: Obstacle? {
        care.job == nil ? obstacleToActing(at: trainingLevel) : nil
    }
}
