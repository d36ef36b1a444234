// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import Desk
import StoreSQLite
import Web
import Wording

/// `yuanzhu user`: accounts, from the machine that holds the data.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "管理账号：新建、列出、重置密码、停用。",
        subcommands: [Add.self, List.self, Reset.self, Disable.self])

    /// `user add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "新建账号，给出只显示一次的首次密码。")

        @Argument(help: "登录名：小写英文字母、数字、点和短横。") var login: String
        @Option(help: "姓名。") var name: String
        @Option(help: "岗位，如village-worker或“社区（村）公共就业服务人员”。") var role: RoleArgument
        @Option(help: "单位的名称或代码；重名时写成“杨镇/沙岭村”。不写时为区。") var unit: String?
        @Flag(help: "输出一行JSON。") var json = false
        @OptionGroup var store: StoreOptions
        @OptionGroup var policy: PolicyPlace

        func run() async throws {
            try await Premises.use(store, policy, mustBeThere: false) { premises in
                let unit = try UnitFinder(premises.office.tree).unit(unit)
                let opened = try await premises.office.openAccount(
                    login: login, name: name, grants: [Grant(role: role.role, unit: unit.id)],
                    by: premises.operatorActor(), keeper: SealedPasswords())
                if json {
                    Terminal.say(["login": .text(opened.account.login), "password": .text(opened.password)])
                } else {
                    Terminal.say("已为\(name)建立账号\(opened.account.login)（\(role.role.word)，\(unit.name)）。")
                    Terminal.say("首次密码：\(opened.password)（只显示这一次，登录后须修改）")
                }
            }
        }
    }

    /// `user list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "列出全部账号。")

        @Flag(help: "每个账号输出一行JSON。") var json = false
        @OptionGroup var store: StoreOptions
        @OptionGroup var policy: PolicyPlace

        func run() async throws {
            try await Premises.use(store, policy) { premises in
                for account in try await premises.store.accounts() {
                    let roles = account.grants.map { $0.words(in: premises.office.tree) }
                    if json {
                        Terminal.say(account.json(roles: roles))
                    } else {
                        let parts = [
                            account.login, account.name, roles.joined(separator: "、"), account.state,
                        ]
                        Terminal.say(parts.joined(separator: "  "))
                    }
                }
            }
        }
    }

    /// `user reset`.
    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset", abstract: "重置密码，给出只显示一次的新密码，同时解除锁定。")

        @Argument(help: "登录名。") var login: String
        @Flag(help: "输出一行JSON。") var json = false
        @OptionGroup var store: StoreOptions
        @OptionGroup var policy: PolicyPlace

        func run() async throws {
            try await Premises.use(store, policy) { premises in
                let account = try await premises.account(login)
                let password = try await premises.office.resetPassword(
                    of: account.id, version: account.version, by: premises.operatorActor(),
                    keeper: SealedPasswords())
                if json {
                    Terminal.say(["login": .text(account.login), "password": .text(password)])
                } else {
                    Terminal.say("\(account.login)的新密码：\(password)（只显示这一次，登录后须修改）")
                }
            }
        }
    }

    /// `user disable`.
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "停用账号；它办理过的记录保留。")

        @Argument(help: "登录名。") var login: String
        @Option(help: "停用的原因。") var reason: String
        @OptionGroup var store: StoreOptions
        @OptionGroup var policy: PolicyPlace

        func run() async throws {
            try await Premises.use(store, policy) { premises in
                let account = try await premises.account(login)
                _ = try await premises.office.disableAccount(
                    account.id, version: account.version, reason: reason, by: premises.operatorActor())
                Terminal.say("账号\(account.login)已停用。")
            }
        }
    }
}

extension Premises {
    /// The account of a login.
    func account(_ login: String) async throws -> Account {
        guard let account = try await store.account(login: login.lowercased()) else {
            throw Complaint("没有登录名为“\(login)”的账号，可用 yuanzhu user list 查看。")
        }
        return account
    }
}

extension Account {
    fileprivate var state: String { isDisabled ? "已停用" : mustChangePassword ? "待改首次密码" : "正常" }

    fileprivate func json(roles: [String]) -> JSONValue {
        [
            "login": .text(login), "name": .text(name), "roles": .texts(roles),
            "disabled": .bool(isDisabled), "must_change_password": .bool(mustChangePassword),
        ]
    }
}

/// A role on the command line, by its code or its word.
struct RoleArgument: ExpressibleByArgument {
    let role: Role

    init?(argument: String) {
        guard let role = Role(word: argument) else { return nil }
        self.role = role
    }

    static var allValueStrings: [String] { Role.allCases.map(\.rawValue) }
}
