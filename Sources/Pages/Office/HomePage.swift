// SPDX-License-Identifier: Apache-2.0

/// 首页 of a village: the day, what waits, and the few kinds of work as large buttons.
public struct HomePage: Page {
    /// Today, as 2026-02-13（星期五）.
    public var today: String
    /// How much waits, in one sentence.
    public var waiting: String
    /// Whether something is overdue.
    public var isPressing: Bool
    public var buttons: [BigButton]
    /// Rarer work, as plain links.
    public var others: [MenuItem]

    /// A first page.
    public init(
        today: String, waiting: String, isPressing: Bool, buttons: [BigButton], others: [MenuItem]
    ) {
        self.today = today
        self.waiting = waiting
        self.isPressing = isPressing
        self.buttons = buttons
        self.others = others
    }

    public var title: String { "首页" }

    public var body: HTML {
        .heading(today) + .notice(waiting, isPressing ? .warning : .note) + .bigButtons(buttons)
            + .when(!others.isEmpty, .element("div", [.class("toolbar")], others.map(Self.link)))
    }

    private static func link(_ item: MenuItem) -> HTML { .buttonLink(item.title, to: item.link) }
}
