// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire
import Wording

/// A case with all from which its papers are made: recorded facts only.
public struct PaperCase: Sendable {
    public let found: AssistanceCase
    public let person: Person
    /// The others of the home.
    public let members: [Person]
    /// Oldest first.
    public let history: [Recorded<CaseEvent>]
    public let names: [AccountID: String]
    public let tree: UnitTree
    public let form: Form
    /// The last day for the decision (L.01), where one runs.
    public let decisionDue: Day?
    /// How long a public notice stands, in days (02.w3).
    public let noticeDays: Int
    public let today: Day
    /// Who prints.
    public let officer: String
    /// Whether the reader may see whole numbers and has said what for; asked by kinds that show them alone.
    public let isWhole: Bool
    /// The address under which anybody can check the card; its QR code tells the number alone where there is none.
    public var cardAddress: String?
    /// What is told and handed in the district (02.w4, L.10).
    public var telling: TellingRules?

    public init(
        found: AssistanceCase, person: Person, members: [Person], history: [Recorded<CaseEvent>],
        names: [AccountID: String], tree: UnitTree, form: Form, decisionDue: Day? = nil, noticeDays: Int,
        today: Day,
        officer: String, isWhole: Bool
    ) {
        self.found = found
        self.person = person
        self.members = members
        self.history = history.standing
        self.names = names
        self.tree = tree
        self.form = form
        self.decisionDue = decisionDue
        self.noticeDays = noticeDays
        self.today = today
        self.officer = officer
        self.isWhole = isWhole
    }

    /// The paper of a kind, resting on an act or else on the newest that gives it content.
    ///
    /// `nil` while the case's record lacks what it tells, or has no such act.
    public func paper(_ kind: PaperKind, act: ActID? = nil) -> Paper? {
        let bases = kind.bases(in: history)
        let basis = if let act { bases.first { $0.id == act } } else { bases.first }
        guard basis != nil || (kind.follows.isEmpty && act == nil) else { return nil }
        guard let content = content(kind, basis) else { return nil }
        let head = Paper.Head(
            unit: unitName(of: kind, basis?.event), day: day(of: kind, basis)?.inDocuments ?? "",
            officer: kind.isDrawnUpToday ? officer : basis.flatMap { names[$0.by] } ?? officer)
        return Paper(kind, head: head, content: content)
    }

    /// The office that issues a paper.
    public func unit(of kind: PaperKind, _ event: CaseEvent?) -> UnitID {
        tree.unit(at: kind.level(of: event), above: found.village)?.id ?? found.village
    }

    private func unitName(of kind: PaperKind, _ event: CaseEvent?) -> String {
        tree.officeName(unit(of: kind, event))
    }

    /// The day that stands on a paper: of the act it tells, of the printing, or none where the person signs.
    private func day(of kind: PaperKind, _ basis: Recorded<CaseEvent>?) -> Day? {
        if kind == .waiver {
            return last { if case .recognition(.waived) = $0 { true } else { nil } }?.on
        }
        if kind == .registrationForm || kind == .satisfaction { return nil }
        return kind.isDrawnUpToday ? today : basis?.occurred ?? today
    }

    private func content(_ kind: PaperKind, _ basis: Recorded<CaseEvent>?) -> (any PaperContent)? {
        switch kind {
        case .application: applicationForm
        case .oneTimeNotice: basis.flatMap(oneTimeNotice)
        case .acceptance: acceptanceNotice
        case .recognition: recognitionDecision
        case .refusal: basis.flatMap(refusalDecision)
        case .publicNotice: publicNotice
        case .card: basis.map { assistanceCard(issued: $0.occurred) }
        case .waiver: waiverDeclaration
        case .registration: basis.map { registrationProof($0.occurred) }
        case .packList: packList
        case .privacyNotice: privacyNotice
        case .statusRecord: statusRecord
        case .entryPlan, .personalPlan, .professionalPlan: basis.flatMap(plan)
        case .letter: basis.flatMap(letter)
        case .agreement: agreement
        case .consultation, .panel: basis.flatMap { meeting($0, kind) }
        case .handUp: basis.flatMap(handUpCover)
        case .handbook: handbook
        case .registrationForm: registrationForm
        case .certificate: basis.flatMap(certificateRecord)
        case .interviewPlan: basis.flatMap(interviewPlan)
        case .satisfaction: SatisfactionForm(person: block(kind), helper: helper(.town))
        case .evaluation: evaluationReport
        }
    }
}

extension PaperCase {
    /// The person, whole only on papers whose form asks for it.
    func block(_ kind: PaperKind) -> PaperPerson {
        PaperPerson(
            person, village: tree[found.village]?.name ?? "", form: form,
            isWhole: isWhole && kind.showsWhole, today: today)
    }

    /// 困难类别 by their full names.
    var categories: String { found.categories.map(\.word).joined(separator: "、") }

    /// 简称.
    var shortCategories: String { found.categories.map(\.shortWord).joined(separator: "、") }

    /// The name of who helps at a level.
    func helper(_ level: Level) -> String { found.care.assignment(at: level)?.name ?? "" }

    /// The last standing event that a closure finds something in.
    func last<Value>(_ find: (CaseEvent) -> Value?) -> (value: Value, on: Day)? {
        for entry in history.reversed() {
            if let value = find(entry.event) { return (value, entry.occurred) }
        }
        return nil
    }
}

extension UnitTree {
    /// The office's name on papers: a village with its town, all others by their own.
    public func officeName(_ id: UnitID) -> String {
        guard let unit = self[id] else { return "" }
        guard unit.level == .village, let town = self.unit(at: .town, above: id) else { return unit.name }
        return town.name + unit.name
    }
}

extension PaperKind {
    /// Extracts from the record, which stand for the day on which they are made.
    fileprivate var isDrawnUpToday: Bool {
        self == .statusRecord || self == .registration || self == .handbook || self == .evaluation
    }
}
