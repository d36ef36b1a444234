// SPDX-License-Identifier: Apache-2.0

/// A question of a form: label, help, control and what is wrong with the answer.
public struct Field: Hashable, Sendable {
    /// The name under which it is sent; also the anchor `#f-name` of its control.
    public var name: String
    /// What is asked.
    public var label: String
    /// What it is filled in with.
    public var control: Control
    /// Whether an answer is owed.
    public var isRequired: Bool
    /// Help, shown under the control (above the answers where there are several to tick).
    public var hint: String?
    /// What is wrong, in a sentence, shown under the control.
    public var fault: String?

    /// A field of a form.
    public init(
        _ name: String, _ label: String, _ control: Control, isRequired: Bool = false, hint: String? = nil,
        fault: String? = nil
    ) {
        self.name = name
        self.label = label
        self.control = control
        self.isRequired = isRequired
        self.hint = hint
        self.fault = fault
    }

    /// The mark of the control, for links that lead to it.
    public var anchor: String { "f-\(name)" }

    /// The whole field.
    public var html: HTML { control.isGroup ? group : single }

    private var style: Attribute { .class(fault == nil ? "field" : "field wrong") }

    private var single: HTML {
        .element(
            "div", [style],
            .element("label", [Attribute("for", anchor)], .text(label), mark), controlHTML, hintHTML,
            faultHTML)
    }

    private var group: HTML {
        .element(
            "fieldset", [style] + described, .element("legend", [], .text(label), mark), hintHTML,
            controlHTML, faultHTML)
    }

    private var mark: HTML {
        .when(isRequired, .element("span", [.class("must"), Attribute("title", "必填")], " *"))
    }

    private var hintHTML: HTML {
        .with(hint) { .element("div", [.class("hint"), .id("\(anchor)-hint")], .text($0)) }
    }

    private var faultHTML: HTML {
        .with(fault) { .element("div", [.class("fault"), .id("\(anchor)-fault")], .text($0)) }
    }

    /// Points assistive software at the help and the fault.
    var described: [Attribute] {
        let marks = [hint.map { _ in "\(anchor)-hint" }, fault.map { _ in "\(anchor)-fault" }].compactMap(
            \.self)
        return marks.isEmpty ? [] : [.aria("describedby", marks.joined(separator: " "))]
    }
}
