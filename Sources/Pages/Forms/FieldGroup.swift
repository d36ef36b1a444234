// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// Fields side by side, as many in a row as the screen holds; one under another on a phone.
    public static func fields(_ fields: [Field]) -> HTML {
        element("div", [.class("fields")], fields.map(\.html))
    }

    /// Fields under a heading of their own.
    public static func fields(_ heading: String, _ fields: [Field]) -> HTML {
        element(
            "fieldset", [.class("part")],
            .element("legend", [], .text(heading)), element("div", [.class("fields")], fields.map(\.html)))
    }

    /// One field on its own.
    public static func field(_ field: Field) -> HTML { field.html }

    /// The tick at the foot of a form: 我已核对.
    public static func tick(_ name: String, _ label: String, isTicked: Bool = false) -> HTML {
        var attributes: [Attribute] = [.type("checkbox"), .name(name), .value("1"), .id("f-\(name)")]
        if isTicked { attributes.append(.flag("checked")) }
        return element(
            "label", [.class("choice lone")], .void("input", attributes), .element("span", [], .text(label)))
    }
}
