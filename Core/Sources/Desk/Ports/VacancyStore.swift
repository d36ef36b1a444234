// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Which employers a list shows.
public struct EmployerQuery: Hashable, Sendable {
    /// Whose entries: the office that keeps them.
    public var scope: Scope
    /// Part of the name, or the whole credit code; empty for all.
    public var words: String
    /// 固定客户 only.
    public var isRegular: Bool

    public init(scope: Scope = .district, words: String = "", isRegular: Bool = false) {
        self.scope = scope
        self.words = words
        self.isRegular = isRegular
    }
}

/// Which vacancies a list shows.
public struct VacancyQuery: Hashable, Sendable {
    /// Whose entries: the office that keeps them.
    public var scope: Scope
    /// All, where `nil`.
    public var standing: VacancyStanding?
    public var level: VacancyLevel?
    /// At or below this town or village.
    public var place: Scope
    public var occupation: String?
    /// Suitable for somebody with this much schooling.
    public var education: Education?
    public var shift: Shift?
    /// The top pays so many yuan a month or more.
    public var pay: Int?
    public var employer: EmployerID?

    public init(
        scope: Scope = .district, standing: VacancyStanding? = nil, level: VacancyLevel? = nil,
        place: Scope = .district, occupation: String? = nil, education: Education? = nil,
        shift: Shift? = nil, pay: Int? = nil, employer: EmployerID? = nil
    ) {
        self.scope = scope
        self.standing = standing
        self.level = level
        self.place = place
        self.occupation = occupation
        self.education = education
        self.shift = shift
        self.pay = pay
        self.employer = employer
    }
}

/// The day on which standings are asked for, and how long a verification is good (05.r2).
public struct VacancyClock: Hashable, Sendable {
    public let today: Day
    public let verifiedDays: Int

    public init(today: Day, verifiedDays: Int) {
        self.today = today
        self.verifiedDays = verifiedDays
    }
}

/// A vacancy with its employer.
public struct VacancyRow: Hashable, Sendable {
    public let vacancy: Vacancy
    public let employer: Employer

    public init(vacancy: Vacancy, employer: Employer) {
        self.vacancy = vacancy
        self.employer = employer
    }
}

/// 12个岗位，57人: two answers to every search.
public struct VacancyCount: Hashable, Sendable {
    public let posts: Int
    public let places: Int

    public init(posts: Int, places: Int) {
        self.posts = posts
        self.places = places
    }
}

/// Open vacancies of one trade at one place (10.w2).
public struct VacancySum: Hashable, Sendable {
    public let occupation: String
    /// The town or village where the work is; `nil` outside of the district.
    public let place: UnitID?
    /// Yuan a month, the top of what is offered, down to the full thousand.
    public let thousands: Int
    public let posts: Int
    public let places: Int

    public init(occupation: String, place: UnitID?, thousands: Int, posts: Int, places: Int) {
        self.occupation = occupation
        self.place = place
        self.thousands = thousands
        self.posts = posts
        self.places = places
    }
}

/// Employers and vacancies.
public protocol VacancyStore: Sendable {
    func employer(_ id: EmployerID) async throws -> Employer?
    /// Entries that stand by themselves, by number from the newest.
    func employers(_ query: EmployerQuery, after: Cursor?, limit: Int) async throws -> Slice<Employer>
    /// The entries that bear a credit code, merged ones left out.
    func employers(withCodes codes: [CreditCode]) async throws -> [Employer]
    /// The entries of exactly a name, merged ones left out.
    func employers(named names: [String]) async throws -> [Employer]
    func vacancy(_ id: VacancyID) async throws -> Vacancy?
    /// By number from the newest.
    func vacancies(
        _ query: VacancyQuery, at clock: VacancyClock, after: Cursor?, limit: Int
    ) async throws -> Slice<VacancyRow>
    /// How many posts and free places a query finds.
    func vacancyCount(_ query: VacancyQuery, at clock: VacancyClock) async throws -> VacancyCount
    /// All vacancies of these employers that were not closed, by number.
    func liveVacancies(of employers: [EmployerID]) async throws -> [Vacancy]
    /// Those open on a day, by trade, place and pay.
    func vacancySums(at clock: VacancyClock) async throws -> [VacancySum]
}
