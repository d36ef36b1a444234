// SPDX-License-Identifier: Apache-2.0

import Sheets

/// Writes a refused table again, the bad cells red, with the reasons in a last column.
struct ErrorsWriter<Draft: Sendable> {
    let file: SheetFile
    let header: Header
    let table: ImportTable<Draft>
    let name: String

    private static var reasons: String { "错误原因" }

    /// The columns that are written: those of the file but an earlier column of reasons.
    private var columns: [Int] {
        header.titles.indices.filter { HeaderText.folded(header.titles[$0]) != Self.reasons }
    }

    func write(_ faults: [ImportFault]) throws -> TableFile {
        let byRow = Dictionary(grouping: faults.filter { $0.row > header.row }, by: \.row)
        switch file.content {
        case .workbook: return try workbook(byRow)
        case .text(let reader):
            return TableFile(name: stem + "-错误.csv", bytes: try text(byRow, as: reader.encoding))
        }
    }

    private var stem: String {
        let last = name.split(separator: "/").last.map(String.init) ?? table.title
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }

    private func workbook(_ faults: [Int: [ImportFault]]) throws -> TableFile {
        try TemporaryWorkbook.make(stem + "-错误.xlsx", title: table.title) { writer in
            try writer.sheet(
                SheetReader.preferredSheetName, columns: columns.map(sheetColumn),
                layout: SheetLayout(tellsReasons: true, rowsWithChoices: 0))
            try eachRow { row in
                let bad = (faults[row.number] ?? []).map { fault in
                    // A doubt is told and not marked.
                    let column = fault.isWarning ? nil : fault.column.flatMap(columns.firstIndex)
                    return BadCell(column: column ?? columns.count, reason: Self.reason(fault))
                }
                try writer.row(columns.map { SheetValue(row[$0]) }, bad: bad)
            }
        }
    }

    private func sheetColumn(_ column: Int) -> SheetColumn {
        let known = header.places[column].map { table.columns[$0].sheetColumn }
        return SheetColumn(
            header.titles[column], note: header.notesRow == nil ? "" : known?.note ?? "",
            width: known?.width ?? 14, kind: known?.kind ?? .text)
    }

    private func text(_ faults: [Int: [ImportFault]], as encoding: TextEncoding) throws -> [UInt8] {
        var rows = [columns.map { SheetValue.text(header.titles[$0]) } + [.text(Self.reasons)]]
        try eachRow { row in
            let reasons = (faults[row.number] ?? []).map(Self.reason).joined(separator: "；")
            rows.append(columns.map { SheetValue(row[$0]) } + [.text(reasons)])
        }
        return try CSVWriter.bytes(rows, encoding: encoding)
    }

    private func eachRow(_ body: (SheetRow) throws -> Void) throws {
        let rows = try file.rows()
        while let row = try rows.next() {
            if row.number > header.row, row.number != header.notesRow { try body(row) }
        }
    }

    private static func reason(_ fault: ImportFault) -> String {
        (fault.isWarning ? "提示：" : "") + (fault.title.map { "“\($0)”" } ?? "") + fault.says
    }
}

extension SheetValue {
    /// A cell as it was read, to be written again.
    init(_ cell: SheetCell) {
        switch cell {
        case .empty: self = .empty
        case .text(let text): self = .text(text)
        case .number(let number, _): self = .number(number)
        case .date(let date): self = .date(year: date.year, month: date.month, day: date.day)
        case .bool(let flag): self = .bool(flag)
        case .error(let code): self = .text(code)
        }
    }
}
