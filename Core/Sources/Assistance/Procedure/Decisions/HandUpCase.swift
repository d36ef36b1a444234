// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// Movements between the levels: each an act with sender, receiver, reason and file (spec/flow.md, rule 2).
    func obstacle(to event: HandoverEvent, given: Given) -> Obstacle? {
        switch event {
        case .handedUp(let handUp): obstacle(to: handUp, given: given)
        case .received(let level, let interim): obstacleToReceiving(at: level, interim)
        case .handedBack(let from, let to, let reason): obstacleToHandingBack(from, to, reason)
        case .kept(let level, let reason): obstacleToKeeping(at: level, reason, given)
        // It follows from the hand-up; nobody uploads it a second time.
        case .fileUploaded: care.handUp?.to == .district ? .alreadyDone(.fileUploaded) : .nothingToReceive
        case .consulted(let opinion):
            opinion.words.isEmpty && opinion.decision.isEmpty
                ? .wordsMissing(.consulted, what: .words) : obstacleToActing(at: .town)
        case .panelMet(let opinion): obstacle(toPanel: opinion)
        case .handedToWelfare(let reason): obstacleToWelfare(reason, given)
        }
    }

    /// Up by one level, from the one that holds the case. Three without success or one for own reasons make it
    /// due (05.w4); beyond that somebody says why the level cannot solve it, the town in a record of its own
    /// (10.w5). An empty file is not handed on: there was a contact at least.
    private func obstacle(to handUp: HandUp, given: Given) -> Obstacle? {
        guard let above = handUp.from.above, above == handUp.to, handUp.from != .district else {
            return .nothingAbove
        }
        if let obstacle = obstacleToHelping(at: handUp.from) { return obstacle }
        if care.job != nil { return .alreadyEmployed }
        if handUp.reason.isEmpty { return .wordsMissing(.handedUp, what: .reason) }
        if care.contactCount(at: handUp.from) == 0 { return .noContact(handUp.from) }
        switch handUp.cause {
        case .threeFailures:
            let have = care.failures(at: handUp.from)
            return have >= given.numbers.failures ? nil : .handUpNotDue
        case .ownReasons: return care.hasOwnFailure(at: handUp.from) ? nil : .handUpNotDue
        case .beyondLevel:
            return handUp.from == .town && care.unsolved == nil ? .handUpNotDue : nil
        }
    }

    /// Whether a person has a hand-up to decide on at the level (L.04): the cause that makes it due, unless
    /// somebody kept the case and nothing failed since.
    public func dueHandUp(at level: Level, numbers: ProcedureNumbers) -> HandUpCause? {
        guard care.holder == level, care.handUp == nil, care.job == nil, care.kept == nil else { return nil }
        if level == .town, care.unsolved != nil { return .beyondLevel }
        if care.failures(at: level) >= numbers.failures { return .threeFailures }
        return care.hasOwnFailure(at: level) ? .ownReasons : nil
    }

    private func obstacleToKeeping(at level: Level, _ reason: String, _ given: Given) -> Obstacle? {
        if let obstacle = obstacleToActing(at: level) { return obstacle }
        if reason.isEmpty { return .wordsMissing(.handUpDeclined, what: .reason) }
        return dueHandUp(at: level, numbers: given.numbers) == nil ? .handUpNotDue : nil
    }
}
