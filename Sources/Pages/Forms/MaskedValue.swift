// SPDX-License-Identifier: Apache-2.0

/// A personal number shown in part, with the way to see it whole: a purpose, which is recorded.
public struct MaskedValue: Hashable, Sendable {
    /// The masked form, such as 110222********0013.
    public var masked: String
    /// Where a purpose is sent.
    public var reveal: Link
    /// The purposes a person may give.
    public var purposes: [Choice]
    /// The form's tokens.
    public var context: FormContext

    /// A number and the way to see it.
    public init(_ masked: String, reveal: Link, purposes: [Choice], _ context: FormContext) {
        self.masked = masked
        self.reveal = reveal
        self.purposes = purposes
        self.context = context
    }

    /// The number with 查看 behind it; pressing it asks for the purpose.
    public var html: HTML {
        .span(
            class: "masked", .span(class: "fixed", .text(masked)),
            .element("details", [.class("reveal")], .element("summary", [], "查看"), purposeForm))
    }

    private var purposeForm: HTML {
        .form(
            to: reveal, context, kind: .act,
            .element(
                "label", [], .text("用途"),
                .element(
                    "select", [.name("purpose"), .flag("required")], .element("option", [.value("")], "请选择"),
                    .each(purposes) { .element("option", [.value($0.code)], .text($0.label)) })),
            Button("查看").html(class: "button small"),
            .p(class: "hint", "查看用途会记入日志。"))
    }
}
