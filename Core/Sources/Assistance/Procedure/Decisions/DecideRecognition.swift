// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// Step 02: complete and verified before the decision, decided once, no card before the notice is over.
    func obstacle(to event: RecognitionEvent, given: Given) -> Obstacle? {
        switch event {
        case .informed: recognition.informed == nil ? nil : .alreadyDone(.informed)
        case .processingTold(let version, _, _): obstacleToTelling(version, given)
        case .foundShort(let papers), .noticeGiven(let papers): obstacleToAskingFor(papers, event.kind)
        case .papersChecked(let check): obstacleToChecking(check, given)
        case .itemsVerified(let items): obstacleToVerifying(items)
        case .accepted: obstacleToAccepting(given)
        case .recognised, .refused: obstacleToDeciding(event, given)
        case .recordsOpened: needsRecognition
        case .decisionReceived, .reviewRequested, .reviewDecided, .reviewTold:
            obstacleToReviewing(event, given)
        case .recheckRaised(let causes): needsRecognition ?? (causes.isEmpty ? .repeated : nil)
        case .rechecked(let stillHolds, _, let ground): obstacleToRechecking(stillHolds, ground, given)
        case .registerEntered, .registerStands, .certificateIssued, .certificateStands,
            .certificateReplaced, .certificateVoided, .certificateChecked, .registrationEnded:
            obstacleToRegistering(event, given)
        case .verifiedInVillage(let finding):
            finding.isEmpty ? .wordsMissing(.villageVerified, what: .result) : needsRecognition
        case .noticePosted, .objectionReceived, .objectionSettled, .reportReceived, .noticeEnded, .cardIssued:
            obstacleToPublishing(event, given)
        case .waived(let reason, let paper, let unscanned):
            obstacleToWaiving(reason, hasPaper: paper != nil, unscanned ?? "")
        }
    }

    /// L.10: a version of the notice is told once; a newer one again.
    private func obstacleToTelling(_ version: String, _ given: Given) -> Obstacle? {
        if version.isEmpty { return .nothingToTell }
        return recognition.processing?.version == version ? .alreadyDone(.processingTold) : nil
    }

    /// 02.r5: given up in writing; the signed paper lies in the archive as a scan, or it is said why not.
    private func obstacleToWaiving(_ reason: String, hasPaper: Bool, _ unscanned: String) -> Obstacle? {
        if reason.isEmpty { return .wordsMissing(.waived, what: .reason) }
        return hasPaper || !unscanned.isEmpty ? nil : .wordsMissing(.waived, what: .scan)
    }

    /// L.03: who no longer meets the conditions leaves on one of the legal grounds.
    private func obstacleToRechecking(_ stillHolds: Bool, _ ground: String?, _ given: Given) -> Obstacle? {
        if let obstacle = needsRecognition { return obstacle }
        if stillHolds { return nil }
        return given.numbers.grounds.allows(ground, for: .leaving)
            ? nil : .groundNotLegal(.conditionsRechecked)
    }

    var needsRecognition: Obstacle? { recognition.recognised == nil ? .notRecognised : nil }

    private func obstacleToAskingFor(_ papers: [String], _ kind: ActKind) -> Obstacle? {
        if papers.isEmpty { return .wordsMissing(kind, what: .papers) }
        if let day = recognition.accepted { return .alreadyAccepted(on: day) }
        // 02.w1: everything at once. What was asked for before the first checklist is taken as it was said.
        let short = recognition.papers?.short ?? []
        let left = short.filter { short in !papers.contains { $0.contains(short.paper.name) } }
        return left.isEmpty ? nil : .noticeLeavesOut(count: left.count)
    }

    private func obstacleToChecking(_ check: PapersCheck, _ given: Given) -> Obstacle? {
        if let day = recognition.recognised { return .alreadyRecognised(on: day) }
        if let day = recognition.accepted { return .alreadyAccepted(on: day) }
        let left = check.uncovered(of: given.papers)
        if !left.isEmpty { return .papersMissing(count: left.count) }
        return recognition.papers == check ? .repeated : nil
    }

    private func obstacleToVerifying(_ items: [VerifiedItem]) -> Obstacle? {
        if items.isEmpty { return .wordsMissing(.itemsVerified, what: .items) }
        if let day = recognition.recognised { return .alreadyRecognised(on: day) }
        return recognition.accepted.map { .alreadyAccepted(on: $0) }
    }

    /// 02.r3, 02.r4: only with all papers, each entry held against them.
    private func obstacleToAccepting(_ given: Given) -> Obstacle? {
        if let day = recognition.recognised { return .alreadyRecognised(on: day) }
        guard registered != nil else { return .noRegistration }
        if let day = recognition.accepted { return .alreadyAccepted(on: day) }
        guard let check = recognition.papers else { return .papersNotChecked }
        let count = check.short.count + check.uncovered(of: given.papers).count
        if count > 0 { return .papersMissing(count: count) }
        let left = recognition.unverified.count
        return left == 0 ? nil : .itemsNotVerified(count: left)
    }

    /// L.01: the decision follows an application accepted as complete; a refusal gives its legal reason (02.r1).
    private func obstacleToDeciding(_ event: RecognitionEvent, _ given: Given) -> Obstacle? {
        if let day = recognition.recognised { return .alreadyRecognised(on: day) }
        guard recognition.accepted != nil else { return .notAccepted }
        guard case .refused(let reason, let ground) = event else { return nil }
        if reason.isEmpty { return .wordsMissing(.recognitionRefused, what: .reason) }
        return given.numbers.grounds.allows(ground, for: .refusing)
            ? nil : .groundNotLegal(.recognitionRefused)
    }
}
