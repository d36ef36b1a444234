// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// 稳定就业 is twelve months of follow-ups judged stable (spec/flow.md, rule 6); the other ends are facts.
    func obstacleToEnding(_ reason: CaseEndReason, given: Given) -> Obstacle? {
        switch reason {
        case .stable:
            if care.job == nil { return .notEmployed }
            let have = care.followUp?.stableMonths ?? 0
            return have >= given.numbers.stableMonths
                ? nil : .notStableYet(have: have, need: given.numbers.stableMonths)
        case .waived, .ineligible, .died, .agedOut, .movedOut, .duplicate: return nil
        }
    }

    /// 17.r2: of a live case only when the job was lost or is unstable; at one of the three levels.
    func obstacleToReopening(_ reason: String, at level: Level?) -> Obstacle? {
        if reason.isEmpty { return .wordsMissing(.caseReopened, what: .reason) }
        if let level, !level.isOfHelp { return .nothingAbove }
        guard isLive else { return nil }
        guard care.holder != nil else { return .notRecognised }
        if care.jobLost != nil { return nil }
        guard let judged = care.followUp?.judged else { return .notUnstable }
        return judged == .stable ? .notUnstable : nil
    }
}
