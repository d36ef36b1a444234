// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 一轮援助: where a case stands in its present round (spec/flow.md). Counts and owners are those of the round.
public struct Care: Hashable, Sendable, Codable {
    /// 1 for the first round.
    public var number: Int
    /// The day on which help began, over all rounds: from then on somebody counts as helped (00.goal).
    public var helped: Day?
    /// The level that holds the case; `nil` while the person is listed only.
    public var holder: Level?
    /// The day from which the present holder has it: no act of the round lies before it.
    public var since: Day?
    /// A hand-up that its receiver has not acknowledged yet.
    public var handUp: HandUp?
    /// Who helps, at most one a level.
    public var assignments: [Assignment] = []
    /// Reached contacts by level in the order of ``Level/helping``.
    public var contacts: [LevelContacts] = []
    public var mood: Mood?
    /// What the person wants of a job, as last told; kept from round to round.
    public var wish: JobWish?
    public var plans: [LivePlan] = []
    public var recommendations: [LiveRecommendation] = []
    /// What was recommended in the rounds before this one; `nil` where nothing was.
    public var past: [PastRound]?
    /// 协议 signed or refused with the present specialist.
    public var isAgreementSettled = false
    /// The day on which the appointed specialist first reached the person (07.w2).
    public var metSpecialist: Day?
    /// The newest consultation of the town in this stay (07.w1).
    public var consulted: ActID?
    /// 暂不上交, as long as nothing failed since.
    public var kept: ActID?
    public var unsolved: ActID?
    public var panel: ActID?
    public var analysis: ActID?
    public var handedToWelfare: ActID?
    public var welfare: WelfarePlacement?
    /// Training finished in this round.
    public var isTrained = false
    public var job: Job?
    public var notified: Day?
    public var registered: WorkRegistration?
    public var registeredOn: Day?
    public var followUp: FollowUpState?
    /// Why the job was lost, in a round that has no new one.
    public var jobLost: Day?
    public var concern: ActID?
    public var retentionGuided: [ActID] = []
    public var pausedUntil: Day?

    /// Contacts with one level.
    public struct LevelContacts: Hashable, Sendable, Codable {
        public let level: Level
        public var count: Int
        public var last: Day
    }

    /// An earlier round, as far as vacancies go.
    public struct PastRound: Hashable, Sendable, Codable {
        public let number: Int
        public let recommendations: [LiveRecommendation]
    }

    /// A recommendation with what became of it.
    public struct LiveRecommendation: Hashable, Sendable, Codable {
        public let act: ActID
        public let on: Day
        public let recommendation: Recommendation
        public var interview: Interview?
        public var outcome: RecommendationOutcome?
        /// 本人答复: whether the person wants to go there, as last told.
        public var reply: Reply?
        /// 已应聘.
        public var applied: Day?
        /// The interview took place.
        public var interviewed: Day?
        /// The day of the outcome.
        public var ended: Day?
        /// 在岗核实: what the latest follow-up said of the job found so.
        public var check: Check?
        /// The day on which the job found so was lost.
        public var left: Day?

        public struct Reply: Hashable, Sendable, Codable {
            public let isWilling: Bool
            public let on: Day
        }

        public struct Check: Hashable, Sendable, Codable {
            public let judged: Stability
            public let on: Day
        }
    }

    /// 公益性岗位安置 from its agreement.
    public struct WelfarePlacement: Hashable, Sendable, Codable {
        public let organisation: String
        public let post: String
        public let starts: Day
        public var started: Day?
    }

    /// What the follow-ups judged.
    public struct FollowUpState: Hashable, Sendable, Codable {
        /// Of the latest day, whenever it was entered.
        public internal(set) var judged: Stability
        public internal(set) var last: Day
        /// Months with a follow-up judged stable since the last one judged otherwise.
        public internal(set) var stableMonths: Int
        /// Every judgement since the registration, by day.
        private var judgements: [Judgement]?

        struct Judgement: Hashable, Sendable, Codable {
            let on: Day
            let judged: Stability
        }

        init(_ judged: Stability, on day: Day) {
            self.judged = judged
            last = day
            stableMonths = judged == .stable ? 1 : 0
            judgements = [Judgement(on: day, judged: judged)]
        }

        /// Takes a follow-up in where its day belongs: one entered late counts for its own month.
        mutating func take(_ new: Stability, on day: Day) {
            var all = judgements ?? [Judgement(on: last, judged: judged)]
            all.insert(Judgement(on: day, judged: new), at: all.firstIndex { $0.on > day } ?? all.endIndex)
            judgements = all
            guard let latest = all.last else { return }
            judged = latest.judged
            last = latest.on
            let run = all.reversed().prefix { $0.judged == .stable }
            stableMonths = Set(run.map { YearMonth($0.on) }).count
        }
    }

    public init(number: Int = 1, holder: Level? = nil) {
        self.number = number
        self.holder = holder
    }
}

extension Care {
    /// The one who helps at a level.
    public func assignment(at level: Level) -> Assignment? { assignments.last { $0.level == level } }

    /// Contacts that reached the person.
    public func contactCount(at level: Level) -> Int { contacts.first { $0.level == level }?.count ?? 0 }

    /// The plan in force.
    public func plan(_ kind: PlanKind) -> LivePlan? { plans.last { $0.plan.kind == kind } }

    /// The item set by an act, with its plan.
    public func item(_ act: ActID) -> LiveItem? { plans.flatMap(\.items).first { $0.act == act } }

    /// 未成功的推荐 at a level in this round (L.04).
    public func failures(at level: Level) -> Int {
        recommendations.count { $0.outcome?.level == level && $0.outcome?.isFailure == true }
    }

    /// Whether one failed for the person's own reasons at a level.
    public func hasOwnFailure(at level: Level) -> Bool {
        recommendations.contains { $0.outcome?.level == level && $0.outcome?.isOwn == true }
    }

    /// The recommendation made by an act.
    public func recommendation(_ act: ActID) -> LiveRecommendation? {
        recommendations.first { $0.act == act }
    }

    /// Those without an outcome yet.
    public var openRecommendations: [LiveRecommendation] { recommendations.filter { $0.outcome == nil } }

    /// Whether anything was done for the person yet (00.goal, 帮扶).
    public var hasHelp: Bool {
        helped != nil || !contacts.isEmpty || !plans.isEmpty || !recommendations.isEmpty || job != nil
            || handUp != nil
    }
}
