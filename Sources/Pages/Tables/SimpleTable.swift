// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// A plain table of words: a head and rows of the same width.
    public static func table(head: [String], rows: [[String]]) -> HTML {
        table(head: head, rows: rows.map { $0.map { Cell.text($0) } })
    }

    /// A plain table whose cells may hold links, tags and buttons.
    public static func table(head: [String], rows: [[Cell]]) -> HTML {
        DataTable(columns: head.map { Column($0) }, rows: rows.map { Row($0) }, isNumbered: false).html
    }
}
