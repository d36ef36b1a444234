// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 招聘会: a job fair or a special one, with its stands, whom it invited and what came of it (14.w3).
public struct Fair: Hashable, Sendable, Codable, Identifiable {
    public let id: FairID
    /// The office that holds it.
    public let unit: UnitID
    public var facts: FairFacts
    /// By number.
    public var stands: [FairStand]
    /// In the order of inviting.
    public var guests: [FairGuest]
    /// 现场来访: people without an invitation, as a number only.
    public var walkIns: Int
    public var announcedOn: Day?
    /// The act with which day, hours or place changed last after it was announced: whoever was told before is told
    /// anew.
    public var changed: ActID?
    public var cancelledOn: Day?
    /// Why it is not held; empty while it is.
    public var cancelledFor: String
    /// 办结: its results are whole.
    public var closedOn: Day?
    public var version: Int
}

/// What a fair is, and where and when.
public struct FairFacts: Hashable, Sendable, Codable {
    public var title: String
    public var kind: FairKind
    /// 面向人群 of a special fair, in words.
    public var audience: String
    /// Whom a special fair is for, as far as records tell it; empty for everybody.
    public var categories: [HardshipCategory]
    /// A line of work that a special fair is for: one of the questionnaire's skills.
    public var occupation: String?
    public var day: Day
    public var hours: FairHours
    public var place: String
    /// 交通、注意事项, for everybody to read.
    public var note: String
    /// Where one asks, for everybody to read.
    public var phone: String

    public init(
        title: String, kind: FairKind = .general, audience: String = "",
        categories: [HardshipCategory] = [], occupation: String? = nil, day: Day, hours: FairHours,
        place: String, note: String = "", phone: String = ""
    ) {
        self.title = title
        self.kind = kind
        self.audience = audience
        self.categories = categories
        self.occupation = occupation
        self.day = day
        self.hours = hours
        self.place = place
        self.note = note
        self.phone = phone
    }
}

/// 综合招聘会 or 专场招聘会. Raw values are the storage format.
public enum FairKind: String, CaseIterable, Hashable, Sendable, Codable {
    case general, special
}

/// From when until when on the day, in minutes after midnight.
public struct FairHours: Hashable, Sendable, Codable {
    public let opens: Int
    public let closes: Int

    public init(opens: Int, closes: Int) {
        self.opens = opens
        self.closes = closes
    }

    /// Whether it opens before it closes, within one day.
    public var isForward: Bool { 0 <= opens && opens < closes && closes <= 24 * 60 }
}

/// 展位: an employer at the fair with the vacancies that it offers there.
public struct FairStand: Hashable, Sendable, Codable {
    public let number: Int
    /// As it was when the stand was given; a merged entry is followed when the stand is read.
    public let employer: EmployerID
    public let vacancies: [VacancyID]
    /// What the employer said afterwards.
    public var result: StandResult?

    public init(number: Int, employer: EmployerID, vacancies: [VacancyID], result: StandResult? = nil) {
        self.number = number
        self.employer = employer
        self.vacancies = vacancies
        self.result = result
    }
}

/// What an employer says of its day at the fair, as numbers of people.
public struct StandResult: Hashable, Sendable, Codable {
    /// 洽谈.
    public let talked: Int
    /// 达成意向.
    public let intents: Int
    /// 现场录用.
    public let hired: Int

    public init(talked: Int, intents: Int, hired: Int) {
        self.talked = talked
        self.intents = intents
        self.hired = hired
    }

    /// Nobody comes to an understanding without a talk, and nobody is hired without one.
    public var isPlausible: Bool {
        0 <= hired && hired <= intents && intents <= talked && talked <= 9999
    }
}

/// Somebody who was invited.
public struct FairGuest: Hashable, Sendable, Codable {
    public let caseID: CaseID
    /// The vacancies meant.
    public let vacancies: [VacancyID]
    public let on: Day
    /// The act with which the guest was told last: the invitation, or a call after a change.
    public var told: ActID
    /// 签到.
    public var came: Arrival?
    public var result: GuestResult?

    /// How somebody signed in.
    public struct Arrival: Hashable, Sendable, Codable {
        public let act: ActID
        public let by: ArrivalMeans
    }
}

/// 签到方式. Raw values are the storage format.
public enum ArrivalMeans: String, CaseIterable, Hashable, Sendable, Codable {
    /// 工作人员登记, by name.
    case desk
    /// 工作人员扫码, by the code of the invitation.
    case code
    /// 本人签到, at the entrance or on one's own phone.
    case own
}

/// What came of the day for somebody who was invited.
public struct GuestResult: Hashable, Sendable, Codable {
    public let outcome: GuestOutcome
    /// The vacancy talked about.
    public let vacancy: VacancyID?
    public let words: String

    public init(outcome: GuestOutcome, vacancy: VacancyID? = nil, words: String = "") {
        self.outcome = outcome
        self.vacancy = vacancy
        self.words = words
    }
}

/// How far somebody came at the fair. Raw values are the storage format.
public enum GuestOutcome: String, CaseIterable, Hashable, Sendable, Codable {
    /// 达成意向: a recommendation follows.
    case intent
    /// 现场录用.
    case hired
    /// 洽谈未成.
    case talked
    /// 到场未洽谈.
    case looked
    /// 未到场.
    case absent

    /// Whether a recommendation ought to follow, so that the job is followed up as any other (14.w3, 05.w4).
    public var wantsRecommendation: Bool {
        switch self {
        case .intent, .hired: true
        case .talked, .looked, .absent: false
        }
    }
}

/// Where a fair stands on a day: derived, never stored. Raw values stand in addresses.
public enum FairStanding: String, CaseIterable, Hashable, Sendable, Codable {
    /// 筹备中: not announced.
    case planned
    /// 已公布.
    case coming
    /// 今天举行.
    case today
    /// 待办结: the day is past, the results are not whole.
    case over
    /// 已办结.
    case closed
    case cancelled
}

extension Fair {
    /// Where it stands on `day`.
    public func standing(on day: Day) -> FairStanding {
        if cancelledOn != nil { return .cancelled }
        if closedOn != nil { return .closed }
        if announcedOn == nil { return .planned }
        return day < facts.day ? .coming : day == facts.day ? .today : .over
    }

    /// Whether everybody may read of it: announced, a cancelled one until its day is past.
    public func isPublic(on day: Day) -> Bool {
        announcedOn != nil && (cancelledOn == nil || day <= facts.day)
    }

    /// All vacancies of its stands, each once.
    public var vacancies: [VacancyID] { stands.flatMap(\.vacancies) }

    public func stand(_ number: Int) -> FairStand? { stands.first { $0.number == number } }

    /// The stand at which a vacancy is offered.
    public func stand(of vacancy: VacancyID) -> FairStand? {
        stands.first { $0.vacancies.contains(vacancy) }
    }

    public func guest(_ id: CaseID) -> FairGuest? { guests.first { $0.caseID == id } }

    /// Whether somebody is still to be told that it is held elsewhere, at another time or not at all.
    ///
    /// Once the day is past nobody is told any more.
    public func isToBeTold(_ guest: FairGuest, on day: Day) -> Bool {
        guard day <= facts.day, closedOn == nil, guest.came == nil else { return false }
        return changed.map { guest.told < $0 } ?? false
    }
}
