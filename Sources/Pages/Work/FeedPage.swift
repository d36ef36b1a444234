// SPDX-License-Identifier: Apache-2.0

/// 日历订阅: a secret address from which a calendar program reads the own duties.
public struct FeedPage: Page {
    /// Whether an address is in use.
    public var isOpen: Bool
    /// The address just made: shown this once and kept nowhere.
    public var address: String?
    public var context: FormContext

    public init(isOpen: Bool, address: String? = nil, context: FormContext) {
        self.isOpen = isOpen
        self.address = address
        self.context = context
    }

    public var title: String { "日历订阅" }
    public var trail: [Crumb] { [Crumb("我的待办", .work)] }

    public var body: HTML {
        .section(
            .h1(title),
            .p("手机或电脑上的日历可以订阅自己的待办：已超期的和60天内到期的事项，按到期日显示，自动更新。"),
            .p("日历里只有事项、隐去一字的姓名和村名，没有身份证号、电话和困难类别。"),
            .with(address, fresh), state)
    }

    private func fresh(_ address: String) -> HTML {
        .notice("地址只显示这一次，离开本页后无法再看到。请现在复制到日历的“订阅日历”里。", .warning)
            + .copyable("订阅地址", address)
            + .p(class: "hint", "知道地址的人都能看到这份日历，请不要转发。疑似泄露的，请更换地址或停用。")
    }

    private var state: HTML {
        guard isOpen else {
            return .p("现在没有开通。") + act("开通日历订阅", to: "/work/feed", isPrimary: true)
        }
        return .p(address == nil ? "已经开通。忘记地址的，请更换一个。" : "已经开通。")
            + .div(
                class: "buttons",
                act("更换地址（原地址立即失效）", to: "/work/feed", isPrimary: false),
                act("停用日历订阅", to: "/work/feed/close", isPrimary: false))
    }

    private func act(_ words: String, to link: Link, isPrimary: Bool) -> HTML {
        .form(
            to: link, context, kind: .act,
            .element(
                "button", [.type("submit"), .class(isPrimary ? "button primary" : "button")], .text(words)))
    }
}
