// SPDX-License-Identifier: Apache-2.0

import Sheets

/// The header row of a file: which column of the table stands where.
struct Header: Sendable {
    /// The row as the table software numbers it.
    let row: Int
    /// The headers as written, from column A on.
    let titles: [String]
    /// For each column of the file the place of its column in the table.
    let places: [Int?]
    /// The row of notes under the header, if there is one.
    var notesRow: Int?

    /// The last row in which a header is looked for.
    static let deepest = 12
}

/// Finds the header among the first rows, and says what is wrong with it.
struct HeaderSearch<Draft: Sendable> {
    let table: ImportTable<Draft>
    private let names: [String: Int]
    private let notes: Set<String>

    init(_ table: ImportTable<Draft>) {
        self.table = table
        var names: [String: Int] = [:]
        for (place, column) in table.columns.enumerated() {
            for name in [column.title, column.id] + column.synonyms {
                let key = HeaderText.folded(name)
                if names[key] == nil { names[key] = place }
            }
        }
        self.names = names
        notes = Set(table.columns.map { $0.sheetColumn.note }.filter { !$0.isEmpty })
    }

    /// The row among `rows` that knows most columns; `nil` when none knows two, or the only one there is.
    func header(in rows: [SheetRow]) -> Header? {
        let counted = rows.map { row in (row, Set(places(of: row).compactMap(\.self)).count) }
        guard let most = counted.map(\.1).max(), most >= min(2, table.columns.count),
            let (row, _) = counted.first(where: { $0.1 == most })
        else { return nil }
        return Header(row: row.number, titles: row.cells.map { CellText.plain($0) }, places: places(of: row))
    }

    private func places(of row: SheetRow) -> [Int?] {
        row.cells.map { cell in
            guard case .text(let text) = cell else { return nil }
            return names[HeaderText.folded(text)]
        }
    }

    /// Whether a row only explains the columns, as the template's second row does.
    func isNotes(_ row: SheetRow) -> Bool {
        let filled = row.cells.map { CellText.plain($0) }.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.count { notes.contains($0) } * 2 > filled.count
    }

    /// What is wrong with the header as a whole; merged ranges explain what seems to be missing.
    func faults(of header: Header, merged: [MergedRange]) -> [ImportFault] {
        var faults: [ImportFault] = []
        var seen: [Int: Int] = [:]
        for (column, title) in header.titles.enumerated() where !title.isEmpty {
            if let place = header.places[column] {
                if let first = seen.updateValue(column, forKey: place) {
                    faults.append(duplicate(header, column, first: first))
                }
            } else if !ignoredHeaders.contains(HeaderText.folded(title)),
                !merged.contains(where: { $0.rows.contains(header.row) && $0.columns.contains(column + 1) })
            {
                faults.append(unknown(header, column))
            }
        }
        for (place, column) in table.columns.enumerated() where column.isRequired && seen[place] == nil {
            faults.append(
                ImportFault(
                    row: header.row, column: nil, title: column.title,
                    says: "缺少“\(column.title)”一列，请按模板补上这一列。"))
        }
        return merges(header, merged) + faults
    }

    private func merges(_ header: Header, _ merged: [MergedRange]) -> [ImportFault] {
        merged.filter { $0.rows.contains(header.row) && ($0.columns.count > 1 || $0.rows.count > 1) }.map {
            let first = HeaderText.letters($0.columns.lowerBound - 1) + String($0.rows.lowerBound)
            let last = HeaderText.letters($0.columns.upperBound - 1) + String($0.rows.upperBound)
            return ImportFault(
                row: header.row, column: $0.columns.lowerBound - 1, title: nil,
                says: "表头的\(first)至\(last)是合并单元格，看不出哪一列是什么。请取消合并，让每一列都有自己的表头。")
        }
    }

    private func duplicate(_ header: Header, _ column: Int, first: Int) -> ImportFault {
        ImportFault(
            row: header.row, column: column, title: header.titles[column],
            says: "“\(header.titles[column])”与\(HeaderText.letters(first))列是同一个项目，只能有一列，请删去一列。")
    }

    private func unknown(_ header: Header, _ column: Int) -> ImportFault {
        let title = header.titles[column]
        let near = NearWords.nearest(to: title, among: table.columns.map(\.title), most: 1).first
        return ImportFault(
            row: header.row, column: column, title: title,
            says: "不认识“\(title)”这一列，" + (near.map { "是不是“\($0)”？" } ?? "") + "请按模板改表头，用不到的列请删去。")
    }
}
