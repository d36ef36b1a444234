// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// What an act leads to: itself, and what follows from it at once; or why it is refused.
    ///
    /// An act is asked for as the event that it would be. Pure and total: the same case, act and circumstances
    /// give the same answer, and a new kind of event does not compile until it is decided here. Each group of
    /// steps has its own file in this folder.
    /// - Throws: ``Refusal/procedure(_:)`` with the obstacle and its clause; ``Refusal/caseClosed(_:)``,
    ///   ``Refusal/cannotReopen(_:)``.
    public func decide(_ act: CaseEvent, given: Given) throws(Refusal) -> [CaseEvent] {
        if let ended {
            guard act.isForEndedCases else { throw .caseClosed(ended.reason) }
            if case .reopened = act, !ended.reason.canBeReopened { throw .cannotReopen(ended.reason) }
        }
        if let obstacle = obstacle(to: act, given: given) { throw .procedure(obstacle) }
        if !act.isStateOfAffairs, given.standing.contains(act) { throw .procedure(.repeated) }
        return [act] + consequences(of: act)
    }

    /// Why the act may not be done, `nil` when it may.
    private func obstacle(to act: CaseEvent, given: Given) -> Obstacle? {
        switch act {
        case .recognition(let event): obstacle(to: event, given: given)
        case .aid(let event): obstacle(to: event, given: given)
        case .handover(let event): obstacle(to: event, given: given)
        case .plan(let event): obstacle(to: event, given: given)
        case .training(let event): obstacle(to: event)
        case .welfare(let event): obstacle(to: event, given: given)
        case .work(let event): obstacle(to: event, given: given)
        case .retention(let event): obstacle(to: event)
        case .duty(let event): obstacle(to: event, given: given)
        case .ended(let reason, _): obstacleToEnding(reason, given: given)
        case .reopened(let reason, let level): obstacleToReopening(reason, at: level)
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .withdrawn:
            nil
        }
    }

    /// What follows from an act by itself, written in the same transaction.
    private func consequences(of act: CaseEvent) -> [CaseEvent] {
        switch act {
        case .recognition(.recognised): recordsAndEntries
        case .recognition(.reviewDecided(.recognised, let number, let words)):
            [.recognition(.recognised(number: number, note: words))] + recordsAndEntries
        case .recognition(.rechecked(stillHolds: false, let note, let ground)):
            [.ended(.ineligible, note: [ground ?? "", note].filter { !$0.isEmpty }.joined(separator: "；"))]
        case .recognition(.waived(let reason, let paper, _)):
            (paper.map { [.duty(.attached($0))] } ?? []) + [.ended(.waived, note: reason)]
        case .aid(.contacted(let contact)): concern(contact.mood, contact.wantsToLeave, contact.words)
        case .aid(.recommendationEnded(_, let outcome)):
            outcome.found.map { [.work(.employed($0, at: outcome.level))] } ?? []
        case .handover(.handedUp(let handUp)): handUp.to == .district ? [.handover(.fileUploaded)] : []
        case .plan(.adopted(let plan)): plan.items.map { .plan(.itemSet(plan.kind, $0)) }
        case .welfare(.started): placedJob.map { [.work(.employed($0, at: .district))] } ?? []
        case .work(.followedUp(let followUp)):
            concern(followUp.mood, followUp.wantsToLeave, followUp.situation)
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .withdrawn, .recognition, .aid, .handover, .plan, .training, .welfare,
            .work, .retention, .duty, .ended, .reopened:
            []
        }
    }

    /// 02.r6, 02.w3: the records of somebody recognised are open at once, and who stands in the register already,
    /// with a certificate, is entered with the recognition.
    private var recordsAndEntries: [CaseEvent] {
        let register: [RecognitionEvent] = recognition.liveRegistration == nil ? [] : [.registerStands]
        let certificate = recognition.liveCertificate.map {
            [RecognitionEvent.certificateStands(number: $0.number)]
        }
        return ([.recordsOpened] + register + (certificate ?? [])).map { .recognition($0) }
    }

    /// 18.w1: a wish to leave or a worsening mood of somebody employed raises the concern, from any record.
    private func concern(_ mood: Mood?, _ wantsToLeave: Bool, _ words: String) -> [CaseEvent] {
        guard care.job != nil, care.concern == nil else { return [] }
        let isWorse = if let mood, let before = care.mood { mood.isWorse(than: before) } else { false }
        return wantsToLeave || isWorse ? [.retention(.concernRaised(words: words))] : []
    }

    private var placedJob: Job? {
        care.welfare.map {
            Job(form: .welfare, employer: $0.organisation, post: $0.post, since: $0.starts)
        }
    }
}

extension CaseEvent {
    /// Acts that go on after a case has ended: it is opened again, or a record is taken back.
    var isForEndedCases: Bool {
        switch self {
        case .reopened, .withdrawn: true
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .aid, .handover, .plan, .training, .welfare, .work,
            .retention, .duty, .ended:
            false
        }
    }

    /// What was found at the counter: the same may be found twice a day, with something else in between.
    var isStateOfAffairs: Bool {
        if case .recognition(.papersChecked) = self { true } else { false }
    }

    /// The kinds that may follow from an act in the same transaction, so that withdrawing it takes them along.
    public var consequenceKinds: Set<ActKind> {
        switch self {
        case .recognition(.recognised): [.recordsOpened, .registerEntered, .certificateIssued]
        case .recognition(.reviewDecided):
            [.recognised, .recordsOpened, .registerEntered, .certificateIssued]
        case .recognition(.rechecked): [.caseClosed]
        case .recognition(.waived): [.caseClosed, .paperAttached]
        case .aid(.contacted), .work(.followedUp): [.retentionConcern]
        case .aid(.recommendationEnded), .welfare(.started): [.employed]
        case .handover(.handedUp): [.fileUploaded]
        case .plan(.adopted): [.planItemSet]
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .withdrawn, .recognition, .aid, .handover, .plan, .training, .welfare,
            .work, .retention, .duty, .ended, .reopened:
            []
        }
    }

    /// Whether it is done by somebody for its own sake, although another act may have something of the kind follow
    /// from it.
    public var isOwnEntry: Bool {
        switch self {
        case .recognition(.registerEntered), .recognition(.certificateIssued): true
        case _: false
        }
    }
}
