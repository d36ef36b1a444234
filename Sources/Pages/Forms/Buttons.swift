// SPDX-License-Identifier: Apache-2.0

/// A button of a form. With a name it tells the server which of several was pressed.
public struct Button: Hashable, Sendable {
    /// The verb on it: 保存, 上交, 退回.
    public var label: String
    /// What is sent when it is pressed.
    public var sends: Sends?
    /// True for acts that take something away.
    public var isGrave: Bool

    /// A name and a value.
    public struct Sends: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// A button that submits its form.
    public init(_ label: String, isGrave: Bool = false) {
        self.label = label
        self.isGrave = isGrave
    }

    /// A button that submits its form and says which it was.
    public init(_ label: String, sends name: String, _ value: String, isGrave: Bool = false) {
        self.label = label
        self.sends = Sends(name: name, value: value)
        self.isGrave = isGrave
    }

    func html(class names: String) -> HTML {
        var attributes: [Attribute] = [.type("submit"), .class(names)]
        if let sends { attributes += [.name(sends.name), .value(sends.value)] }
        return .element("button", attributes, .text(label))
    }
}

extension HTML {
    /// The foot of a form: exactly one button stands out, others do not, and there is a way back.
    public static func buttons(_ primary: Button, _ others: Button..., back: Link? = nil) -> HTML {
        div(
            class: "buttons", primary.html(class: primary.isGrave ? "button grave" : "button primary"),
            .each(others) { $0.html(class: "button") },
            .with(back) { .a($0, class: "button quiet", "返回") })
    }

    /// An act of one press: a small form with one button. Acts that cannot be taken back go through
    /// a `ConfirmPage` instead.
    public static func act(
        _ label: String, to action: Link, _ context: FormContext, hidden: [(name: String, value: String)] = []
    ) -> HTML {
        form(
            to: action, context, kind: .act, .each(hidden) { .hidden($0.name, $0.value) },
            Button(label).html(class: "button small"))
    }

    /// A link that looks like a button: opens a page, changes nothing.
    public static func buttonLink(_ label: String, to link: Link, isPrimary: Bool = false) -> HTML {
        a(link, class: isPrimary ? "button primary" : "button", .text(label))
    }

    /// The links and buttons that belong to a page or a list as a whole.
    public static func toolbar(_ pieces: HTML...) -> HTML { element("div", [.class("toolbar")], pieces) }

    /// The heading of a page with what can be done from it.
    public static func heading(_ title: String, _ pieces: HTML...) -> HTML {
        div(class: "heading", .h1(title), element("div", [.class("toolbar")], pieces))
    }
}
