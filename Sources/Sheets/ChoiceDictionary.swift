// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter
import Glibc

/// The lists of choices that do not fit into a cell's rule, kept on a hidden sheet of their own.
struct ChoiceDictionary {
    private var lists: [[String]] = []

    /// Whether a cell's rule takes the list itself: 255 characters, commas between.
    ///
    /// Bytes are counted, since the library joins the list in a buffer of that many bytes.
    static func fitsInRule(_ choices: [String]) -> Bool {
        let bytes = choices.reduce(choices.count - 1) { $0 + $1.utf8.count }
        return bytes <= 255 && !choices.contains { $0.contains(",") || $0.isEmpty }
    }

    /// Where the list will stand, as a formula. Equal lists share their place.
    mutating func formula(of choices: [String]) -> String {
        let index = lists.firstIndex(of: choices) ?? lists.count
        if index == lists.count { lists.append(choices) }
        let column = ChoiceDictionary.letters(of: index)
        return "=\(SheetWords.dictionary)!$\(column)$1:$\(column)$\(choices.count)"
    }

    private static func letters(of column: Int) -> String {
        var left = column
        var letters = ""
        repeat {
            letters = String(Unicode.Scalar(UInt8(65 + left % 26))) + letters
            left = left / 26 - 1
        } while left >= 0
        return letters
    }

    /// Writes the hidden sheet if any list needs it; row by row, as rows cannot be returned to.
    func write(to workbook: UnsafeMutablePointer<lxw_workbook>, formats: SheetFormats) throws(SheetFault) {
        guard !lists.isEmpty else { return }
        guard let sheet = workbook_add_worksheet(workbook, SheetWords.dictionary) else {
            throw .unwritableContent(reason: SheetWords.dictionary)
        }
        worksheet_hide(sheet)
        for row in 0..<(lists.map(\.count).max() ?? 0) {
            for (column, list) in lists.enumerated() where row < list.count {
                let format = formats.cell(.text, isBad: false)
                let result = worksheet_write_string(
                    sheet, lxw_row_t(row), lxw_col_t(column), escaped(list[row]), format)
                guard result == LXW_NO_ERROR else { throw .unwritableContent(reason: list[row]) }
            }
        }
    }
}

extension SheetWriter {
    /// Gives the cells of each column with choices their drop-down list.
    func addChoices(_ sheet: UnsafeMutablePointer<lxw_worksheet>) throws(SheetFault) {
        guard layout.rowsWithChoices > 0 else { return }
        let last = min(nextRow + layout.rowsWithChoices - 1, SheetWriter.lastRow)
        for (index, column) in columns.enumerated() where !column.choices.isEmpty {
            var rule = lxw_data_validation()
            rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            let formula =
                ChoiceDictionary.fitsInRule(column.choices) ? nil : dictionary.formula(of: column.choices)
            // The library copies what the rule points to, and frees none of it.
            var texts: [UnsafeMutablePointer<CChar>?] = (formula.map { [$0] } ?? column.choices).map {
                strdup($0)
            }
            texts += [nil, strdup(SheetWords.choiceTitle), strdup(SheetWords.choiceMessage)]
            defer { for text in texts { free(text) } }
            rule.error_title = texts[texts.count - 2]
            rule.error_message = texts[texts.count - 1]
            let result = texts.withUnsafeMutableBufferPointer { list in
                if formula == nil {
                    rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                    rule.value_list = list.baseAddress
                } else {
                    rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                    rule.value_formula = list[0]
                }
                let at = lxw_col_t(index)
                return worksheet_data_validation_range(
                    sheet, lxw_row_t(nextRow), at, lxw_row_t(last), at, &rule)
            }
            try check(result)
        }
    }
}
