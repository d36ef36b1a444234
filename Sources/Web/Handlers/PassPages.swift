// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Pages
import Wording

/// 紧急查看: one file outside one's own scope, by the full ID number and with a reason (design decision 8).
enum PassPages {
    static let routes: [Routes.Entry] = [
        .get("/passes", .breakGlass) { .page(try await page($0, .fresh)) },
        .post("/passes", .breakGlass, open),
    ]

    static func open(_ ask: Ask) async throws -> Reply {
        do {
            return try await ask.retrying { typed in
                let number = number(&typed, ask.office.pack.identity)
                let reason = typed.words("reason", "原因", limit: 200)
                try typed.finish()
                guard let number else { throw FormBroken() }
                let receipt = try await ask.office.openPass(
                    toBearerOf: number, reason: reason, by: ask.actor, once: ask.once)
                guard case .person(let id) = receipt.subject else { throw Refusal.notFound(.person) }
                let village = try await ask.office.store.person(id)?.village
                let isOwn = village.map { ask.actor.may(.seePeople, at: $0, in: ask.office.tree) } ?? false
                return .done(
                    .person(id), isOwn ? "此人在您的管辖范围内，不需要紧急查看。" : "档案已打开，3小时后自动关闭。原因已记入日志。")
            } form: { shown in
                try await page(ask, shown)
            }
        } catch Refusal.notFound(.person) {
            // Not a page of its own: what was typed stays, and the number is looked at again.
            let fault = FieldFault("identity", missing(ask.form.text("identity"), ask.office.pack.identity))
            return .page(try await page(ask, Shown(sent: ask.form, faults: [fault])), status: .notFound)
        }
    }

    /// The number as written, also one that the household register has wrong; a piece of one is none.
    private static func number(_ typed: inout FormReading, _ rules: IdentityRules) -> RecordedIdentity? {
        let number = typed.form["identity"].flatMap { RecordedIdentity.keeping($0, rules: rules) }
        guard let number, [15, 18].contains(number.full.count) else {
            typed.fault("identity", "请填写完整的身份证号。")
            return nil
        }
        return number
    }

    /// Why nobody was found: what is wrong with the number itself, or that nobody on the roll bears it.
    private static func missing(_ text: String, _ rules: IdentityRules) -> String {
        IdentityNumber.faults(in: text, rules: rules).first.map { "没有找到此人。\($0.sentence)" }
            ?? "没有找到这个身份证号的人，请核对证件后重新填写。"
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> PassesPage {
        let open = try await ask.office.openPasses(of: ask.actor)
        return PassesPage(
            fields: [
                Field(
                    "identity", "身份证号", .text(shown.text("identity"), .identityNumber), isRequired: true,
                    hint: "完整的18位号码"),
                shown.area(
                    "reason", "原因", lines: 2, limit: 200, isRequired: true, hint: "如：本人在我镇窗口求助，户籍村联系不上"),
            ], faults: shown.faults,
            open: open.map {
                ($0.person.facts.name.full, .person($0.person.id), $0.pass.until.words, $0.pass.reason)
            }, context: ask.formContext)
    }
}
