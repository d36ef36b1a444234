// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import Questionnaire
import Sheets

/// 模板: a workbook to fill in, made from the same columns that the import reads.
public enum ImportTemplate {
    /// The workbook of a kind, with a page 填写说明.
    ///
    /// - Throws: ``SheetFault`` when the disk does not take it.
    public static func workbook(_ kind: ImportKind, form: Form) throws -> TableFile {
        switch kind {
        case .roll: try write(RollColumns.table(form: form))
        case .units: try write(UnitColumns.table)
        case .survey: try write(SurveyColumns.table(form: form))
        case .calendar: try calendar()
        case .employers: try write(EmployerColumns.table)
        case .vacancies:
            try write(
                VacancyColumns.table(
                    occupations: (form.item("skills")?.kind.options ?? []).map(\.code).filter { $0 != "其他" }))
        }
    }

    /// A workbook with rows already filled in, each by column id.
    static func write<Draft>(
        _ table: ImportTable<Draft>, rows: [[String: SheetValue]] = [], name: String? = nil
    ) throws -> TableFile {
        try TemporaryWorkbook.make(name ?? "\(table.title)模板.xlsx", title: table.title) { writer in
            try writer.sheet(
                SheetReader.preferredSheetName, columns: table.columns.map(\.sheetColumn),
                layout: SheetLayout(frozenColumns: 0))
            for row in rows { try writer.row(table.columns.map { row[$0.id] ?? .empty }) }
            try writeAdvice(table, writer)
        }
    }

    private static func writeAdvice<Draft>(_ table: ImportTable<Draft>, _ writer: SheetWriter) throws {
        try writer.sheet(
            "填写说明",
            columns: [
                SheetColumn("栏目", width: 24), SheetColumn("必填", width: 8),
                SheetColumn("怎么填", width: 60, kind: .wrapped), SheetColumn("例子", width: 28),
                SheetColumn("也认的表头", width: 40, kind: .wrapped),
            ], layout: SheetLayout(title: "《\(table.title)》填写说明", footers: table.advice))
        for column in table.columns {
            let choices =
                column.choices.isEmpty || column.choices.count > 30
                ? "" : "可选：" + column.choices.joined(separator: "、") + "。"
            let synonyms = ([column.id] + column.synonyms).joined(separator: "、")
            try writer.row([
                .text(column.title), .text(column.mustBeFilled ? "必填" : ""), .text(column.note + choices),
                .text(column.example), .text(synonyms),
            ])
        }
    }

    /// 放假安排: day, 放假 or 上班, and the holiday.
    private static func calendar() throws -> TableFile {
        try TemporaryWorkbook.make("放假安排模板.xlsx", title: "放假安排") { writer in
            try writer.sheet(
                SheetReader.preferredSheetName,
                columns: [
                    SheetColumn("日期", width: 14),
                    SheetColumn("放假或上班", width: 14, choices: ["放假", "上班"]),
                    SheetColumn("节日", width: 14),
                ])
            try writer.sheet(
                "填写说明", columns: [SheetColumn("说明", width: 80, kind: .wrapped)],
                layout: SheetLayout(title: "《放假安排》填写说明"))
            for line in [
                "一天一行，照国务院办公厅当年的通知填写，一份文件只填一个年份。", "日期写成2027-01-01的样子。",
                "放假：写明节日，包括放假期间的周末。上班：调休上班的周末，节日可以空着。",
            ] {
                try writer.row([.text(line)])
            }
        }
    }
}

/// A workbook that is written to a file of its own for a moment and handed on as bytes.
enum TemporaryWorkbook {
    static func make(_ name: String, title: String, _ write: (SheetWriter) throws -> Void) throws -> TableFile
    {
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appending(path: "yuanzhu-\(UUID().uuidString).xlsx").path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try SheetWriter(path, title: title)
        try write(writer)
        try writer.finish()
        return TableFile(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
}
