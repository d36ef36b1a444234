// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 确认困难类别和走访分类: the proposal with its reasons, to take over or to differ from (L.11).
public struct HardshipPage: Page {
    public var person: PersonLine
    public var version: Int
    public var proposal: HardshipProposal
    /// Declarations on record, by category.
    public var declarations: [HardshipCategory: Declaration]
    public var choices: Choices
    public var faults: [FieldFault]
    /// `counter` where the application follows at once.
    public var from: String
    public var context: FormContext

    /// What stands in the form's fields: what was typed, or else the proposal.
    public struct Choices: Sendable {
        public var taken: Set<HardshipCategory>
        public var reasons: [HardshipCategory: String]
        public var proofs: [HardshipCategory: String]
        public var sinces: [HardshipCategory: String]
        public var visitClass: VisitClass?
        public var classReason: String
        public var isAbleAndWilling: Bool
        public var day: String

        public init(
            taken: Set<HardshipCategory>, reasons: [HardshipCategory: String],
            proofs: [HardshipCategory: String], sinces: [HardshipCategory: String], visitClass: VisitClass?,
            classReason: String, isAbleAndWilling: Bool, day: String
        ) {
            self.taken = taken
            self.reasons = reasons
            self.proofs = proofs
            self.sinces = sinces
            self.visitClass = visitClass
            self.classReason = classReason
            self.isAbleAndWilling = isAbleAndWilling
            self.day = day
        }
    }

    public init(
        person: PersonLine, version: Int, proposal: HardshipProposal,
        declarations: [HardshipCategory: Declaration], choices: Choices, faults: [FieldFault],
        from: String, context: FormContext
    ) {
        self.person = person
        self.version = version
        self.proposal = proposal
        self.declarations = declarations
        self.choices = choices
        self.faults = faults
        self.from = from
        self.context = context
    }

    public var title: String { "确认困难类别：\(person.name)" }
    public var trail: [Crumb] {
        [Crumb("人员档案", .people), Crumb(person.name, .person(person.id, tab: "hardship"))]
    }

    public var body: HTML {
        .section(
            .h1(title), .faults(faults),
            .notice("以下是系统依现有情况提出的建议，是否采用由您决定。与建议不同的，请写明理由。"),
            .form(
                to: .person(person.id, "hardship"), context, .hidden("version", String(version)),
                .hidden("from", from), proposed,
                declared, visits,
                .fields([Field("day", "确认日期", .day(choices.day), isRequired: true)].marked(with: faults)),
                .buttons(Button("确认"), back: .person(person.id, tab: "hardship"))))
    }

    private var derived: [HardshipCategory] { HardshipCategory.allCases.filter { !$0.isDeclared } }

    private var proposed: HTML {
        .card("依调查情况判断的类别", .each(derived) { category(category: $0) })
    }

    private var declared: HTML {
        .card(
            "凭材料申报的类别", .p(class: "hint", "勾选后请写明证明材料。"),
            .each(HardshipCategory.allCases.filter(\.isDeclared)) { category(category: $0) })
    }

    private func category(category: HardshipCategory) -> HTML {
        let finding = proposal.district.first { $0.category == category }
        let code = category.rawValue
        let isTaken = choices.taken.contains(category)
        return .div(
            class: "choice-block",
            .tick("take-\(code)", category.word, isTicked: isTaken),
            .with(finding) { .tag(Tag("建议", .green)) + .why($0.because.map(\.sentence)) },
            detail(category, isProposed: finding != nil, isTaken: isTaken))
    }

    /// Reason and proof fold away unless they are needed: a difference from the proposal, or a declared kind.
    private func detail(_ category: HardshipCategory, isProposed: Bool, isTaken: Bool) -> HTML {
        let code = category.rawValue
        var fields: [Field] = []
        if category.isDeclared {
            fields.append(
                Field("proof-\(code)", "证明材料", .text(choices.proofs[category] ?? "", limit: 100)))
            fields.append(Field("since-\(code)", "起始日期", .day(choices.sinces[category] ?? "")))
        }
        fields.append(
            Field(
                "reason-\(code)", isProposed ? "不采用的理由" : "理由",
                .text(choices.reasons[category] ?? "", limit: 200)))
        let marked = fields.marked(with: faults)
        let isOpen =
            isTaken != isProposed || marked.contains { $0.fault != nil } || (isTaken && category.isDeclared)
        return .disclosure(isProposed ? "不采用？" : "填写材料或理由", .fields(marked), isOpen: isOpen)
    }

    private var visits: HTML {
        let suggested = proposal.visitClass.proposed
        return .card(
            "走访分类",
            .p(.text("建议：\(suggested.map { "\($0.word)（\($0.howOften)）" } ?? "依现有情况不能确定，请选择")")),
            .why(proposal.visitClass.because.map(\.sentence)),
            .fields(
                [
                    Field(
                        "class", "走访分类",
                        .radio(
                            VisitClass.allCases.map {
                                Choice(String($0.rawValue), "\($0.word)（\($0.howOften)）", hint: $0.who)
                            }, chosen: choices.visitClass.map { String($0.rawValue) }), isRequired: true),
                    Field("class-reason", "与建议不同的理由", .text(choices.classReason, limit: 200)),
                ].marked(with: faults)),
            .tick("able", "有劳动能力和求职意愿（台账上报后7日内带领登记）", isTicked: choices.isAbleAndWilling))
    }
}
