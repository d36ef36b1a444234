// SPDX-License-Identifier: Apache-2.0

/// One leaf of a file: 基本信息, 家庭, 认定. Each is a page of its own, so it can be linked to.
public struct Tab: Hashable, Sendable {
    /// What the leaf is called.
    public var title: String
    /// Its page.
    public var link: Link
    /// True for the leaf that lies open.
    public var isCurrent: Bool
    /// How many things lie in it.
    public var count: Int?

    /// A leaf.
    public init(_ title: String, _ link: Link, isCurrent: Bool = false, count: Int? = nil) {
        self.title = title
        self.link = link
        self.isCurrent = isCurrent
        self.count = count
    }
}

extension HTML {
    /// The leaves of a file.
    public static func tabs(_ tabs: [Tab], label: String = "档案内容") -> HTML {
        element(
            "nav", [.class("tabs"), .aria("label", label)],
            tabs.map { tab in
                let mark: [Attribute] = tab.isCurrent ? [.aria("current", "page")] : []
                return element(
                    "a", [.href(tab.link)] + mark, .text(tab.title),
                    .with(tab.count) { .element("span", [.class("count")], .text(String($0))) })
            })
    }
}
