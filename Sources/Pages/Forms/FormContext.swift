// SPDX-License-Identifier: Apache-2.0

/// What every form that changes something carries unseen.
public struct FormContext: Hashable, Sendable {
    /// The session's token: shows that the form came from our own page.
    public let csrf: String
    /// The page's token: with the form's address it makes a second press of the button harmless.
    public let once: String

    /// The tokens of one answer to one person.
    public init(csrf: String, once: String) {
        self.csrf = csrf
        self.once = once
    }

    /// The names under which the tokens are sent.
    public static let csrfName = "csrf"
    /// The names under which the tokens are sent.
    public static let onceName = "once"

    /// The two hidden fields.
    var hidden: HTML { .hidden(Self.csrfName, csrf) + .hidden(Self.onceName, once) }
}

/// What a form is for; scripts and styles go by it.
public enum FormKind: Hashable, Sendable {
    /// Fields to fill in: leaving with unsaved changes is asked about.
    case entry
    /// A button, perhaps with a choice: nothing can be lost.
    case act
    /// Fields and files.
    case upload
}

extension HTML {
    /// A form that changes something. It always carries the tokens, and works without script.
    ///
    /// The browser's own checks are off: the server names all faults at once, in our words.
    public static func form(
        to action: Link, _ context: FormContext, kind: FormKind = .entry, _ children: HTML...
    ) -> HTML {
        var attributes: [Attribute] = [
            .class(kind == .act ? "act" : "entry"), Attribute("method", "post"), .action(action),
            .flag("novalidate"),
        ]
        switch kind {
        case .entry: attributes.append(.data("form", "entry"))
        case .act: attributes.append(.data("form", "act"))
        case .upload:
            attributes.append(.data("form", "entry"))
            attributes.append(Attribute("enctype", "multipart/form-data"))
        }
        return element("form", attributes, [context.hidden] + children)
    }

    /// A value that is sent along unseen.
    public static func hidden(_ name: String, _ value: String) -> HTML {
        void("input", [.type("hidden"), .name(name), .value(value)])
    }
}
