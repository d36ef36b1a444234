// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension PaperKind {
    /// The acts that give a paper its content, any one of them; empty for papers that can be had at any time.
    public var follows: [ActKind] {
        switch self {
        case .application, .waiver, .packList, .privacyNotice, .registrationForm, .satisfaction: []
        case .oneTimeNotice: [.noticeGiven, .applicationShort]
        case .acceptance: [.applicationAccepted]
        case .recognition: [.recognised]
        case .refusal: [.recognitionRefused]
        case .publicNotice: [.noticePosted]
        case .card: [.cardIssued]
        case .registration: [.registrationReceived, .registerEntered]
        case .statusRecord: [.recordsOpened]
        case .entryPlan, .personalPlan, .professionalPlan: [.planAdopted]
        case .letter: [.recommended]
        case .agreement: [.agreementSigned, .specialistAppointed]
        case .consultation: [.consulted]
        case .panel: [.panelMet]
        case .handUp: [.handedUp]
        case .handbook: [.recognised]
        case .certificate: [.certificateIssued, .certificateReplaced]
        case .interviewPlan, .evaluation: [.guided]
        }
    }

    /// Whether each act has its own paper, as every recommendation its letter; else the newest act has it.
    public var isPerAct: Bool {
        switch self {
        case .oneTimeNotice, .letter, .entryPlan, .personalPlan, .professionalPlan, .consultation, .panel,
            .handUp, .interviewPlan:
            true
        case .application, .acceptance, .recognition, .refusal, .publicNotice, .card, .waiver,
            .registration, .packList, .privacyNotice, .statusRecord, .agreement, .handbook,
            .registrationForm, .certificate, .satisfaction, .evaluation:
            false
        }
    }

    /// Whether an act gives this paper its content.
    public func follows(_ event: CaseEvent) -> Bool {
        guard follows.contains(Event.assistanceCase(event).kind) else { return false }
        if case .plan(.adopted(let plan)) = event { return PaperKind(plan.kind) == self }
        if case .aid(.guided(let guidance)) = event, self == .interviewPlan {
            return guidance.isForInterviews
        }
        return true
    }

    /// The standing acts on which papers of the kind rest, newest first; empty where there is none yet.
    public func bases(in history: [Recorded<CaseEvent>]) -> [Recorded<CaseEvent>] {
        let found = history.standing.filter { follows($0.event) }.sorted {
            ($0.occurred, $0.id) > ($1.occurred, $1.id)
        }
        return isPerAct ? found : Array(found.prefix(1))
    }

    /// Whether the history has what the paper tells.
    public func isReady(in history: [Recorded<CaseEvent>]) -> Bool {
        follows.isEmpty || history.standing.contains { follows($0.event) }
    }
}

extension Guidance {
    /// Whether it prepared for asking somebody for work (04.w4, 08.w4).
    var isForInterviews: Bool {
        topics.contains { $0 == .interview || $0 == .dress || $0 == .strengths }
    }
}
