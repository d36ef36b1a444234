// SPDX-License-Identifier: Apache-2.0

/// Reads the rows of one sheet while it is unpacked; never holds more than one row.
struct WorksheetScanner: ~Copyable {
    var xml: XMLScanner
    let strings: SharedStrings
    let styles: DateStyles
    let countsFrom1904: Bool
    private var stage = Stage.before
    private(set) var rowNumber = 0
    private var rowsSeen = 0
    private var usualWidth = 0
    /// The bytes of the cell at hand; kept, so that a cell need not allocate.
    var value: [UInt8] = []

    private enum Stage {
        case before, rows, after
    }

    init(_ part: ZipPart, strings: SharedStrings, styles: DateStyles, countsFrom1904: Bool) {
        xml = XMLScanner(part)
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
    }

    /// What has been unpacked so far; bytes.
    var unpackedBytes: Int { xml.unpackedBytes }

    /// The next row that holds anything, or `nil` at the end of the cells.
    mutating func nextRow() throws(SheetFault) -> SheetRow? {
        if stage == .before { try findRows() }
        while stage == .rows {
            switch try xml.next() {
            case .open where xml.isNamed("row"):
                try startRow()
                let cells = try readCells()
                if !cells.isEmpty { return SheetRow(number: rowNumber, cells: cells) }
            case .empty where xml.isNamed("row"): try startRow()
            case .open: try xml.skipElement()
            case .close: stage = .after
            case .end: throw xml.damaged
            case .empty, .text: continue
            }
        }
        return nil
    }

    private mutating func findRows() throws(SheetFault) {
        while stage == .before {
            switch try xml.next() {
            case .open where xml.isNamed("sheetData"): stage = .rows
            case .empty where xml.isNamed("sheetData"): stage = .after
            case .end: throw xml.damaged
            case .open, .empty, .close, .text: continue
            }
        }
    }

    /// Some writers leave the number out: then it is the one after the last.
    private mutating func startRow() throws(SheetFault) {
        rowNumber = xml.attribute("r").flatMap(wholeNumber) ?? rowNumber + 1
        rowsSeen += 1
        guard rowsSeen <= xml.limits.rows else { throw .tooManyRows(limit: xml.limits.rows) }
    }

    private mutating func readCells() throws(SheetFault) -> [SheetCell] {
        var cells: [SheetCell] = []
        cells.reserveCapacity(usualWidth)
        var column = -1
        var filled = 0
        while true {
            let token = try xml.next()
            switch token {
            case .open, .empty:
                guard xml.letter == UInt8(ascii: "c") else {
                    if token == .open { try xml.skipElement() }
                    continue
                }
                let head = cellHead(after: column)
                column = head.column
                guard token == .open else { continue }
                let cell = try readCell(head)
                guard cell != .empty else { continue }
                guard column < xml.limits.columns else {
                    if cell.isBlank { continue }
                    throw .tooManyColumns(limit: xml.limits.columns, row: rowNumber)
                }
                while cells.count <= column { cells.append(.empty) }
                cells[column] = cell
                if !cell.isBlank { filled = max(filled, column + 1) }
            case .close:
                usualWidth = max(usualWidth, filled)
                if filled < cells.count { cells.removeLast(cells.count - filled) }
                return cells
            case .text: continue
            case .end: throw xml.damaged
            }
        }
    }
}
