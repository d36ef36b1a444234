// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Sheets
import Wording

/// A ledger as a file, in the form that an office would print: written line by line as the lines come.
public struct LedgerViewFile: Sendable {
    /// The ledger with its unit, period, compiler, day and totals; its own lines are not written.
    public var head: LedgerView

    /// What kind of file.
    public enum Format: Hashable, Sendable {
        /// An .xlsx workbook.
        case workbook
        /// Text with commas.
        case csv(TextEncoding)

        fileprivate var ending: String {
            switch self {
            case .workbook: "xlsx"
            case .csv: "csv"
            }
        }
    }

    /// A file to write.
    public init(_ head: LedgerView) { self.head = head }

    /// The name of the file, without its ending.
    public var name: String {
        let tag = head.ledger.tag(head.filter.tag).map { "（\($0.cell.words)）" } ?? ""
        return (head.unit?.name ?? "") + head.ledger.title + tag + head.day.iso
    }

    /// The file. `source` brings the lines, a page at a time.
    ///
    /// - Throws: `SheetFault` when the disk does not take it, and what the source throws.
    public func bytes(
        _ format: Format, from source: (_ put: ([LedgerLine]) throws -> Void) async throws -> Void
    ) async throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "ledger-\(UUID().uuidString).\(format.ending)")
        defer { try? FileManager.default.removeItem(at: place) }
        switch format {
        case .workbook: try await writeWorkbook(to: place.path, from: source)
        case .csv(let encoding): try await writeText(to: place.path, encoding, from: source)
        }
        return [UInt8](try Data(contentsOf: place))
    }

    private func writeWorkbook(
        to path: String, from source: (_ put: ([LedgerLine]) throws -> Void) async throws -> Void
    ) async throws {
        let writer = try SheetWriter(path, title: head.ledger.title)
        try writer.sheet(head.ledger.title, columns: columns, layout: layout)
        var number = 0
        try await source { lines in
            for line in lines { try writer.row(Self.row(line, &number)) }
        }
        try writer.finish()
    }

    private func writeText(
        to path: String, _ encoding: TextEncoding,
        from source: (_ put: ([LedgerLine]) throws -> Void) async throws -> Void
    ) async throws {
        let writer = try CSVWriter(path, encoding: encoding)
        try writer.row([.text("序号")] + head.ledger.headings.map { .text($0.title) })
        var number = 0
        try await source { lines in
            for line in lines { try writer.row(Self.row(line, &number)) }
        }
        try writer.finish()
    }

    /// A line with the next number before it.
    private static func row(_ line: LedgerLine, _ number: inout Int) -> [SheetValue] {
        number += 1
        return [.integer(number)] + line.cells.map(\.sheetValue)
    }

    private var layout: SheetLayout {
        SheetLayout(
            title: head.ledger.title, lineLeft: "单位：\(head.unit?.name ?? "")",
            lineRight: "\(head.periodWords)  共\(head.count)\(head.ledger.unit)",
            footers: ["制表人：\(head.compiler)　　审核人：　　　　　　　　制表日期：\(head.day.inDocuments)"], frozenColumns: 2)
    }

    private var columns: [SheetColumn] {
        [SheetColumn("序号", width: 6, kind: .number)]
            + head.ledger.headings.map { heading in
                // A full-width sign takes two places; a whole ID number 18 of the narrow ones.
                let width = heading.title == "身份证号" ? 22.0 : Double(heading.width * 2 + 2)
                return SheetColumn(heading.title, width: width, kind: heading.kind.column)
            }
    }
}

extension LedgerHeading.Kind {
    fileprivate var column: SheetColumn.Kind {
        switch self {
        case .name, .text, .tag: .text
        case .long: .wrapped
        case .day: .date
        case .number: .number
        }
    }
}

extension LedgerCell {
    /// Days and numbers stay such, so that a sheet can be ordered and summed.
    fileprivate var sheetValue: SheetValue {
        switch self {
        case .empty: .empty
        case .day(let day): .date(year: day.year, month: day.month, day: day.day)
        case .number(let number): .integer(number)
        case .text, .yes, .categories, .visitClass, .stage, .means, .stability, .mood, .ending,
            .registrationEnd,
            .review, .meeting, .standing, .level, .source, .vacancyEnd,
            .act,
            .detail, .job, .plan, .recommendation, .handUp, .lines:
            words.isEmpty ? .empty : .text(words)
        }
    }
}
