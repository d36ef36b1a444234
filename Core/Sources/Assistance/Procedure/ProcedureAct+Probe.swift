// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// The act with every field filled in, by the level that would do it.
    func probe(_ act: ProcedureAct, on day: Day, numbers: ProcedureNumbers) -> CaseEvent {
        let level = care.holder ?? .village
        let text = "—"
        return switch act {
        case .inform: .recognition(.informed(note: text))
        case .askPapers:
            .recognition(
                .noticeGiven(missing: recognition.papers.map { $0.short.map(\.paper.name) } ?? [text]))
        case .accept: .recognition(.accepted(note: text))
        case .recognise: .recognition(.recognised(number: text, note: text))
        case .refuse: .recognition(.refused(reason: text, ground: numbers.grounds.refusing.first))
        case .receiveDecision: .recognition(.decisionReceived)
        case .askReview: .recognition(.reviewRequested(note: text))
        case .decideReview: .recognition(.reviewDecided(.upheld, number: text, words: text))
        case .tellReview: .recognition(.reviewTold(note: text))
        case .recheck: .recognition(.rechecked(stillHolds: true, note: text))
        case .tellProcessing:
            .recognition(
                .processingTold(
                    version: numbers.telling.notice(on: day)?.version ?? "", isSigned: true, note: text))
        case .checkCertificate: .recognition(.certificateChecked(note: text))
        case .replaceCertificate: .recognition(.certificateReplaced(number: text, reason: text))
        case .voidCertificate: .recognition(.certificateVoided(reason: text))
        case .endRegistration: .recognition(.registrationEnded(.otherGround, note: text))
        case .receiveObjection: .recognition(.objectionReceived(ObjectionWords(by: "", words: text)))
        case .settleObjection:
            .recognition(
                .objectionSettled(
                    recognition.notice?.open.first?.act ?? ActID(0), isUpheld: false, words: text))
        case .receiveReport: .recognition(.reportReceived(ObjectionWords(by: "", words: text)))
        case .enterRegister: .recognition(.registerEntered(note: text))
        case .issueCertificate: .recognition(.certificateIssued(number: text))
        case .verifyInVillage: .recognition(.verifiedInVillage(finding: text))
        case .postNotice: .recognition(.noticePosted(place: text))
        case .endNotice:
            .recognition(.noticeEnded(isUpheld: recognition.notice?.hasUpheld ?? false, note: text))
        case .issueCard: .recognition(.cardIssued(number: text))
        case .waive: .recognition(.waived(reason: text, unscanned: text))
        case .assign: .aid(.ownerAssigned(probedAssignment(at: level)))
        case .contact:
            .aid(.contacted(Contact(level: level, means: .telephone, words: text, view: text, mood: nil)))
        case .guide:
            .aid(
                .guided(Guidance(level: level, topics: [.situation], told: [], words: text, result: text)))
        case .noteWish: .aid(.wishTold(level: level, JobWish(words: text)))
        case .tellVacancy: .aid(.vacancyTold(level: level, .probe))
        case .recommend:
            .aid(
                .recommended(
                    Recommendation(level: level, vacancy: .probe, confirmed: day, confirmedBy: text)))
        case .setInterview:
            .aid(
                .interviewSet(
                    of: openRecommendation,
                    Interview(level: level, day: day, place: text, escort: text, whyAlone: "")))
        case .moveRecommendation:
            .aid(
                .recommendationMoved(
                    of: openRecommendation,
                    RecommendationProgress(level: level, step: .applied, words: text)))
        case .endRecommendation:
            .aid(
                .recommendationEnded(
                    of: openRecommendation, RecommendationOutcome(level: level, code: .postGone)))
        case .handUp: .handover(.handedUp(probedHandUp(from: level, numbers)))
        case .keep: .handover(.kept(level: level, reason: text))
        case .receive: .handover(.received(level: level, interim: probedInterim(at: level)))
        case .handBack:
            .handover(.handedBack(from: level, to: level == .district ? .town : .village, reason: text))
        case .adoptPlan: .plan(.adopted(.probe(PlanKind(level: level), on: day)))
        case .reportProgress: .plan(.progressed(PlanKind(level: level), words: text))
        case .endPlan: .plan(.ended(PlanKind(level: level), reason: text))
        case .addItem: .plan(.itemSet(PlanKind(level: level), Plan.Item(text, by: day)))
        case .finishItem: .plan(.itemDone(PlanKind(level: level), of: openItem(at: level), words: text))
        case .moveItem:
            .plan(.itemMoved(PlanKind(level: level), of: openItem(at: level), to: day, reason: text))
        case .signAgreement: .aid(.agreementSigned(Signature(strokes: text, paper: text, content: text)))
        case .declineAgreement: .aid(.agreementRefused(reason: text))
        case .assess: .aid(.assessed(judgement: text))
        case .enrol: .training(.enrolled(course: text, school: text))
        case .train: .training(.trained(course: text, result: text))
        case .giveUp: .aid(.townUnsolved(reason: text))
        case .test: .aid(.tested(instrument: text, result: text))
        case .analyse: .aid(.analysed(CaseAnalysis(course: text, causes: text, advice: text)))
        case .handToWelfare: .handover(.handedToWelfare(reason: text))
        case .agreePlacement: .welfare(.agreed(organisation: text, post: text, starts: day))
        case .startPlacement: .welfare(.started)
        case .appraise: .welfare(.appraised(period: text, result: text))
        case .extendPlacement: .welfare(.extended(reason: text))
        case .endPlacement: .welfare(.ended(reason: text))
        case .employ: .work(.employed(.probe(day), at: level))
        case .confirmWork: .work(.confirmed(.probe(day), source: text))
        case .notify: .work(.notified(means: .telephone, words: text))
        case .registerWork:
            .work(
                .registered(
                    WorkRegistration(job: .probe(day), number: text, place: text, isUnstable: false)))
        case .transferFile: .work(.fileTransferred(note: text))
        case .followUp: .work(.followedUp(.probe))
        case .visitEmployer: .work(.employerVisited(words: text))
        case .visitFounder: .work(.founderVisited(words: text))
        case .loseJob: .work(.jobLost(reason: text))
        case .raiseConcern: .retention(.concernRaised(words: text))
        case .retain: .retention(.guided(isGroup: false, words: text))
        case .closeConcern: .retention(.closed(result: text))
        case .fileGuidance: .retention(.filed(of: care.retentionGuided.first ?? ActID(0), words: text))
        case .registerNeed: .training(.needRegistered(trade: text, tier: text))
        case .setClaimDate: .training(.claimDateSet(day))
        case .handClaimPapers: .training(.claimPapersHanded(note: text))
        case .suspend: .duty(.suspended(until: day.adding(days: 30), reason: text))
        case .resume: .duty(.resumed(reason: text))
        case .note: .duty(.noted(words: text))
        case .attach: .duty(.attached(Attachment(digest: text, type: .pdf, size: 0, title: text)))
        }
    }

    /// One of the level that holds the case, where there is one: what another level left open is no longer its own.
    private var openRecommendation: ActID {
        let open = care.openRecommendations
        let own = open.first { $0.recommendation.level == care.holder }
        return (own ?? open.first)?.act ?? ActID(0)
    }

    private func probedAssignment(at level: Level) -> Assignment {
        Assignment(level: level, account: AccountID(-1), name: "—", reason: "—")
    }

    private func probedInterim(at level: Level) -> Assignment {
        Assignment(level: level, account: AccountID(-1), name: "—", isInterim: true)
    }

    private func probedHandUp(from level: Level, _ numbers: ProcedureNumbers) -> HandUp {
        HandUp(
            from: level, to: level.above ?? level,
            cause: dueHandUp(at: level, numbers: numbers) ?? .beyondLevel, reason: "—",
            through: ActID(version))
    }

    private func openItem(at level: Level) -> ActID {
        care.plan(PlanKind(level: level))?.items.first { $0.done == nil }?.act ?? ActID(0)
    }
}

extension Plan {
    fileprivate static func probe(_ kind: PlanKind, on day: Day) -> Plan {
        Plan(
            kind: kind, direction: "—", psychology: "—", interviewTraining: "—", view: "—",
            items: [Item("—", by: day)])
    }
}

extension VacancyNote {
    fileprivate static let probe = VacancyNote(employer: "—", post: "—", place: "", pay: "", requirements: "")
}

extension Job {
    fileprivate static func probe(_ day: Day) -> Job {
        Job(form: .hired, employer: "—", post: "—", since: day)
    }
}

extension FollowUp {
    fileprivate static let probe = FollowUp(
        means: .telephone, judged: .stable, situation: "—", income: nil, isInsured: nil, policies: "",
        mood: nil, wantsToLeave: false)
}
