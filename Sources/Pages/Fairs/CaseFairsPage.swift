// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 招聘会 of one person: invitations so far, and fairs to come with what suits (14.w3).
public struct CaseFairsPage: Page {
    public var fairs: CaseFairs
    public var faults: [FieldFault]
    public var context: FormContext

    public init(_ fairs: CaseFairs, faults: [FieldFault], context: FormContext) {
        self.fairs = fairs
        self.faults = faults
        self.context = context
    }

    private var id: CaseID { fairs.found.id }
    public var title: String { "招聘会：\(fairs.person.name)" }
    public var trail: [Crumb] {
        [
            Crumb("人员档案", .people), Crumb(fairs.person.name, .person(fairs.person.id)),
            Crumb("援助", .assistanceCase(id)),
        ]
    }

    public var body: HTML {
        .section(
            .heading(title, .buttonLink("找岗位", to: .assistanceCase(id, "openings"))), .faults(faults),
            invited,
            .each(fairs.open) { open($0) },
            .when(fairs.open.isEmpty, .card("可以邀请的招聘会", .nothing("近期没有还可以邀请的招聘会。", next: "看招聘会", "/fairs"))))
    }

    private var invited: HTML {
        guard !fairs.invited.isEmpty else { return .card("邀请情况", .nothing("还没有邀请过。")) }
        return .card(
            "邀请情况",
            DataTable(
                columns: [
                    Column("招聘会", .name), Column("状态", .state), Column("时间"), Column("邀请日期", .fixed),
                    Column("到场"), Column("结果"),
                ],
                rows: fairs.invited.map { line in
                    Row([
                        .link(line.fair.facts.title, .fair(line.fair.id, tab: .guests)),
                        .tag(line.standing.tag), .text(line.fair.facts.time), .text(line.guest.on.iso),
                        .text(line.guest.came?.by.word ?? ""), .text(line.guest.result?.outcome.word ?? ""),
                    ])
                }, caption: "邀请情况"
            ).html)
    }

    private func open(_ open: CaseFairs.Open) -> HTML {
        let facts = open.fair.facts
        let choices = open.matches.map { match in
            Choice(
                String(match.vacancy.id.number),
                "\(match.stand)号 \(match.employer) \(match.vacancy.facts.post)",
                hint: "\(match.vacancy.facts.pay.words)，匹配度\(match.fit.score)")
        }
        let form: HTML = .form(
            to: .assistanceCase(id, "fairs"), context, .hidden("fair", String(open.fair.id.number)),
            .fields([Field("vacancy", "合适的岗位", .checkboxes(choices, chosen: Set(choices.map(\.code))))]),
            .buttons(Button("邀请")))
        return .card(
            facts.title, .p("\(facts.time)　\(facts.place)　面向\(facts.forWhom)"),
            choices.isEmpty
                ? .p(class: "hint", "展位上没有完全符合条件的岗位。")
                : fairs.mayInvite ? form : .ul(choices.map { .text($0.label) }))
    }
}
