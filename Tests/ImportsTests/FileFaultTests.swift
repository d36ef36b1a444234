// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Foundation
import Imports
import Sheets
import Testing

private let head = ["村（社区）", "户号", "姓名", "身份证号", "手机号码"]

private func row(_ name: String, _ number: String) -> [SheetValue] {
    ["沙岭村", "1", .text(name), .text(number), "13800000001"]
}

/// A workbook of one sheet 数据 behind others.
private func workbook(
    _ columns: [SheetColumn], layout: SheetLayout = SheetLayout(), blankFirst: Bool = false,
    _ rows: [[SheetValue]]
) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try SheetWriter(path)
    if blankFirst { try writer.sheet("Sheet1", columns: [SheetColumn("")]) }
    try writer.sheet("名单", columns: columns, layout: layout)
    for row in rows { try writer.row(row) }
    try writer.finish()
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
}

private let columns = head.map { SheetColumn($0) }

@Suite("导入文件里的毛病 · 01.w1")
struct FileFaultTests {
    private func roll(_ bytes: [UInt8], name: String = "花名册.xlsx") async throws -> ImportReport {
        try await ImportDesk().run(.roll, .bytes(bytes), name: name)
    }

    @Test func `a blank sheet before the data does no harm`() async throws {
        let report = try await roll(workbook(columns, blankFirst: true, [row("王秀兰", Numbers.id(2))]))
        #expect(report.faults.isEmpty && report.counts.added == 1)
    }

    @Test func `a title above the header and fifty formatted blank rows below do no harm`() async throws {
        let blank: [SheetValue] = [.empty, .empty, .text(" "), .empty, .empty]
        let rows = [row("王秀兰", Numbers.id(2))] + Array(repeating: blank, count: 50)
        let report = try await roll(
            workbook(columns, layout: SheetLayout(title: "沙岭村劳动力花名册", lineLeft: "沙岭村"), rows))
        #expect(report.faults.isEmpty && report.counts.rows == 1)
    }

    @Test func `a number that table software has cut is called so`() async throws {
        var columns = columns
        columns[3].kind = .number
        let report = try await roll(
            workbook(columns, [["沙岭村", "1", "王秀兰", .number(990_000_198_003_070_000), ""]]))
        #expect(report.outcome == .refused && report.errors.map(\.title) == ["身份证号"])
        #expect(report.errors.first?.says.contains("被表格软件改坏") == true)
    }

    @Test(arguments: [
        ("9.90000198003070E+17", "被表格软件改坏"), ("99000019800307", "应为18位"), ("990000198002300019", "日历上没有这一天"),
        ("183456198003070019", "不是任何省"), ("九九零零零零", "应为18位"),
    ])
    func `an impossible ID number says what is wrong`(number: String, says: String) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([head, ["沙岭村", "1", "王秀兰", number, ""]])
        #expect(report.errors.first?.says.contains(says) == true, "\(report.errors)")
    }

    @Test func `sex and birth that the number contradicts are doubts and the number counts`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([
            head + ["性别", "出生日期"], ["沙岭村", "1", "王秀兰", Numbers.id(2), "无", "男", "1981.3.7"],
        ])
        #expect(report.errors.isEmpty && report.warnings.map(\.title) == ["性别", "出生日期"])
        #expect(try await desk.person(Numbers.id(2))?.facts.sex == .female)
    }

    @Test(arguments: [TextEncoding.utf8, .gb18030, .utf16])
    func `text files of every usual encoding are read`(encoding: TextEncoding) async throws {
        let bytes = try CSVWriter.bytes(
            [head.map { .text($0) }, row("䮌𠮷", Numbers.id(2))], encoding: encoding)
        let desk = try await ImportDesk()
        let report = try await desk.run(.roll, .bytes(bytes))
        #expect(report.faults.isEmpty)
        #expect(try await desk.person(Numbers.id(2))?.facts.name.full == "䮌𠮷")
    }

    @Test func `UTF-8 without its mark is read too`() async throws {
        let text = head.joined(separator: ",") + "\n沙岭村,1,王秀兰,\(Numbers.id(2)),无\n"
        let report = try await roll(Array(text.utf8), name: "名单.csv")
        #expect(report.faults.isEmpty && report.counts.added == 1)
    }

    @Test(arguments: [
        (["村（社区）", "姓名"], "缺少“身份证号”"), (["村（社区）", "姓名", "身份证号", "身份证号码"], "同一个项目"),
        (["村（社区）", "姓名", "身份证号", "星座"], "不认识“星座”"), (["甲", "乙", "丙"], "找不到表头"),
        (["村（社区）", "姓名", "身份证号", "文化程庋"], "是不是“文化程度”"),
    ])
    func `a header that is not the template's says what to do`(titles: [String], says: String) async throws {
        let report = try await ImportDesk().importRoll([titles, titles.map { _ in "1" }])
        #expect(report.outcome == .refused)
        #expect(report.errors.contains { $0.says.contains(says) }, "\(report.errors)")
    }

    @Test func `faults come back in the same workbook, marked and with their reasons`() async throws {
        let report = try await roll(
            workbook(columns, [row("王秀兰", Numbers.id(2)), row("李建国", Numbers.wrong(1))]))
        let file = try #require(report.errorsFile)
        #expect(file.name == "花名册-错误.xlsx")
        let rows = try SheetFile.open(bytes: file.bytes, name: file.name).rows().all()
        #expect(rows[0].cells.map { CellText.plain($0) } == head + ["错误原因"])
        #expect(rows[1].cells.count == 5)
        #expect(CellText.plain(rows[2][3]) == Numbers.wrong(1))
        #expect(CellText.plain(rows[2][5]).contains("校验码不对"))
    }

    @Test func `the mended file with its column of reasons is taken in`() async throws {
        let desk = try await ImportDesk()
        let bad = try await desk.importRoll([head, ["沙岭村", "1", "李建国", Numbers.wrong(1), "无"]])
        let file = try #require(bad.errorsFile)
        var rows = try SheetFile.open(bytes: file.bytes, name: file.name).rows().all()
            .map { $0.cells.map { CellText.plain($0) } }
        #expect(file.name.hasSuffix(".csv") && rows[1].last?.isEmpty == false)
        rows[1][3] = Numbers.id(1)
        #expect(try await desk.importRoll(rows).counts.added == 1)
    }

    @Test func `the template is a file that can be taken in once it is filled`() async throws {
        let desk = try await ImportDesk()
        for kind in ImportKind.allCases {
            let file = try ImportTemplate.workbook(kind, form: desk.office.pack.form)
            let report = try await desk.run(
                kind, .bytes(file.bytes), name: file.name,
                by: kind == .units || kind == .calendar
                    ? ImportDesk.administrator : ImportDesk.clerk)
            let says = report.errors.map(\.says).joined()
            #expect(
                says.contains("表头下面没有一行内容") || (kind == .calendar && says.contains("没有一个放假日期")),
                "\(kind): \(says)")
        }
    }

    @Test func `the prefilled roll of a village says nothing new`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.importRoll([
            head + ["文化程度", "健康状况", "残疾等级", "有无劳动能力", "就业状态", "失业日期", "家庭人均年收入"],
            [
                "沙岭村", "1", "王秀兰", Numbers.id(2), "13800000001", "中专", "残疾", "2", "√", "失业", "2025年3月1日",
                "1.2万",
            ],
        ])
        let wang = try #require(try await desk.person(Numbers.id(2)))
        #expect(wang.facts.disability == Disability(grade: 2, canWork: true))
        #expect(wang.facts.education == .senior && wang.facts.incomePerHead == 12_000)
        let file = try await ImportRunner(desk.office).prefilledRoll(
            of: ImportDesk.shaling, by: ImportDesk.shalingWorker)
        let report = try await desk.run(.roll, .bytes(file.bytes), name: file.name)
        #expect(report.faults.isEmpty && report.outcome == .nothingChanged, "\(report.faults)")
    }

    @Test func `other kinds of file are told apart`() async throws {
        let report = try await roll(Array("%PDF-1.7".utf8), name: "名单.xlsx")
        #expect(report.outcome == .refused && report.errors.first?.row == 0)
    }
}
