// SPDX-License-Identifier: Apache-2.0

/// A list as offices read it: 序号 first, the name frozen, a state as a word, acts at the end.
///
/// On a phone each row becomes a card; each cell then carries its column's title before it.
public struct DataTable: Hashable, Sendable {
    /// What the columns are called.
    public var columns: [Column]
    /// The rows, in the order shown.
    public var rows: [Row]
    /// Whether 序号 stands first.
    public var isNumbered: Bool
    /// The number of the first row, so that a second page counts on.
    public var firstNumber: Int
    /// What the table is, for those who cannot see it.
    public var caption: String?

    /// A table; the caller has fetched, ordered and worded everything.
    public init(
        columns: [Column], rows: [Row], isNumbered: Bool = true, firstNumber: Int = 1, caption: String? = nil
    ) {
        self.columns = columns
        self.rows = rows
        self.isNumbered = isNumbered
        self.firstNumber = firstNumber
        self.caption = caption
    }

    /// The table in a box that scrolls sideways when the screen is narrow.
    public var html: HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024 + rows.count * (64 + columns.count * 88))
        bytes.append(static: "<div class=\"table\" tabindex=\"0\"")
        if let caption { bytes.append(Attribute("aria-label", caption)) }
        bytes.append(static: "><table>")
        if let caption {
            bytes.append(static: "<caption>")
            bytes.appendEscaped(caption)
            bytes.append(static: "</caption>")
        }
        appendHead(to: &bytes)
        appendBody(to: &bytes)
        bytes.append(static: "</table></div>")
        return HTML(bytes: bytes)
    }

    private func appendHead(to bytes: inout [UInt8]) {
        bytes.append(static: "<thead><tr>")
        if isNumbered { bytes.append(static: "<th class=\"number\" scope=\"col\">序号</th>") }
        for column in columns { column.appendHead(to: &bytes) }
        bytes.append(static: "</tr></thead>")
    }

    private func appendBody(to bytes: inout [UInt8]) {
        let openings = columns.map(\.cellOpening)
        bytes.append(static: "<tbody>")
        for (offset, row) in rows.enumerated() {
            row.appendOpening(to: &bytes)
            if isNumbered {
                bytes.append(static: "<td class=\"number\">")
                bytes.append(plain: String(firstNumber + offset))
                bytes.append(static: "</td>")
            }
            for (index, cell) in row.cells.enumerated() {
                if index < openings.count {
                    bytes.append(contentsOf: openings[index])
                } else {
                    bytes.open("td")
                }
                bytes.append(cell)
                bytes.append(static: "</td>")
            }
            bytes.append(static: "</tr>")
        }
        bytes.append(static: "</tbody>")
    }
}
