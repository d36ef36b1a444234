// SPDX-License-Identifier: Apache-2.0

extension CaseEvent {
    /// Whether the record of one person's status tells of the act: recognition, place of the case, work, end.
    public var changesStatus: Bool {
        switch self {
        case .listed, .relisted, .registrationReceived, .relocated, .ended, .reopened, .welfare, .training:
            true
        case .recognition(let event):
            switch event {
            case .recognised, .refused, .recordsOpened, .reviewDecided, .rechecked, .certificateIssued,
                .certificateReplaced, .certificateVoided, .registrationEnded, .cardIssued, .waived:
                true
            case .informed, .processingTold, .foundShort, .noticeGiven, .papersChecked, .itemsVerified,
                .accepted, .decisionReceived, .reviewRequested, .reviewTold, .recheckRaised,
                .registerEntered, .registerStands, .certificateStands, .certificateChecked,
                .verifiedInVillage, .noticePosted, .objectionReceived, .objectionSettled, .reportReceived,
                .noticeEnded:
                false
            }
        case .handover(let event):
            switch event {
            case .handedUp, .received, .handedBack, .handedToWelfare: true
            case .kept, .fileUploaded, .consulted, .panelMet: false
            }
        case .aid(let event):
            if case .recommendationEnded(_, let outcome) = event { outcome.code == .employed } else { false }
        case .work(let event):
            switch event {
            case .employed, .confirmed, .registered, .fileTransferred, .jobLost: true
            case .notified, .followedUp, .employerVisited, .founderVisited: false
            }
        case .duty(let event):
            switch event {
            case .suspended, .resumed: true
            case .waived, .noted, .attached: false
            }
        case .classified, .visited, .enteredInLedger, .escorted, .escortWaived, .plan, .retention, .withdrawn:
            false
        }
    }
}
