// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("What holds for every case: 00.levels, 00.goal, 05.w4, L.11")
struct CasePropertyTests {
    private static let seeds = (1...60).map(UInt64.init) + [UInt64.random(in: 1000...1_000_000)]

    /// Chance alone seldom gets through the later steps, so that some walks begin there.
    private func begun(_ seed: UInt64) -> CaseStory {
        let beginnings: [() throws -> CaseStory] = [
            { CaseStory() }, CaseStory.recognised, CaseStory.withSpecialist, CaseStory.atDistrict,
            CaseStory.toWelfare, { try CaseStory.registered(.ownBusiness) },
        ]
        do {
            return try beginnings[Int(seed) % beginnings.count]()
        } catch {
            Issue.record("the beginning is refused: \(error)")
            return CaseStory()
        }
    }

    /// Three hundred random acts, and what was asked of each before it was done.
    private func walk(
        _ seed: UInt64, acts: Int = 300,
        _ ask: (CaseEvent, CaseStory, Result<[CaseEvent], Refusal>) -> Void = { _, _, _ in }
    ) -> CaseStory {
        var work = CaseRandom(seed: seed)
        var story = begun(seed)
        for _ in 0..<acts {
            story.day = story.day.adding(days: Int.random(in: 0...4, using: &work.random))
            let event = work.act(in: story)
            do throws(Refusal) {
                let events = try story.found.decide(event, given: story.given(event))
                ask(event, story, .success(events))
                for event in events { story.record(event) }
            } catch {
                ask(event, story, .failure(error))
            }
        }
        return story
    }

    @Test(arguments: seeds) func `replaying the journal gives the very same case`(seed: UInt64) {
        let story = walk(seed)
        #expect(AssistanceCase(replaying: story.journal, id: CaseID(1)) == story.found)
        #expect(story.found.version == story.journal.count)
    }

    /// The walks are worth something only if they get everywhere.
    @Test func `random acts reach every stage and most kinds of act`() {
        var stages: Set<CaseStage> = []
        var kinds: Set<ActKind> = []
        for seed in Self.seeds {
            let story = walk(seed) { _, story, _ in stages.insert(story.found.stage) }
            kinds.formUnion(story.kinds)
        }
        #expect(stages == Set(CaseStage.allCases))
        #expect(kinds.count > 60, "\(ActKind.recordable.subtracting(kinds))")
    }

    @Test(arguments: seeds)
    func `00.levels: no act of steps 03 to 15 is accepted of a level that does not hold the case`(
        seed: UInt64
    ) {
        _ = walk(seed) { event, story, answer in
            guard case .success = answer, let level = event.levelByTheManual(story) else { return }
            let holding = Holding(of: story.journal)
            #expect(holding.level == level, "seed \(seed): \(event)")
            #expect(!holding.isPending || event.endsWaiting, "seed \(seed): \(event)")
        }
    }

    @Test(arguments: seeds) func `the same act a second time on one day is refused`(seed: UInt64) {
        _ = walk(seed) { event, story, answer in
            guard case .success(let events) = answer else { return }
            var after = story
            for event in events { after.record(event) }
            #expect(after.refusal(event) != nil, "seed \(seed): \(event)")
        }
    }

    @Test(arguments: seeds) func `a refusal by the procedure names a clause that there is`(seed: UInt64) {
        _ = walk(seed) { event, _, answer in
            guard case .failure(let refusal) = answer else { return }
            switch refusal {
            case .procedure(let obstacle):
                #expect(obstacle.clause.isKnown, "\(obstacle)")
                #expect(refusal.clause == obstacle.clause)
            case .caseClosed, .cannotReopen: break
            case _: Issue.record("seed \(seed): \(event) is refused as \(refusal)")
            }
        }
    }

    @Test func `every kind of act and every word left out has a clause that there is`() {
        for kind in ActKind.allCases {
            for what in Obstacle.Missing.allCases {
                #expect(Obstacle.wordsMissing(kind, what: what).clause.isKnown)
            }
            #expect(Obstacle.alreadyDone(kind).clause.isKnown)
        }
        for level in Level.allCases {
            #expect(Obstacle.noOwner(level).clause.isKnown && Obstacle.noContact(level).clause.isKnown)
        }
        for kind in PlanKind.allCases { #expect(Obstacle.noPlan(kind).clause.isKnown) }
    }

    /// Nothing but what the act itself is, and what the manual says follows at once (L.11).
    @Test(arguments: seeds) func `L.11: what follows from an act by itself is never a matter of weight`(
        seed: UInt64
    ) {
        let byItself: Set<ActKind> = [
            .recordsOpened, .caseClosed, .retentionConcern, .employed, .fileUploaded, .planItemSet,
            .registerEntered, .certificateIssued, .paperAttached, .recognised,
        ]
        _ = walk(seed) { event, _, answer in
            guard case .success(let events) = answer else { return }
            #expect(events.first == event)
            let followed = Set(events.dropFirst().map(\.kind))
            #expect(followed.isSubset(of: byItself))
            #expect(followed.isSubset(of: event.consequenceKinds), "\(event)")
            // A case ends by itself only with the waiver that the person signed, or with the ground on which
            // somebody said that the conditions no longer hold; a recognition follows only from a review's.
            #expect(
                !followed.contains(.caseClosed) || event.kind == .waived || event.kind == .conditionsRechecked
            )
            #expect(!followed.contains(.recognised) || event.kind == .reviewDecided)
        }
    }

    /// 00.goal: a step once reached is left only downwards from 稳定, and then to 帮扶.
    @Test(arguments: seeds) func `00.goal: nobody drops out between two of the four counters`(seed: UInt64) {
        var last = begun(seed).found.goal
        _ = walk(seed) { event, story, _ in
            let now = story.found.goal
            #expect(now >= min(last, .helped), "seed \(seed): \(event)")
            let recognition = story.found.recognition
            #expect(now == .appeared || recognition.recognised != nil || recognition.past != nil)
            last = now
        }
    }

    @Test(arguments: seeds) func `an act withdrawn is as never done, as far as duties go`(seed: UInt64) {
        let story = walk(seed, acts: 120)
        var random = ObligationsRandom(state: seed)
        let acts = story.acts.acts
        guard let act = acts.dropFirst().randomElement(using: &random) else { return }
        let taken = Act(
            .assistanceCase(.withdrawn(act.id, reason: "记错")), id: ActID(acts.count + 1),
            occurred: story.day, recorded: Instant(startOf: story.day))
        let horizon = story.day.adding(days: 45)
        func duties(_ acts: [Act]) -> [Obligation] {
            obligations(
                of: Journal(acts: acts), under: .ofCases, calendar: ObligationsSamples.calendar,
                through: horizon)
        }
        #expect(!duties(acts).isEmpty || story.found.recognition.recognised == nil)
        #expect(duties(acts + [taken]) == duties(acts.filter { $0.id != act.id }), "seed \(seed)")
    }
}

/// Who holds the case, told from the journal alone.
private struct Holding {
    var level: Level?
    var isPending = false

    init(of journal: [Recorded<CaseEvent>]) {
        var isRecognised = false
        for entry in journal {
            switch entry.event {
            case .recognition(.recognised):
                isRecognised = true
                level = level ?? .village
            case .handover(.handedUp(let handUp)): (level, isPending) = (handUp.to, true)
            case .handover(.received): isPending = false
            case .handover(.handedBack(_, let to, _)): (level, isPending) = (to, false)
            case .reopened(_, let new): (level, isPending) = (isRecognised ? new ?? .village : nil, false)
            case _: break
            }
        }
    }
}

extension CaseEvent {
    /// The level to which an act of steps 03 to 15 belongs; `nil` for all other acts.
    fileprivate func levelByTheManual(_ story: CaseStory) -> Level? {
        switch self {
        case .aid(.ownerAssigned(let assignment)): assignment.level
        case .aid(.contacted(let contact)): contact.level
        case .aid(.guided(let guidance)): guidance.level
        case .aid(.vacancyTold(let level, _)): level
        case .aid(.recommended(let recommendation)): recommendation.level
        case .aid(.interviewSet(_, let interview)): interview.level
        case .aid(.recommendationMoved(_, let progress)): progress.level
        case .aid(.recommendationEnded(_, let outcome)): outcome.level
        case .aid(.assessed), .aid(.agreementSigned), .aid(.agreementRefused), .aid(.townUnsolved): .town
        case .aid(.tested), .aid(.analysed), .welfare: .district
        case .handover(.handedUp(let handUp)): handUp.from
        case .handover(.received(let level, _)), .handover(.kept(let level, _)),
            .handover(.handedBack(let level, _, _)):
            level
        case .handover(.fileUploaded), .handover(.consulted): .town
        case .handover(.panelMet), .handover(.handedToWelfare): .district
        case .plan(.adopted(let plan)):
            plan.kind == .entry ? .village : plan.kind == .personal ? .town : .district
        case .training(.enrolled), .training(.trained):
            // Step 19 trains those who work; step 09 is the town's and 15.r1 the district's.
            story.found.care.job != nil ? nil : story.found.care.holder == .district ? .district : .town
        case _: nil
        }
    }

    fileprivate var endsWaiting: Bool {
        switch self {
        case .handover(.received), .handover(.handedBack): true
        case _: false
        }
    }
}

extension RuleSet {
    /// A few deadlines of the later steps, written by hand.
    static let ofCases = RuleSet([
        rule("first.vacancy", "05.r1", [.recognised], .within(.workdays(3)), [ActPattern(.vacancyTold)]),
        rule("records", "02.r6", [.recognised], .within(.days(0)), [ActPattern(.recordsOpened)]),
        rule(
            "aide.weekly", "03.r2", [.aideAssigned], .each(.week), [ActPattern(.contacted, [.by: "aide"])],
            ends: [.handedUp, .caseClosed]),
        rule(
            "plan.item", "07.w3", [.planItemSet, .planItemMoved],
            .once(DeadlineRule.Once(.within(.days(0)), from: .field(.planned))),
            [ActPattern([.planItemDone, .planItemMoved], of: .anchor)], ends: [.planEnded]),
        rule("town.plan", "06.r1", [.handedUp], .within(.days(3)), [ActPattern(.planAdopted)]),
        rule(
            "employment.notify", "16.r1", [.employed], .within(.workdays(3)),
            [ActPattern(.registrationNotified)]),
        rule(
            "retention.weekly", "18.w3", [.retentionConcern], .each(.week), [ActPattern(.retentionGuided)],
            ends: [.retentionClosed, .jobLost]),
    ])

    private static func rule(
        _ key: String, _ clause: Clause, _ starts: [ActKind], _ timing: DeadlineRule.Timing,
        _ metBy: [ActPattern], ends: [ActKind] = []
    ) -> DeadlineRule {
        var rule = DeadlineRule(
            key: RuleKey(key), clauses: [clause], scope: .case, owedBy: .aide,
            starts: starts.map { DeadlineRule.Start(ActPattern($0)) }, timing: timing, metBy: [metBy],
            inForce: Day(daysSince1970: 15_340))
        rule.ends = ends.map { ActPattern($0) }
        return rule
    }
}
