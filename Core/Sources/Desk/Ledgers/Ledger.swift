// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 台账: which ledgers are views on the journal. Raw values stand in addresses and on the command line.
public enum LedgerName: String, CaseIterable, Hashable, Sendable {
    /// 就业困难人员服务台帐 (02.w2).
    case service
    /// 一次性告知台账 (02.w1, 02.r2).
    case notices
    /// 就业援助台账 (02.r6, 10.r3).
    case help
    /// 就业动态管理记录单 (02.r6).
    case status
    /// 认定和退出台账 (L.03).
    case register
    /// 跟踪回访台账 (17).
    case followUps = "follow-ups"
    /// 会议台账 (06.r2, 11.c).
    case meetings
    /// 失业登记台账 (02.w3).
    case unemployed
    /// 农村劳动力转移就业求职登记台账 (02.w3).
    case transferred
    /// 认定复核台账 (L.02).
    case reviews
    /// 公示和异议台账 (02.w3).
    case publicNotices = "public-notices"
    /// 岗位台账 (05.r2, 10.w2, 14.w2).
    case vacancies
}

/// What a ledger is: its head, without a line.
public struct Ledger: Hashable, Sendable {
    public let name: LedgerName
    public let title: String
    /// What stands in it, in a sentence.
    public let content: String
    public let clauses: [Clause]
    public let span: Span
    /// 人 or 次: what one line counts.
    public let unit: String
    public let headings: [LedgerHeading]
    /// What lines are told apart by, in the order of the totals; each line bears exactly one.
    public let tags: [LedgerTag]

    /// How a ledger looks at time.
    public enum Span: Hashable, Sendable {
        /// The lines whose day of this name lies in the period.
        case days(String)
        /// As it stood at the end of one day.
        case asOf
    }

    /// The tag that an address names.
    public func tag(_ key: String?) -> LedgerTag? { tags.first { $0.key == key } }
}

/// A column after 序号.
public struct LedgerHeading: Hashable, Sendable {
    public let title: String
    public let kind: Kind
    /// The width on paper in full-width signs.
    public let width: Int

    /// How the cells of a column stand.
    public enum Kind: Hashable, Sendable {
        /// The cell that opens what the line tells of.
        case name
        case text, day, number, tag
        /// Text that may run over several lines.
        case long
    }

    init(_ title: String, _ kind: Kind = .text, width: Int) {
        self.title = title
        self.kind = kind
        self.width = width
    }
}

/// What a line is counted under.
public struct LedgerTag: Hashable, Sendable {
    /// As addresses name it.
    public let key: String
    public let cell: LedgerCell

    init(_ key: String, _ cell: LedgerCell) {
        self.key = key
        self.cell = cell
    }
}

/// A cell before it is worded.
public enum LedgerCell: Hashable, Sendable {
    case empty
    case text(String)
    case day(Day)
    case number(Int)
    case yes(Bool)
    case categories([HardshipCategory])
    case visitClass(VisitClass)
    case stage(CaseStage)
    case means(ContactMeans)
    case stability(Stability)
    case mood(Mood)
    case ending(CaseEndReason)
    case registrationEnd(RegistrationEnd)
    case review(ReviewOutcome)
    case meeting(MeetingKind)
    case standing(VacancyStanding)
    case level(VacancyLevel)
    case source(VacancySource)
    case vacancyEnd(VacancyEnd)
    case act(ActKind)
    /// What the record of an act says beside its kind.
    case detail(CaseEvent)
    case job(Job)
    case plan(PlanKind, on: Day)
    case recommendation(Care.LiveRecommendation)
    case handUp(HandUp, on: Day)
    case lines([LedgerCell])

    /// A day where there is one.
    static func day(_ day: Day?) -> LedgerCell { day.map { .day($0) } ?? .empty }
    /// Words where there are any.
    static func words(_ text: String?) -> LedgerCell {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
    }
    /// Several things, one under the other.
    static func list(_ cells: [LedgerCell]) -> LedgerCell { cells.isEmpty ? .empty : .lines(cells) }
}

/// One line of a ledger.
public struct LedgerLine: Hashable, Sendable {
    public let opens: Target
    public let tag: LedgerTag
    public let cells: [LedgerCell]

    /// What a line tells of.
    public enum Target: Hashable, Sendable {
        case assistanceCase(CaseID)
        case statusRecord(CaseID)
        case meeting(UnitID, ActID)
        case vacancy(VacancyID)
        /// A unit's record that has no page of its own.
        case unit(UnitID)
    }
}

/// 期间: from a day, through a day, either open.
public struct LedgerPeriod: Hashable, Sendable {
    public var from: Day?
    public var through: Day?

    public init(from: Day? = nil, through: Day? = nil) {
        self.from = from
        self.through = through
    }

    /// Whether a day lies in the period, both ends included.
    public func contains(_ day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }
}

/// What narrows a ledger.
public struct LedgerFilter: Hashable, Sendable {
    public var unit: UnitID?
    public var period: LedgerPeriod
    /// The key of the tag whose lines alone are shown.
    public var tag: String?

    public init(unit: UnitID? = nil, period: LedgerPeriod = LedgerPeriod(), tag: String? = nil) {
        self.unit = unit
        self.period = period
        self.tag = tag
    }
}

/// One page of a ledger, compiled for a unit and a period by somebody on a day.
public struct LedgerView: Sendable {
    public let ledger: Ledger
    public let unit: Unit?
    public let filter: LedgerFilter
    /// 制表人.
    public let compiler: String
    public let day: Day
    public let lines: [LedgerLine]
    public let next: Cursor?
    /// How many lines bear which tag, whatever tag was asked for.
    public let totals: [LedgerTag: Int]

    /// How many lines the whole list has, under the tag asked for.
    public var count: Int {
        if let tag = ledger.tag(filter.tag) { return totals[tag] ?? 0 }
        return all
    }

    /// How many lines there are without regard to tags.
    public var all: Int { totals.values.reduce(0, +) }
}
