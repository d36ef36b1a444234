// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The help given to one person, from the day they are listed (spec/flow.md, "When a case opens").
public struct AssistanceCase: Hashable, Sendable, Codable, Identifiable {
    public let id: CaseID
    public let person: PersonID
    public var village: UnitID
    /// The confirmed categories, each with why a person was put there.
    public var listing: Listing
    public var visitClass: VisitClass?
    /// Rounds whose submitted ledger held this case.
    public var ledgers: [LedgerEntry]
    public var visits: [ActID]
    /// The day the town received the registration (01.w5), which ends the escort.
    public var registered: Day?
    public var ended: Ending?
    /// 认定, over all rounds.
    public var recognition: Recognition
    /// The present round of help.
    public var care: Care
    public var version: Int

    public struct Ending: Hashable, Sendable, Codable {
        public let reason: CaseEndReason
        public let note: String
        public let on: Day
    }

    public var isLive: Bool { ended == nil }
    public var categories: [HardshipCategory] { listing.categories.map(\.category) }

    private enum CodingKeys: String, CodingKey {
        case id, person, village, listing, visitClass, ledgers, visits, registered, ended, recognition, care
        case version
    }

    /// Reads a kept state; one of before there were rounds of help is of a person listed only.
    public init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        id = try kept.decode(CaseID.self, forKey: .id)
        person = try kept.decode(PersonID.self, forKey: .person)
        village = try kept.decode(UnitID.self, forKey: .village)
        listing = try kept.decode(Listing.self, forKey: .listing)
        visitClass = try kept.decodeIfPresent(VisitClass.self, forKey: .visitClass)
        ledgers = try kept.decode([LedgerEntry].self, forKey: .ledgers)
        visits = try kept.decode([ActID].self, forKey: .visits)
        registered = try kept.decodeIfPresent(Day.self, forKey: .registered)
        ended = try kept.decodeIfPresent(Ending.self, forKey: .ended)
        recognition = try kept.decodeIfPresent(Recognition.self, forKey: .recognition) ?? Recognition()
        care = try kept.decodeIfPresent(Care.self, forKey: .care) ?? Care()
        version = try kept.decode(Int.self, forKey: .version)
    }
}

/// Confirmed categories (01.w3): a proposal taken over or changed by a named person (L.11).
public struct Listing: Hashable, Sendable, Codable {
    public struct Entry: Hashable, Sendable, Codable {
        public let category: HardshipCategory
        public let because: [HardshipFact]
        /// Why the worker added a category that was not proposed; empty when it was.
        public let reason: String

        public init(category: HardshipCategory, because: [HardshipFact], reason: String) {
            self.category = category
            self.because = because
            self.reason = reason
        }
    }

    public let categories: [Entry]
    /// Proposed, but not taken over, each with the worker's reason.
    public let declined: [Entry]
    /// Able to work and willing (01.r4): to be brought to the town.
    public let isAbleAndWilling: Bool

    public init(categories: [Entry], declined: [Entry], isAbleAndWilling: Bool) {
        self.categories = categories
        self.declined = declined
        self.isAbleAndWilling = isAbleAndWilling
    }
}

/// A visit class confirmed by a worker, with a reason where it differs from the proposal (01.w4, L.11).
public struct Classification: Hashable, Sendable, Codable {
    public let visitClass: VisitClass
    public let proposal: VisitClassProposal
    public let reason: String

    public init(visitClass: VisitClass, proposal: VisitClassProposal, reason: String) {
        self.visitClass = visitClass
        self.proposal = proposal
        self.reason = reason
    }
}

/// How a visit was made. Raw values are the storage format.
public enum VisitManner: String, CaseIterable, Hashable, Sendable, Codable {
    case atHome = "at-home"
    case byTelephone = "by-telephone"
    case atOffice = "at-office"
}

/// 入户走访记录: the whole visit, as 01.r2 asks.
public struct VisitRecord: Hashable, Sendable, Codable {
    public let manner: VisitManner
    public let wasMet: Bool
    public let visitors: String
    /// Personal situation, family, wanted services, as told.
    public let situation: String
    public let family: String
    public let services: String
    public let agreed: String
    public let wish: Wish?
    public let isUrgent: Bool?

    public init(
        manner: VisitManner, wasMet: Bool, visitors: String, situation: String, family: String,
        services: String, agreed: String, wish: Wish?, isUrgent: Bool?
    ) {
        self.manner = manner
        self.wasMet = wasMet
        self.visitors = visitors
        self.situation = situation
        self.family = family
        self.services = services
        self.agreed = agreed
        self.wish = wish
        self.isUrgent = isUrgent
    }
}

/// A case standing in a ledger that was submitted.
public struct LedgerEntry: Hashable, Sendable, Codable {
    public let round: RoundID
    /// Able and willing at that moment: the seven days of 01.r4 run.
    public let isAbleAndWilling: Bool

    public init(round: RoundID, isAbleAndWilling: Bool) {
        self.round = round
        self.isAbleAndWilling = isAbleAndWilling
    }
}

/// Why a case ends. Raw values are the storage format.
public enum CaseEndReason: String, CaseIterable, Hashable, Sendable, Codable {
    case stable, waived, ineligible, died
    case agedOut = "aged-out"
    case movedOut = "moved-out"
    case duplicate

    /// Any but death and duplicate can be reopened (spec/flow.md, rule 6).
    public var canBeReopened: Bool {
        switch self {
        case .stable, .waived, .ineligible, .agedOut, .movedOut: true
        case .died, .duplicate: false
        }
    }
}
