// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Wording

/// A ledger as paper: A4 across, its head on every page, 第x页 共y页.
public struct LedgerPaper: Encodable, Sendable {
    let title, unit, period, officer, day: String
    let columns: [Column]
    let rows: [[String]]

    struct Column: Encodable { let title: String, width: Int }

    /// More lines than that are taken as a workbook, or unit by unit.
    public static let mostRows = 3_000

    /// - Parameters:
    ///   - columns: their heads and widths, in full-width characters.
    ///   - rows: worded, in the order of the list.
    public init(
        title: String, unit: String, period: String, officer: String, day: String,
        columns: [(title: String, width: Int)], rows: [[String]]
    ) {
        self.title = title
        self.unit = unit
        self.period = period
        self.officer = officer
        self.day = day
        self.columns = columns.map { Column(title: $0.title, width: $0.width) }
        self.rows = rows
    }

    /// The ledger as the typesetter takes it.
    public var sheetful: Sheetful {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self) else { preconditionFailure("ledgers are texts") }
        return Sheetful(template: "ledger", value: String(decoding: bytes, as: UTF8.self))
    }
}

extension LedgerViewFile {
    /// The ledger as paper, with the lines of its list.
    public func paper(_ lines: [LedgerLine]) -> LedgerPaper {
        let tag = head.ledger.tag(head.filter.tag).map { "（\($0.cell.words)）" } ?? ""
        return LedgerPaper(
            title: head.ledger.title + tag, unit: head.unit?.name ?? "",
            period: "\(head.periodWords)　共\(lines.count)\(head.ledger.unit)", officer: head.compiler,
            day: head.day.inDocuments,
            columns: head.ledger.headings.map { ($0.title, $0.width) },
            rows: lines.map { $0.cells.map(\.words) })
    }
}

extension LedgerFile {
    /// The ledger as paper.
    public var paper: LedgerPaper {
        let text = LedgerText(form: form, isWhole: isWhole, category: category)
        return LedgerPaper(
            title: "就业困难人员统计台账" + (category.map { "（\($0.word)）" } ?? ""), unit: unit,
            period: "截至\(day.inDocuments)　共\(lines.count)人", officer: compiler, day: day.inDocuments,
            columns: LedgerColumn.allCases.map { ($0.title, $0.width) }, rows: lines.map(text.cells))
    }
}
