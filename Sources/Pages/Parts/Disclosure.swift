// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// 为什么: the facts a conclusion rests on, folded away until asked for.
    public static func why(_ reasons: [String], _ question: String = "为什么") -> HTML {
        guard !reasons.isEmpty else { return .empty }
        return disclosure(question, .ul(reasons.map { .text($0) }), class: "why")
    }

    /// A part of the page that is folded away under a few words.
    public static func disclosure(
        _ words: String, _ content: HTML, isOpen: Bool = false, class names: String = ""
    ) -> HTML {
        element(
            "details", [.class("disclosure \(names)")] + (isOpen ? [.flag("open")] : []),
            .element("summary", [], .text(words)), .div(class: "disclosed", content))
    }

    /// Words to take elsewhere (a notice for a group, an address): one press of Tab and Ctrl+C takes all.
    public static func copyable(_ label: String, _ words: String) -> HTML {
        let lines = words.utf8.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        return element(
            "label", [.class("copyable")], .text(label),
            .element(
                "textarea",
                [.flag("readonly"), Attribute("rows", String(min(lines, 12))), .data("copy", "")],
                .raw("\n"), .text(words)))
    }
}
