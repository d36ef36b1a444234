// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Writes a text file of values separated by commas, lines ended as Windows does.
///
/// Office computers open UTF-8 rightly only with a mark at the beginning, and older ones only GB18030;
/// so there are both. A text that table software would take for a formula (beginning with `=`, `+`, `-`,
/// `@`, also full-width) gets an apostrophe in front, unless it is a plain number such as `-5` or
/// `+8613800138000`; ``CellText/plain(_:)`` takes it away again. Long numbers still lose digits when such
/// a file is opened by a double click: hand out .xlsx where people will edit.
public final class CSVWriter {
    private let file: UnsafeMutablePointer<FILE>
    private let path: String
    private let encoding: TextEncoding
    private var isOpen = true
    private var buffer: [UInt8] = []

    /// Begins a file; what was at the path is replaced.
    ///
    /// - Throws: ``SheetFault/unwritable(reason:)``.
    public init(_ path: String, encoding: TextEncoding = .utf8) throws(SheetFault) {
        guard let file = fopen(path, "wbe") else { throw .unwritable(reason: path) }
        self.file = file
        self.path = path
        self.encoding = encoding
        buffer = CSVWriter.mark(of: encoding)
    }

    deinit { if isOpen { fclose(file) } }

    /// Writes a row.
    ///
    /// - Throws: ``SheetFault/unwritable(reason:)`` when the disk does not take it.
    public func row(_ values: [SheetValue]) throws(SheetFault) {
        buffer += try CSVWriter.encode(CSVWriter.line(values), as: encoding)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Completes the file.
    public func finish() throws(SheetFault) {
        guard isOpen else { return }
        try flush()
        isOpen = false
        guard fclose(file) == 0 else { throw .unwritable(reason: path) }
    }

    private func flush() throws(SheetFault) {
        guard fwrite(buffer, 1, buffer.count, file) == buffer.count else { throw .unwritable(reason: path) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// A whole small table as bytes, for answering a download.
    public static func bytes(
        _ rows: [[SheetValue]], encoding: TextEncoding = .utf8
    ) throws(SheetFault) -> [UInt8] {
        var lines = ""
        for row in rows { lines += line(row) }
        return mark(of: encoding) + (try encode(lines, as: encoding))
    }

    private static func mark(of encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: TextEncoding.mark
        case .gb18030: []
        case .utf16: [0xFF, 0xFE]
        }
    }

    /// GB18030 and UTF-16 hold every character there is, so only a failing system refuses.
    private static func encode(_ text: String, as encoding: TextEncoding) throws(SheetFault) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard encoding != .utf8 else { return bytes }
        guard let result = TextEncoding.convert(bytes[...], from: .utf8, to: encoding) else {
            throw .unwritable(reason: encoding.rawValue)
        }
        return result
    }

    private static func line(_ values: [SheetValue]) -> String {
        values.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ value: SheetValue) -> String {
        let plain = value.plainText
        let text = if case .text = value, looksLikeFormula(plain) { "'" + plain } else { plain }
        let needsQuotes = text.utf8.contains {
            $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0x3B
        }
        guard needsQuotes || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    /// Whether table software would calculate the text. White space in front does not stop it.
    static func looksLikeFormula(_ text: String) -> Bool {
        let words = text.unicodeScalars.drop { $0.value <= 0x20 || $0.isWideSpace || $0.isInvisible }
        guard let first = words.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else { return false }
        let rest = words.dropFirst().filter { $0.value > 0x20 }
        if rest.isEmpty { return first == "=" || first == "@" }
        let isNumber = rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
        return !((first == "+" || first == "-") && isNumber)
    }
}
