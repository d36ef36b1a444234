// SPDX-License-Identifier: Apache-2.0

/// 修改密码: one's own, by choice or because the first one must be replaced.
public struct PasswordPage: Page {
    /// Whether nothing else can be opened before.
    public var isForced: Bool
    /// What a password must be like, one sentence each.
    public var rules: [String]
    public var faults: [FieldFault]
    public var context: FormContext

    /// A form for a new password.
    public init(isForced: Bool, rules: [String], faults: [FieldFault], context: FormContext) {
        self.isForced = isForced
        self.rules = rules
        self.faults = faults
        self.context = context
    }

    public var title: String { "修改密码" }

    public var body: HTML {
        .section(
            class: "card confirm", .h1(title),
            .when(isForced, .notice("这是首次登录或密码已被重置，请先设置自己的密码。", .warning)), .faults(faults),
            .form(
                to: "/password", context, .each(fields.marked(with: faults)) { $0.html },
                .buttons(Button("保存新密码"), back: isForced ? nil : "/")))
    }

    private var fields: [Field] {
        [
            Field(
                "old", isForced ? "现在的密码（通知单上的）" : "现在的密码", .password(), isRequired: true),
            Field(
                "new", "新密码", .password(isNew: true), isRequired: true,
                hint: rules.joined(separator: "；") + "。"),
            Field("again", "再输一次新密码", .password(isNew: true), isRequired: true),
        ]
    }
}
