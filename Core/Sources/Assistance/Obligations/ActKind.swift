// SPDX-License-Identifier: Apache-2.0

/// 工作记录种类: what can have been done, over all 19 steps.
///
/// Raw values are the storage format and the words of deadlines.yaml: never reuse or rename one.
public enum ActKind: String, CaseIterable, Hashable, Sendable, Codable {
    // Step 01, survey and visits.
    case yearOpened = "year-opened"
    case surveyOpened = "survey-opened"
    case surveyed
    case sheetAccepted = "sheet-accepted"
    case excused
    case ledgerSubmitted = "ledger-submitted"
    case listed
    case unlisted
    case classified
    case visited
    case inLedger = "in-ledger"
    case escorted
    // Step 02, registration and recognition.
    case registrationReceived = "registration-received"
    case informed
    case applicationShort = "application-short"
    case noticeGiven = "notice-given"
    case papersChecked = "papers-checked"
    case itemsVerified = "items-verified"
    case applicationAccepted = "application-accepted"
    case recognised
    case recognitionRefused = "recognition-refused"
    case decisionReceived = "decision-received"
    case reviewRequested = "review-requested"
    case conditionsRechecked = "conditions-rechecked"
    case reviewDecided = "review-decided"
    case reviewTold = "review-told"
    case recheckRaised = "recheck-raised"
    case processingTold = "processing-told"
    case certificateReplaced = "certificate-replaced"
    case certificateVoided = "certificate-voided"
    case certificateChecked = "certificate-checked"
    case registrationEnded = "registration-ended"
    case objectionReceived = "objection-received"
    case objectionSettled = "objection-settled"
    case reportReceived = "report-received"
    case recordsOpened = "records-opened"
    case registerEntered = "register-entered"
    case certificateIssued = "certificate-issued"
    case villageVerified = "village-verified"
    case noticePosted = "notice-posted"
    case noticeEnded = "notice-ended"
    case cardIssued = "card-issued"
    case waived
    // Steps 03 to 05, the village's help.
    case aideAssigned = "aide-assigned"
    case contacted
    case guided
    case vacancyTold = "vacancy-told"
    case recommended
    case interviewSet = "interview-set"
    case recommendationMoved = "recommendation-moved"
    case recommendationEnded = "recommendation-ended"
    case handedUp = "handed-up"
    case handUpDeclined = "hand-up-declined"
    case handedBack = "handed-back"
    case handUpReceived = "hand-up-received"
    // Steps 06 to 10, the town's help.
    case consultationHeld = "consultation-held"
    case consultationNotNeeded = "consultation-not-needed"
    case consulted
    case planAdopted = "plan-adopted"
    case planProgressed = "plan-progressed"
    case planEnded = "plan-ended"
    case planItemSet = "plan-item-set"
    case planItemDone = "plan-item-done"
    case planItemMoved = "plan-item-moved"
    case specialistAppointed = "specialist-appointed"
    case agreementSigned = "agreement-signed"
    case agreementRefused = "agreement-refused"
    case assessed
    case enrolled
    case trained
    case townUnsolved = "town-unsolved"
    // Steps 11 to 15, the district's help.
    case fileUploaded = "file-uploaded"
    case panelMet = "panel-met"
    case panelHeld = "panel-held"
    case jointMeetingHeld = "joint-meeting-held"
    case expertAppointed = "expert-appointed"
    case wishTold = "wish-told"
    case occupationTested = "occupation-tested"
    case caseAnalysed = "case-analysed"
    case handedToWelfare = "handed-to-welfare"
    case welfareAgreed = "welfare-agreed"
    case welfareStarted = "welfare-started"
    case welfareAppraised = "welfare-appraised"
    case welfareExtended = "welfare-extended"
    case welfareEnded = "welfare-ended"
    // Steps 16 to 19, employment and staying in it.
    case employed
    case employmentConfirmed = "employment-confirmed"
    case registrationNotified = "registration-notified"
    case employmentRegistered = "employment-registered"
    case contributionsReviewed = "contributions-reviewed"
    case fileTransferred = "file-transferred"
    case followedUp = "followed-up"
    case employerVisited = "employer-visited"
    case founderVisited = "founder-visited"
    case jobLost = "job-lost"
    case retentionConcern = "retention-concern"
    case retentionGuided = "retention-guided"
    case retentionClosed = "retention-closed"
    case guidanceFiled = "guidance-filed"
    case trainingNeedRegistered = "training-need-registered"
    case claimDateSet = "claim-date-set"
    case claimPapersHanded = "claim-papers-handed"
    // The roll and the office: no rule starts from these.
    case entered
    case corrected
    case moved
    case left
    case returned
    case declared
    case declarationWithdrawn = "declaration-withdrawn"
    case merged
    case absorbed
    case unmerged
    case released
    case householdFounded = "household-founded"
    case householdSplit = "household-split"
    case householdRelocated = "household-relocated"
    case householdDissolved = "household-dissolved"
    case unitRenamed = "unit-renamed"
    case unitRestored = "unit-restored"
    case ledgerReceived = "ledger-received"
    case ledgerReturned = "ledger-returned"
    case accountChanged = "account-changed"
    case fileImported = "file-imported"
    case importUndone = "import-undone"
    case policyChanged = "policy-changed"
    // Employers and vacancies.
    case employerRegistered = "employer-registered"
    case employerCorrected = "employer-corrected"
    case employerCalled = "employer-called"
    case vacanciesReported = "vacancies-reported"
    case employerMerged = "employer-merged"
    case vacancyPosted = "vacancy-posted"
    case vacancyCorrected = "vacancy-corrected"
    case vacancyVerified = "vacancy-verified"
    case vacancySeated = "vacancy-seated"
    case vacancyClosed = "vacancy-closed"
    case vacancyReopened = "vacancy-reopened"
    // Job fairs.
    case fairPlanned = "fair-planned"
    case fairCorrected = "fair-corrected"
    case fairStandSet = "fair-stand-set"
    case fairAnnounced = "fair-announced"
    case fairCancelled = "fair-cancelled"
    case fairInvited = "fair-invited"
    case fairAttended = "fair-attended"
    case fairReported = "fair-reported"
    case fairClosed = "fair-closed"
    // Any step.
    case unitOpened = "unit-opened"
    case unitClosed = "unit-closed"
    case caseClosed = "case-closed"
    case caseReopened = "case-reopened"
    case suspended
    case resumed
    case dutyWaived = "duty-waived"
    case withdrawn
    case noted
    case paperAttached = "paper-attached"

    /// The place among all kinds, 0 for the first, for tables by kind.
    ///
    /// An enumeration without payloads and with fewer than 256 cases is one byte that counts them; a test
    /// holds this against ``allCases``.
    @inlinable var ordinal: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
