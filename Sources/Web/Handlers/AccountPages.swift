// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 账号: opened, given roles, reset, disabled and enabled by the security administrator.
enum AccountPages {
    static let routes: [Routes.Entry] = [
        .get("/accounts", .changeAccounts, list),
        .get("/accounts/new", .changeAccounts, new),
        .post("/accounts", .changeAccounts, create),
        .get("/accounts/:id", .changeAccounts, show),
        .get("/accounts/:id/roles", .changeAccounts, roles),
        .post("/accounts/:id/roles", .changeAccounts, changeRoles),
        .get("/accounts/:id/reset", .changeAccounts, askReset),
        .post("/accounts/:id/reset", .changeAccounts, reset),
        .get("/accounts/:id/disable", .changeAccounts, askDisable),
        .post("/accounts/:id/disable", .changeAccounts, disable),
        .post("/accounts/:id/enable", .changeAccounts, enable),
    ]

    // MARK: List

    private static let pageLength = 100

    static func list(_ ask: Ask) async throws -> Reply {
        let tree = ask.office.tree
        let role = ask.query["role"].flatMap(Role.init(rawValue:))
        let found = try await ask.site.store.accounts().filter { account in
            account.grants.contains { grant in
                (role.map { $0 == grant.role } ?? true)
                    && (ask.unit.map { tree.contains(grant.unit, within: $0) } ?? true)
            }
        }.sorted { $0.id < $1.id }
        let start = max(0, min(ask.query.number("from") ?? 0, found.count))
        let shown = found[start..<min(start + pageLength, found.count)]
        func link(_ from: Int) -> Link {
            var query: [(name: String, value: String)] = []
            if let role { query.append(("role", role.rawValue)) }
            if let unit = ask.unit { query.append(("unit", String(unit.number))) }
            if from > 0 { query.append(("from", String(from))) }
            return Link("/accounts", query: query)
        }
        return .page(
            AccountsPage(
                lines: shown.map { line($0, tree) }, firstNumber: start + 1, filter: filter(ask, role),
                previous: start > 0 ? link(max(0, start - pageLength)) : nil,
                next: start + pageLength < found.count ? link(start + pageLength) : nil,
                total: "共\(found.count)个账号"))
    }

    private static func filter(_ ask: Ask, _ role: Role?) -> FilterRow {
        let towns = ask.office.tree.all.filter { $0.level == .town }
        return FilterRow(
            page: "/accounts",
            fields: [
                Field(
                    "unit", "街镇",
                    .select(
                        towns.map { Choice(String($0.id.number), $0.name) },
                        chosen: ask.unit.map { String($0.number) }, none: "全部")),
                Field(
                    "role", "岗位",
                    .select(
                        Role.allCases.map { Choice($0.rawValue, $0.word) }, chosen: role?.rawValue, none: "全部"
                    )),
            ])
    }

    private static func line(_ account: Account, _ tree: UnitTree) -> AccountsPage.Line {
        let home = account.grants.first.flatMap { tree.unit(at: .town, above: $0.unit) ?? tree[$0.unit] }
        return AccountsPage.Line(
            link: link(account.id), name: account.name, login: account.login,
            roles: account.grants.map { $0.words(in: tree) }.joined(separator: "、"), place: home?.name ?? "",
            state: state(account))
    }

    private static func state(_ account: Account) -> Tag {
        if account.isDisabled { return Tag("已停用", .grey) }
        return account.mustChangePassword ? Tag("未改首次密码", .yellow) : Tag("使用中", .green)
    }

    static func link(_ id: AccountID, _ part: String = "") -> Link {
        Link("/accounts/\(id.number)\(part.isEmpty ? "" : "/")\(part)")
    }

    // MARK: New

    static func new(_ ask: Ask) async throws -> Reply { .page(newPage(ask, .fresh)) }

    static func create(_ ask: Ask) async throws -> Reply {
        try await ask.retrying(place: place) { reading in
            let name = reading.words("name", "姓名", limit: 50)
            let login = reading.words("login", "账号", limit: 32)
            let grants = AccountGrants.read(ask.form, &reading)
            try reading.finish()
            let opened = try await ask.office.createAccount(
                login: login, name: name, grants: grants, by: ask.actor, keeper: ask.site.keeper)
            return .page(slip(ask, opened.account, opened.password))
        } form: {
            newPage(ask, $0)
        }
    }

    private static func place(_ refusal: Refusal) -> String? {
        switch refusal {
        case .loginTaken, .loginMalformed: "login"
        case .nameMissing: "name"
        default: nil
        }
    }

    private static func newPage(_ ask: Ask, _ shown: Shown) -> AccountFormPage {
        AccountFormPage(
            title: "新建账号",
            fields: [
                Field("name", "姓名", .text(shown.text("name"), limit: 50), isRequired: true),
                Field(
                    "login", "账号", .text(shown.text("login"), .login, limit: 32), isRequired: true,
                    hint: "3至32个小写字母、数字、点或连字符，以字母开头"),
            ],
            grants: AccountGrants.fields(shown, now: [], in: ask.office.tree),
            note: "每人一个账号，不得合用。系统生成首次密码，只显示一次，本人登录后须修改。", action: "/accounts",
            button: "新建", back: "/accounts", version: nil, faults: shown.faults, context: ask.formContext)
    }

    static func slip(_ ask: Ask, _ account: Account, _ password: String) -> PasswordSlipPage {
        let settings = ask.site.settings
        return PasswordSlipPage(
            name: account.name, login: account.login, password: password,
            roles: account.grants.map { $0.words(in: ask.office.tree) }.joined(separator: "、"),
            site: settings.origin ?? "http://\(settings.host):\(settings.port)", back: link(account.id))
    }

    // MARK: One account

    static func demand(_ ask: Ask) async throws -> Account {
        guard let account = try await ask.site.store.account(AccountID(try ask.number())) else {
            throw Refusal.notFound(.account)
        }
        return account
    }

    static func show(_ ask: Ask) async throws -> Reply {
        let account = try await demand(ask)
        let credential = try await ask.site.store.credential(of: account.id)
        let isOwn = account.id == ask.actor.account
        let tree = ask.office.tree
        return .page(
            AccountPage(
                name: account.name, facts: facts(account, lockedUntil: credential?.lockedUntil, ask),
                grants: account.grants.map { grant in
                    AccountPage.Granted(
                        role: grant.role.word, unit: tree.path(of: grant.unit).joined(separator: " "),
                        deeds: Deed.allCases.filter(grant.role.deeds.contains).map(\.word))
                },
                history: try await AccountHistory(ask: ask).happenings(of: account.id),
                acts: isOwn
                    ? nil
                    : AccountPage.Acts(
                        address: "/accounts/\(account.id.number)", version: account.version,
                        isDisabled: account.isDisabled, context: ask.formContext),
                note: isOwn ? "这是您自己的账号，须由另一位安全管理员变更。" : nil))
    }

    private static func facts(_ account: Account, lockedUntil: Instant?, _ ask: Ask) -> [Fact] {
        var facts = [
            Fact("姓名", account.name), Fact("账号", account.login), Fact("状态", .tag(state(account))),
        ]
        if let until = lockedUntil, ask.office.now < until {
            facts.append(Fact("锁定", "密码连续输错，\(until.words)解除；重置密码也会解除"))
        }
        return facts
    }

    // MARK: Roles

    static func roles(_ ask: Ask) async throws -> Reply { .page(try await rolesPage(ask, .fresh)) }

    static func changeRoles(_ ask: Ask) async throws -> Reply {
        let id = AccountID(try ask.number())
        return try await ask.retrying { reading in
            let grants = AccountGrants.read(ask.form, &reading)
            try reading.finish()
            _ = try await ask.office.grant(
                grants, to: id, version: try ask.version(), by: ask.actor, once: ask.once)
            return .done(link(id), "岗位已调整，本人须重新登录。")
        } form: {
            try await rolesPage(ask, $0)
        }
    }

    private static func rolesPage(_ ask: Ask, _ shown: Shown) async throws -> AccountFormPage {
        let account = try await demand(ask)
        return AccountFormPage(
            title: "调整岗位：\(account.name)", fields: [],
            grants: AccountGrants.fields(shown, now: account.grants, in: ask.office.tree),
            note: "保存后，这个账号正在进行的登录立即结束，按新岗位重新登录。", action: link(account.id, "roles"),
            button: "保存", back: link(account.id), version: account.version, faults: shown.faults,
            context: ask.formContext)
    }
}
