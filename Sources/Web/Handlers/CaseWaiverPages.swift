// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 批准免办: a supervisor lets one duty off, with a reason that stays in the case.
enum CaseWaiverPages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/waiver", .waiveDuty) { .page(try await page($0, .fresh)) },
        .post("/cases/:id/waiver", .waiveDuty, waive),
    ]

    static func waive(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.words("reason", "免办的原因", limit: 500)
            try typed.finish()
            let id = CaseID(try ask.number())
            let (_, duty) = try await asked(ask, ask.form)
            let event = CaseEvent.duty(
                .waived(
                    rule: duty.rule.name, anchor: duty.anchor, period: duty.period?.key, reason: reason,
                    approvedBy: ask.actor.name))
            _ = try await ask.office.act(
                event, in: id, version: try ask.version(), on: ask.office.today,
                isConfirmed: ask.form.isOn("confirmed"), by: ask.actor, once: ask.once)
            return .done(.assistanceCase(id, tab: CasePage.Tab.duties.rawValue), "已批准免办。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    /// The duty of the address or the form, with the case; only one that is still open can be let off.
    private static func asked(_ ask: Ask, _ fields: Fields) async throws -> (CaseFile, Obligation) {
        let file = try await ask.office.caseFile(CaseID(try ask.number()), by: ask.actor)
        let duty = file.duties.map(\.obligation).first { duty in
            duty.rule.name == fields.text("rule") && duty.anchor.number == fields.number("anchor")
                && (duty.period?.key ?? "") == fields.text("period")
        }
        guard let duty, duty.standing(on: ask.office.today).isPending else { throw PageMissing() }
        return (file, duty)
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let (file, duty) = try await asked(ask, shown.isFresh ? ask.query : ask.form)
        let name = file.person.facts.name.full
        let row = file.duties.first { $0.obligation.id == duty.id }
        let line = row.map { ask.line($0, in: file.journal) }
        return ConfirmPage(
            "批准免办：\(line?.title ?? duty.rule.name)", consequences: ["免办后这件事不再催办，原因和批准人记入经过。"],
            facts: [
                Fact("姓名", name), Fact("办理期限", line?.dueWords ?? duty.due.inDocuments),
                Fact("负责", duty.owedBy.words), Fact("批准人", ask.actor.name),
                Fact("依据", .text(line?.because.joined(separator: " ") ?? ""), isWide: true),
            ],
            fields: [shown.area("reason", "免办的原因", limit: 500, isRequired: true)], faults: shown.faults,
            hidden: [
                ("version", String(file.found.version)), ("rule", duty.rule.name),
                ("anchor", String(duty.anchor.number)), ("period", duty.period?.key ?? ""),
                // A supervisor approves on the day itself; leave does not matter.
                ("confirmed", "on"),
            ], action: .assistanceCase(file.found.id, "waiver"), button: Button("批准免办"),
            back: .assistanceCase(file.found.id, tab: CasePage.Tab.duties.rawValue), ask.formContext,
            trail: [
                Crumb("人员档案", .people), Crumb(name, .person(file.found.person)),
                Crumb("援助", .assistanceCase(file.found.id)),
            ])
    }
}
