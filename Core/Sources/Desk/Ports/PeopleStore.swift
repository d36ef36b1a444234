// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What a list of people shows of one; sensitive facts are masked by ``Office`` before a page sees them.
public struct PersonRow: Hashable, Sendable {
    public let id: PersonID
    public let name: String
    public let sex: Sex?
    public let born: Day?
    public let village: UnitID
    public let household: HouseholdID
    public let identity: RecordedIdentity?
    public let mobile: PhoneNumber?
    public let presence: Person.Presence
    public let survey: Person.SurveyStanding?
    public let caseID: CaseID?
    public let categories: [HardshipCategory]
    public let visitClass: VisitClass?

    public init(
        id: PersonID, name: String, sex: Sex?, born: Day?, village: UnitID, household: HouseholdID,
        identity: RecordedIdentity?, mobile: PhoneNumber?, presence: Person.Presence,
        survey: Person.SurveyStanding?, caseID: CaseID?, categories: [HardshipCategory],
        visitClass: VisitClass?
    ) {
        self.id = id
        self.name = name
        self.sex = sex
        self.born = born
        self.village = village
        self.household = household
        self.identity = identity
        self.mobile = mobile
        self.presence = presence
        self.survey = survey
        self.caseID = caseID
        self.categories = categories
        self.visitClass = visitClass
    }
}

/// What somebody typed into the search field, already told apart by ``Office``.
public enum PersonSearch: Hashable, Sendable {
    /// Everybody, in the order of names.
    case all
    /// Part of a name, at least one Chinese character; `建国` finds 王建国.
    case name(String)
    /// The beginning of the pinyin, whole or first letters: `wxl`, `wangxiulan`, `wangx`.
    case pinyin(String)
    case identity(String)
    case lastFour(String)
    /// The digits of the mobile or the home phone, with the area code or without, extensions left out.
    case phone(String)
}

/// Which people a list shows.
public struct PersonQuery: Hashable, Sendable {
    public var search: PersonSearch
    public var scope: Scope
    /// Only people on the live roll; the archive otherwise.
    public var onRoll: Bool
    public var category: HardshipCategory?
    public var visitClass: VisitClass?

    public init(
        search: PersonSearch = .all, scope: Scope, onRoll: Bool = true, category: HardshipCategory? = nil,
        visitClass: VisitClass? = nil
    ) {
        self.search = search
        self.scope = scope
        self.onRoll = onRoll
        self.category = category
        self.visitClass = visitClass
    }
}

/// People and households.
public protocol PeopleStore: Sendable {
    func person(_ id: PersonID) async throws -> Person?
    func people(_ ids: [PersonID]) async throws -> [Person]
    /// Everybody who bears this number, on the roll or in the archive; several only where duplicates were kept.
    /// Nobody bears an empty one.
    func people(withIdentity number: String) async throws -> [Person]
    /// By pinyin, name and number. Case, categories and class are those of the live case, and filters by
    /// them look at it alone.
    func find(_ query: PersonQuery, after: Cursor?, limit: Int) async throws -> Slice<PersonRow>
    /// Pairs of people on the roll, both in scope, that bear a ``DuplicateSign``, by the first's number and then
    /// the second's.
    func duplicatePairs(_ scope: Scope, after: Cursor?, limit: Int) async throws -> Slice<DuplicatePair>
    /// People on the roll whose ``PersonFacts/workingSpan(under:)`` ended before the day, by number.
    func people(pastWorkingAge day: Day, after: PersonID?, limit: Int) async throws -> [Person]
    func household(_ id: HouseholdID) async throws -> Household?
    /// The household of that number that is not dissolved.
    func household(number: String, in village: UnitID) async throws -> Household?
    /// People on the roll in the household, oldest first, those of unknown birth last.
    func members(of household: HouseholdID) async throws -> [Person]
}
