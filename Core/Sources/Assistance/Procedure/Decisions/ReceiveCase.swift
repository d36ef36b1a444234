// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// 06.w1, 11.w1: the receiver takes the case in and names an interim owner the same day (rule 4).
    func obstacleToReceiving(at level: Level, _ interim: Assignment) -> Obstacle? {
        guard care.handUp?.to == level else { return .nothingToReceive }
        return interim.level == level && interim.isInterim ? nil : .noOwner(level)
    }

    /// Back by one level with a reason, before or after it was received.
    func obstacleToHandingBack(_ from: Level, _ to: Level, _ reason: String) -> Obstacle? {
        guard let holder = care.holder else { return .notRecognised }
        guard holder == from else { return .heldBy(holder) }
        guard to.above == from else { return .nothingToReceive }
        if care.job != nil { return .alreadyEmployed }
        return reason.isEmpty ? .wordsMissing(.handedBack, what: .reason) : nil
    }

    /// 11.w1: the panel has the file of a case that the district received.
    func obstacle(toPanel opinion: Opinion) -> Obstacle? {
        if let obstacle = obstacleToActing(at: .district) { return obstacle }
        if opinion.attendants.isEmpty { return .wordsMissing(.panelMet, what: .attendants) }
        return opinion.decision.isEmpty ? .wordsMissing(.panelMet, what: .direction) : nil
    }

    /// 14.r3: after three without a job at the district, with the case analysis written.
    func obstacleToWelfare(_ reason: String, _ given: Given) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: .district) { return obstacle }
        if reason.isEmpty { return .wordsMissing(.handedToWelfare, what: .reason) }
        if care.handedToWelfare != nil { return .alreadyDone(.handedToWelfare) }
        let have = care.failures(at: .district)
        guard have >= given.numbers.failures else {
            return .tooFewFailures(have: have, need: given.numbers.failures)
        }
        return care.analysis == nil ? .noAnalysis : nil
    }
}
