// SPDX-License-Identifier: Apache-2.0

/// One cell as the file holds it, before anyone interprets it.
///
/// A cell of a text file is always `text` or `empty`: only a workbook knows numbers, dates and errors.
public enum SheetCell: Hashable, Sendable {
    case empty
    case text(String)
    /// A number and the digits as written in the file, since 15 digits are all that the number keeps.
    case number(Double, raw: String)
    /// A number that the workbook shows as a date.
    case date(SheetDate)
    case bool(Bool)
    /// A formula's error (`#N/A`, `#REF!`), or ``uncalculated``.
    case error(String)

    /// The error of a formula that was never calculated, so that the file holds no value for it.
    public static let uncalculated = "#UNCALCULATED"

    /// Whether nobody would see anything in the cell: nothing, or white space only.
    public var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text):
            text.unicodeScalars.allSatisfy { $0.isInvisible || $0.isWideSpace || $0.value <= 0x20 }
        case .number, .date, .bool, .error: false
        }
    }
}

/// A row with its number as the table software shows it, counted from 1.
public struct SheetRow: Hashable, Sendable {
    public let number: Int
    /// The cells from column A on. Blank cells after the last filled one are left out.
    public let cells: [SheetCell]

    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell in a column counted from 0, `empty` beyond the last one.
    public subscript(column: Int) -> SheetCell {
        cells.indices.contains(column) ? cells[column] : .empty
    }
}

/// Cells merged into one; rows and columns count from 1, both ends included.
///
/// Only the top left cell of a merged range holds a value.
public struct MergedRange: Hashable, Sendable {
    public let rows: ClosedRange<Int>
    public let columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// The bytes that table software pads cells with.
@inline(__always)
func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
