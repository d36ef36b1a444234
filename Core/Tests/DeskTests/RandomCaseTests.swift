// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Whatever is done in a case, in whatever order, and withdrawn: spec/flow.md, rule 5")
struct RandomCaseTests {
    private static let seeds = [
        UInt64(1), 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 171_754, UInt64.random(in: 100...1_000_000),
    ]

    /// Everybody of the level, so that only the procedure says no.
    private static let everybody = Actor(
        account: Sample.aide.id, name: "多面手",
        grants: [
            Grant(role: .villageWorker, unit: Sample.shaling), Grant(role: .townClerk, unit: Sample.yangzhen),
            Grant(role: .districtClerk, unit: Sample.district),
            Grant(role: .welfareClerk, unit: Sample.district),
            Grant(role: .supervisor, unit: Sample.district),
        ])

    @Test(arguments: seeds)
    func `rows are what the journals say, duties as derived, and nothing withdrawn leaves a trace`(
        seed: UInt64
    ) async throws {
        let desk = try await CaseDesk.set()
        var work = SeededWork(seed: seed)
        let member = Sample.wangXiulan
        try await desk.help(member)
        var day = Sample.today
        var (taken, withdrawn) = (0, 0)
        for _ in 0..<320 {
            day = day.adding(days: Int.random(in: 0...1, using: &work))
            do {
                if Int.random(in: 0..<4, using: &work) == 0 {
                    try await withdraw(in: desk, of: member, on: day, &work)
                    withdrawn += 1
                } else {
                    try await act(in: desk, of: member, on: day, &work)
                    taken += 1
                }
            } catch is Refusal {}
        }
        #expect(taken > 10 && withdrawn > 2, "seed \(seed): \(taken), \(withdrawn)")
        let found = try await desk.found(member)
        let history = try await desk.history(member)
        #expect(AssistanceCase(replaying: history, id: found.id) == found, "seed \(seed)")
        let differences = try await desk.office(on: day).rederiveDuties().differences
        #expect(differences.isEmpty, "seed \(seed)")
        // As if only what stands had ever been done, in the order in which it was.
        let gone = Set(history.compactMap { Event.assistanceCase($0.event).withdraws })
        let standing = history.filter { entry in
            !gone.contains(entry.id) && Event.assistanceCase(entry.event).withdraws == nil
        }
        var clean = try #require(AssistanceCase(replaying: standing, id: found.id))
        clean.version = found.version
        #expect(clean == found, "seed \(seed)")
        // Whoever is in work is in work in the registry.
        let employment = try await desk.stage.person(member).facts.employment
        if found.care.job != nil {
            guard case .employed = employment else {
                Issue.record("seed \(seed): in work, and the registry has \(String(describing: employment))")
                return
            }
        }
    }

    private func withdraw(
        in desk: CaseDesk, of member: CastMember, on day: Day, _ work: inout SeededWork
    ) async throws {
        let found = try await desk.found(member)
        let newest = max(2, found.version - Int.random(in: 0...6, using: &work))
        _ = try await desk.office(on: day).withdraw(
            ActID(newest), in: found.id, version: found.version, reason: "记错", by: Self.everybody)
    }

    private func act(
        in desk: CaseDesk, of member: CastMember, on day: Day, _ work: inout SeededWork
    ) async throws {
        let found = try await desk.found(member)
        let office = try await desk.office(on: day)
        let level = found.care.holder ?? .village
        if found.ended != nil || Int.random(in: 0..<12, using: &work) == 0 {
            let levels: [Level?] = [nil, .village, .town, .district]
            _ = try await office.reopenCase(
                found.id, version: found.version, reason: "又需要帮助",
                at: levels.randomElement(using: &work) ?? nil, on: day, by: Self.everybody)
            return
        }
        let open = found.care.openRecommendations.map(\.act).randomElement(using: &work) ?? ActID(3)
        let words = "说明\(Int.random(in: 0..<1000, using: &work))"
        let account = [Sample.aide, Sample.shalingWorker, Sample.specialist].randomElement(using: &work)
        let owner = Assignment(
            level: level, account: account?.id ?? Sample.aide.id, name: "某某",
            isInterim: Bool.random(using: &work), reason: words)
        let code = OutcomeCode.allCases.randomElement(using: &work) ?? .postGone
        let outcome = RecommendationOutcome(level: level, code: code, words: words, job: .sample)
        let interim = Assignment(level: level, account: Sample.aide.id, name: "某某", isInterim: true)
        let opinion = Opinion(attendants: "某某", words: words, decision: "家政")
        let plan = Plan(
            kind: PlanKind(level: level), direction: words, psychology: "谈心", interviewTraining: "模拟",
            view: "同意", items: [Plan.Item(words, by: day.adding(days: 9))])
        let item = found.care.plan(PlanKind(level: level))?.items.last?.act ?? ActID(3)
        let registration = WorkRegistration(job: .sample, number: words, place: "杨镇", isUnstable: false)
        let judged = Stability.allCases.randomElement(using: &work) ?? .stable
        let events: [CaseEvent] = [
            .aid(.ownerAssigned(owner)), .aid(.ownerAssigned(owner)), .contact(level, words),
            .contact(level, words, wantsToLeave: true), .recommend(level, on: day),
            .recommend(level, on: day), .aid(.recommendationEnded(of: open, outcome)),
            .aid(.recommendationEnded(of: open, outcome)), .handUp(from: level),
            .handover(.received(level: level, interim: interim)),
            .handover(.received(level: level, interim: interim)),
            .handover(
                .handedBack(from: level, to: level == .district ? .town : .village, reason: words)),
            .handover(.kept(level: level, reason: words)), .handover(.consulted(opinion)),
            .handover(.panelMet(opinion)), .aid(.townUnsolved(reason: words)), .plan(.adopted(plan)),
            .plan(.itemDone(plan.kind, of: item, words: words)), .plan(.ended(plan.kind, reason: words)),
            .work(.notified(means: .telephone, words: words)), .work(.registered(registration)),
            .work(
                .followedUp(
                    FollowUp(
                        means: .atHome, judged: judged, situation: words, income: nil, isInsured: nil,
                        policies: "", mood: .low, wantsToLeave: false))),
            .work(.jobLost(reason: words)), .retention(.guided(isGroup: false, words: words)),
            .retention(.closed(result: words)), .recognition(.waived(reason: words, unscanned: words)),
            .training(.trained(course: words, result: "合格")),
        ]
        let event = events.randomElement(using: &work) ?? events[0]
        _ = try await office.act(
            event, in: found.id, version: found.version, on: day, by: Self.everybody)
    }
}
