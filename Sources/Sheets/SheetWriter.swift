// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter
import Glibc

/// Writes an .xlsx workbook, sheet after sheet and row after row.
///
/// Rows go to a temporary file as they come, so memory does not grow with them; the workbook itself
/// appears at its path when ``finish()`` succeeds. Strings are stored as strings: nothing that a person
/// typed can become a formula. Use from one task.
public final class SheetWriter {
    /// The last row that the format knows, counted from 0.
    static let lastRow = 1_048_575

    let workbook: UnsafeMutablePointer<lxw_workbook>
    let formats: SheetFormats
    private var isOpen = true
    private let temporaryFolder: UnsafeMutablePointer<CChar>?
    private var names: Set<String> = []
    var dictionary = ChoiceDictionary()
    var sheet: UnsafeMutablePointer<lxw_worksheet>?
    var columns: [SheetColumn] = []
    var layout = SheetLayout()
    /// The next row to write, counted from 0.
    var nextRow = 0

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - title: what the file's properties show; they name no person.
    ///   - temporaryFolder: where rows wait; the system's folder by default.
    /// - Throws: ``SheetFault/unwritable(reason:)``.
    public init(_ path: String, title: String = "", temporaryFolder: String? = nil) throws(SheetFault) {
        let folder = temporaryFolder.flatMap { strdup($0) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.tmpdir = folder
        guard let workbook = workbook_new_opt(path, &options) else {
            free(folder)
            throw .unwritable(reason: path)
        }
        self.workbook = workbook
        self.temporaryFolder = folder
        formats = SheetFormats(workbook)
        title.withCString { text in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: text)
            workbook_set_properties(workbook, &properties)
        }
    }

    deinit {
        if isOpen { lxw_workbook_free(workbook) }
        free(temporaryFolder)
    }

    /// Begins a sheet; the one before is complete.
    ///
    /// - Throws: ``SheetFault/unwritableContent(reason:)`` when the name cannot be a sheet's or is taken.
    public func sheet(
        _ name: String, columns: [SheetColumn], layout: SheetLayout = SheetLayout()
    ) throws(SheetFault) {
        try endSheet()
        guard !columns.isEmpty, SheetWriter.canName(name), names.insert(name).inserted,
            let sheet = workbook_add_worksheet(workbook, name)
        else { throw .unwritableContent(reason: name) }
        self.sheet = sheet
        self.layout = layout
        self.columns = columns
        if layout.tellsReasons {
            self.columns.append(SheetColumn(SheetWords.reasons, width: 40, kind: .wrapped))
        }
        nextRow = 0
        try beginSheet(sheet)
    }

    /// What the format allows as a sheet's name; the hidden sheet's own name is taken.
    private static func canName(_ name: String) -> Bool {
        (1...31).contains(name.utf16.count) && name != SheetWords.dictionary
            && !name.contains { "[]:*?/\\".contains($0) }
            && !name.hasPrefix("'") && !name.hasSuffix("'")
    }

    /// Writes a row. Cells beyond the given values stay empty, as do those of a refused cell without value.
    ///
    /// - Parameter bad: cells to mark red; their reasons go to the last column when the layout has one.
    public func row(_ values: [SheetValue], bad: [BadCell] = []) throws(SheetFault) {
        guard let sheet else { throw .unwritableContent(reason: "no sheet") }
        let count = layout.tellsReasons ? columns.count - 1 : columns.count
        guard values.count <= count, nextRow <= SheetWriter.lastRow else {
            throw .unwritableContent(reason: "row \(nextRow + 1): \(values.count) > \(count)")
        }
        for column in 0..<count {
            let isBad = !bad.isEmpty && bad.contains { $0.column == column }
            let value = column < values.count ? values[column] : .empty
            try write(value, to: sheet, column: column, isBad: isBad)
        }
        if layout.tellsReasons, !bad.isEmpty {
            let reasons = bad.map(\.reason).joined(separator: SheetWords.between)
            try check(
                worksheet_write_string(
                    sheet, lxw_row_t(nextRow), lxw_col_t(count), escaped(reasons), formats.reason))
        }
        nextRow += 1
    }

    /// Completes the workbook and writes it to its path.
    ///
    /// - Throws: ``SheetFault/unwritable(reason:)`` when the disk does not take it.
    public func finish() throws(SheetFault) {
        guard isOpen else { return }
        try endSheet()
        try dictionary.write(to: workbook, formats: formats)
        isOpen = false
        let result = workbook_close(workbook)
        guard result == LXW_NO_ERROR else { throw .unwritable(reason: String(cString: lxw_strerror(result))) }
    }

    /// Turns the library's answer into a fault that names the row.
    func check(_ result: lxw_error) throws(SheetFault) {
        guard result == LXW_NO_ERROR else {
            throw .unwritableContent(reason: "row \(nextRow + 1): " + String(cString: lxw_strerror(result)))
        }
    }
}
