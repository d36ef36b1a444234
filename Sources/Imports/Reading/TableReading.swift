// SPDX-License-Identifier: Apache-2.0

import Sheets

/// A row that was read, with everything that is wrong with its cells.
struct ReadRow<Draft: Sendable>: Sendable {
    let number: Int
    var draft: Draft
    var faults: [ImportFault]

    var isSound: Bool { faults.allSatisfy(\.isWarning) }
}

/// A file that was read whole.
struct ReadTable<Draft: Sendable>: Sendable {
    var header: Header?
    var rows: [ReadRow<Draft>] = []
    /// What is wrong with the file or its header: no row counts then.
    var fatal: [ImportFault] = []
}

/// Reads a file row by row and checks the rows on all processors.
struct TableReading<Draft: Sendable>: Sendable {
    let table: ImportTable<Draft>
    /// What a row needs beyond its cells.
    let finish: @Sendable (inout ReadRow<Draft>, RowColumns) -> Void

    /// How many rows one task checks.
    private static var run: Int { 2_000 }
    /// How many runs wait at once, so that memory does not grow with the file's cells.
    private static var waiting: Int { 6 }

    func read(_ file: SheetFile) async throws -> ReadTable<Draft> {
        do {
            return try await readRows(file)
        } catch let fault as SheetFault {
            return ReadTable(fatal: [ImportFault(row: 0, column: nil, title: nil, says: fault.says)])
        }
    }

    private func readRows(_ file: SheetFile) async throws -> ReadTable<Draft> {
        let rows = try file.rows()
        var first: [SheetRow] = []
        while first.count < Header.deepest, let row = try rows.next() { first.append(row) }
        let search = HeaderSearch(table)
        guard var header = search.header(in: first) else {
            return ReadTable(fatal: [noHeader(first, try file.mergedRanges())])
        }
        var body = first.filter { $0.number > header.row }
        if let notes = body.first, search.isNotes(notes) {
            header.notesRow = notes.number
            body.removeFirst()
        }
        // Merged ranges stand behind all cells of a workbook: looked for only when something is missing.
        var faults = search.faults(of: header, merged: [])
        let hasGap = body.contains { strayColumn($0, header) != nil }
        if !faults.isEmpty || hasGap {
            faults = search.faults(of: header, merged: try file.mergedRanges())
        }
        guard faults.isEmpty else { return ReadTable(header: header, fatal: faults) }
        return try await check(body, then: rows, header)
    }

    private func check(
        _ body: [SheetRow], then rows: SheetRows, _ header: Header
    ) async throws -> ReadTable<Draft> {
        let columns = RowColumns(header, ids: table.columns.map(\.id), titles: table.columns.map(\.title))
        var found: [Int: [ReadRow<Draft>]] = [:]
        var run = body
        var next = 0
        try await withThrowingTaskGroup(of: (Int, [ReadRow<Draft>]).self) { group in
            var isEnded = false
            while !isEnded {
                while run.count < Self.run {
                    guard let row = try rows.next() else {
                        isEnded = true
                        break
                    }
                    run.append(row)
                }
                if next >= Self.waiting, let (place, rows) = try await group.next() { found[place] = rows }
                let (place, part) = (next, run)
                group.addTask { (place, part.compactMap { read($0, columns) }) }
                next += 1
                run = []
                run.reserveCapacity(Self.run)
            }
            for try await (place, rows) in group { found[place] = rows }
        }
        var table = ReadTable<Draft>(header: header)
        for place in 0..<next { table.rows += found[place] ?? [] }
        if table.rows.isEmpty {
            table.fatal = [
                ImportFault(row: header.row, column: nil, title: nil, says: "表头下面没有一行内容，请填写后再导入。")
            ]
        }
        return table
    }

    /// The first column that holds something under no header.
    private func strayColumn(_ row: SheetRow, _ header: Header) -> Int? {
        row.cells.indices.first { column in
            !row.cells[column].isBlank && (column >= header.titles.count || header.titles[column].isEmpty)
        }
    }

    private func read(_ row: SheetRow, _ columns: RowColumns) -> ReadRow<Draft>? {
        var read = ReadRow(number: row.number, draft: table.begin(row.number), faults: [])
        for (column, place) in columns.known {
            let definition = table.columns[place]
            let cell = row[column]
            if case .error(let code) = cell {
                read.faults.append(columns.fault(row.number, column, Self.formula(code)))
            } else if cell.isBlank {
                guard definition.mustBeFilled else { continue }
                read.faults.append(columns.fault(row.number, column, "没有填，请补填。" + definition.note))
            } else if let fault = definition.take(cell, &read.draft) {
                read.faults.append(
                    columns.fault(row.number, column, fault.says, isWarning: fault.isWarning))
            }
        }
        if table.isUntouched(read.draft) { return nil }
        if let stray = columns.stray(row) {
            read.faults.append(
                ImportFault(
                    row: row.number, column: stray, title: nil, says: "这一列没有表头，却有内容，请移到有表头的列或删去。"))
        }
        finish(&read, columns)
        return read
    }

    private static func formula(_ code: String) -> String {
        code == SheetCell.uncalculated
            ? "单元格是没有算出结果的公式，请用 WPS 或 Excel 打开保存一次，或改成填写的内容。"
            : "单元格是出错的公式（\(code)），请改成填写的内容。"
    }

    private func noHeader(_ rows: [SheetRow], _ merged: [MergedRange]) -> ImportFault {
        let wanted = table.columns.filter(\.isRequired).map(\.title).joined(separator: "、")
        let isMerged = merged.contains { range in rows.contains { range.rows.contains($0.number) } }
        return ImportFault(
            row: rows.first?.number ?? 0, column: nil, title: nil,
            says: "前\(Header.deepest)行里找不到表头，应有\(wanted)等列。"
                + (isMerged ? "表头有合并单元格，请取消合并，" : "请")
                + "下载《\(table.title)》模板，把内容粘贴进去再导入。")
    }
}

/// Where the columns of a table stand in a file.
struct RowColumns: Sendable {
    /// Column of the file and place in the table, in the file's order.
    let known: [(column: Int, place: Int)]
    /// Up to the last header.
    let width: Int
    private let titles: [String]
    private let columns: [String: Int]
    private let unnamed: [Int]

    init(_ header: Header, ids: [String], titles: [String]) {
        known = header.places.enumerated().compactMap { column, place in place.map { (column, $0) } }
        width = header.titles.count
        self.titles = header.titles
        unnamed = header.titles.indices.filter { header.titles[$0].isEmpty }
        columns = Dictionary(
            known.map { (ids[$0.place], $0.column) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first column that holds something under no header.
    func stray(_ row: SheetRow) -> Int? {
        unnamed.first { !row[$0].isBlank }
            ?? (width..<max(width, row.cells.count)).first { !row.cells[$0].isBlank }
    }

    /// A fault at a column of the file.
    func fault(_ row: Int, _ column: Int, _ says: String, isWarning: Bool = false) -> ImportFault {
        ImportFault(row: row, column: column, title: titles[column], says: says, isWarning: isWarning)
    }

    /// A fault at the column with an id; of the whole row where the file lacks it.
    func fault(_ row: Int, at id: String, _ says: String, isWarning: Bool = false) -> ImportFault {
        guard let column = columns[id] else {
            return ImportFault(row: row, column: nil, title: nil, says: says, isWarning: isWarning)
        }
        return fault(row, column, says, isWarning: isWarning)
    }
}
