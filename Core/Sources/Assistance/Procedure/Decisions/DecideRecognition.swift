// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// Step 02: complete and verified before the decision, decided once, no card before the notice is over.
    func obstacle(to event: RecognitionEvent, given: Given) -> Obstacle? {
        switch event {
        case .informed: recognition.informed == nil ? nil : .alreadyDone(.informed)
        case .foundShort(let papers), .noticeGiven(let papers): obstacleToAskingFor(papers, event.kind)
        case .papersChecked(let check): obstacleToChecking(check, given)
        case .itemsVerified(let items): obstacleToVerifying(items)
        case .accepted: obstacleToAccepting(given)
        case .recognised, .refused: obstacleToDeciding(event)
        case .recordsOpened, .registerEntered: needsRecognition
        case .decisionReceived: obstacleToReceiving
        case .reviewRequested: obstacleToReview
        case .rechecked: needsRecognition
        case .certificateIssued(let number):
            number.isEmpty ? .wordsMissing(.certificateIssued, what: .number) : needsRecognition
        case .verifiedInVillage(let finding):
            finding.isEmpty ? .wordsMissing(.villageVerified, what: .result) : needsRecognition
        case .noticePosted: obstacleToNotice
        case .noticeEnded: obstacleToEndingNotice(given)
        case .cardIssued: obstacleToCard
        case .waived(let reason): reason.isEmpty ? .wordsMissing(.waived, what: .reason) : nil
        }
    }

    private var needsRecognition: Obstacle? { recognition.recognised == nil ? .notRecognised : nil }

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
    private func obstacleToDeciding(_ event: RecognitionEvent) -> Obstacle? {
        if let day = recognition.recognised { return .alreadyRecognised(on: day) }
        guard recognition.accepted != nil else { return .notAccepted }
        if case .refused(let reason) = event, reason.isEmpty {
            return .wordsMissing(.recognitionRefused, what: .reason)
        }
        return nil
    }

    private var hasDecision: Bool { recognition.recognised != nil || recognition.refused != nil }

    private var obstacleToReceiving: Obstacle? {
        guard hasDecision else { return .noDecision }
        return recognition.decisionReceived == nil ? nil : .alreadyDone(.decisionReceived)
    }

    private var obstacleToReview: Obstacle? {
        guard recognition.decisionReceived != nil else { return .noDecision }
        return recognition.reviewRequested == nil ? nil : .alreadyDone(.reviewRequested)
    }

    private var obstacleToNotice: Obstacle? {
        if let obstacle = needsRecognition { return obstacle }
        if let notice = recognition.notice, notice.ended == nil {
            return .noticeRunning(since: notice.posted)
        }
        return recognition.verified == nil ? .notVerified : nil
    }

    private func obstacleToEndingNotice(_ given: Given) -> Obstacle? {
        guard let notice = recognition.notice, notice.ended == nil else { return .noNotice }
        // The day of the posting does not count (spec/flow.md, counting days).
        let last = notice.posted.adding(days: given.numbers.noticeDays)
        return given.day >= last ? nil : .notBefore(last)
    }

    /// 02.w3: only after a notice without upheld objection.
    private var obstacleToCard: Obstacle? {
        if let obstacle = needsRecognition { return obstacle }
        guard let notice = recognition.notice else { return .noNotice }
        guard notice.ended != nil else { return .noticeRunning(since: notice.posted) }
        if notice.isUpheld { return .noticeUpheld }
        return recognition.card.isEmpty ? nil : .alreadyDone(.cardIssued)
    }
}
