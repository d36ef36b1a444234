// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 事项: what somebody can set out to do in a case. Raw values stand in addresses.
public enum ProcedureAct: String, CaseIterable, Hashable, Sendable {
    // Step 02.
    case inform
    case askPapers = "ask-papers"
    case accept, recognise, refuse
    case receiveDecision = "receive-decision"
    case askReview = "ask-review"
    case decideReview = "decide-review"
    case tellReview = "tell-review"
    case recheck
    case tellProcessing = "tell-processing"
    case enterRegister = "enter-register"
    case issueCertificate = "issue-certificate"
    case checkCertificate = "check-certificate"
    case replaceCertificate = "replace-certificate"
    case voidCertificate = "void-certificate"
    case endRegistration = "end-registration"
    case verifyInVillage = "verify-in-village"
    case postNotice = "post-notice"
    case receiveObjection = "receive-objection"
    case settleObjection = "settle-objection"
    case receiveReport = "receive-report"
    case endNotice = "end-notice"
    case issueCard = "issue-card"
    case waive
    // Steps 03 to 15: help by the level that holds the case.
    case assign, contact, guide
    case noteWish = "note-wish"
    case tellVacancy = "tell-vacancy"
    case recommend
    case setInterview = "set-interview"
    case moveRecommendation = "move-recommendation"
    case endRecommendation = "end-recommendation"
    case handUp = "hand-up"
    case keep, receive
    case handBack = "hand-back"
    case adoptPlan = "adopt-plan"
    case reportProgress = "report-progress"
    case endPlan = "end-plan"
    case addItem = "add-item"
    case finishItem = "finish-item"
    case moveItem = "move-item"
    case signAgreement = "sign-agreement"
    case declineAgreement = "decline-agreement"
    case assess, enrol, train
    case giveUp = "give-up"
    case test, analyse
    case handToWelfare = "hand-to-welfare"
    case agreePlacement = "agree-placement"
    case startPlacement = "start-placement"
    case appraise
    case extendPlacement = "extend-placement"
    case endPlacement = "end-placement"
    // Steps 16 to 19.
    case employ
    case confirmWork = "confirm-work"
    case notify
    case registerWork = "register-work"
    case transferFile = "transfer-file"
    case followUp = "follow-up"
    case visitEmployer = "visit-employer"
    case visitFounder = "visit-founder"
    case loseJob = "lose-job"
    case raiseConcern = "raise-concern"
    case retain
    case closeConcern = "close-concern"
    case fileGuidance = "file-guidance"
    case registerNeed = "register-need"
    case setClaimDate = "set-claim-date"
    case handClaimPapers = "hand-claim-papers"
    // Any step.
    case suspend, resume, note, attach
}

extension ProcedureAct {
    /// The step of the manual to which it belongs at a level, 1...19; 0 for what belongs to none.
    public func step(at level: Level) -> Int {
        switch self {
        case .inform, .askPapers, .accept, .recognise, .refuse, .receiveDecision, .askReview, .recheck,
            .decideReview, .tellReview, .tellProcessing, .enterRegister, .issueCertificate, .checkCertificate,
            .replaceCertificate, .voidCertificate, .endRegistration, .verifyInVillage, .postNotice,
            .receiveObjection, .settleObjection, .receiveReport, .endNotice, .issueCard, .waive:
            2
        case .assign, .contact: level.of(village: 3, town: 7, district: 12)
        case .guide: level.of(village: 4, town: 8, district: 13)
        case .noteWish, .tellVacancy, .recommend, .setInterview, .moveRecommendation,
            .endRecommendation:
            level.of(village: 5, town: 10, district: 14)
        case .handUp, .keep: level.of(village: 5, town: 10, district: 14)
        case .receive, .handBack: level.of(village: 3, town: 6, district: 11)
        case .adoptPlan, .reportProgress, .endPlan, .addItem, .finishItem, .moveItem:
            level.of(village: 3, town: 6, district: 11)
        case .signAgreement, .declineAgreement: 7
        case .assess: 8
        case .enrol, .train: 9
        case .giveUp: 10
        case .test: 13
        case .analyse, .handToWelfare: 14
        case .agreePlacement, .startPlacement, .appraise, .extendPlacement, .endPlacement: 15
        case .employ, .confirmWork, .notify, .registerWork, .transferFile: 16
        case .followUp, .visitEmployer, .visitFounder, .loseJob: 17
        case .raiseConcern, .retain, .closeConcern, .fileGuidance: 18
        case .registerNeed, .setClaimDate, .handClaimPapers: 19
        case .suspend, .resume, .note, .attach: 0
        }
    }
}

extension Level {
    func of<Value>(village: Value, town: Value, district: Value) -> Value {
        switch self {
        case .village: village
        case .town: town
        case .district, .city, .province: district
        }
    }
}

/// Whether something can be done in a case now, and if not, why.
public struct PossibleAct: Hashable, Sendable {
    public let act: ProcedureAct
    /// Who does it.
    public let doer: Doer
    /// What stands in the way; `nil` when it can be done.
    public let refusal: Refusal?
}

extension AssistanceCase {
    /// Every act of the procedure, with what stands in the way of each today.
    ///
    /// Each is tried with everything that a form would ask for filled in, so that what remains is the case's own
    /// state: the same decision answers here and when the form is sent.
    public func possibleActs(on day: Day, numbers: ProcedureNumbers) -> [PossibleAct] {
        ProcedureAct.allCases.map { possible($0, on: day, numbers: numbers) }
    }

    /// Whether one act can be done today, by whom, and if not, why.
    public func possible(_ act: ProcedureAct, on day: Day, numbers: ProcedureNumbers) -> PossibleAct {
        let event = probe(act, on: day, numbers: numbers)
        do throws(Refusal) {
            _ = try decide(event, given: Given(day: day, numbers: numbers))
            return PossibleAct(act: act, doer: doer(of: event), refusal: nil)
        } catch {
            return PossibleAct(act: act, doer: doer(of: event), refusal: error)
        }
    }
}
