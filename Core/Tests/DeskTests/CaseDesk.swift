// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

/// The sample district with a few deadlines of the later steps, where cases are acted in.
struct CaseDesk {
    let stage: Stage

    static func set() async throws -> CaseDesk { CaseDesk(stage: try await Stage.set()) }

    var store: any Store { stage.store }

    static let pack = pack(fitting: .usual)

    static func pack(fitting: FitRules) -> PolicyPack {
        PolicyPack(
            name: "sample", title: "就业援助（示例）", digest: Sample.pack.digest, units: Sample.pack.units,
            calendar: Sample.calendar, rules: RuleSet(Sample.rules.rules + later), hardship: Sample.hardship,
            window: EntryWindow(lateEntryDays: 30), form: Sample.form, identity: .withMadeUpPeople,
            lists: ["status-systems": ["甲系统", "乙系统"]], fitting: fitting)
    }

    private static let later = [
        rule("aide.weekly", "03.r2", .aide, [.aideAssigned], .each(.week), [.contacted], ends: [.handedUp]),
        rule("first.vacancy", "05.r1", .aide, [.recognised], .within(.workdays(3)), [.vacancyTold]),
        rule("town.two", "10.r2", .specialist, [.handUpReceived], .within(.days(2)), [.recommended]),
        rule("town.plan", "06.r1", .planOwner, [.handUpReceived], .within(.days(3)), [.planAdopted]),
        rule("notify", "16.r1", .town, [.employed], .within(.workdays(3)), [.registrationNotified]),
    ]

    private static func rule(
        _ key: String, _ clause: Clause, _ owner: Owner, _ starts: [ActKind], _ timing: DeadlineRule.Timing,
        _ metBy: [ActKind], ends: [ActKind] = []
    ) -> DeadlineRule {
        var rule = DeadlineRule(
            key: RuleKey(key), clauses: [clause], scope: .case, owedBy: owner,
            starts: starts.map { DeadlineRule.Start(ActPattern($0)) }, timing: timing,
            metBy: [metBy.map { ActPattern($0) }], inForce: Sample.day(2012, 1, 1))
        rule.ends = ends.map { ActPattern($0) }
        return rule
    }

    func office(on day: Day = Sample.today) async throws -> Office {
        Office(
            store: store, pack: Self.pack, tree: UnitTree(try await store.units()),
            now: Instant(startOf: day).adding(seconds: 9 * 3600), today: day)
    }

    /// The newest case of somebody.
    func found(_ member: CastMember) async throws -> AssistanceCase { try await stage.liveCase(member) }

    /// An act as the account sends it, on the version that stands unless another is given.
    @discardableResult
    func act(
        _ event: CaseEvent, of member: CastMember, by account: Account, on day: Day = Sample.today,
        entered: Day? = nil, version: Int? = nil, isConfirmed: Bool = false, once: OnceKey? = nil
    ) async throws -> Receipt {
        let found = try await found(member)
        return try await office(on: entered ?? day).act(
            event, in: found.id, version: version ?? found.version, on: day, isConfirmed: isConfirmed,
            by: account.actor, once: once)
    }

    func withdraw(_ act: ActID, of member: CastMember, by account: Account, on day: Day = Sample.today)
        async throws
    {
        let found = try await found(member)
        _ = try await office(on: day).withdraw(
            act, in: found.id, version: found.version, reason: "记错", by: account.actor)
    }

    func history(_ member: CastMember) async throws -> [Recorded<CaseEvent>] {
        try await store.history(of: .assistanceCase(found(member).id)).caseEvents
    }

    /// All papers are there, and every entry agrees with them (02.r3, 02.r4).
    func check(_ member: CastMember = Sample.wangXiulan, on day: Day = Sample.today) async throws {
        let found = try await found(member)
        let papers = PapersCheck(complete: try await office(on: day).requiredPapers(of: found))
        let person = try #require(try await store.person(found.person))
        _ = try await office(on: day).act(
            [
                .recognition(.papersChecked(papers)),
                .recognition(.itemsVerified(VerifiedItem.agreeing(person.facts))),
            ], in: found.id, version: found.version, on: day, by: Sample.yangzhenClerk.actor)
    }

    /// The newest act of a kind that stands.
    func newest(_ kind: ActKind, of member: CastMember) async throws -> ActID {
        try #require(try await history(member).last { $0.event.kind == kind }?.id)
    }
}

// MARK: - How far a case has come

extension CaseDesk {
    /// Listed, registered, recognised; the village holds the case.
    @discardableResult
    func recognise(_ member: CastMember = Sample.wangXiulan, on day: Day = Sample.today) async throws
        -> AssistanceCase
    {
        try await stage.list(member, on: day)
        let clerk = Sample.yangzhenClerk
        try await act(.registrationReceived(note: ""), of: member, by: clerk, on: day)
        try await check(member, on: day)
        try await act(.recognition(.accepted(note: "")), of: member, by: clerk, on: day)
        try await act(.recognition(.recognised(number: "990000-1", note: "")), of: member, by: clerk, on: day)
        return try await found(member)
    }

    /// With an aide who has spoken with the person.
    @discardableResult
    func help(_ member: CastMember = Sample.wangXiulan, on day: Day = Sample.today) async throws
        -> AssistanceCase
    {
        let found = try await recognise(member, on: day)
        _ = try await office(on: day).assign(
            Sample.aide.id, at: .village, in: found.id, version: found.version, on: day,
            by: Sample.shalingWorker.actor)
        try await act(.contact(.village), of: member, by: Sample.aide, on: day)
        return try await self.found(member)
    }

    /// Handed up and taken in by the town, the clerk being the interim owner.
    @discardableResult
    func handUp(_ member: CastMember = Sample.wangXiulan, on day: Day = Sample.today) async throws
        -> AssistanceCase
    {
        try await help(member, on: day)
        try await act(.handUp(from: .village), of: member, by: Sample.aide, on: day)
        let found = try await found(member)
        _ = try await office(on: day).receive(
            found.id, version: found.version, at: .town, interim: Sample.yangzhenClerk.id, on: day,
            by: Sample.yangzhenClerk.actor)
        return try await self.found(member)
    }

    /// A recommendation that ended in work.
    func employ(_ member: CastMember = Sample.wangXiulan, on day: Day = Sample.today) async throws {
        try await act(.recommend(.village, on: day), of: member, by: Sample.aide, on: day)
        let act = try await newest(.recommended, of: member)
        try await self.act(.outcome(act, .employed, job: .sample), of: member, by: Sample.aide, on: day)
    }
}

extension Job {
    static let sample = Job(form: .hired, employer: "顺意家政", post: "保洁员", since: Sample.today)
}

extension CaseEvent {
    static func contact(_ level: Level, _ words: String = "讲解援助内容", wantsToLeave: Bool = false) -> CaseEvent {
        .aid(
            .contacted(
                Contact(
                    level: level, means: .telephone, words: words, view: "想做家政", mood: .steady,
                    wantsToLeave: wantsToLeave)))
    }

    static func handUp(from level: Level) -> CaseEvent {
        .handover(
            .handedUp(
                HandUp(
                    from: level, to: level.above ?? level, cause: .beyondLevel, reason: "本级没有合适岗位",
                    through: 1)))
    }

    static func recommend(_ level: Level, on day: Day) -> CaseEvent {
        .aid(
            .recommended(
                Recommendation(
                    level: level,
                    vacancy: VacancyNote(
                        employer: "顺意家政", post: "保洁员", place: "杨镇", pay: "", requirements: ""),
                    confirmed: day, confirmedBy: "刘经理")))
    }

    static func outcome(_ act: ActID, _ code: OutcomeCode, job: Job? = nil) -> CaseEvent {
        .aid(
            .recommendationEnded(
                of: act, RecommendationOutcome(level: .village, code: code, words: "说明", job: job)))
    }
}
