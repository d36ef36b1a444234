// SPDX-License-Identifier: Apache-2.0

/// 账号通知单: the first password on a slip to be printed or read out, shown once and kept nowhere.
public struct PasswordSlipPage: Page {
    public var name: String
    public var login: String
    public var password: String
    public var roles: String
    /// Where to sign in, as it is typed.
    public var site: String
    public var back: Link

    /// A slip for one account.
    public init(name: String, login: String, password: String, roles: String, site: String, back: Link) {
        self.name = name
        self.login = login
        self.password = password
        self.roles = roles
        self.site = site
        self.back = back
    }

    public var title: String { "账号通知单" }
    public var trail: [Crumb] { [Crumb("账号", "/accounts")] }

    public var body: HTML {
        .notice("密码只显示这一次，离开本页后无法再看到。请现在打印或当面告知本人。", .warning)
            + .section(
                class: "card confirm", .h1(title),
                .facts([
                    Fact("姓名", name), Fact("岗位", roles), Fact("网址", site), Fact("账号", login),
                    Fact("首次密码", .html(.span(class: "fixed", .strong(password)))),
                ]),
                .p("首次登录须设置自己的密码。账号只限本人使用，不得转借。"),
                .div(
                    class: "buttons",
                    .element(
                        "button", [.type("button"), .class("button primary"), .data("print", "")], "打印"),
                    .a(back, class: "button quiet", "返回")))
    }
}
