// SPDX-License-Identifier: Apache-2.0

/// A table for a terminal: columns as wide as their widest cell, a Chinese sign counting two.
struct TextTable {
    private var rows: [[String]]

    /// A table with these heads.
    init(_ heads: [String]) { rows = [heads] }

    /// Adds a row of as many cells as there are heads.
    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The rows under their heads. Numbers stand at the right, words at the left.
    var lines: [String] {
        let widths = rows[0].indices.map { column in
            rows.map { $0.indices.contains(column) ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                let blanks = String(repeating: " ", count: max(width - Self.width(cell), 0))
                return cell.allSatisfy(\.isNumber) && !cell.isEmpty ? blanks + cell : cell + blanks
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// How many places a terminal gives a text: two for Chinese signs and full-width marks.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && $1.value != 0x2014 ? 2 : 1) }
    }
}
