// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sheets
import Testing

/// The folder that `Tests/judges/sheets_judge.py make` filled with files of other software.
private let judgeFolder = ProcessInfo.processInfo.environment["YUANZHU_JUDGE_FILES"]

/// Reads what other software wrote, and writes what other software then reads.
@Suite(
    "Files of other software",
    .enabled(
        if: judgeFolder != nil, "YUANZHU_JUDGE_FILES names no folder made by Tests/judges/sheets_judge.py"))
struct JudgeTests {
    /// What the judge says a file holds.
    private struct Expected: Decodable {
        var fault: String?
        var sheet: String?
        var merged: [String]?
        var rows: [Row]?

        struct Row: Decodable {
            var number: Int
            var cells: [String]
        }
    }

    private let folder = URL(fileURLWithPath: judgeFolder ?? "/nonexistent")

    private func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["xlsx", "csv", "xls", "ods"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }

    @Test func `every file is read as the judge expects`() throws {
        let files = try files()
        try #require(!files.isEmpty)
        for file in files {
            let json = try Data(contentsOf: file.appendingPathExtension("json"))
            try compare(file, JSONDecoder().decode(Expected.self, from: json))
        }
    }

    private func compare(_ file: URL, _ expected: Expected) throws {
        do {
            let table = try SheetFile.open(path: file.path)
            let rows = try table.rows().all()
            #expect(expected.fault == nil, "\(file.lastPathComponent)")
            #expect(table.sheetName == expected.sheet, "\(file.lastPathComponent)")
            #expect(rows.map(\.number) == expected.rows?.map(\.number), "\(file.lastPathComponent)")
            #expect(
                rows.map { $0.cells.map(tagged) } == expected.rows?.map(\.cells), "\(file.lastPathComponent)")
            #expect(try table.mergedRanges().map(named) == expected.merged ?? [], "\(file.lastPathComponent)")
            try writeBack(rows, as: file.lastPathComponent)
        } catch let fault as SheetFault {
            #expect(fault.code == expected.fault, "\(file.lastPathComponent): \(fault)")
        }
    }

    /// A cell in the judge's notation.
    private func tagged(_ cell: SheetCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): "t:" + text
        case .number(let number, _): "n:\(number)"
        case .date(let date): "d:\(date.year)-\(date.month)-\(date.day)"
        case .bool(let flag): flag ? "b:1" : "b:0"
        case .error(let name): "e:" + name
        }
    }

    private func named(_ range: MergedRange) -> String {
        "\(range.rows.lowerBound),\(range.columns.lowerBound),\(range.rows.upperBound),\(range.columns.upperBound)"
    }

    /// The rows again, each one further down for the header; the judge compares the two files.
    private func writeBack(_ rows: [SheetRow], as name: String) throws {
        let target = folder.appendingPathComponent("written")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        let writer = try SheetWriter(target.appendingPathComponent(name + ".xlsx").path)
        let width = rows.map(\.cells.count).max() ?? 1
        try writer.sheet("数据", columns: (1...width).map { SheetColumn("第\($0)列", kind: .number) })
        var next = 1
        for row in rows {
            while next < row.number {
                try writer.row([])
                next += 1
            }
            try writer.row(row.cells.map(value))
            next += 1
        }
        try writer.finish()
    }

    private func value(_ cell: SheetCell) -> SheetValue {
        switch cell {
        case .empty: .empty
        case .text(let text), .error(let text): .text(text)
        case .number(let number, _): .number(number)
        case .date(let date): .date(year: date.year, month: date.month, day: date.day)
        case .bool(let flag): .bool(flag)
        }
    }

    @Test func `a ledger and a template are written for the judge`() throws {
        let writer = try SheetWriter(
            folder.appendingPathComponent("ledger-of-ours.xlsx.out").path, title: "就业援助台账")
        let trades = (1...80).map { "工种第\($0)类" }
        let columns = [
            SheetColumn("姓名", note: "必填", width: 12), SheetColumn("身份证号", note: "18 位", width: 22),
            SheetColumn("出生日期", note: "如 1970-01-01", kind: .date), SheetColumn("补贴", kind: .money),
            SheetColumn("是否就业", choices: ["是", "否"]), SheetColumn("工种", width: 20, choices: trades),
        ]
        let layout = SheetLayout(
            title: "就业援助台账", lineLeft: "填报单位：甲村", lineRight: "2026年3月",
            footers: ["填表人：　　　　填表日期："], tellsReasons: true, rowsWithChoices: 100, frozenColumns: 1)
        try writer.sheet("台账", columns: columns, layout: layout)
        try writer.row([
            "王秀兰", "990000197001010021", .date(year: 1970, month: 1, day: 1), .number(1234.5), .bool(true),
            "工种第3类",
        ])
        try writer.row(["=1+1", "9900001970"], bad: [BadCell(column: 1, reason: "身份证号位数不对")])
        try writer.finish()
    }

    @Test func `text files are written for the judge`() throws {
        for encoding in [TextEncoding.utf8, .gb18030] {
            let writer = try CSVWriter(
                folder.appendingPathComponent("text-of-ours.\(encoding.rawValue).out").path,
                encoding: encoding)
            try writer.row(["姓名", "备注"])
            try writer.row(["王秀兰䶮", "他说\"好\",\n走了"])
            try writer.row(["=1+1", -5])
            try writer.finish()
        }
    }
}
