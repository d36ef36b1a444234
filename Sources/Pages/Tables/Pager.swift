// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// 上一页 and 下一页 of a list that is fetched from a key onward, so no page has a number.
    ///
    /// `total` is given only where it is known without counting rows: 共 1,284 人.
    public static func pager(previous: Link?, next: Link?, total: String? = nil) -> HTML {
        guard previous != nil || next != nil || total != nil else { return .empty }
        return element(
            "nav", [.class("pager"), .aria("label", "翻页")],
            .with(total) { .span(class: "total", .text($0)) },
            turn("上一页", previous, rel: "prev"), turn("下一页", next, rel: "next"))
    }

    private static func turn(_ words: String, _ link: Link?, rel: StaticString) -> HTML {
        guard let link else {
            return element("span", [.class("button off"), .aria("disabled", "true")], .text(words))
        }
        return element("a", [.class("button"), .href(link), Attribute("rel", "\(rel)")], .text(words))
    }
}
