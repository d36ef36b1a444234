// SPDX-License-Identifier: Apache-2.0

extension ActKind {
    /// What acts of this kind may say.
    public var fields: [ActField] {
        switch self {
        case .yearOpened, .ledgerSubmitted: [.missing]
        case .surveyed, .sheetAccepted: [.accepted]
        case .classified: [.visitClass]
        case .inLedger: [.able, .willing]
        case .visited: [.met]
        case .contacted: [.by]
        case .noticeEnded, .objectionSettled: [.upheld]
        case .reviewDecided: [.outcome]
        case .recommended, .unitOpened, .handUpReceived: [.level]
        case .interviewSet: [.level, .planned]
        case .recommendationMoved: [.level, .step]
        case .recommendationEnded: [.level, .failure, .own, .reason]
        case .handedUp, .handedBack, .handUpDeclined: [.level, .to, .reason]
        case .planAdopted, .planProgressed, .planEnded: [.plan]
        case .planItemSet, .planItemMoved: [.plan, .planned, .reason]
        case .planItemDone: [.plan]
        case .welfareAgreed, .claimDateSet: [.planned]
        case .welfareAppraised, .contributionsReviewed: [.period]
        case .employmentRegistered: [.form, .unstable]
        case .followedUp: [.judged]
        case .caseReopened: [.visitClass, .level, .reason]
        case .suspended: [.until, .reason]
        case .dutyWaived: [.rule, .period, .reason, .approved]
        case .excused, .unlisted, .recognitionRefused, .waived, .agreementRefused, .townUnsolved, .unitClosed,
            .caseClosed, .registrationEnded, .certificateReplaced, .certificateVoided, .left, .resumed,
            .withdrawn, .jobLost, .welfareEnded, .consultationNotNeeded:
            [.reason]
        case .surveyOpened, .listed, .escorted, .registrationReceived, .informed, .applicationShort,
            .noticeGiven, .papersChecked, .itemsVerified, .applicationAccepted, .recognised,
            .decisionReceived, .reviewRequested, .reviewTold, .recheckRaised, .processingTold,
            .certificateChecked, .objectionReceived, .reportReceived,
            .conditionsRechecked, .recordsOpened, .registerEntered, .certificateIssued, .villageVerified,
            .noticePosted, .cardIssued, .aideAssigned, .guided, .vacancyTold, .consultationHeld, .consulted,
            .panelHeld,
            .specialistAppointed, .agreementSigned, .assessed, .enrolled, .trained, .fileUploaded, .panelMet,
            .jointMeetingHeld, .expertAppointed, .wishTold, .occupationTested, .caseAnalysed,
            .handedToWelfare,
            .welfareStarted,
            .welfareExtended, .employed, .employmentConfirmed, .registrationNotified, .fileTransferred,
            .employerVisited, .founderVisited, .retentionConcern, .retentionGuided, .retentionClosed,
            .guidanceFiled, .trainingNeedRegistered, .claimPapersHanded, .noted, .paperAttached, .entered,
            .corrected, .moved, .returned, .declared, .declarationWithdrawn, .merged, .absorbed, .unmerged,
            .released, .householdFounded, .householdSplit, .householdRelocated, .householdDissolved,
            .unitRenamed, .unitRestored, .ledgerReceived, .ledgerReturned, .accountChanged, .fileImported,
            .importUndone, .policyChanged, .employerRegistered, .employerCorrected, .employerCalled,
            .vacanciesReported, .employerMerged, .vacancyPosted, .vacancyCorrected, .vacancyVerified,
            .vacancySeated, .vacancyClosed, .vacancyReopened, .fairPlanned, .fairCorrected, .fairStandSet,
            .fairAnnounced, .fairCancelled, .fairInvited, .fairAttended, .fairReported, .fairClosed:
            []
        }
    }
}
