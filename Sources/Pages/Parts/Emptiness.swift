// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// Said in place of an empty list: why there is nothing, and what one may do next.
    public static func nothing(_ sentence: String, next: String? = nil, _ link: Link? = nil) -> HTML {
        let step: HTML =
            if let next, let link { .buttonLink(next, to: link) } else {
                .with(next) { .p(class: "hint", .text($0)) }
            }
        return div(class: "nothing", .p(sentence), step)
    }

    /// Parts beside each other where the screen is wide enough, otherwise one under another.
    public static func columns(_ parts: HTML...) -> HTML {
        element("div", [.class("columns")], parts.map { element("div", [], $0) })
    }

    /// A framed part of a page with its heading.
    public static func card(_ heading: String, _ children: HTML...) -> HTML {
        element("section", [.class("card")], [.h2(heading)] + children)
    }

    /// A framed part of a page with its heading and what can be done at its right.
    public static func card(_ heading: String, tools: HTML, _ children: HTML...) -> HTML {
        let head = div(class: "heading", .h2(heading), .div(class: "toolbar", tools))
        return element("section", [.class("card")], [head] + children)
    }
}
