// SPDX-License-Identifier: Apache-2.0

/// One account: who it is, what it may do, what happened to it.
public struct AccountPage: Page {
    public var name: String
    public var facts: [Fact]
    /// The roles, with what each allows.
    public var grants: [Granted]
    public var history: [Happening]
    /// What may be done with it; empty for one's own.
    public var acts: Acts?
    /// Why nothing may be done, where nothing may.
    public var note: String?

    /// A role at a unit with its permissions in words.
    public struct Granted: Hashable, Sendable {
        public let role: String
        public let unit: String
        public let deeds: [String]

        /// A role at a unit.
        public init(role: String, unit: String, deeds: [String]) {
            self.role = role
            self.unit = unit
            self.deeds = deeds
        }
    }

    /// The acts on one account.
    public struct Acts: Hashable, Sendable {
        let address: String
        let version: Int
        let isDisabled: Bool
        let context: FormContext

        /// - Parameter address: the account's own, beneath which its acts stand.
        public init(address: String, version: Int, isDisabled: Bool, context: FormContext) {
            self.address = address
            self.version = version
            self.isDisabled = isDisabled
            self.context = context
        }

        var html: HTML {
            let change = HTML.buttonLink("调整岗位", to: Link("\(address)/roles"))
            guard isDisabled else {
                return change + .buttonLink("重置密码", to: Link("\(address)/reset"))
                    + .buttonLink("停用", to: Link("\(address)/disable"))
            }
            return change
                + .act(
                    "启用", to: Link("\(address)/enable"), context,
                    hidden: [(name: "version", value: String(version))])
        }
    }

    /// A page of one account.
    public init(
        name: String, facts: [Fact], grants: [Granted], history: [Happening], acts: Acts?, note: String?
    ) {
        self.name = name
        self.facts = facts
        self.grants = grants
        self.history = history
        self.acts = acts
        self.note = note
    }

    public var title: String { name }
    public var trail: [Crumb] { [Crumb("账号", "/accounts")] }

    public var body: HTML {
        .heading(name, .with(acts) { $0.html }) + .with(note) { .notice($0) }
            + .card("基本信息", .facts(facts))
            + .card(
                "岗位",
                .each(grants) { grant in
                    .p(.strong(grant.role), .text("　\(grant.unit)"))
                        + .disclosure("可以办理的事项", .p(grant.deeds.joined(separator: "、")))
                })
            + .card("变更记录", .timeline(history))
    }
}
