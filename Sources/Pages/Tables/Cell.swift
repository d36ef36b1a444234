// SPDX-License-Identifier: Apache-2.0

/// One cell of a table.
public enum Cell: Hashable, Sendable {
    /// Words; nothing at all is shown as —.
    case text(String)
    /// Words that open the thing they name.
    case link(String, Link)
    /// A state as a coloured word.
    case tag(Tag)
    /// A box to tick the row, for an act on several; the table stands in that act's form.
    case pick(name: String, value: String, label: String)
    /// Anything else, already built.
    case html(HTML)
}

extension Cell: ExpressibleByStringInterpolation {
    /// Words written in the program.
    public init(stringLiteral text: String) { self = .text(text) }
}

extension [UInt8] {
    mutating func append(_ cell: Cell) {
        switch cell {
        case .text(let text):
            if text.isEmpty { append(static: "—") } else { appendEscaped(text) }
        case .link(let text, let link):
            append(static: "<a href=\"")
            appendEscaped(link.address)
            append(static: "\">")
            appendEscaped(text)
            append(static: "</a>")
        case .tag(let tag): append(tag)
        case .pick(let name, let value, let label):
            let attributes: [Attribute] = [
                .type("checkbox"), .name(name), .value(value), .aria("label", label),
            ]
            open("input", attributes)
        case .html(let html): append(contentsOf: html.bytes)
        }
    }
}
