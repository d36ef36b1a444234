// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Hummingbird
import Pages
import Seals
import Wording

/// 首页, one's own password and switches, and the way out.
enum HomePages {
    static let routes: [Routes.Entry] = [
        .get("/", nil, home),
        .get("/password", nil, password),
        .post("/password", nil, changePassword),
        .post("/type-size", nil, typeSize),
        .post("/sign-out", nil, signOut),
    ]

    /// Villages start with their large buttons, everybody else with the first work of the menu.
    static func home(_ ask: Ask) async throws -> Reply {
        let count = try await ask.office.workCount(by: ask.actor)
        let menu = SiteMenu(actor: ask.actor, address: ask.address, waiting: count)
        guard !ShellChoice(ask: ask).isVillage, let first = menu.items.first else {
            return .page(
                HomePage(
                    today: ask.office.today.withWeekday, waiting: words(count), isPressing: count.overdue > 0,
                    buttons: menu.buttons, others: menu.rarerItems + [MenuItem("修改密码", "/password")]))
        }
        return .redirect(first.link)
    }

    private static func words(_ count: WorkCount) -> String {
        guard count.all > 0 else { return "目前没有要办的事项。" }
        let overdue = count.overdue > 0 ? "，其中\(capped(count.overdue))件已超期" : ""
        let today = count.today > 0 ? "，今天到期\(capped(count.today))件" : ""
        return "现有\(capped(count.all))件要办\(overdue)\(today)。"
    }

    /// Stores stop counting at 1,000.
    private static func capped(_ count: Int) -> String { count > 999 ? "999以上" : String(count) }

    // MARK: Password

    static func password(_ ask: Ask) async throws -> Reply { .page(page(ask, .fresh)) }

    /// The other sessions end with the old password; this browser goes on under a new token.
    static func changePassword(_ ask: Ask) async throws -> Reply {
        let account = ask.visitor.account
        return try await ask.retrying(place: place) { reading in
            let (old, new) = (ask.form.raw("old"), ask.form.raw("new"))
            if old.isEmpty { reading.fault("old", "请填写现在的密码。") }
            if new.isEmpty { reading.fault("new", "请填写新密码。") }
            if new != ask.form.raw("again") { reading.fault("again", "两次输入的新密码不一样，请重新输入。") }
            try reading.finish()
            let keeper = ask.site.keeper
            try await ask.office.choosePassword(
                new, old: old, of: account, keeper: keeper, rules: ask.site.signInRules)
            guard
                case .done(let token, _) = try await ask.office.signIn(
                    login: account.login, password: new, keeper: keeper, rules: ask.site.signInRules)
            else { return .redirect("/sign-in", cookies: [ask.site.sessionCookie.end]) }
            ask.site.flashes.keep(Flash(.success, "密码已修改。"), for: keeper.digest(of: token))
            return .redirect("/", cookies: [ask.site.sessionCookie.set(token)])
        } form: {
            page(ask, $0)
        }
    }

    private static func place(_ refusal: Refusal) -> String? {
        if case .passwordWrong = refusal { return "old" }
        if case .passwordWeak = refusal { return "new" }
        return nil
    }

    private static func page(_ ask: Ask, _ shown: Shown) -> PasswordPage {
        PasswordPage(
            isForced: ask.visitor.account.mustChangePassword, rules: passwordRules, faults: shown.faults,
            context: ask.formContext)
    }

    private static let passwordRules = [
        "至少\(PasswordRules.leastLength)个字符", "大写字母、小写字母、数字、其他符号中至少有三类", "不含账号名，不用常见密码",
    ]

    // MARK: Switches

    /// 大字版: kept by the browser, for everybody who uses that machine.
    static func typeSize(_ ask: Ask) async throws -> Reply {
        let isLarge = ask.form["large"] == "1"
        let cookie = Cookie(
            name: "large", value: isLarge ? "1" : "0", maxAge: 365 * 24 * 60 * 60, path: "/",
            secure: ask.site.settings.isSecure, httpOnly: true, sameSite: .lax)
        return .redirect(Link.local(ask.form.text("back")) ?? "/", cookies: [cookie])
    }

    static func signOut(_ ask: Ask) async throws -> Reply {
        try await ask.office.signOut(ask.visitor.session, of: ask.visitor.account)
        return .redirect("/sign-in", cookies: [ask.site.sessionCookie.end])
    }
}
