// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Questionnaire

/// Everything that a district may change without a programmer, loaded from a folder (`Policy/shunyi`).
public struct PolicyPack: Sendable {
    /// The folder's name for itself: `shunyi`.
    public let name: String
    public let title: String
    /// SHA-256 over the files, in hex: what "the pack in force" means exactly.
    public let digest: String
    public let units: [UnitSeed]
    public let calendar: WorkCalendar
    public let rules: RuleSet
    /// The rules among them that are owed now: those that an act this software records can meet.
    public let owed: RuleSet
    public let hardship: HardshipParameters
    public let window: EntryWindow
    /// Counts and days of the procedure; those that a deadline knows are read from it.
    public let procedure: ProcedureNumbers
    public let form: Form
    public let identity: IdentityRules
    /// The 56 peoples and other code lists, by the name that files use.
    public let lists: [String: [String]]
    /// 材料清单 (02.r4).
    public let papers: PaperRules
    /// 匹配权重和出行时间 (05.w2).
    public let fitting: FitRules

    public init(
        name: String, title: String, digest: String, units: [UnitSeed], calendar: WorkCalendar,
        rules: RuleSet, hardship: HardshipParameters, window: EntryWindow, form: Form,
        identity: IdentityRules, lists: [String: [String]], stableMonths: Int = 12,
        papers: PaperRules = .minimum, vacancies: VacancyNumbers = VacancyNumbers(),
        fitting: FitRules = .usual, telling: TellingRules = .minimum
    ) {
        self.name = name
        self.title = title
        self.digest = digest
        self.units = units
        self.calendar = calendar
        self.rules = rules
        owed = rules.metable(by: ActKind.recordable)
        self.hardship = hardship
        self.window = window
        procedure = ProcedureNumbers(
            failures: rules.failuresToHandUp ?? 3, stableMonths: stableMonths,
            noticeDays: rules.noticeDays ?? 7, verifiedDays: vacancies.verifiedDays,
            lowestPay: vacancies.lowestPay, review: rules.reviewWindow(under: calendar),
            grounds: LegalGrounds(lists: lists), telling: telling)
        self.form = form
        self.identity = identity
        self.lists = lists
        self.papers = papers
        self.fitting = fitting
    }

    /// The same pack under another calendar: what loading a year does.
    public func with(calendar: WorkCalendar) -> PolicyPack {
        PolicyPack(
            name: name, title: title, digest: digest, units: units, calendar: calendar, rules: rules,
            hardship: hardship, window: window, form: form, identity: identity, lists: lists,
            stableMonths: procedure.stableMonths, papers: papers, vacancies: vacancies, fitting: fitting,
            telling: procedure.telling)
    }

    /// The same pack with other deadlines: what is tried before it is adopted.
    public func with(rules: RuleSet) -> PolicyPack {
        PolicyPack(
            name: name, title: title, digest: digest, units: units, calendar: calendar, rules: rules,
            hardship: hardship, window: window, form: form, identity: identity, lists: lists,
            stableMonths: procedure.stableMonths, papers: papers, vacancies: vacancies, fitting: fitting,
            telling: procedure.telling)
    }

    private var vacancies: VacancyNumbers {
        VacancyNumbers(verifiedDays: procedure.verifiedDays, lowestPay: procedure.lowestPay)
    }

    /// 变更就业状态的系统: the systems that are told when somebody found, registered or lost work (10.w4, 14.r3).
    public var statusSystems: [String] { lists["status-systems"] ?? [] }

    /// What duties follow from: the deadlines that are owed now, and the calendar.
    public var terms: DutyTerms { DutyTerms(rules: owed, calendar: calendar) }
}

/// A unit that the pack brings along: the district and its towns.
public struct UnitSeed: Hashable, Sendable {
    public let code: String
    public let name: String
    public let level: Level
    public let parent: String?

    public init(code: String, name: String, level: Level, parent: String?) {
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
    }
}

/// How late an act may be entered, and how far ahead duties are shown (spec/flow.md, rule 5).
public struct EntryWindow: Hashable, Sendable {
    /// Days after which an entry needs a supervisor.
    public let lateEntryDays: Int
    public init(lateEntryDays: Int) { self.lateEntryDays = lateEntryDays }
}

/// ``HardshipRules`` as dated numbers.
public struct HardshipParameters: Hashable, Sendable {
    public let women: [HardshipStandard: Dated<HardshipRules.Band>]
    public let men: [HardshipStandard: Dated<HardshipRules.Band>]
    public let unemployedMonths: Dated<Int>
    public let graduateMonths: Dated<Int>
    public let lowIncomeUrban: Dated<Int>
    public let lowIncomeRural: Dated<Int>
    public let schedule: RetirementSchedule

    public init(
        women: [HardshipStandard: Dated<HardshipRules.Band>],
        men: [HardshipStandard: Dated<HardshipRules.Band>], unemployedMonths: Dated<Int>,
        graduateMonths: Dated<Int>, lowIncomeUrban: Dated<Int>, lowIncomeRural: Dated<Int>,
        schedule: RetirementSchedule
    ) {
        self.women = women
        self.men = men
        self.unemployedMonths = unemployedMonths
        self.graduateMonths = graduateMonths
        self.lowIncomeUrban = lowIncomeUrban
        self.lowIncomeRural = lowIncomeRural
        self.schedule = schedule
    }

    /// The rules of one day; `nil` when the pack lacks a number, which `policy check` refuses beforehand.
    public func rules(on day: Day) -> HardshipRules? {
        guard let unemployed = unemployedMonths.inForce(on: day),
            let graduate = graduateMonths.inForce(on: day), let urban = lowIncomeUrban.inForce(on: day),
            let rural = lowIncomeRural.inForce(on: day)
        else { return nil }
        return HardshipRules(
            women: women.compactMapValues { $0.inForce(on: day) },
            men: men.compactMapValues { $0.inForce(on: day) }, unemployedMonths: unemployed,
            graduateMonths: graduate, schedule: schedule, lowIncomeUrban: urban, lowIncomeRural: rural)
    }
}
