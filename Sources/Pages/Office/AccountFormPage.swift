// SPDX-License-Identifier: Apache-2.0

/// 新建账号 or 调整岗位: who, and what they do where.
public struct AccountFormPage: Page {
    public var title: String
    /// Fields of a new account; empty when only the roles are changed.
    public var fields: [Field]
    /// Pairs of a role and a unit, as many as one account may hold.
    public var grants: [[Field]]
    /// What follows from the act, above the form.
    public var note: String
    public var action: Link
    public var button: String
    public var back: Link
    /// The version shown; `nil` for a new account.
    public var version: Int?
    public var faults: [FieldFault]
    public var context: FormContext

    /// A form for an account.
    public init(
        title: String, fields: [Field], grants: [[Field]], note: String, action: Link, button: String,
        back: Link, version: Int?, faults: [FieldFault], context: FormContext
    ) {
        self.title = title
        self.fields = fields
        self.grants = grants
        self.note = note
        self.action = action
        self.button = button
        self.back = back
        self.version = version
        self.faults = faults
        self.context = context
    }

    public var trail: [Crumb] { [Crumb("账号", "/accounts")] }

    public var body: HTML {
        .heading(title) + .notice(note) + .faults(faults)
            + .form(
                to: action, context, .with(version) { .hidden("version", String($0)) },
                .when(!fields.isEmpty, .fields("基本信息", fields.marked(with: faults))),
                .element(
                    "fieldset", [.class("part")], .element("legend", [], "岗位"),
                    .each(grants) { .fields($0.marked(with: faults)) }),
                .buttons(Button(button), back: back))
    }
}
