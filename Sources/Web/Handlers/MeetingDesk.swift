// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// What the form of a meeting shows: its own fields and an entry for each case.
struct MeetingDesk: Sendable {
    let ask: Ask
    let agenda: Agenda
    /// A meeting called for one case (spec/flow.md, rule 4).
    let only: CaseID?
    let shown: Shown

    private var kind: MeetingKind { agenda.kind }

    var notices: [HTML] {
        var notices: [HTML] = []
        if agenda.waiting > 0 {
            let stage: CaseStage = kind == .consultation ? .townIntake : .districtIntake
            notices.append(
                .notice(
                    "还有\(agenda.waiting)人上交后没有接收，接收后才能上会。", .warning,
                    .a(Link("/cases", query: [("stage", stage.rawValue)]), "去接收")))
        }
        if kind != .joint, agenda.items.isEmpty {
            notices.append(
                .notice(
                    kind == .consultation ? "目前没有在援对象。不开会的，请记明无须会商。" : "目前没有由区里援助的对象。"))
        }
        return notices
    }

    var fields: [Field] {
        let day = shown.day("day", "会议日期", or: ask.office.today)
        var fields = [
            day, shown.line("place", "地点", isRequired: true),
            shown.line("chair", "主持人", isRequired: true, or: ask.actor.name),
            shown.area("attendants", "参加人员", lines: 2, limit: 500, isRequired: true, hint: "写明姓名和单位"),
        ]
        switch kind {
        case .consultation, .panel:
            fields.append(shown.area("words", "会议内容", lines: 3, limit: 4000, hint: "各人的意见和决定写在下面，这里写共同的事"))
        case .joint:
            fields += [
                shown.area("words", "会议内容", lines: 6, limit: 4000, isRequired: true),
                shown.area("vacancies", "企业报告的岗位", lines: 4, limit: 4000, hint: "单位、岗位、人数、要求"),
                shown.area("resolution", "议定事项", lines: 3, limit: 2000),
            ]
        }
        return fields
    }

    /// Those with something to settle, or that were called for, or else the others.
    func entries(isFirst: Bool) -> [AgendaEntry] {
        agenda.items.filter { isOnAgenda($0) == isFirst }.map(entry)
    }

    private func isOnAgenda(_ item: AgendaItem) -> Bool {
        only.map { item.assistanceCase.id == $0 } ?? !item.reasons.isEmpty
    }

    private func entry(_ item: AgendaItem) -> AgendaEntry {
        let found = item.assistanceCase
        func name(_ part: String) -> String { AgendaEntry.field(part, found.id) }
        return AgendaEntry(
            caseID: found.id,
            heading: "\(item.person.facts.name.full)（\(ask.office.tree[found.village]?.name ?? "")）",
            standing: item.standing(at: kind.level, on: ask.office.today),
            reasons: item.reasons.map(\.sentence),
            isTicked: shown.isOn(name("on"), or: isOnAgenda(item)), version: found.version,
            fields: [
                shown.area(name("words"), "意见", lines: 2, limit: 1000),
                shown.area(
                    name("decision"), kind == .panel ? "决定（主攻方向）" : "决定", lines: 2, limit: 1000),
                Field(
                    name("appoint"), "确定\(kind.level.helperWord)",
                    .select(
                        agenda.helpers.map {
                            Choice(String($0.account.id.number), "\($0.account.name)（现负责\($0.cases)人）")
                        }, chosen: shown.choice(name("appoint")), none: "这次不确定")),
            ])
    }
}
