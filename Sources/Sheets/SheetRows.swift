// SPDX-License-Identifier: Apache-2.0

/// The rows of a table, one at a time, in the order of the file.
///
/// Blank rows are left out wherever they stand, so that fifty empty but formatted rows at the end cost
/// nothing; each row carries its number, so that a gap shows. Holds the file open; use from one task.
public struct SheetRows {
    private let pull: () throws(SheetFault) -> SheetRow?

    init(_ pull: @escaping () throws(SheetFault) -> SheetRow?) { self.pull = pull }

    /// The next row that holds anything, or `nil` after the last one.
    public func next() throws(SheetFault) -> SheetRow? { try pull() }

    /// Calls `body` with each remaining row.
    public func forEach(_ body: (SheetRow) throws -> Void) throws {
        while let row = try pull() { try body(row) }
    }

    /// All remaining rows at once: for small tables only.
    public func all() throws(SheetFault) -> [SheetRow] {
        var rows: [SheetRow] = []
        while let row = try pull() { rows.append(row) }
        return rows
    }
}
