// SPDX-License-Identifier: Apache-2.0

import Glibc

extension WorksheetScanner {
    /// How a cell's value is to be taken.
    enum Kind {
        case number, shared, text, bool, error, isoDate
    }

    /// What a cell's tag tells before its content.
    struct Head {
        var column: Int
        var style = 0
        var kind = Kind.number
    }

    /// Reads the tag; a cell without reference stands right of the one before.
    func cellHead(after column: Int) -> Head {
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

    /// Reads the content of the cell just opened and steps past its end.
    mutating func readCell(_ head: Head) throws(SheetFault) -> SheetCell {
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
        if value.isEmpty {
            return hasFormula && head.kind == .number ? .error(SheetCell.uncalculated) : .empty
        }
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
            (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x2B || byte == 0x2D
                || (byte | 0x20) == 0x65
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
