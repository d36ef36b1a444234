// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// Steps 03 to 05, 07, 08, 10, 12 to 14: by the level that holds the case, through the one who is assigned.
    func obstacle(to event: AidEvent, given: Given) -> Obstacle? {
        switch event {
        case .ownerAssigned(let assignment): obstacle(toAssigning: assignment)
        case .contacted(let contact): obstacle(to: contact)
        case .guided(let guidance):
            guidance.topics.isEmpty || guidance.words.isEmpty
                ? .wordsMissing(.guided, what: .words) : obstacleToHelping(at: guidance.level)
        case .wishTold(let level, _): obstacleToHelping(at: level)
        case .vacancyTold(let level, let vacancy):
            vacancy.employer.isEmpty || vacancy.post.isEmpty
                ? .wordsMissing(.vacancyTold, what: .employer) : obstacleToRecommending(at: level)
        case .recommended(let recommendation): obstacle(to: recommendation, given: given)
        case .interviewSet(let act, let interview): obstacle(to: interview, of: act)
        case .recommendationMoved(let act, let progress): obstacle(to: progress, of: act)
        case .recommendationEnded(let act, let outcome): obstacle(to: outcome, of: act)
        case .assessed(let judgement):
            judgement.isEmpty ? .wordsMissing(.assessed, what: .result) : obstacleToHelping(at: .town)
        case .tested(_, let result):
            result.isEmpty
                ? .wordsMissing(.occupationTested, what: .result) : obstacleToHelping(at: .district)
        case .agreementSigned(let signature):
            signature.strokes.isEmpty && signature.paper.isEmpty && signature.scan == nil
                ? .wordsMissing(.agreementSigned, what: .signature) : obstacleToAgreeing(.agreementSigned)
        case .agreementRefused(let reason):
            reason.isEmpty
                ? .wordsMissing(.agreementRefused, what: .reason) : obstacleToAgreeing(.agreementRefused)
        case .townUnsolved(let reason):
            reason.isEmpty ? .wordsMissing(.townUnsolved, what: .reason) : obstacleToGivingUp
        case .analysed(let analysis):
            analysis.course.isEmpty || analysis.causes.isEmpty
                ? .wordsMissing(.caseAnalysed, what: .words) : obstacleToHelping(at: .district)
        }
    }

    /// 07.w2: with the appointed specialist, after the first contact.
    private func obstacleToAgreeing(_ kind: ActKind) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: .town) { return obstacle }
        guard care.assignment(at: .town)?.isInterim == false else { return .noOwner(.town) }
        guard care.metSpecialist != nil else { return .noContact(.town) }
        return care.isAgreementSettled ? .alreadyDone(kind) : nil
    }

    /// 10.w5: the specialist says that the town cannot solve it, once in a stay.
    private var obstacleToGivingUp: Obstacle? {
        if let obstacle = obstacleToHelping(at: .town) { return obstacle }
        return care.unsolved == nil ? nil : .alreadyDone(.townUnsolved)
    }
}
