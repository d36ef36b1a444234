// SPDX-License-Identifier: Apache-2.0

/// 筛选: the row above a list. It asks with GET, so a filtered list can be kept and sent on.
public struct FilterRow: Hashable, Sendable {
    /// The page with the list, without a query.
    public var page: Link
    /// What may be asked for.
    public var fields: [Field]
    /// What the list keeps while the filter changes, such as its order.
    public var kept: [Kept]

    /// A name and a value sent along.
    public struct Kept: Hashable, Sendable {
        let name: String
        let value: String

        /// A value sent along.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A filter for a list.
    public init(page: Link, fields: [Field], kept: [Kept] = []) {
        self.page = page
        self.fields = fields
        self.kept = kept
    }

    /// The row.
    public var html: HTML {
        .element(
            "form",
            [.class("filter"), Attribute("method", "get"), .action(page), Attribute("role", "search")],
            .each(kept) { .hidden($0.name, $0.value) },
            .each(fields) { $0.html },
            .div(
                class: "buttons", .element("button", [.type("submit"), .class("button primary")], "搜索"),
                .a(page, class: "button quiet", "重置")))
    }
}
