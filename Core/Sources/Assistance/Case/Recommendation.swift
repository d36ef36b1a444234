// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A vacancy as it was told to somebody.
public struct VacancyNote: Hashable, Sendable, Codable {
    public let employer: String
    public let post: String
    public let place: String
    public let pay: String
    public let requirements: String
    /// The registered vacancy, where it is one: its places follow what becomes of the recommendation.
    public let vacancyID: VacancyID?

    public init(
        employer: String, post: String, place: String, pay: String, requirements: String,
        vacancyID: VacancyID? = nil
    ) {
        self.employer = employer
        self.post = post
        self.place = place
        self.pay = pay
        self.requirements = requirements
        self.vacancyID = vacancyID
    }
}

/// 岗位推荐 (05.w2, 10.w3, 14.w3).
public struct Recommendation: Hashable, Sendable, Codable {
    public let level: Level
    public let vacancy: VacancyNote
    /// The day on which the employer confirmed that it is open and what it requires (05.w2, 05.r2).
    public let confirmed: Day
    public let confirmedBy: String
    /// Why it was chosen, as it was worked out that day; `nil` where nothing was matched.
    public let fit: Fit?
    /// Why it was chosen although a limit fails (05.r2); empty where none does.
    public let overriding: String?

    public init(
        level: Level, vacancy: VacancyNote, confirmed: Day, confirmedBy: String, fit: Fit? = nil,
        overriding: String? = nil
    ) {
        self.level = level
        self.vacancy = vacancy
        self.confirmed = confirmed
        self.confirmedBy = confirmedBy
        self.fit = fit
        self.overriding = overriding
    }
}

/// 约定面试 (05.w3).
public struct Interview: Hashable, Sendable, Codable {
    public let level: Level
    public let day: Day
    public let place: String
    /// Who goes along; empty if nobody does, with the reason (05.r3).
    public let escort: String
    public let whyAlone: String

    public init(level: Level, day: Day, place: String, escort: String, whyAlone: String) {
        self.level = level
        self.day = day
        self.place = place
        self.escort = escort
        self.whyAlone = whyAlone
    }
}
