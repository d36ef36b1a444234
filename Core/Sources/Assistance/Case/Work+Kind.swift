// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension WorkEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .employed: .employed
        case .confirmed: .employmentConfirmed
        case .notified: .registrationNotified
        case .registered: .employmentRegistered
        case .fileTransferred: .fileTransferred
        case .followedUp: .followedUp
        case .employerVisited: .employerVisited
        case .founderVisited: .founderVisited
        case .jobLost: .jobLost
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .registered(let registration):
            [
                .form: registration.job.form.rawValue,
                .unstable: registration.isUnstable ? "yes" : "no",
            ]
        case .followedUp(let followUp): [.judged: followUp.judged.rawValue]
        case .jobLost(let reason): [.reason: reason]
        case .employed, .confirmed, .notified, .fileTransferred, .employerVisited, .founderVisited: [:]
        }
    }

    /// The level whose own act it is, whoever holds the case.
    var level: Level {
        switch self {
        case .employed(_, let level): level
        case .confirmed, .notified, .registered, .fileTransferred: .town
        case .followedUp, .employerVisited, .founderVisited, .jobLost: .village
        }
    }
}

extension RetentionEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .concernRaised: .retentionConcern
        case .guided: .retentionGuided
        case .closed: .retentionClosed
        case .filed: .guidanceFiled
        }
    }

    /// The guidance that was filed.
    var refersTo: ActID? {
        switch self {
        case .filed(let act, _): act
        case .concernRaised, .guided, .closed: nil
        }
    }
}

extension TrainingEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .enrolled: .enrolled
        case .trained: .trained
        case .needRegistered: .trainingNeedRegistered
        case .claimDateSet: .claimDateSet
        case .claimPapersHanded: .claimPapersHanded
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .claimDateSet(let day): [.planned: day.iso]
        case .enrolled, .trained, .needRegistered, .claimPapersHanded: [:]
        }
    }
}

extension WelfareEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .agreed: .welfareAgreed
        case .started: .welfareStarted
        case .appraised: .welfareAppraised
        case .extended: .welfareExtended
        case .ended: .welfareEnded
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .agreed(_, _, let starts): [.planned: starts.iso]
        case .appraised(let period, _): [.period: period]
        case .ended(let reason): [.reason: reason]
        case .started, .extended: [:]
        }
    }
}

extension DutyEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .suspended: .suspended
        case .resumed: .resumed
        case .waived: .dutyWaived
        case .noted: .noted
        case .attached: .paperAttached
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .suspended(let until, let reason): [.until: until.iso, .reason: reason]
        case .resumed(let reason): [.reason: reason]
        case .waived(let rule, _, let period, let reason, let approvedBy):
            Self.waiver(rule, period, reason, approvedBy)
        case .noted, .attached: [:]
        }
    }

    private static func waiver(
        _ rule: String, _ period: String?, _ reason: String, _ approvedBy: String
    ) -> Act.Fields {
        var fields: Act.Fields = [.rule: rule, .reason: reason, .approved: approvedBy]
        fields[.period] = period
        return fields
    }

    /// The act from which the waived duty starts.
    var refersTo: ActID? {
        switch self {
        case .waived(_, let anchor, _, _, _): anchor
        case .suspended, .resumed, .noted, .attached: nil
        }
    }
}
