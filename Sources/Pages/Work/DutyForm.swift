// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// The form that meets a duty: one table for all rules of deadlines.yaml.
public struct DutyForm: Hashable, Sendable {
    /// Where the duty is done.
    public let place: Place
    /// Any of these is needed for it.
    public let deeds: Set<Deed>

    /// A page with a form.
    public enum Place: Hashable, Sendable {
        /// Acts in the case: the first that is still to be done.
        case acts([ProcedureAct])
        case visit, escort
        /// The round of a village, or the page of all rounds.
        case survey
        case meeting(MeetingKind)
        case contributions
    }

    private init(_ place: Place, _ deeds: Deed...) {
        self.place = place
        self.deeds = Set(deeds)
    }

    private static func act(_ acts: ProcedureAct..., by deeds: Deed...) -> DutyForm {
        DutyForm(place: .acts(acts), deeds: Set(deeds))
    }

    private init(place: Place, deeds: Set<Deed>) {
        self.place = place
        self.deeds = deeds
    }

    /// The form of a rule; `nil` for a rule that a district added and the software has no form for.
    public init?(rule: RuleKey) {
        guard let form = Self.table[rule.name] else { return nil }
        self = form
    }

    private static let helping: Set<Deed> = [.assistVillage, .assistTown, .assistDistrict]
    private static let visiting = DutyForm(.visit, .visit)
    private static let followingUp = act(.followUp, by: .followUp)

    private static let table: [String: DutyForm] = [
        // Step 01.
        "survey.year": DutyForm(.survey, .openRounds),
        "survey.round": DutyForm(.survey, .survey),
        "survey.entry": DutyForm(.survey, .survey),
        "visit.class1": visiting, "visit.class2": visiting, "visit.class3": visiting,
        "visit.class4": visiting,
        "register.escort": DutyForm(.escort, .escort),
        // Step 02.
        "notice.once": act(.askPapers, by: .recognise),
        "recognition.informed": act(.inform, by: .recognise),
        "recognition.decide": act(.recognise, by: .recognise),
        "recognition.review": act(.askReview, by: .assistDistrict),
        // The records are opened by the recognition itself.
        "recognition.records": act(.recognise, by: .recognise),
        "recognition.entered": act(.enterRegister, .issueCertificate, by: .recognise),
        "public.notice": act(.endNotice, by: .assistVillage, .recognise),
        "recognition.recheck": act(.recheck, by: .recognise),
        "recognition.recheck.changed": act(.recheck, by: .recognise),
        // Steps 03 to 05.
        "aide.contact": act(.contact, by: .assistVillage),
        "aide.weekly": act(.contact, by: .assistVillage),
        "first.vacancy": act(.tellVacancy, by: .assistVillage),
        "village.escalate": act(.handUp, by: .assistVillage),
        // Steps 06 to 10.
        "town.plan": act(.adoptPlan, by: .assistTown),
        "town.meeting": DutyForm(.meeting(.consultation), .convene),
        "plan.review": DutyForm(place: .acts([.reportProgress]), deeds: helping),
        "plan.item": DutyForm(place: .acts([.finishItem]), deeds: helping),
        "specialist.contact": act(.contact, by: .assistTown),
        "specialist.contact.regular": act(.contact, by: .assistTown),
        "agreement.sign": act(.signAgreement, by: .assistTown),
        "town.two": act(.recommend, by: .assistTown),
        "interview.result": act(.endRecommendation, by: .assistTown),
        "town.escalate": act(.handUp, by: .assistTown),
        // Steps 11 to 15.
        "joint.meeting": DutyForm(.meeting(.joint), .convene),
        "panel.meet": DutyForm(.meeting(.panel), .convene),
        "panel.plan": act(.adoptPlan, by: .assistDistrict),
        "expert.appoint": act(.assign, by: .appointExpert),
        "expert.contact": act(.contact, by: .assistDistrict),
        "expert.contact.regular": act(.contact, by: .assistDistrict),
        "district.outcome": act(.endRecommendation, by: .assistDistrict),
        "welfare.transfer": act(.analyse, .handToWelfare, by: .assistDistrict),
        "welfare.training": act(.train, by: .train),
        "welfare.appraisal": act(.appraise, by: .placeWelfare),
        "welfare.term": act(.endPlacement, by: .placeWelfare),
        // Steps 16 to 19.
        "employment.notify": act(.notify, by: .registerWork),
        "employment.register": act(.registerWork, by: .registerWork),
        "insurance.check": DutyForm(.contributions, .registerWork),
        "followup.first": followingUp, "followup.stable": followingUp,
        "followup.unstable": followingUp, "followup.hardship": followingUp,
        "followup.founder": act(.visitFounder, by: .followUp),
        "retention.start": act(.retain, by: .retain),
        "retention.recorded": act(.fileGuidance, by: .retain),
        "retention.weekly": act(.retain, by: .retain),
        "training.papers": act(.handClaimPapers, by: .train),
    ]
}

extension DutyForm {
    /// The acts to choose from, the first undone first; empty for forms that are no act of a case.
    public var acts: [ProcedureAct] {
        guard case .acts(let acts) = place else { return [] }
        return acts
    }

    /// The address's pattern, by which one tells whether the site has the page.
    public var route: String {
        switch place {
        case .acts: "/cases/:id/acts/:act"
        case .visit: "/cases/:id/visits"
        case .escort: "/cases/:id/escorts"
        case .survey: "/survey"
        case .meeting: "/meetings/new"
        case .contributions: "/meetings/contributions"
        }
    }

    /// Where the form of a duty stands; `nil` where the duty belongs to no such subject.
    ///
    /// - Parameters:
    ///   - act: which of ``acts``; the first where `nil`.
    ///   - from: told to the form, so that it leads back there: `work`.
    public func link(to row: DutyRow, act: ProcedureAct? = nil, from: String? = nil) -> Link? {
        let back = from.map { [(name: "from", value: $0)] } ?? []
        switch place {
        case .acts(let acts):
            guard let id = row.caseID, let act = act ?? acts.first else { return nil }
            return Link(Link.act(act, in: id).address, query: back)
        case .visit: return row.caseID.map { Link(Link.assistanceCase($0, "visits").address, query: back) }
        case .escort: return row.caseID.map { Link(Link.assistanceCase($0, "escorts").address, query: back) }
        case .survey:
            guard case .round(let id) = row.subject else { return "/survey" }
            return .round(id)
        case .meeting(let kind):
            let about = row.caseID.map { [(name: "case", value: String($0.number))] } ?? []
            let unit = row.caseID == nil ? [(name: "unit", value: String(row.unit.number))] : []
            return Link("/meetings/new", query: [("kind", kind.rawValue)] + about + unit + back)
        case .contributions:
            return Link("/meetings/contributions", query: [("unit", String(row.unit.number))] + back)
        }
    }

    /// What the button says.
    public func words(for row: DutyRow, act: ProcedureAct? = nil) -> String {
        switch place {
        case .acts(let acts):
            (act ?? acts.first)?.words(at: row.obligation.owedBy.level) ?? "办理"
        case .visit: "登记走访"
        case .escort: "登记带领"
        case .survey: row.person == nil ? "打开调查" : "填写问卷"
        case .meeting(let kind): "登记\(kind.word)"
        case .contributions: "登记核查"
        }
    }
}

extension DutyRow {
    /// The case that the duty belongs to.
    public var caseID: CaseID? {
        guard case .assistanceCase(let id) = subject else { return nil }
        return id
    }
}

extension Owner {
    /// The level at which an act of this owner is done, for the words on its button.
    fileprivate var level: Level {
        switch self {
        case .village, .aide, .planOwner: .village
        case .town, .specialist, .person: .town
        case .district, .placementCentre, .expert, .welfareClerk: .district
        }
    }
}
