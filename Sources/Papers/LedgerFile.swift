// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Questionnaire
import Sheets
import Wording

/// 《就业困难人员统计台账》 as a file: one sheet a category, each as an office prints it.
public struct LedgerFile: Sendable {
    /// 制表单位.
    public var unit: String
    /// 制表人.
    public var compiler: String
    /// The day of the file.
    public var day: Day
    /// The categories asked for: one, or `nil` for all.
    public var category: HardshipCategory?
    /// Every line, in the order of the list.
    public var lines: [LedgerPage.Line]
    /// The questionnaire in whose words reasons are told.
    public var form: Form
    /// Whether ID numbers and phones are written out.
    public var isWhole: Bool

    /// A ledger to write.
    public init(
        unit: String, compiler: String, day: Day, category: HardshipCategory?, lines: [LedgerPage.Line],
        form: Form, isWhole: Bool
    ) {
        self.unit = unit
        self.compiler = compiler
        self.day = day
        self.category = category
        self.lines = lines
        self.form = form
        self.isWhole = isWhole
    }

    /// The name of the file, without its ending.
    public var name: String {
        "\(unit)就业困难人员统计台账" + (category.map { "（\($0.shortWord)）" } ?? "") + day.iso
    }

    /// The workbook: the whole ledger first, then a sheet for each category that somebody stands in.
    ///
    /// A person in several categories stands on several sheets, and once on the first.
    /// - Throws: `SheetFault` when the disk does not take it.
    public func workbook() throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString).xlsx")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try SheetWriter(path, title: "就业困难人员统计台账")
        for part in parts {
            try writer.sheet(part.name, columns: Self.columns, layout: layout(part))
            let text = LedgerText(form: form, isWhole: isWhole, category: part.category)
            for (index, line) in part.lines.enumerated() {
                try writer.row(
                    [.integer(index + 1)] + text.cells(line).map { $0.isEmpty ? .empty : .text($0) })
            }
        }
        try writer.finish()
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// The lines as a text file with a head.
    ///
    /// - Throws: `SheetFault` when a character cannot be written.
    public func csv(_ encoding: TextEncoding) throws -> [UInt8] {
        let text = LedgerText(form: form, isWhole: isWhole, category: category)
        let head: [SheetValue] = [.text("序号")] + LedgerColumn.allCases.map { .text($0.title) }
        let rows = lines.enumerated().map { index, line in
            [SheetValue.integer(index + 1)] + text.cells(line).map { SheetValue.text($0) }
        }
        return try CSVWriter.bytes([head] + rows, encoding: encoding)
    }

    private struct Part {
        let name: String
        let title: String
        let category: HardshipCategory?
        let lines: [LedgerPage.Line]
    }

    private var parts: [Part] {
        if let category { return [part(category, lines)] }
        let sheets = HardshipCategory.allCases.compactMap { category -> Part? in
            let own = lines.filter { $0.assistanceCase.categories.contains(category) }
            return own.isEmpty ? nil : part(category, own)
        }
        return [Part(name: "全部", title: "就业困难人员统计台账", category: nil, lines: lines)] + sheets
    }

    private func part(_ category: HardshipCategory, _ lines: [LedgerPage.Line]) -> Part {
        Part(
            name: category.shortWord, title: "就业困难人员统计台账（\(category.word)）", category: category, lines: lines)
    }

    private func layout(_ part: Part) -> SheetLayout {
        SheetLayout(
            title: part.title, lineLeft: "单位：\(unit)",
            lineRight: "截至\(day.inDocuments)  共\(part.lines.count)人",
            footers: ["制表人：\(compiler)　　审核人：　　　　　　　　制表日期：\(day.inDocuments)"], frozenColumns: 2)
    }

    private static let columns: [SheetColumn] =
        [SheetColumn("序号", width: 6, kind: .number)]
        + LedgerColumn.allCases.map { column in
            // A full-width sign takes two places; an ID number 18 of the narrow ones.
            let width = column == .identity ? 22.0 : Double(column.width * 2 + 2)
            return SheetColumn(column.title, width: width, kind: column.wraps ? .wrapped : .text)
        }
}

extension LedgerColumn {
    /// Columns whose text may run over several lines.
    fileprivate var wraps: Bool {
        switch self {
        case .because, .reasons, .categories: true
        case .name, .sex, .born, .identity, .education, .registration, .wish, .visitClass, .mobile, .village,
            .registered:
            false
        }
    }
}
