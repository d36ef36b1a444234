// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// Steps 16 and 17, each by its own level whoever holds the case.
    func obstacle(to event: WorkEvent, given: Given) -> Obstacle? {
        switch event {
        case .employed(let job, _): obstacleToEmploying(job, .employed)
        case .confirmed(let job, _):
            job.employer.isEmpty ? .wordsMissing(.employmentConfirmed, what: .job) : nil
        case .notified: needsJob
        case .registered(let registration): obstacleToRegistering(registration)
        case .fileTransferred: needsJob
        case .followedUp(let followUp):
            followUp.situation.isEmpty ? .wordsMissing(.followedUp, what: .words) : needsRegistration
        case .employerVisited(let words):
            words.isEmpty ? .wordsMissing(.employerVisited, what: .words) : needsJob
        case .founderVisited(let words): obstacleToVisitingFounder(words)
        case .jobLost(let reason): reason.isEmpty ? .wordsMissing(.jobLost, what: .reason) : needsJob
        }
    }

    private var needsJob: Obstacle? { care.job == nil ? .notEmployed : nil }

    private var needsRegistration: Obstacle? {
        if let obstacle = needsJob { return obstacle }
        return care.registered == nil ? .notRegistered : nil
    }

    /// Of somebody recognised who has no work yet; employer and post are named.
    func obstacleToEmploying(_ job: Job, _ kind: ActKind) -> Obstacle? {
        guard care.holder != nil else { return .notRecognised }
        if care.job != nil { return .alreadyEmployed }
        return job.employer.isEmpty || job.post.isEmpty ? .wordsMissing(kind, what: .job) : nil
    }

    /// 16.r1, 16.r3: after the notice, with person, type, place and time.
    private func obstacleToRegistering(_ registration: WorkRegistration) -> Obstacle? {
        if let obstacle = needsJob { return obstacle }
        if care.registered != nil { return .alreadyDone(.employmentRegistered) }
        if care.notified == nil { return .notNotified }
        let isWhole = !registration.job.employer.isEmpty && !registration.place.isEmpty
        return isWhole ? nil : .wordsMissing(.employmentRegistered, what: .job)
    }

    private func obstacleToVisitingFounder(_ words: String) -> Obstacle? {
        if let obstacle = needsRegistration { return obstacle }
        if care.registered?.job.form != .ownBusiness { return .notOwnBusiness }
        return words.isEmpty ? .wordsMissing(.founderVisited, what: .words) : nil
    }

    /// Step 18, of somebody who works; 18.w2 once for each guidance.
    func obstacle(to event: RetentionEvent) -> Obstacle? {
        if let obstacle = needsJob { return obstacle }
        switch event {
        case .concernRaised(let words):
            if words.isEmpty { return .wordsMissing(.retentionConcern, what: .words) }
            return care.concern == nil ? nil : .alreadyDone(.retentionConcern)
        case .guided(_, let words):
            return words.isEmpty ? .wordsMissing(.retentionGuided, what: .words) : needsConcern
        case .closed(let result):
            return result.isEmpty ? .wordsMissing(.retentionClosed, what: .result) : needsConcern
        case .filed(let act, _): return care.retentionGuided.contains(act) ? nil : .noGuidanceToFile
        }
    }

    private var needsConcern: Obstacle? { care.concern == nil ? .noConcern : nil }
}
