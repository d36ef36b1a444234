// SPDX-License-Identifier: Apache-2.0

/// 请假代办: from when to when a colleague sees to somebody's work.
public struct LeavePage: Page {
    public var title: String
    /// The leave that is set now.
    public var present: [Fact]
    public var fields: [Field]
    public var faults: [FieldFault]
    public var version: Int
    public var action: Link
    /// Where 销假 is sent.
    public var end: Link
    public var back: Link
    public var context: FormContext
    public var trail: [Crumb]
    /// Whom the account itself covers today.
    public var covering: [String]
    /// Said in place of the form when nobody can see to the work.
    public var hindrance: String?

    public init(
        title: String, present: [Fact], fields: [Field], faults: [FieldFault], version: Int, action: Link,
        end: Link, back: Link, context: FormContext, trail: [Crumb], covering: [String], hindrance: String?
    ) {
        self.title = title
        self.present = present
        self.fields = fields
        self.faults = faults
        self.version = version
        self.action = action
        self.end = end
        self.back = back
        self.context = context
        self.trail = trail
        self.covering = covering
        self.hindrance = hindrance
    }

    public var body: HTML {
        .section(
            .heading(title), .each(covering) { .notice($0) },
            .when(
                !present.isEmpty,
                .card(
                    "现在的请假",
                    tools: .act("销假", to: end, context, hidden: [("version", String(version))]),
                    .facts(present))),
            form)
    }

    private var form: HTML {
        if let hindrance { return .nothing(hindrance) }
        return .section(
            class: "card confirm", .h2(present.isEmpty ? "登记请假" : "改登请假"), .faults(faults),
            .ul(
                [
                    "请假期间，您的待办同时出现在代办人的“我的待办”里，援助对象仍归您负责。", "到期自动恢复，提前回来的请销假。",
                ].map { .text($0) }),
            .form(
                to: action, context, .hidden("version", String(version)),
                .each(fields.marked(with: faults)) { $0.html }, .buttons(Button("保存"), back: back)))
    }
}
