// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Random acts in a case: half of them are what could well come next, half are anything at all.
struct CaseRandom {
    var random: ObligationsRandom

    init(seed: UInt64) { random = ObligationsRandom(state: seed) }

    mutating func act(in story: CaseStory) -> CaseEvent {
        switch Int.random(in: 0..<14, using: &random) {
        case 0, 1: recognition(story)
        case 2, 3, 4, 5: aid(story)
        case 6, 7: handover(story)
        case 8: plan(story)
        case 9: training(story)
        case 10: welfare(story)
        case 11: work(story)
        case 12: retention(story)
        case _: other(story)
        }
    }
}

extension CaseRandom {
    private mutating func any<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func isLikely() -> Bool { Int.random(in: 0..<5, using: &random) > 0 }

    /// Mostly the level that holds the case.
    private mutating func level(_ story: CaseStory) -> Level {
        if let holder = story.found.care.holder, isLikely() { return holder }
        return any(Level.allCases)
    }

    private mutating func words() -> String {
        isLikely() ? "说明\(Int.random(in: 0..<999, using: &random))" : ""
    }

    /// Mostly an act that there is.
    private mutating func act(_ likely: [ActID], _ story: CaseStory) -> ActID {
        if let found = likely.randomElement(using: &random), isLikely() { return found }
        return ActID(Int.random(in: 0...story.journal.count + 1, using: &random))
    }

    private mutating func job(_ story: CaseStory) -> Job {
        Job(form: any(JobForm.allCases), employer: words(), post: words(), since: story.day)
    }

    private mutating func assignment(_ level: Level) -> Assignment {
        Assignment(
            level: level, account: AccountID(Int.random(in: 1...4, using: &random)), name: "某某",
            isInterim: any([true, false]), reason: words())
    }

    fileprivate mutating func recognition(_ story: CaseStory) -> CaseEvent {
        let text = words()
        return any([
            .registrationReceived(note: text), .recognition(.informed(note: text)),
            .recognition(.foundShort(missing: text.isEmpty ? [] : [text])),
            .recognition(.noticeGiven(missing: [text])), .recognition(.accepted(note: text)),
            .recognition(.papersChecked(PapersCheck([]))), .recognition(.itemsVerified(.all)),
            .recognition(.recognised(number: text, note: "")), .recognition(.refused(reason: text)),
            .recognition(.recordsOpened), .recognition(.decisionReceived),
            .recognition(.reviewRequested(note: text)),
            .recognition(.rechecked(stillHolds: true, note: text)),
            .recognition(.registerEntered(note: text, kind: any(RegisterKind.allCases))),
            .recognition(.certificateIssued(number: text)),
            .recognition(.certificateReplaced(number: text, reason: text)),
            .recognition(.certificateVoided(reason: text)), .recognition(.certificateChecked(note: text)),
            .recognition(.registrationEnded(any(RegistrationEnd.allCases), note: text)),
            .recognition(.reviewDecided(any(ReviewOutcome.allCases), number: text, words: text)),
            .recognition(.reviewTold(note: text)), .recognition(.recheckRaised([.lost(.ageBand)])),
            .recognition(.rechecked(stillHolds: isLikely(), note: text, ground: "不再符合")),
            .recognition(.processingTold(version: text, isSigned: true, note: "")),
            .recognition(.objectionReceived(ObjectionWords(by: "", words: text))),
            .recognition(
                .objectionSettled(
                    act(story.found.recognition.notice?.open.map(\.act) ?? [], story),
                    isUpheld: any([true, false]), words: text)),
            .recognition(.reportReceived(ObjectionWords(by: text, words: text))),
            .recognition(.verifiedInVillage(finding: text)), .recognition(.noticePosted(place: text)),
            .recognition(.noticeEnded(isUpheld: any([true, false]), note: text)),
            .recognition(.cardIssued(number: text)), .recognition(.accepted(note: text)),
            .recognition(.recognised(number: "1", note: text)),
        ])
    }

    fileprivate mutating func aid(_ story: CaseStory) -> CaseEvent {
        let level = level(story)
        let open = story.found.care.openRecommendations.map(\.act)
        let outcome = RecommendationOutcome(
            level: level, code: any(OutcomeCode.allCases), isPersonsReason: any([true, false]),
            isExcused: any([true, false]), words: words(), job: any([nil, job(story)]))
        let contact = Contact(
            level: level, means: any(ContactMeans.allCases), wasReached: isLikely(), words: words(),
            view: words(), mood: any([nil] + Mood.allCases.map { $0 }), wantsToLeave: !isLikely())
        let vacancy = VacancyNote(employer: words(), post: words(), place: "", pay: "", requirements: "")
        let recommendation = Recommendation(
            level: level, vacancy: vacancy, confirmed: story.day.adding(days: any([-1, 0, 0, 1])),
            confirmedBy: words())
        return .aid(
            any([
                .ownerAssigned(assignment(level)), .ownerAssigned(assignment(level)), .contacted(contact),
                .contacted(contact), .recommended(recommendation), .recommended(recommendation),
                .recommendationEnded(of: act(open, story), outcome),
                .recommendationEnded(of: act(open, story), outcome),
                .guided(
                    Guidance(level: level, topics: [.attitude], told: [], words: words(), result: "")),
                .vacancyTold(level: level, vacancy),
                .interviewSet(
                    of: act(open, story),
                    Interview(level: level, day: story.day, place: "", escort: words(), whyAlone: words())),
                .recommendationMoved(
                    of: act(open, story),
                    RecommendationProgress(
                        level: level, step: any(RecommendationStep.allCases), words: words())),
                .assessed(judgement: words()), .tested(instrument: "", result: words()),
                .agreementSigned(Signature(strokes: words(), paper: "", content: "")),
                .agreementRefused(reason: words()), .townUnsolved(reason: words()),
                .analysed(CaseAnalysis(course: words(), causes: words(), advice: "")),
            ]))
    }

    fileprivate mutating func handover(_ story: CaseStory) -> CaseEvent {
        let level = level(story)
        let opinion = Opinion(attendants: words(), words: words(), decision: words())
        let up = HandUp(
            from: level, to: isLikely() ? level.above ?? level : any(Level.allCases),
            cause: any(HandUpCause.allCases), reason: words(), through: 1)
        let interim = Assignment(
            level: level, account: AccountID(Int.random(in: 1...4, using: &random)), name: "某某",
            isInterim: isLikely())
        let below: Level = level == .district ? .town : .village
        return .handover(
            any([
                .handedUp(up), .handedUp(up), .received(level: level, interim: interim),
                .received(level: level, interim: interim),
                .handedBack(from: level, to: isLikely() ? below : any(Level.allCases), reason: words()),
                .kept(level: level, reason: words()), .fileUploaded, .consulted(opinion),
                .panelMet(opinion), .handedToWelfare(reason: words()), .handedToWelfare(reason: words()),
            ]))
    }

    fileprivate mutating func plan(_ story: CaseStory) -> CaseEvent {
        let kind = isLikely() ? PlanKind(level: level(story)) : any(PlanKind.allCases)
        let items = story.found.care.plan(kind)?.items.map(\.act) ?? []
        let item = Plan.Item(words(), by: story.day.adding(days: 9))
        return .plan(
            any([
                .adopted(
                    Plan(
                        kind: kind, direction: words(), psychology: words(), interviewTraining: words(),
                        view: words(), items: isLikely() ? [item] : [])),
                .progressed(kind, words: words()), .ended(kind, reason: words()), .itemSet(kind, item),
                .itemDone(kind, of: act(items, story), words: ""),
                .itemMoved(kind, of: act(items, story), to: story.day.adding(days: 20), reason: words()),
            ]))
    }

    fileprivate mutating func training(_ story: CaseStory) -> CaseEvent {
        .training(
            any([
                .enrolled(course: words(), school: ""), .trained(course: words(), result: ""),
                .trained(course: words(), result: ""), .needRegistered(trade: words(), tier: ""),
                .claimDateSet(story.day), .claimPapersHanded(note: words()),
            ]))
    }

    fileprivate mutating func welfare(_ story: CaseStory) -> CaseEvent {
        .welfare(
            any([
                .agreed(organisation: words(), post: words(), starts: story.day), .started, .started,
                .agreed(organisation: words(), post: words(), starts: story.day),
                .appraised(period: words(), result: words()), .extended(reason: words()),
                .ended(reason: words()),
            ]))
    }

    fileprivate mutating func work(_ story: CaseStory) -> CaseEvent {
        let registration = WorkRegistration(
            job: job(story), number: words(), place: words(), isUnstable: any([true, false]))
        let followUp = FollowUp(
            means: .atHome, judged: any(Stability.allCases), situation: words(), income: nil,
            isInsured: nil, policies: "", mood: any([nil] + Mood.allCases.map { $0 }),
            wantsToLeave: !isLikely())
        return .work(
            any([
                .employed(job(story), at: any(Level.allCases)), .confirmed(job(story), source: words()),
                .notified(means: .telephone, words: words()), .registered(registration),
                .fileTransferred(note: words()), .followedUp(followUp), .followedUp(followUp),
                .employerVisited(words: words()), .founderVisited(words: words()),
                .jobLost(reason: words()), .jobLost(reason: words()),
            ]))
    }

    fileprivate mutating func retention(_ story: CaseStory) -> CaseEvent {
        let guided = story.found.care.retentionGuided
        return .retention(
            any([
                .concernRaised(words: words()), .guided(isGroup: any([true, false]), words: words()),
                .closed(result: words()), .filed(of: act(guided, story), words: words()),
            ]))
    }

    fileprivate mutating func other(_ story: CaseStory) -> CaseEvent {
        let ending = any(CaseEndReason.allCases)
        // Endings are rare, or no story would get far.
        if Int.random(in: 0..<12, using: &random) == 0 { return .ended(ending, note: "") }
        if Int.random(in: 0..<12, using: &random) == 0 {
            return .recognition(.waived(reason: words(), unscanned: words()))
        }
        return any([
            .reopened(reason: words(), level: any([nil] + Level.allCases.map { $0 })),
            .reopened(reason: words(), level: any([.village, .town, .district])),
            .relisted(CaseStory.listing), .escorted(by: words(), note: ""), .escortWaived(reason: words()),
            .enteredInLedger(LedgerEntry(round: RoundID(1), isAbleAndWilling: true)),
            .relocated(village: UnitID(5)),
            .duty(.suspended(until: story.day.adding(days: any([-1, 9])), reason: words())),
            .duty(.resumed(reason: words())), .duty(.noted(words: words())),
            .duty(
                .waived(
                    rule: "first.vacancy", anchor: act([], story), period: nil, reason: words(),
                    approvedBy: words())),
        ])
    }
}
