// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 用人单位: an employer whose vacancies the offices know (14.w2).
public struct Employer: Hashable, Sendable, Codable, Identifiable {
    public let id: EmployerID
    /// The office that keeps the entry.
    public let unit: UnitID
    public var facts: EmployerFacts
    /// The day of the newest visit (14.r2).
    public var lastVisit: Day?
    /// The newest vacancy report (14.w2).
    public var lastReport: VacancyReport?
    public var lastReportDay: Day?
    /// The entry that this doubled.
    public var mergedInto: EmployerID?
    /// The entry was a mistake, as when an import is undone.
    public var struckOn: Day?
    public var version: Int

    /// Whether the entry still stands by itself.
    public var isLive: Bool { mergedInto == nil && struckOn == nil }
}

/// What is known of an employer.
public struct EmployerFacts: Hashable, Sendable, Codable {
    public var name: String
    /// `nil` for a household that hires, or one that has none yet; then ``withoutCode`` says why.
    public var code: CreditCode?
    public var withoutCode: String
    public var industry: Industry?
    public var address: String
    /// The town or village where it works, where that is in the district.
    public var place: UnitID?
    public var contacts: [EmployerContact]
    /// 固定客户 (14.w2).
    public var isRegular: Bool
    /// How the offices came to know it.
    public var sources: [VacancySource]
    public var note: String

    /// States an employer; everything but the name may be learnt later.
    public init(
        name: String, code: CreditCode? = nil, withoutCode: String = "", industry: Industry? = nil,
        address: String = "", place: UnitID? = nil, contacts: [EmployerContact] = [], isRegular: Bool = false,
        sources: [VacancySource] = [], note: String = ""
    ) {
        self.name = name
        self.code = code
        self.withoutCode = withoutCode
        self.industry = industry
        self.address = address
        self.place = place
        self.contacts = contacts
        self.isRegular = isRegular
        self.sources = sources
        self.note = note
    }
}

/// 联系人 of an employer, called before a letter is written (05.w2).
public struct EmployerContact: Hashable, Sendable, Codable {
    public let name: String
    /// 职务.
    public let position: String
    public let phone: String

    public init(name: String, position: String = "", phone: String) {
        self.name = name
        self.position = position
        self.phone = phone
    }
}

/// 岗位来源 (14.w2). Raw values are the storage format.
public enum VacancySource: String, CaseIterable, Hashable, Sendable, Codable {
    /// 政企座谈会.
    case meeting
    /// 固定客户.
    case client
    /// 空岗信息报告.
    case report
    /// 招聘洽谈会.
    case fair
    /// 网上采集.
    case web
    /// 走访用人单位.
    case visit
    /// 单位上门登记.
    case counter
}

/// 走访用人单位: guidance for the employer, and the policies told (14.r2).
public struct EmployerVisit: Hashable, Sendable, Codable {
    public let means: ContactMeans
    /// Whom the office spoke with.
    public let met: String
    public let words: String
    /// 告知的用工政策.
    public let policies: String

    public init(means: ContactMeans, met: String, words: String, policies: String) {
        self.means = means
        self.met = met
        self.words = words
        self.policies = policies
    }
}

/// 空岗信息报告 of one month (14.w2); no vacancy is a report too.
public struct VacancyReport: Hashable, Sendable, Codable {
    public let month: YearMonth
    /// 空岗数, places and not posts.
    public let places: Int
    public let words: String
    /// Who at the employer reported.
    public let reportedBy: String

    public init(month: YearMonth, places: Int, words: String, reportedBy: String) {
        self.month = month
        self.places = places
        self.words = words
        self.reportedBy = reportedBy
    }
}

/// What happened to an employer's entry.
public enum EmployerEvent: Hashable, Sendable, Codable {
    case registered(EmployerFacts, unit: UnitID)
    case corrected(EmployerFacts)
    case visited(EmployerVisit)
    case reported(VacancyReport)
    /// A second entry of the same employer passed into this one.
    case absorbed(EmployerID)
    case merged(into: EmployerID, reason: String)
    /// 登记有误: it never was.
    case struck(reason: String)
}

extension Employer {
    /// The employer as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<EmployerEvent>], id: EmployerID) {
        guard let first = journal.first, case .registered(let facts, let unit) = first.event
        else { return nil }
        self.init(registering: facts, unit: unit, id: id)
        for recorded in journal.dropFirst() { apply(recorded.event, on: recorded.occurred) }
    }

    /// An employer just entered, at version 1.
    public init(registering facts: EmployerFacts, unit: UnitID, id: EmployerID) {
        self.id = id
        self.unit = unit
        self.facts = facts
        version = 1
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: EmployerEvent, on day: Day) {
        switch event {
        case .registered, .absorbed: break
        case .corrected(let new): facts = new
        case .visited: lastVisit = max(lastVisit ?? day, day)
        case .reported(let report):
            if lastReport.map({ $0.month <= report.month }) ?? true {
                lastReport = report
                lastReportDay = day
            }
        case .merged(let other, _): mergedInto = other
        case .struck: struckOn = day
        }
        version += 1
    }
}
