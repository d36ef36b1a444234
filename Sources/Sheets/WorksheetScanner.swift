// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads the rows of one sheet while it is unpacked; never holds more than one row.
struct WorksheetScanner: ~Copyable {
    private var xml: XMLScanner
    private let strings: SharedStrings
    private let styles: DateStyles
    private let countsFrom1904: Bool
    private var stage = Stage.before
    private var rowNumber = 0
    private var rowsSeen = 0
    private var usualWidth = 0
    /// The bytes of the cell at hand; kept, so that a cell need not allocate.
    private var value: [UInt8] = []

    private enum Stage {
        case before, rows, after
    }

    init(_ part: ZipPart, strings: SharedStrings, styles: DateStyles, countsFrom1904: Bool) {
        xml = XMLScanner(part)
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
    }

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

extension WorksheetScanner {
    private enum Kind {
        case number, shared, text, bool, error, isoDate
    }

    private struct Head {
        var column: Int
        var style = 0
        var kind = Kind.number
    }

    private func cellHead(after column: Int) -> Head {
        var head = Head(column: column + 1)
        var place = 0
        while let attribute = xml.nextAttribute(&place) {
            switch xml.letter(of: attribute.name) {
            case UInt8(ascii: "r"): head.column = columnNumber(attribute.value) ?? head.column
            case UInt8(ascii: "s"): head.style = wholeNumber(attribute.value) ?? 0
            case UInt8(ascii: "t"): head.kind = kind(attribute.value)
            default: continue
            }
        }
        return head
    }

    private func kind(_ value: UnsafeBufferPointer<UInt8>) -> Kind {
        switch value.first {
        case UInt8(ascii: "s"): value.count == 1 ? .shared : .text
        case UInt8(ascii: "i"): .text
        case UInt8(ascii: "b"): .bool
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .isoDate
        default: .number
        }
    }

    /// `AB12` is column 27, counted from 0.
    private func columnNumber(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            let letter = byte & 0xDF
            guard letter >= 0x41, letter <= 0x5A else { break }
            column = column * 26 + Int(letter - 0x40)
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }

    private mutating func readCell(_ head: Head) throws(SheetFault) -> SheetCell {
        value.removeAll(keepingCapacity: true)
        var hasFormula = false
        // Numbers know no escapes; a formula's text is the only value that stands in `v` and has them.
        reading: while true {
            switch try xml.next() {
            case .open:
                switch xml.letter {
                case UInt8(ascii: "v"), UInt8(ascii: "t"): try xml.appendContent(to: &value)
                case UInt8(ascii: "f"):
                    hasFormula = true
                    try xml.skipElement()
                default: if !xml.isNamed("is"), xml.letter != UInt8(ascii: "r") { try xml.skipElement() }
                }
            case .empty: if xml.letter == UInt8(ascii: "f") { hasFormula = true }
            case .close: if xml.letter == UInt8(ascii: "c") { break reading }
            case .text: continue
            case .end: throw xml.damaged
            }
        }
        guard value.count <= xml.limits.textBytes else {
            throw .textTooLong(limit: xml.limits.textBytes, row: rowNumber)
        }
        if value.isEmpty { return hasFormula && head.kind == .number ? .error(SheetCell.uncalculated) : .empty }
        return try cell(head)
    }

    private mutating func cell(_ head: Head) throws(SheetFault) -> SheetCell {
        switch head.kind {
        case .number: return number(style: head.style)
        case .text: return .text(String(decoding: value, as: UTF8.self))
        case .bool: return .bool(value.first == UInt8(ascii: "1") || value.first == UInt8(ascii: "t"))
        case .error: return .error(String(decoding: value, as: UTF8.self))
        case .isoDate:
            let text = String(decoding: value, as: UTF8.self)
            return isoDate(text).map(SheetCell.date) ?? .text(text)
        case .shared:
            let index = value.withUnsafeBufferPointer(wholeNumber)
            guard let index, let text = strings.text(index) else { throw xml.damaged }
            return text.isEmpty ? .empty : .text(text)
        }
    }

    private mutating func number(style: Int) -> SheetCell {
        let raw = String(decoding: value, as: UTF8.self)
        guard let number = parsedNumber() else { return .text(raw) }
        if styles.showsDate(style), let date = SheetDate(serial: number, from1904: countsFrom1904) {
            return .date(date)
        }
        return .number(number, raw: raw)
    }

    /// What C's parser takes but no workbook writes (hexadecimal, `inf`, white space) is text.
    private mutating func parsedNumber() -> Double? {
        if let whole = value.withUnsafeBufferPointer(wholeNumber) { return Double(whole) }
        let isPlain = value.allSatisfy { byte in
            (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x2B || byte == 0x2D || (byte | 0x20) == 0x65
        }
        guard isPlain else { return nil }
        value.append(0)
        return value.withUnsafeBytes { bytes -> Double? in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
            var end: UnsafeMutablePointer<CChar>?
            let number = strtod(start, &end)
            guard let end, end == start + (bytes.count - 1), number.isFinite else { return nil }
            return number
        }
    }

    /// `1970-01-01` or `1970-01-01T00:00:00`, as the strict variant of the format writes dates.
    private func isoDate(_ text: String) -> SheetDate? {
        let numbers = text.prefix(10).split(separator: "-").map { Int($0) }
        guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2] else {
            return nil
        }
        return SheetDate(year: year, month: month, day: day)
    }
}
