// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter

extension SheetWriter {
    private typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

    /// What stands above the rows, and how the sheet prints.
    func beginSheet(_ sheet: UnsafeMutablePointer<lxw_worksheet>) throws(SheetFault) {
        for (index, column) in columns.enumerated() {
            let at = lxw_col_t(index)
            try check(
                worksheet_set_column(sheet, at, at, column.width, formats.cell(column.kind, isBad: false)))
        }
        if let title = layout.title {
            worksheet_set_row(sheet, lxw_row_t(nextRow), 30, nil)
            try spanning(sheet, 0, columns.count - 1, title, formats.title)
            nextRow += 1
        }
        try writeLine(sheet)
        let header = nextRow
        try writeHeader(sheet)
        setPrinting(sheet, headerRow: header)
        worksheet_freeze_panes(sheet, lxw_row_t(nextRow), lxw_col_t(max(0, layout.frozenColumns)))
        try addChoices(sheet)
    }

    /// The unit at the left, the period at the right.
    private func writeLine(_ sheet: Sheet) throws(SheetFault) {
        guard layout.lineLeft != nil || layout.lineRight != nil else { return }
        let left = layout.lineLeft ?? ""
        let right = layout.lineRight ?? ""
        if columns.count == 1 {
            let both = [left, right].filter { !$0.isEmpty }.joined(separator: "  ")
            try spanning(sheet, 0, 0, both, formats.lineLeft)
        } else {
            let middle = columns.count / 2
            try spanning(sheet, 0, middle - 1, left, formats.lineLeft)
            try spanning(sheet, middle, columns.count - 1, right, formats.lineRight)
        }
        nextRow += 1
    }

    private func writeHeader(_ sheet: Sheet) throws(SheetFault) {
        for (index, column) in columns.enumerated() {
            try text(column.title, sheet, index, formats.header)
        }
        nextRow += 1
        guard columns.contains(where: { !$0.note.isEmpty }) else { return }
        for (index, column) in columns.enumerated() {
            try text(column.note, sheet, index, formats.note)
        }
        nextRow += 1
    }

    private func setPrinting(_ sheet: Sheet, headerRow: Int) {
        worksheet_set_landscape(sheet)
        let a4: UInt8 = 9
        worksheet_set_paper(sheet, a4)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
        worksheet_repeat_rows(sheet, lxw_row_t(headerRow), lxw_row_t(headerRow))
        worksheet_set_footer(sheet, SheetWords.pages)
    }

    /// What stands under the rows.
    func endSheet() throws(SheetFault) {
        guard let sheet else { return }
        self.sheet = nil
        for footer in layout.footers {
            guard nextRow <= SheetWriter.lastRow else { return }
            try spanning(sheet, 0, columns.count - 1, footer, formats.lineLeft)
            nextRow += 1
        }
    }

    /// Text over several columns of the next row. A single cell cannot be merged.
    private func spanning(
        _ sheet: Sheet, _ first: Int, _ last: Int, _ words: String,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(SheetFault) {
        guard first < last else { return try text(words, sheet, first, format) }
        let row = lxw_row_t(nextRow)
        try check(
            worksheet_merge_range(sheet, row, lxw_col_t(first), row, lxw_col_t(last), escaped(words), format))
    }

    private func text(
        _ words: String, _ sheet: Sheet, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(SheetFault) {
        try check(
            worksheet_write_string(sheet, lxw_row_t(nextRow), lxw_col_t(column), escaped(words), format))
    }
}
