// SPDX-License-Identifier: Apache-2.0

/// One row of a table.
public struct Row: Hashable, Sendable {
    /// As many cells as the table has columns.
    public var cells: [Cell]
    /// The colour of the row's edge: red for overdue, orange for today, and so on.
    public var tone: Tag.Tone?

    /// A row of cells.
    public init(_ cells: [Cell], tone: Tag.Tone? = nil) {
        self.cells = cells
        self.tone = tone
    }

    func appendOpening(to bytes: inout [UInt8]) {
        guard let tone else {
            bytes.append(static: "<tr>")
            return
        }
        bytes.append(static: "<tr class=\"")
        bytes.append(plain: tone.rawValue)
        bytes.append(static: "\">")
    }
}
