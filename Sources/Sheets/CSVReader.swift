// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A text file of values separated by commas, tabs or semicolons.
///
/// Every cell is text, so that ID numbers stay whole. Held in memory as one block of UTF-8.
public struct CSVReader {
    private let text: [UInt8]
    private let start: Int
    private let limits: SheetLimits
    /// How the file was written.
    public let encoding: TextEncoding
    /// What separates the values, told from the first row that holds anything.
    public let separator: Character

    /// Reads a file from the disk.
    public init(path: String, limits: SheetLimits = SheetLimits()) throws(SheetFault) {
        try self.init(bytes: try FileBytes.all(of: path, limit: limits.fileBytes), limits: limits)
    }

    /// Reads a file held in memory.
    ///
    /// - Throws: ``SheetFault/unknownEncoding``, ``SheetFault/webPage``, ``SheetFault/notATable``,
    ///   ``SheetFault/unclosedQuote(line:)`` when the first row is open, ``SheetFault/noRows``.
    public init(bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws(SheetFault) {
        guard !bytes.isEmpty else { throw .emptyFile }
        guard bytes.count <= limits.fileBytes else { throw .fileTooLarge(limit: limits.fileBytes) }
        (text, start, encoding) = try TextEncoding.decode(bytes)
        self.limits = limits
        guard let first = text[start...].firstIndex(where: { !isASCIISpace($0) }) else { throw .noRows }
        if text[first] == UInt8(ascii: "<") { throw .webPage }
        let found = CSVReader.separator(in: text, from: first)
        separator = Character(Unicode.Scalar(found))
        if try rows().next() == nil { throw .noRows }
    }

    /// The rows from the first on; each call starts anew.
    public func rows() -> SheetRows {
        var scanner = CSVScanner(
            text: text, from: start, separator: separator.asciiValue ?? 0x2C, limits: limits)
        return SheetRows { () throws(SheetFault) in try scanner.nextRow() }
    }

    /// The separator that stands most often outside quotation marks in the line; a comma when none does.
    private static func separator(in text: [UInt8], from start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in text[start...] {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if byte == 0x2C || byte == 0x09 || byte == 0x3B { counts[byte, default: 0] += 1 }
        }
        var best: UInt8 = 0x2C
        for other in [UInt8(0x09), 0x3B] where counts[other, default: 0] > counts[best, default: 0] {
            best = other
        }
        return best
    }
}

/// Steps through the rows of a text.
struct CSVScanner {
    let text: [UInt8]
    let separator: UInt8
    let limits: SheetLimits
    private var at: Int
    /// Lines of the file and rows of the table differ where a quoted value holds line ends.
    private var line = 1
    private var row = 0

    init(text: [UInt8], from start: Int, separator: UInt8, limits: SheetLimits) {
        self.text = text
        at = start
        self.separator = separator
        self.limits = limits
    }

    /// The next row that holds anything.
    mutating func nextRow() throws(SheetFault) -> SheetRow? {
        while at < text.count {
            row += 1
            guard row <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
            let cells = try readCells()
            if !cells.isEmpty { return SheetRow(number: row, cells: cells) }
        }
        return nil
    }

    private mutating func readCells() throws(SheetFault) -> [SheetCell] {
        var cells: [SheetCell] = []
        var column = 0
        while true {
            let value = try readValue()
            guard value.utf8.count <= limits.textBytes else {
                throw .textTooLong(limit: limits.textBytes, row: row)
            }
            let cell = SheetCell.text(value)
            if !value.isEmpty, !cell.isBlank {
                guard column < limits.columns else { throw .tooManyColumns(limit: limits.columns, row: row) }
                while cells.count < column { cells.append(.empty) }
                cells.append(cell)
            }
            column += 1
            guard at < text.count else { return cells }
            if text[at] == separator {
                at += 1
                continue
            }
            endLine()
            return cells
        }
    }

    /// Steps past a line end of any kind.
    private mutating func endLine() {
        if text[at] == 0x0D, at + 1 < text.count, text[at + 1] == 0x0A { at += 1 }
        at += 1
        line += 1
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

    private mutating func readValue() throws(SheetFault) -> String {
        guard at < text.count, text[at] == 0x22 else { return readBare() }
        var value = try readQuoted()
        // What stands behind the closing mark belongs to the value as it stands.
        if at < text.count, !isEnd(text[at]) { value += readBare() }
        return value
    }

    private mutating func readBare() -> String {
        let start = at
        while at < text.count, !isEnd(text[at]) { at += 1 }
        return String(decoding: text[start..<at], as: UTF8.self)
    }

    /// Two marks in a row stand for one.
    private mutating func readQuoted() throws(SheetFault) -> String {
        let opened = line
        var bytes: [UInt8] = []
        at += 1
        while at < text.count {
            let byte = text[at]
            at += 1
            if byte == 0x22 {
                guard at < text.count, text[at] == 0x22 else { return String(decoding: bytes, as: UTF8.self) }
                at += 1
            } else if byte == 0x0A || (byte == 0x0D && !(at < text.count && text[at] == 0x0A)) {
                line += 1
            }
            bytes.append(byte)
        }
        throw .unclosedQuote(line: opened)
    }
}
