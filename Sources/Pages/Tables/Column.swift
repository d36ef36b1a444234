// SPDX-License-Identifier: Apache-2.0

/// One column of a table.
public struct Column: Hashable, Sendable {
    /// The title in the head.
    public var title: String
    /// How its cells stand.
    public var kind: Kind
    /// Where the title leads to order by this column, and how it is ordered now.
    public var order: Order?

    /// A column.
    public init(_ title: String, _ kind: Kind = .words, order: Order? = nil) {
        self.title = title
        self.kind = kind
        self.order = order
    }

    /// How the cells of a column stand.
    public enum Kind: Hashable, Sendable {
        /// Words, from the left.
        case words
        /// The person's or thing's name: stays in sight when the table scrolls sideways.
        case name
        /// Numbers, from the right, with digits of equal width.
        case figure
        /// Days, numbers of papers: never broken over two lines.
        case fixed
        /// A state as a tag; on a phone it stands beside the name.
        case state
        /// Buttons and links of the row.
        case acts

        var style: StaticString? {
            switch self {
            case .words: nil
            case .name: "name"
            case .figure: "figure"
            case .fixed: "fixed"
            case .state: "state"
            case .acts: "acts"
            }
        }
    }

    /// How a list is ordered by a column, and where to change that.
    public struct Order: Hashable, Sendable {
        /// The page with the list ordered by this column (the other way round when it already is).
        public var link: Link
        /// The present direction; `nil` when the list is ordered by another column.
        public var isAscending: Bool?

        /// An order that a press on the title changes.
        public init(_ link: Link, isAscending: Bool? = nil) {
            self.link = link
            self.isAscending = isAscending
        }
    }

    func appendHead(to bytes: inout [UInt8]) {
        var attributes = [Attribute("scope", "col")]
        if let style = kind.style { attributes.append(.class("\(style)")) }
        if let ascending = order?.isAscending {
            attributes.append(.aria("sort", ascending ? "ascending" : "descending"))
        }
        bytes.open("th", attributes)
        bytes.append(contentsOf: titleHTML.bytes)
        bytes.close("th")
    }

    private var titleHTML: HTML {
        guard let order else { return .text(title) }
        let arrow =
            switch order.isAscending {
            case true?: "▲"
            case false?: "▼"
            case nil: "⇅"
            }
        return .a(order.link, .text(title), .element("span", [.aria("hidden", "true")], .text(" \(arrow)")))
    }

    /// The opening of each cell, made once for a table and copied for each row.
    var cellOpening: [UInt8] {
        var bytes: [UInt8] = []
        var attributes: [Attribute] = []
        if let style = kind.style { attributes.append(.class("\(style)")) }
        if !title.isEmpty { attributes.append(.data("title", title)) }
        bytes.open("td", attributes)
        return bytes
    }
}
