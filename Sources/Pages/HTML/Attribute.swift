// SPDX-License-Identifier: Apache-2.0

/// One attribute of an element. Its name is the program's, its value anybody's: values are escaped.
///
/// There is no attribute for styles or handlers: the site's content policy allows neither. Addresses
/// are `Link`s, so that a script in disguise cannot become one.
public struct Attribute: Hashable, Sendable {
    /// The markup, with a space before it.
    let bytes: [UInt8]

    /// An attribute with a value; `nil` writes the name alone, as in `required`.
    public init(_ name: StaticString, _ value: String?) {
        precondition(
            !Self.isReserved(name), "addresses go through Link; styles and handlers stay in assets")
        self.init(prefix: "", name: name, value: value)
    }

    private init(prefix: StaticString, name: StaticString, value: String?) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24 + (value?.utf8.count ?? 0))
        bytes.append(UInt8(ascii: " "))
        bytes.append(static: prefix)
        bytes.append(static: name)
        if let value {
            bytes.append(static: "=\"")
            bytes.appendEscaped(value)
            bytes.append(UInt8(ascii: "\""))
        }
        self.bytes = bytes
    }

    /// Nearly every name is cleared by its first letter: this runs for each attribute of a page.
    private static func isReserved(_ name: StaticString) -> Bool {
        switch name.utf8Start.pointee {
        case UInt8(ascii: "h"), UInt8(ascii: "s"), UInt8(ascii: "a"), UInt8(ascii: "f"):
            ["href", "src", "action", "formaction", "style", "srcdoc"].contains("\(name)")
        case UInt8(ascii: "o"): "\(name)".hasPrefix("on")
        default: false
        }
    }

    /// Where a link leads.
    public static func href(_ link: Link) -> Attribute {
        Attribute(prefix: "", name: "href", value: link.address)
    }
    /// Where a picture or script is fetched from.
    public static func src(_ link: Link) -> Attribute {
        Attribute(prefix: "", name: "src", value: link.address)
    }
    /// Where a form is sent.
    public static func action(_ link: Link) -> Attribute {
        Attribute(prefix: "", name: "action", value: link.address)
    }
    /// Where a button sends the form it stands in, when not to the form's own address.
    public static func formAction(_ link: Link) -> Attribute {
        Attribute(prefix: "", name: "formaction", value: link.address)
    }

    /// Names of styles, separated by spaces.
    public static func `class`(_ names: String) -> Attribute {
        Attribute(prefix: "", name: "class", value: names)
    }
    /// The mark that links and labels point at.
    public static func id(_ id: String) -> Attribute { Attribute(prefix: "", name: "id", value: id) }
    /// The name under which a control is sent.
    public static func name(_ name: String) -> Attribute { Attribute(prefix: "", name: "name", value: name) }
    /// What a control holds.
    public static func value(_ value: String) -> Attribute {
        Attribute(prefix: "", name: "value", value: value)
    }
    /// What kind of control or button it is.
    public static func type(_ type: StaticString) -> Attribute {
        Attribute(prefix: "", name: "type", value: "\(type)")
    }
    /// A value for one of our scripts: `data("question", "12")` writes `data-question="12"`.
    public static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(prefix: "data-", name: name, value: value)
    }
    /// A word for assistive software: `aria("label", "主菜单")`.
    public static func aria(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(prefix: "aria-", name: name, value: value)
    }
    /// An attribute that is there or not: `flag("required")`.
    public static func flag(_ name: StaticString) -> Attribute { Attribute(name, nil) }
}

extension [UInt8] {
    mutating func append(_ attribute: Attribute) { append(contentsOf: attribute.bytes) }
}
