// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// The first stop of the keyboard: past the bars to the page.
    static let skipLink = HTML.raw("<a class=\"skip\" href=\"#main\">跳到正文</a>")

    /// The system's sign: two hands' arc, drawn so that no picture is fetched.
    static let brand = HTML.raw(
        """
        <svg class="brand" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">\
        <circle cx="12" cy="6" r="3.2" fill="currentColor"/>\
        <path d="M3 12c2.6 6 15.4 6 18 0" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>\
        <path d="M7.2 19.5h9.6" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg>
        """)

    /// 当前位置: the way to a page, with the page itself at the end.
    public static func trail(_ crumbs: [Crumb], _ title: String) -> HTML {
        guard !crumbs.isEmpty else { return .empty }
        let here = HTML.element("li", [.aria("current", "page")], .text(title))
        return element(
            "nav", [.class("trail"), .aria("label", "当前位置")],
            .element("ol", [], crumbs.map { .element("li", [], .a($0.link, $0.title)) } + [here]))
    }

    /// What the last act answered.
    static func flash(_ flash: Flash?) -> HTML {
        .with(flash) { .notice($0.sentence, $0.kind) }
    }

    /// The box in the bar that finds a person; the key / leads to it. A form that is posted, since names and
    /// numbers have no place in addresses.
    static func quickSearch(_ link: Link, _ context: FormContext) -> HTML {
        element(
            "form",
            [
                .class("quick"), Attribute("method", "post"), .action(link), Attribute("role", "search"),
                .data("form", "act"),
            ], context.hidden,
            .void(
                "input",
                [
                    .type("search"), .name("q"), .aria("label", "查找人员"), .data("search", ""),
                    Attribute("placeholder", "姓名或身份证后四位"), Attribute("autocomplete", "off"),
                ]),
            .element("button", [.type("submit"), .class("button small")], "查找"))
    }
}
