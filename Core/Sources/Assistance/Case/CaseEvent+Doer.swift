// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// At which level an act is done and what somebody must be allowed to do there.
public struct Doer: Hashable, Sendable {
    public let deed: Deed
    public let level: Level
}

extension AssistanceCase {
    /// Who does an act, or withdraws it: the level's own people (00.levels).
    public func doer(of event: CaseEvent) -> Doer {
        switch event {
        case .listed, .relisted, .classified, .ended: Doer(deed: .confirmHardship, level: .village)
        case .reopened: Doer(deed: .confirmHardship, level: .village)
        case .visited: Doer(deed: .visit, level: .village)
        case .enteredInLedger: Doer(deed: .submitLedger, level: .village)
        case .escorted, .escortWaived: Doer(deed: .escort, level: .village)
        case .registrationReceived: Doer(deed: .receiveRegistration, level: .village)
        case .relocated: Doer(deed: .editRoll, level: .village)
        case .recognition(let event): doer(of: event)
        case .aid(.ownerAssigned(let assignment)):
            Doer(deed: assignment.level.appointing, level: assignment.level)
        case .aid(let event): .helping(at: event.level)
        case .handover(let event): doer(of: event)
        case .plan(let event): .helping(at: event.plan.level)
        case .training: Doer(deed: .train, level: trainingLevel)
        case .welfare: Doer(deed: .placeWelfare, level: .district)
        case .work(let event): doer(of: event)
        case .retention(.concernRaised): Doer(deed: .followUp, level: .village)
        case .retention: Doer(deed: .retain, level: .town)
        case .duty(.waived): Doer(deed: .waiveDuty, level: .village)
        case .duty: care.holder.map { .helping(at: $0) } ?? Doer(deed: .visit, level: .village)
        case .withdrawn: Doer(deed: .settle, level: .village)
        }
    }

    /// Who trains: the district while it holds the case of somebody without work, else the town.
    var trainingLevel: Level { care.holder == .district && care.job == nil ? .district : .town }

    private func doer(of event: RecognitionEvent) -> Doer {
        switch event {
        // Whoever hears of it at the village or the town writes it down.
        case .objectionReceived, .reportReceived: Doer(deed: .confirmHardship, level: .village)
        case _: event.level == .town ? Doer(deed: .recognise, level: .town) : .helping(at: event.level)
        }
    }

    private func doer(of event: HandoverEvent) -> Doer {
        switch event {
        case .consulted, .panelMet: Doer(deed: .convene, level: event.level)
        case .handedUp, .received, .handedBack, .kept, .fileUploaded, .handedToWelfare:
            .helping(at: event.level)
        }
    }

    private func doer(of event: WorkEvent) -> Doer {
        switch event {
        case .employed(_, let level): .helping(at: level)
        case .confirmed, .notified, .registered, .fileTransferred:
            Doer(deed: .registerWork, level: .town)
        case .followedUp, .employerVisited, .founderVisited, .jobLost:
            Doer(deed: .followUp, level: .village)
        }
    }

    /// The day of the act from which this one follows: it cannot lie before it.
    public func cause(of event: CaseEvent) -> Day? {
        switch event {
        case .aid(.interviewSet(let act, _)), .aid(.recommendationMoved(let act, _)),
            .aid(.recommendationEnded(let act, _)):
            care.recommendation(act).map(\.on)
        case .plan(.itemDone(let kind, _, _)), .plan(.itemMoved(let kind, _, _, _)),
            .plan(.itemSet(let kind, _)),
            .plan(.progressed(let kind, _)), .plan(.ended(let kind, _)):
            care.plan(kind).map(\.on)
        case .aid, .handover, .plan, .welfare, .training: care.since
        case .work(.registered): care.notified
        case .work(.followedUp), .work(.founderVisited): care.registeredOn ?? recognition.recognised
        case .work, .retention: recognition.recognised
        case .recognition(.recognised), .recognition(.refused): recognition.accepted
        case .recognition(.noticeEnded): recognition.notice?.posted
        case .recognition(.cardIssued): recognition.notice?.ended
        case .recognition(.reviewRequested): recognition.decisionReceived
        case .recognition(.reviewDecided): recognition.reviewRequested
        case .recognition(.reviewTold): recognition.review?.decided
        case .recognition(.objectionReceived), .recognition(.reportReceived): recognition.notice?.posted
        case .recognition(.objectionSettled(let act, _, _)):
            recognition.notice?.objections?.first { $0.act == act }?.received
        case .recognition(.registerEntered), .recognition(.certificateIssued): registered
        case .recognition(.certificateReplaced), .recognition(.certificateVoided),
            .recognition(.certificateChecked):
            recognition.liveCertificate?.issued
        case .recognition(.registrationEnded): recognition.registration?.entered
        case .recognition(.decisionReceived): recognition.recognised ?? recognition.refused
        case .recognition(.noticePosted): recognition.verified
        case .recognition(.verifiedInVillage), .recognition(.rechecked), .recognition(.recheckRaised):
            recognition.recognised
        case .recognition(.accepted): registered
        case .reopened: ended?.on ?? care.jobLost
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .duty, .ended, .withdrawn:
            nil
        }
    }
}

extension Doer {
    /// Somebody who helps at a level.
    static func helping(at level: Level) -> Doer {
        switch level {
        case .village: Doer(deed: .assistVillage, level: level)
        case .town: Doer(deed: .assistTown, level: level)
        case .district, .city, .province: Doer(deed: .assistDistrict, level: .district)
        }
    }
}

extension Level {
    /// Who may say who helps at the level.
    var appointing: Deed {
        switch self {
        case .village: .appointAide
        case .town: .appointSpecialist
        case .district, .city, .province: .appointExpert
        }
    }

    /// The roles that can help a person at the level.
    public var helpers: Set<Role> {
        switch self {
        case .village: [.aide, .villageWorker]
        case .town: [.specialist, .townClerk]
        case .district, .city, .province: [.expert, .districtClerk]
        }
    }
}
