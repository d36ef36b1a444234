// SPDX-License-Identifier: Apache-2.0

/// 登录.
public struct SignInPage: Page {
    /// The login typed before, if the try failed.
    public var login: String
    /// The page asked for, to be shown after signing in.
    public var next: String
    /// The field and value that show the form is ours.
    public var stampField: String
    public var stamp: String
    /// Why the last try failed.
    public var fault: String?
    /// Logins of a demonstration, shown so that nobody must look for them.
    public var knownLogins: [KnownLogin]

    /// A sign-in form.
    public init(
        login: String, next: String, stampField: String, stamp: String, fault: String?,
        knownLogins: [KnownLogin] = []
    ) {
        self.login = login
        self.next = next
        self.stampField = stampField
        self.stamp = stamp
        self.fault = fault
        self.knownLogins = knownLogins
    }

    public var title: String { "登录" }

    public var body: HTML {
        .section(
            class: "card", .h1("登录"), .with(fault) { .notice($0, .fault) }, form) + board + demonstration
    }

    private var form: HTML {
        .element(
            "form",
            [.class("entry"), Attribute("method", "post"), .action("/sign-in"), .data("form", "entry")],
            .hidden(stampField, stamp), .hidden("next", next),
            .field(Field("login", "账号", .text(login, .login, limit: 32), isRequired: true)),
            .field(Field("password", "密码", .password(), isRequired: true)),
            .buttons(Button("登录")))
    }

    /// What everybody may read without an account.
    private var board: HTML {
        .p(class: "hint", .text("找工作的群众不用登录："), .a("/public/jobs", "招聘岗位"))
    }

    private var demonstration: HTML {
        guard let first = knownLogins.first else { return .empty }
        return .section(
            class: "card", .h2("演示账号"),
            .p(class: "hint", "这是演示环境，人员和数据都是虚构的。密码都是 \(first.password)"),
            DataTable(
                columns: [Column("账号", .fixed), Column("岗位")],
                rows: knownLogins.map { Row([.text($0.login), .text($0.role)]) }, isNumbered: false
            ).html)
    }
}

/// An account of a demonstration, whose password is no secret.
public struct KnownLogin: Hashable, Sendable {
    public let role: String
    public let login: String
    public let password: String

    /// An account that anybody may try.
    public init(role: String, login: String, password: String) {
        self.role = role
        self.login = login
        self.password = password
    }
}
