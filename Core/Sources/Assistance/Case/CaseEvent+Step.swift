// SPDX-License-Identifier: Apache-2.0

extension CaseEvent {
    /// The step of the manual in which it was done, by the level that did it; `nil` for what belongs to none.
    public var step: ProcedureStep? {
        switch self {
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .escortWaived: .survey
        case .registrationReceived, .recognition: .recognition
        case .aid(let event): event.step
        case .handover(let event): event.step
        case .plan(let event): event.plan.level.of(village: .aide, town: .consultation, district: .panel)
        case .training(.enrolled), .training(.trained): .training
        case .training: .furtherTraining
        case .welfare: .welfarePost
        case .work(let event): event.step
        case .reopened: .followUp
        case .retention: .retention
        case .relocated, .duty, .ended, .withdrawn: nil
        }
    }
}

extension AidEvent {
    fileprivate var step: ProcedureStep {
        switch self {
        case .ownerAssigned, .contacted:
            level.of(village: .aide, town: .specialist, district: .expert)
        case .guided: level.of(village: .entryGuidance, town: .guidance, district: .professionalGuidance)
        case .wishTold, .vacancyTold, .recommended, .interviewSet, .recommendationMoved,
            .recommendationEnded:
            level.of(village: .villageVacancies, town: .townVacancies, district: .districtVacancies)
        case .assessed: .guidance
        case .tested: .professionalGuidance
        case .agreementSigned, .agreementRefused: .specialist
        case .townUnsolved: .townVacancies
        case .analysed: .districtVacancies
        }
    }
}

extension HandoverEvent {
    fileprivate var step: ProcedureStep {
        switch self {
        case .handedUp, .kept:
            level.of(village: .villageVacancies, town: .townVacancies, district: .districtVacancies)
        case .received, .handedBack: level.of(village: .aide, town: .consultation, district: .panel)
        case .fileUploaded: .townVacancies
        case .consulted: .consultation
        case .panelMet: .panel
        case .handedToWelfare: .districtVacancies
        }
    }
}

extension WorkEvent {
    fileprivate var step: ProcedureStep {
        switch self {
        case .employed, .confirmed, .notified, .registered, .fileTransferred: .employmentRegistration
        case .followedUp, .employerVisited, .founderVisited, .jobLost: .followUp
        }
    }
}
