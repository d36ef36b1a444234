// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages

extension AccountPages {
    // MARK: Reset

    static func askReset(_ ask: Ask) async throws -> Reply { .page(try await resetPage(ask, .fresh)) }

    static func reset(_ ask: Ask) async throws -> Reply {
        let id = AccountID(try ask.number())
        return try await ask.retrying { _ in
            do {
                let password = try await ask.office.resetPassword(
                    of: id, version: try ask.version(), by: ask.actor, keeper: ask.site.keeper, once: ask.once
                )
                return .page(slip(ask, try await demand(ask), password))
            } catch Refusal.nothingChanged {
                let sentence = "密码已经重置过，首次密码只显示一次。没有记下的，请再重置一次。"
                return .redirect(link(id), Flash(.warning, sentence))
            }
        } form: {
            try await resetPage(ask, $0)
        }
    }

    private static func resetPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let account = try await demand(ask)
        return ConfirmPage(
            "确认重置\(account.name)的密码？",
            consequences: ["系统生成新的首次密码，只显示一次。", "原密码立即失效，正在进行的登录结束。", "因输错密码造成的锁定同时解除。"],
            faults: shown.faults, hidden: [(name: "version", value: String(account.version))],
            action: link(account.id, "reset"), button: Button("重置密码", isGrave: true), back: link(account.id),
            ask.formContext, trail: trail(account))
    }

    // MARK: Disable and enable

    static func askDisable(_ ask: Ask) async throws -> Reply { .page(try await disablePage(ask, .fresh)) }

    static func disable(_ ask: Ask) async throws -> Reply {
        let id = AccountID(try ask.number())
        return try await ask.retrying(place: { _ in nil }) { reading in
            let reason = reading.words("reason", "停用原因", limit: 100)
            try reading.finish()
            _ = try await ask.office.disableAccount(
                id, version: try ask.version(), reason: reason, by: ask.actor, once: ask.once)
            return .done(link(id), "账号已停用。")
        } form: {
            try await disablePage(ask, $0)
        }
    }

    private static func disablePage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let account = try await demand(ask)
        return ConfirmPage(
            "确认停用\(account.name)的账号？",
            consequences: [
                "停用后不能登录，正在进行的登录立即结束。", "已办理的业务和记录不受影响，以后可以再启用。",
                "还负责援助对象的不能停用：先请所在单位负责人在“移交与请假”中移交给同事。",
            ],
            fields: [
                Field(
                    "reason", "停用原因", .text(shown.text("reason"), limit: 100), isRequired: true,
                    hint: "如：调离、离职")
            ], faults: shown.faults, hidden: [(name: "version", value: String(account.version))],
            action: link(account.id, "disable"), button: Button("停用", isGrave: true), back: link(account.id),
            ask.formContext, trail: trail(account))
    }

    static func enable(_ ask: Ask) async throws -> Reply {
        let id = AccountID(try ask.number())
        _ = try await ask.office.enableAccount(id, version: try ask.version(), by: ask.actor, once: ask.once)
        return .done(link(id), "账号已启用。")
    }

    private static func trail(_ account: Account) -> [Crumb] {
        [Crumb("账号", "/accounts"), Crumb(account.name, link(account.id))]
    }
}
