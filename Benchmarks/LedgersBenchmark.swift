// SPDX-License-Identifier: Apache-2.0

import Assistance
import CXlsxWriter
import CivilTime
import Desk
import Foundation
import Papers
import Wording
import StoreSQLite

/// Ledgers of the whole district: one page with its totals, and a hundred thousand lines as a workbook beside what the
/// spreadsheet library takes for the same cells on its own.
enum LedgersBenchmark {
    private static let count = 100_000

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let store = try await ground.district()
        defer { try? store.close() }
        let tree = UnitTree(try await store.units())
        let office = ground.office(store, tree)
        let clerk = try ground.clerk(tree)
        for name in LedgerName.allCases {
            let view = try await office.ledgerView(name, by: clerk)
            let (_, cost) = try await measured { try await office.ledgerView(name, by: clerk) }
            table.line(
                "page of the ledger “\(name.rawValue)”", size: view.all, cost.seconds * 1000, "ms", cost,
                goal: "300 ms")
        }
        try await workbook(office, clerk, table)
    }

    private static func workbook(_ office: Office, _ clerk: Actor, _ table: Table) async throws {
        let head = try await office.ledgerView(.service, limit: 1, by: clerk)
        var lines: [LedgerLine] = []
        try await office.exportLedger(.service, LedgerFilter(), by: clerk) { lines += $0 }
        guard !lines.isEmpty else { throw StoreFailure.damaged("no lines to write") }
        let many = (0..<count).map { lines[$0 % lines.count] }
        let pages = stride(from: 0, to: count, by: 500).map { Array(many[$0..<min(count, $0 + 500)]) }
        let file = LedgerViewFile(head)
        let (bytes, ours) = try await measured {
            try await file.bytes(.workbook) { put in for page in pages { try put(page) } }
        }
        table.line("ledger as .xlsx", size: count, ours.seconds, "s", ours)
        table.line("  its size", size: count, Double(bytes.count) / 1e6, "MB", nil)
        let cells = many.map { $0.cells.map(Plain.init) }
        let (_, bare) = try await measured { writeBare(cells) }
        table.line("  the library alone, same cells", size: count, bare.seconds, "s", bare)
        table.line(
            "  times the library alone", size: count, ours.seconds / bare.seconds, "x", nil, goal: "1.5x")
    }

    /// A cell as the library takes it, worded beforehand.
    private enum Plain {
        case empty, number(Double), day(Double), text([CChar])

        init(_ cell: LedgerCell) {
            switch cell {
            case .empty: self = .empty
            case .number(let number): self = .number(Double(number))
            case .day(let day):
                self = .day(Double(day.days(since: Day(year: 1899, month: 12, day: 30) ?? day)))
            case _: self = .text(Array(cell.words.utf8CString))
            }
        }
    }

    private static func writeBare(_ rows: [[Plain]]) {
        let path = FileManager.default.temporaryDirectory.appending(path: "bare-\(getpid()).xlsx").path()
        defer { unlink(path) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options),
            let sheet = workbook_add_worksheet(workbook, nil)
        else { return }
        let date = workbook_add_format(workbook)
        format_set_num_format(date, "yyyy-mm-dd")
        let text = workbook_add_format(workbook)
        for (row, cells) in rows.enumerated() {
            let row = lxw_row_t(row)
            worksheet_write_number(sheet, row, 0, Double(row) + 1, nil)
            for (column, cell) in cells.enumerated() {
                let column = lxw_col_t(column + 1)
                switch cell {
                case .empty: worksheet_write_blank(sheet, row, column, text)
                case .number(let number): worksheet_write_number(sheet, row, column, number, text)
                case .day(let serial): worksheet_write_number(sheet, row, column, serial, date)
                case .text(let bytes): worksheet_write_string(sheet, row, column, bytes, text)
                }
            }
        }
        workbook_close(workbook)
    }
}
