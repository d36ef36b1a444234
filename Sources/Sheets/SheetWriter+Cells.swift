// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter

extension SheetWriter {
    /// Writes one cell in the way of its column: a number in a text column becomes text.
    func write(
        _ value: SheetValue, to sheet: UnsafeMutablePointer<lxw_worksheet>, column: Int, isBad: Bool
    ) throws(SheetFault) {
        let kind = columns[column].kind
        switch value {
        case .empty: try blank(sheet, column, formats.cell(kind, isBad: isBad))
        case .text(let text):
            let format = formats.cell(kind == .wrapped ? .wrapped : .text, isBad: isBad)
            if text.isEmpty { return try blank(sheet, column, format) }
            try check(
                worksheet_write_string(sheet, lxw_row_t(nextRow), lxw_col_t(column), escaped(text), format))
        case .number(let number):
            if isText(kind) {
                return try write(.text(value.plainText), to: sheet, column: column, isBad: isBad)
            }
            try writeNumber(number, sheet, column, formats.cell(kind, isBad: isBad))
        case .integer(let number):
            // Beyond 15 digits a number cell would lose digits.
            if isText(kind) || number.magnitude >= 1_000_000_000_000_000 {
                return try write(.text(value.plainText), to: sheet, column: column, isBad: isBad)
            }
            try writeNumber(Double(number), sheet, column, formats.cell(kind, isBad: isBad))
        case .date(let year, let month, let day):
            guard !isText(kind), let date = SheetDate(year: year, month: month, day: day) else {
                return try write(.text(value.plainText), to: sheet, column: column, isBad: isBad)
            }
            try writeNumber(date.serial, sheet, column, formats.cell(.date, isBad: isBad))
        case .bool: try write(.text(value.plainText), to: sheet, column: column, isBad: isBad)
        }
    }

    private func isText(_ kind: SheetColumn.Kind) -> Bool {
        switch kind {
        case .text, .wrapped: true
        case .number, .money, .date: false
        }
    }

    private func writeNumber(
        _ number: Double, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(SheetFault) {
        // What is no number would make the whole workbook unreadable.
        guard number.isFinite else { return try blank(sheet, column, format) }
        try check(worksheet_write_number(sheet, lxw_row_t(nextRow), lxw_col_t(column), number, format))
    }

    private func blank(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(SheetFault) {
        try check(worksheet_write_blank(sheet, lxw_row_t(nextRow), lxw_col_t(column), format))
    }
}

extension SheetValue {
    /// The value as text: dates as 2026-03-02, whole numbers without a point.
    var plainText: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number):
            number.magnitude < 1e15 && number == number.rounded() ? String(Int64(number)) : String(number)
        case .integer(let number): String(number)
        case .date(let year, let month, let day): "\(year)-\(twoDigits(month))-\(twoDigits(day))"
        case .bool(let flag): flag ? SheetWords.yes : SheetWords.no
        }
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

/// The text as the format stores it: what looks like an escape (`_x4E2D_`) is escaped itself, or table
/// software would show another character.
func escaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (at, byte) in bytes.enumerated() {
        let looksEscaped =
            byte == 0x5F && at + 6 < bytes.count && bytes[at + 1] == UInt8(ascii: "x")
            && bytes[at + 6] == 0x5F
            && bytes[(at + 2)..<(at + 6)].allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        if looksEscaped { result += Array("_x005F".utf8) }
        result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
}
