// SPDX-License-Identifier: Apache-2.0

extension PersonEvent {
    /// The kind of act, as rules and the journal name it.
    public var kind: ActKind {
        switch self {
        case .entered: .entered
        case .corrected: .corrected
        case .moved: .moved
        case .left: .left
        case .returned: .returned
        case .surveyed: .surveyed
        case .sheetWithdrawn: .withdrawn
        case .excused: .excused
        case .declared: .declared
        case .declarationWithdrawn: .declarationWithdrawn
        case .merged: .merged
        case .absorbed: .absorbed
        case .unmerged: .unmerged
        case .released: .released
        }
    }

    /// What rules may test of the act.
    public var fields: Act.Fields {
        switch self {
        case .surveyed: [.accepted: "yes"]
        case .excused(let excuse): [.reason: excuse.reason.rawValue]
        case .left(let reason, _): [.reason: reason.rawValue]
        case .entered, .corrected, .moved, .returned, .sheetWithdrawn, .declared, .declarationWithdrawn,
            .merged, .absorbed, .unmerged, .released:
            [:]
        }
    }
}

extension HouseholdEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind {
        switch self {
        case .founded: .householdFounded
        case .split: .householdSplit
        case .relocated: .householdRelocated
        case .dissolved: .householdDissolved
        }
    }
}

extension UnitEvent {
    /// The kind of act, as rules and the journal name it.
    public var kind: ActKind {
        switch self {
        case .founded: .unitOpened
        case .renamed, .codeGiven: .unitRenamed
        case .merged, .dissolved, .closed: .unitClosed
        case .restored: .unitRestored
        case .roundsOpened: .yearOpened
        case .met(let minutes): minutes.kind.act
        case .consultationNotNeeded: .consultationNotNeeded
        case .contributionsReviewed: .contributionsReviewed
        }
    }

    /// What rules may test of the act: the level of a new unit, the villages that a year still lacks (01.w1).
    public var fields: Act.Fields {
        switch self {
        case .founded(let level, _, _, _): level.isOfHelp ? [.level: level.rawValue] : [:]
        case .roundsOpened(_, let missing): [.missing: String(missing)]
        case .contributionsReviewed(let month, _): [.period: month]
        case .consultationNotNeeded(let reason): [.reason: reason]
        case .renamed, .codeGiven, .merged, .dissolved, .closed, .restored, .met: [:]
        }
    }
}

extension Level {
    /// One of the three levels that owe help (00.levels).
    var isOfHelp: Bool {
        switch self {
        case .village, .town, .district: true
        case .city, .province: false
        }
    }
}

extension RoundEvent {
    /// The kind of act, as rules and the journal name it.
    public var kind: ActKind {
        switch self {
        case .opened: .surveyOpened
        case .submitted: .ledgerSubmitted
        case .received: .ledgerReceived
        case .sentBack: .ledgerReturned
        }
    }

    /// What rules may test of the act: how many were still missing when the ledger went out (01.r1).
    public var fields: Act.Fields {
        switch self {
        case .submitted(let content): [.missing: String(content.missing)]
        case .opened, .received, .sentBack: [:]
        }
    }
}

extension CaseEvent {
    /// The kind of act, as rules and the journal name it.
    public var kind: ActKind {
        switch self {
        case .listed, .relisted: .listed
        case .classified: .classified
        case .visited: .visited
        case .enteredInLedger: .inLedger
        case .escorted: .escorted
        case .registrationReceived: .registrationReceived
        case .escortWaived: .waived
        case .relocated: .moved
        case .recognition(let event): event.kind
        case .aid(let event): event.kind
        case .handover(let event): event.kind
        case .plan(let event): event.kind
        case .training(let event): event.kind
        case .welfare(let event): event.kind
        case .work(let event): event.kind
        case .retention(let event): event.kind
        case .duty(let event): event.kind
        case .ended: .caseClosed
        case .reopened: .caseReopened
        case .withdrawn: .withdrawn
        }
    }

    /// What rules may test of the act.
    public var fields: Act.Fields {
        switch self {
        case .classified(let classification): [.visitClass: String(classification.visitClass.rawValue)]
        case .visited(let visit): [.met: visit.wasMet ? "yes" : "no"]
        case .enteredInLedger(let entry):
            entry.isAbleAndWilling ? [.able: "yes", .willing: "yes"] : [.able: "no", .willing: "no"]
        case .escortWaived(let reason): [.reason: reason]
        case .ended(let reason, _): [.reason: reason.rawValue]
        case .recognition(let event): event.fields
        case .aid(let event): event.fields
        case .handover(let event): event.fields
        case .plan(let event): event.fields
        case .training(let event): event.fields
        case .welfare(let event): event.fields
        case .work(let event): event.fields
        case .duty(let event): event.fields
        case .reopened(let reason, let level): [.reason: reason, .level: (level ?? .village).rawValue]
        case .withdrawn(_, let reason): [.reason: reason]
        case .listed, .relisted, .escorted, .registrationReceived, .relocated, .retention: [:]
        }
    }

    /// The act of the same journal that this one belongs to: an outcome to its recommendation.
    public var refersTo: ActID? {
        switch self {
        case .recognition(.objectionSettled(let act, _, _)): act
        case .aid(let event): event.refersTo
        case .plan(let event): event.refersTo
        case .retention(let event): event.refersTo
        case .duty(let event): event.refersTo
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .handover, .training, .welfare, .work, .ended, .reopened,
            .withdrawn:
            nil
        }
    }
}

extension AccountEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind { .accountChanged }
}

extension BatchEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind {
        switch self {
        case .applied: .fileImported
        case .undone: .importUndone
        }
    }
}

extension EmployerEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind {
        switch self {
        case .registered: .employerRegistered
        case .corrected: .employerCorrected
        case .visited: .employerCalled
        case .reported: .vacanciesReported
        case .absorbed, .merged, .struck: .employerMerged
        }
    }
}

extension VacancyEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind {
        switch self {
        case .posted: .vacancyPosted
        case .corrected, .employerMerged: .vacancyCorrected
        case .confirmed: .vacancyVerified
        case .told, .hired, .released: .vacancySeated
        case .closed: .vacancyClosed
        case .reopened: .vacancyReopened
        }
    }
}

extension FairEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind {
        switch self {
        case .planned: .fairPlanned
        case .corrected: .fairCorrected
        case .standSet, .standRemoved, .employerMerged: .fairStandSet
        case .announced: .fairAnnounced
        case .cancelled: .fairCancelled
        case .invited, .invitationWithdrawn, .told: .fairInvited
        case .signedIn, .signInWithdrawn, .walkInsCounted: .fairAttended
        case .standReported, .resultNoted: .fairReported
        case .closed, .reopened: .fairClosed
        }
    }
}

extension PolicyEvent {
    /// The kind of act, as the journal names it.
    public var kind: ActKind { .policyChanged }
}

extension ActKind {
    /// The kinds that an event of this software can be. A rule that only other kinds could meet is not owed
    /// yet: nobody is reminded of what cannot be recorded.
    public static let recordable = Set(allCases).subtracting([.sheetAccepted, .unlisted])
}
