// SPDX-License-Identifier: Apache-2.0

/// 登记未访原因: why somebody could not be surveyed, and when to try again (01.r1).
public struct ExcusePage: Page {
    /// The person.
    public var name: String
    /// Who it is, masked: 女，43岁，12号.
    public var about: String
    /// The round's page.
    public var back: Link
    /// Where the reason is sent.
    public var action: Link
    /// The fields, with what was typed.
    public var fields: [Field]
    /// Values sent along.
    public var sent: [(name: String, value: String)]
    /// What was wrong.
    public var faults: [FieldFault]
    /// The form's tokens.
    public var context: FormContext

    /// A reason to give.
    public init(
        _ name: String, about: String, back: Link, action: Link, fields: [Field],
        sent: [(name: String, value: String)], faults: [FieldFault] = [], _ context: FormContext
    ) {
        self.name = name
        self.about = about
        self.back = back
        self.action = action
        self.fields = fields
        self.sent = sent
        self.faults = faults
        self.context = context
    }

    /// The page's name.
    public var title: String { "登记未访原因" }
    /// Under the round.
    public var trail: [Crumb] { [Crumb("入户调查", "/survey"), Crumb("调查名单", back)] }

    /// The form.
    public var body: HTML {
        .join(
            .h1("\(name)：登记未访原因"), .p(class: "hint", .text(about)), .faults(faults),
            .form(
                to: action, context, .each(sent) { .hidden($0.name, $0.value) },
                .each(fields.marked(with: faults)) { $0.html }, .buttons(Button("保存"), back: back)))
    }
}
