// SPDX-License-Identifier: Apache-2.0

/// 并入他村: which neighbour takes the village over; the next page shows what would move.
public struct UnitChoicePage: Page {
    public var title: String
    public var trail: [Crumb]
    public var action: Link
    public var choices: [Choice]
    public var back: Link

    /// A choice among neighbours.
    public init(title: String, trail: [Crumb], action: Link, choices: [Choice], back: Link) {
        self.title = title
        self.trail = trail
        self.action = action
        self.choices = choices
        self.back = back
    }

    public var body: HTML {
        guard !choices.isEmpty else {
            return .heading(title) + .nothing("同一街镇内没有可以并入的社区（村）。", next: "返回", back)
        }
        return .section(
            class: "card confirm", .h1(title), .p("只能并入同一街镇的社区（村）。先看并入后会怎样，再确认。"),
            .element(
                "form", [.class("entry"), Attribute("method", "get"), .action(action)],
                .field(Field("into", "并入", .select(choices, chosen: nil), isRequired: true)),
                .buttons(Button("下一步：预览"), back: back)))
    }
}
