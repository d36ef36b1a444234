// SPDX-License-Identifier: Apache-2.0

/// 确认: asks once more before an act that cannot simply be taken back; a page, so it needs no script.
public struct ConfirmPage: Page {
    /// The question, such as 确认将王秀兰上交镇级?
    public var title: String
    /// What will happen, one sentence each.
    public var consequences: [String]
    /// Who and what it is about.
    public var facts: [Fact]
    /// A reason or other field asked for on the way.
    public var fields: [Field]
    /// What was wrong with the last attempt.
    public var faults: [FieldFault]
    /// Sent along unseen: the version of what is shown.
    public var hidden: [(name: String, value: String)]
    /// Where the answer goes.
    public var action: Link
    /// The button with the verb.
    public var button: Button
    /// Where 返回 leads.
    public var back: Link
    /// The form's tokens.
    public var context: FormContext
    /// Where the page stands.
    public var trail: [Crumb]

    /// A question before an act.
    public init(
        _ title: String, consequences: [String] = [], facts: [Fact] = [], fields: [Field] = [],
        faults: [FieldFault] = [], hidden: [(name: String, value: String)] = [], action: Link, button: Button,
        back: Link, _ context: FormContext,
        trail: [Crumb] = []
    ) {
        self.title = title
        self.consequences = consequences
        self.facts = facts
        self.fields = fields
        self.faults = faults
        self.hidden = hidden
        self.action = action
        self.button = button
        self.back = back
        self.context = context
        self.trail = trail
    }

    /// The page.
    public var body: HTML {
        .section(
            class: "card confirm", .h1(title), .faults(faults),
            .when(!facts.isEmpty, .facts(facts)),
            .when(!consequences.isEmpty, .ul(consequences.map { .text($0) })),
            .form(
                to: action, context, .each(hidden) { .hidden($0.name, $0.value) },
                .each(fields.marked(with: faults)) { $0.html },
                .buttons(button, back: back)))
    }
}
