// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// How a fact came to us. Raw values are the storage format.
public enum FactSource: String, CaseIterable, Hashable, Sendable, Codable {
    case roll, survey, counter, visit, office
}

/// Why somebody is no longer on the live roll. Raw values are the storage format.
public enum DepartureReason: String, CaseIterable, Hashable, Sendable, Codable {
    case died
    case movedOut = "moved-out"
    /// Past the retirement month (00.age): stays in the archive.
    case agedOut = "aged-out"
    case enteredInError = "entered-in-error"
}

/// Why somebody could not be surveyed (01.r1). Raw values are the storage format.
public enum ExcuseReason: String, CaseIterable, Hashable, Sendable, Codable {
    case away, refused, moved, serving, student, deceased
    case notFound = "not-found"

    /// Whether another try is expected in this round.
    public var asksForNextTry: Bool {
        switch self {
        case .away, .refused, .notFound: true
        case .moved, .serving, .student, .deceased: false
        }
    }
}

/// Somebody not reached in a round, with the reason and the day to try again (01.r1).
public struct SurveyExcuse: Hashable, Sendable, Codable {
    public let round: RoundID
    public let reason: ExcuseReason
    public let note: String
    public let nextTry: Day?

    public init(round: RoundID, reason: ExcuseReason, note: String, nextTry: Day?) {
        self.round = round
        self.reason = reason
        self.note = note
        self.nextTry = nextTry
    }
}

/// A category that is declared with proof rather than derived (00.c06, 00.c09 to 00.c13).
public struct Declaration: Hashable, Sendable, Codable {
    public let category: HardshipCategory
    /// The paper that proves it, as named.
    public let proof: String
    /// The day of the event that it rests on (arrival, land taking), where it matters.
    public let since: Day?
    /// 00.c13 asks for the deciding officer's reason.
    public let reason: String

    public init(category: HardshipCategory, proof: String, since: Day?, reason: String) {
        self.category = category
        self.proof = proof
        self.since = since
        self.reason = reason
    }
}

/// What happened to a labourer on the roll.
public enum PersonEvent: Hashable, Sendable, Codable {
    /// On the roll for the first time, or an arrival.
    case entered(PersonFacts, village: UnitID, household: HouseholdID, source: FactSource)
    /// Facts replaced as a whole; the older ones stay in the earlier event.
    case corrected(PersonFacts, source: FactSource, reason: String)
    case moved(village: UnitID, household: HouseholdID, reason: String)
    case left(DepartureReason, note: String)
    case returned(reason: String)
    case surveyed(SurveyResponse)
    /// 撤销问卷: the sheet that act took in counts as never taken in, as when its import is undone. Carries what
    /// was known before it, so that the journal can be replayed without looking back.
    case sheetWithdrawn(ActID, facts: PersonFacts, standing: Person.SurveyStanding?, reason: String)
    case excused(SurveyExcuse)
    case declared(Declaration)
    case declarationWithdrawn(HardshipCategory, reason: String)
    /// This entry is a duplicate of another person, who stays.
    case merged(into: PersonID, reason: String)
    /// Another entry was a duplicate of this person.
    case absorbed(PersonID)
    case unmerged(reason: String)
    case released(PersonID)
}
