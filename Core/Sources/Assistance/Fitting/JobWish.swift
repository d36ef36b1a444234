// SPDX-License-Identifier: Apache-2.0

/// 求职意向: what somebody wants of a job, told in a talk (05.w1, 10.w1, 14.w1). What is left open limits nothing.
public struct JobWish: Hashable, Sendable, Codable {
    /// Lines of work: the questionnaire's skills, or words of the person's own.
    public var occupations: [String]
    /// The least pay, yuan a month.
    public var pay: Int?
    /// How the person gets to work.
    public var mode: TravelMode
    /// The longest way to work, minutes one way.
    public var minutes: Int?
    /// Shifts that the person can work; empty for all.
    public var shifts: Set<Shift>
    /// Terms that the person takes; empty for all.
    public var terms: Set<VacancyTerm>
    /// 驾驶证 of a class, as C1; empty where there is none, `nil` where nobody asked.
    public var licence: String?
    /// What the body cannot do, in the person's words: 不能久站.
    public var cannot: String
    /// Anything else, in words.
    public var words: String

    public init(
        occupations: [String] = [], pay: Int? = nil, mode: TravelMode = .bus, minutes: Int? = nil,
        shifts: Set<Shift> = [], terms: Set<VacancyTerm> = [], licence: String? = nil, cannot: String = "",
        words: String = ""
    ) {
        self.occupations = occupations
        self.pay = pay
        self.mode = mode
        self.minutes = minutes
        self.shifts = shifts
        self.terms = terms
        self.licence = licence
        self.cannot = cannot
        self.words = words
    }
}

/// 出行方式. Raw values are the storage format.
public enum TravelMode: String, CaseIterable, Hashable, Sendable, Codable {
    case walk, bicycle, bus, car
}

/// Somebody who looks for work, as far as matching looks: neither sex nor age, ethnicity, household registration or
/// marriage are among it, so that none of them can weigh (research: matching, 7).
public struct Seeker: Hashable, Sendable {
    public let village: UnitID
    public let education: Education?
    /// Held by certificate, the highest trade among them.
    public private(set) var skills: Set<String>
    public let health: Health?
    public let disability: Disability?
    public let wish: JobWish
    /// Whether somebody noted that work must be near home.
    public let mustBeNearby: Bool
    /// 公益性岗位 are for whoever was handed to welfare placement (step 15), and the town's own for whom it helps
    /// (10.w5).
    public let mayTakeWelfare: Bool
    /// Told before in this round, or put aside: not to be proposed again.
    public private(set) var told: Set<VacancyID>

    public init(
        village: UnitID, education: Education? = nil, skills: Set<String> = [], health: Health? = nil,
        disability: Disability? = nil, wish: JobWish = JobWish(), mustBeNearby: Bool = false,
        mayTakeWelfare: Bool = false, told: Set<VacancyID> = []
    ) {
        self.village = village
        self.education = education
        self.skills = skills
        self.health = health
        self.disability = disability
        self.wish = wish
        self.mustBeNearby = mustBeNearby
        self.mayTakeWelfare = mayTakeWelfare
        self.told = told
    }

    /// The same person, for whom these vacancies are not to be proposed either.
    public func avoiding(_ more: Set<VacancyID>) -> Seeker {
        var seeker = self
        seeker.told.formUnion(more)
        return seeker
    }

    /// The same person with more certificates.
    public func learning(_ trade: String) -> Seeker {
        var seeker = self
        seeker.skills.insert(trade)
        return seeker
    }

    /// Whoever a case helps.
    public init(_ person: Person, in found: AssistanceCase) {
        let facts = person.facts
        let trade = facts.trade.map { [$0] } ?? []
        let told = found.care.recommendations.compactMap(\.recommendation.vacancy.vacancyID)
        self.init(
            village: person.village, education: facts.education,
            skills: Set(facts.skills + trade).subtracting(["无", ""]), health: facts.health,
            disability: facts.disability, wish: found.care.wish ?? JobWish(),
            mustBeNearby: facts.mustBeNearby,
            mayTakeWelfare: found.care.handedToWelfare != nil || found.care.holder == .town, told: Set(told))
    }
}
