// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

/// One case told act by act: each is decided, recorded with what follows from it, and applied.
struct CaseStory {
    private(set) var journal: [Recorded<CaseEvent>]
    private(set) var found: AssistanceCase
    /// The day on which acts happen.
    var day: Day
    var numbers = ProcedureNumbers()

    static let start = Day(year: 2026, month: 3, day: 2) ?? .earliest
    static let listing = Listing(
        categories: [.init(category: .ageBand, because: [], reason: "核实")], declined: [],
        isAbleAndWilling: true)

    /// Somebody listed as hardship.
    init() {
        day = Self.start
        found = AssistanceCase(
            listing: Self.listing, person: PersonID(1), village: UnitID(4), id: CaseID(1))
        journal = [
            Recorded(
                id: 1, occurred: day, recorded: Instant(startOf: day), by: AccountID(1),
                event: .listed(person: PersonID(1), village: UnitID(4), Self.listing))
        ]
    }

    /// Does an act and what follows from it.
    @discardableResult
    mutating func act(_ event: CaseEvent, after days: Int = 0) throws(Refusal) -> [CaseEvent] {
        day = day.adding(days: days)
        let events = try found.decide(event, given: given(event))
        for event in events { record(event) }
        return events
    }

    /// Papers and entries were gone through at the counter, and all was there (02.r3, 02.r4).
    mutating func check(after days: Int = 0) throws(Refusal) {
        try act(.recognition(.papersChecked(PapersCheck([]))), after: days)
        try act(.recognition(.itemsVerified(.all)))
    }

    /// Writes an event without asking.
    mutating func record(_ event: CaseEvent) {
        let id = ActID(journal.count + 1)
        journal.append(
            Recorded(
                id: id, occurred: day, recorded: Instant(startOf: day), by: AccountID(1), event: event))
        found.apply(event, act: id, on: day)
    }

    func given(_ event: CaseEvent) -> Given {
        Given(
            day: day,
            standing: journal.filter { $0.occurred == day && $0.event.kind == event.kind }.map(\.event),
            numbers: numbers)
    }

    /// Why an act is refused now; `nil` when it is not.
    func refusal(_ event: CaseEvent) -> Refusal? {
        do throws(Refusal) {
            _ = try found.decide(event, given: given(event))
            return nil
        } catch {
            return error
        }
    }

    /// What stands in the way by the procedure.
    func obstacle(_ event: CaseEvent) -> Obstacle? {
        if case .procedure(let obstacle) = refusal(event) { obstacle } else { nil }
    }

    /// The number of the newest act.
    var last: ActID { ActID(journal.count) }

    /// The journal as rules read it.
    var acts: Journal {
        Journal(
            acts: journal.map {
                Act(.assistanceCase($0.event), id: $0.id, occurred: $0.occurred, recorded: $0.recorded)
            })
    }

    var kinds: [ActKind] { journal.map(\.event.kind) }
}

// MARK: - How far a story has come

extension CaseStory {
    /// Registered, accepted and recognised: the village holds the case.
    static func recognised() throws -> CaseStory {
        var story = CaseStory()
        try story.act(.registrationReceived(note: ""))
        try story.check()
        try story.act(.recognition(.accepted(note: "材料齐全")))
        try story.act(.recognition(.recognised(number: "990000-1", note: "")))
        return story
    }

    /// An aide helps, and has spoken with the person.
    static func atVillage() throws -> CaseStory {
        var story = try recognised()
        try story.act(.assigned(.village, 5))
        try story.act(.contacted(.village))
        return story
    }

    /// Handed up and taken in by the town, an interim owner has spoken with the person.
    static func atTown() throws -> CaseStory {
        var story = try atVillage()
        try story.act(.handedUp(from: .village))
        try story.act(.received(.town, 6))
        try story.act(.contacted(.town))
        return story
    }

    /// The consultation has appointed the specialist.
    static func withSpecialist() throws -> CaseStory {
        var story = try atTown()
        try story.act(.handover(.consulted(.agreed)))
        try story.act(.assigned(.town, 8))
        return story
    }

    /// Handed up and taken in by the district.
    static func atDistrict() throws -> CaseStory {
        var story = try atTown()
        try story.act(.aid(.townUnsolved(reason: "镇内没有合适岗位")))
        try story.act(.handedUp(from: .town))
        try story.act(.received(.district, 9))
        try story.act(.contacted(.district))
        return story
    }

    /// Three district recommendations failed, and the analysis is written.
    static func toWelfare() throws -> CaseStory {
        var story = try atDistrict()
        for _ in 1...3 { try story.fail(.postGone, at: .district) }
        try story.act(.aid(.analysed(.whole)))
        try story.act(.handover(.handedToWelfare(reason: "三次推荐未成功")))
        return story
    }

    /// In work, from a village recommendation.
    static func employed(_ form: JobForm = .hired) throws -> CaseStory {
        var story = try atVillage()
        try story.fail(.employed, at: .village, job: .sample(form, since: story.day))
        return story
    }

    /// Employment registered.
    static func registered(_ form: JobForm = .hired) throws -> CaseStory {
        var story = try employed(form)
        try story.act(.work(.notified(means: .telephone, words: "带身份证办理就业登记")))
        try story.act(.work(.registered(.sample(form, since: story.day))))
        return story
    }

    /// Recommends on the next day and ends it under a code.
    @discardableResult
    mutating func fail(
        _ code: OutcomeCode, at level: Level, isOwn: Bool = false, isExcused: Bool = false, job: Job? = nil
    ) throws -> [CaseEvent] {
        try act(.recommended(level, on: day.adding(days: 1)), after: 1)
        return try act(
            .ended(
                last,
                RecommendationOutcome(
                    level: level, code: code, isPersonsReason: isOwn, isExcused: isExcused, words: "说明",
                    job: job)))
    }
}

// MARK: - Acts as forms send them

extension [VerifiedItem] {
    /// Every entry, agreeing with the paper.
    static var all: [VerifiedItem] { ApplicationItem.allCases.map { VerifiedItem($0, before: "") } }
}

extension CaseEvent {
    static func assigned(
        _ level: Level, _ account: Int, isInterim: Bool = false, reason: String = ""
    ) -> CaseEvent {
        .aid(
            .ownerAssigned(
                Assignment(
                    level: level, account: AccountID(account), name: "宋佳", isInterim: isInterim,
                    reason: reason)))
    }

    static func contacted(
        _ level: Level, reached: Bool = true, words: String = "讲解援助内容", view: String = "想在家附近做家政",
        mood: Mood? = .steady, wantsToLeave: Bool = false
    ) -> CaseEvent {
        .aid(
            .contacted(
                Contact(
                    level: level, means: .telephone, wasReached: reached, words: words, view: view,
                    mood: mood, wantsToLeave: wantsToLeave)))
    }

    static func recommended(_ level: Level, on day: Day, confirmed: Day? = nil, by: String = "刘经理")
        -> CaseEvent
    {
        .aid(
            .recommended(
                Recommendation(
                    level: level,
                    vacancy: VacancyNote(
                        employer: "顺意家政", post: "保洁员", place: "杨镇", pay: "3500元", requirements: "无"),
                    confirmed: confirmed ?? day, confirmedBy: by)))
    }

    static func ended(_ act: ActID, _ outcome: RecommendationOutcome) -> CaseEvent {
        .aid(.recommendationEnded(of: act, outcome))
    }

    static func interview(_ act: ActID, _ level: Level, escort: String = "宋佳", whyAlone: String = "")
        -> CaseEvent
    {
        .aid(
            .interviewSet(
                of: act,
                Interview(
                    level: level, day: CaseStory.start.adding(days: 9), place: "顺意家政", escort: escort,
                    whyAlone: whyAlone)))
    }

    static func handedUp(
        from level: Level, _ cause: HandUpCause = .beyondLevel, reason: String = "本级没有合适岗位"
    ) -> CaseEvent {
        .handover(
            .handedUp(
                HandUp(
                    from: level, to: level.above ?? level, cause: cause, reason: reason, through: 1)))
    }

    static func received(_ level: Level, _ account: Int) -> CaseEvent {
        .handover(
            .received(
                level: level,
                interim: Assignment(
                    level: level, account: AccountID(account), name: "韩雪梅", isInterim: true)))
    }

    static func adopted(
        _ kind: PlanKind, direction: String = "家政服务", view: String = "同意", items: [Plan.Item]? = nil,
        psychology: String = "每周谈心", interviewTraining: String = "模拟面试"
    ) -> CaseEvent {
        .plan(
            .adopted(
                Plan(
                    kind: kind, direction: direction, reasons: ["A"], psychology: psychology,
                    interviewTraining: interviewTraining, view: view,
                    items: items ?? [Plan.Item("参加家政培训", by: CaseStory.start.adding(days: 20))])))
    }

    static func followedUp(_ judged: Stability, mood: Mood? = nil, wantsToLeave: Bool = false) -> CaseEvent {
        .work(
            .followedUp(
                FollowUp(
                    means: .atHome, judged: judged, situation: "在岗", income: 3500, isInsured: true,
                    policies: "社保补贴已申请", mood: mood, wantsToLeave: wantsToLeave)))
    }
}

extension Opinion {
    static let agreed = Opinion(attendants: "韩雪梅、唐文静", words: "适合家政", decision: "家政服务")
}

extension CaseAnalysis {
    static let whole = CaseAnalysis(course: "三次推荐", causes: "年龄偏大", advice: "公益性岗位")
}

extension Job {
    static func sample(_ form: JobForm = .hired, since: Day = CaseStory.start) -> Job {
        Job(form: form, employer: "顺意家政", post: "保洁员", since: since)
    }
}

extension WorkRegistration {
    static func sample(
        _ form: JobForm = .hired, since: Day = CaseStory.start, employer: String = "顺意家政",
        place: String = "杨镇"
    ) -> WorkRegistration {
        WorkRegistration(
            job: Job(form: form, employer: employer, post: "保洁员", since: since), number: "990000-7",
            place: place, isUnstable: false)
    }
}
