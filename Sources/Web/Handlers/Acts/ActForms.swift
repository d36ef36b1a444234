// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Which form belongs to which act: every act has one, or the program does not compile.
enum ActForms {
    static func form(of act: ProcedureAct) -> ActForm {
        switch act {
        case .inform: RecognitionForms.inform
        case .askPapers: RecognitionForms.askPapers
        case .accept: RecognitionForms.accept
        case .recognise: RecognitionForms.recognise
        case .refuse: RecognitionForms.refuse
        case .receiveDecision: RecognitionForms.receiveDecision
        case .askReview: RecognitionForms.askReview
        case .recheck: RecognitionForms.recheck
        case .enterRegister: RecognitionForms.enterRegister
        case .issueCertificate: RecognitionForms.issueCertificate
        case .verifyInVillage: RecognitionForms.verifyInVillage
        case .postNotice: RecognitionForms.postNotice
        case .endNotice: RecognitionForms.endNotice
        case .issueCard: RecognitionForms.issueCard
        case .waive: RecognitionForms.waive
        case .assign: AssignmentForms.assign
        case .receive: AssignmentForms.receive
        case .contact: AidForms.contact
        case .guide: AidForms.guide
        case .signAgreement: AidForms.signAgreement
        case .declineAgreement: AidForms.declineAgreement
        case .assess: AidForms.assess
        case .noteWish: WishForm.noteWish
        case .test: AidForms.test
        case .analyse: AidForms.analyse
        case .tellVacancy: RecommendationForms.tellVacancy
        case .recommend: RecommendationForms.recommend
        case .setInterview: RecommendationForms.setInterview
        case .endRecommendation: OutcomeForm.endRecommendation
        case .handUp: HandoverForms.handUp
        case .keep: HandoverForms.keep
        case .handBack: HandoverForms.handBack
        case .giveUp: HandoverForms.giveUp
        case .handToWelfare: HandoverForms.handToWelfare
        case .adoptPlan: PlanForms.adopt
        case .reportProgress: PlanForms.reportProgress
        case .endPlan: PlanForms.end
        case .addItem: PlanForms.addItem
        case .finishItem: PlanForms.finishItem
        case .moveItem: PlanForms.moveItem
        case .enrol: TrainingForms.enrol
        case .train: TrainingForms.train
        case .registerNeed: TrainingForms.registerNeed
        case .setClaimDate: TrainingForms.setClaimDate
        case .handClaimPapers: TrainingForms.handClaimPapers
        case .agreePlacement: WelfareForms.agree
        case .startPlacement: WelfareForms.start
        case .appraise: WelfareForms.appraise
        case .extendPlacement: WelfareForms.extend
        case .endPlacement: WelfareForms.end
        case .employ: WorkForms.employ
        case .confirmWork: WorkForms.confirm
        case .notify: WorkForms.notify
        case .registerWork: WorkForms.register
        case .transferFile: WorkForms.transferFile
        case .followUp: FollowUpForms.followUp
        case .visitEmployer: FollowUpForms.visitEmployer
        case .visitFounder: FollowUpForms.visitFounder
        case .loseJob: FollowUpForms.loseJob
        case .raiseConcern: RetentionForms.raiseConcern
        case .retain: RetentionForms.retain
        case .closeConcern: RetentionForms.closeConcern
        case .fileGuidance: RetentionForms.fileGuidance
        case .suspend: DutyForms.suspend
        case .resume: DutyForms.resume
        case .note: DutyForms.note
        case .attach: DutyForms.attach
        }
    }
}
