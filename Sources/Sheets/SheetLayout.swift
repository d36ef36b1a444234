// SPDX-License-Identifier: Apache-2.0

/// What stands around the rows of a sheet, and how it prints: A4 landscape, header on each page.
public struct SheetLayout: Hashable, Sendable {
    /// The ledger's name, merged across the columns above the header; none for a plain list.
    public var title: String?
    /// The line under the title, at its left end: usually the reporting unit.
    public var lineLeft: String?
    /// The line under the title, at its right end: usually the period.
    public var lineRight: String?
    /// Lines under the last row, merged across: compiler, date.
    public var footers: [String]
    /// Whether a last column tells why a row was refused.
    public var tellsReasons: Bool
    /// How many rows below the header offer the columns' choices.
    public var rowsWithChoices: Int
    /// Columns that stay in view when scrolling sideways.
    public var frozenColumns: Int

    public init(
        title: String? = nil, lineLeft: String? = nil, lineRight: String? = nil, footers: [String] = [],
        tellsReasons: Bool = false, rowsWithChoices: Int = 10_000, frozenColumns: Int = 0
    ) {
        self.title = title
        self.lineLeft = lineLeft
        self.lineRight = lineRight
        self.footers = footers
        self.tellsReasons = tellsReasons
        self.rowsWithChoices = rowsWithChoices
        self.frozenColumns = frozenColumns
    }
}
