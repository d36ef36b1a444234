// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Writing workbooks")
struct SheetWriterTests {
    private func written(_ body: (SheetWriter) throws -> Void) throws -> SheetReader {
        let path = temporaryPath("名单.xlsx")
        let writer = try SheetWriter(path, title: "台账")
        try body(writer)
        try writer.finish()
        return try SheetReader(path: path)
    }

    @Test func `values come back as they were written`() throws {
        let columns = [
            SheetColumn("姓名"), SheetColumn("身份证号"), SheetColumn("出生日期", kind: .date),
            SheetColumn("年龄", kind: .number), SheetColumn("补贴", kind: .money),
            SheetColumn("备注", kind: .wrapped),
        ]
        let reader = try written { writer in
            try writer.sheet("名单", columns: columns)
            try writer.row([
                "王秀兰", "990000197001010021", .date(year: 1970, month: 1, day: 1), 56, .number(1234.5),
                "第一行\n第二行",
            ])
            try writer.row([
                .integer(13_800_138_000), .number(3), .empty, .text("不详"), .number(.nan), .bool(true),
            ])
        }
        let rows = try reader.rows().all()
        #expect(rows.map(\.number) == [1, 2, 3])
        #expect(rows[0].cells == columns.map { .text($0.title) })
        let born = try #require(SheetDate(year: 1970, month: 1, day: 1))
        #expect(
            rows[1].cells == [
                .text("王秀兰"), .text("990000197001010021"), .date(born), .number(56, raw: "56"),
                .number(1234.5, raw: "1234.5"), .text("第一行\n第二行"),
            ])
        #expect(
            rows[2].cells == [.text("13800138000"), .text("3"), .empty, .text("不详"), .empty, .text("是")])
    }

    @Test(arguments: [
        "=1+1", "@SUM(A1)", " 前后空格 ", "<&>\"'", "_x000D_", "_x4E2D_", "_x_x0041_", "𠮷𬱖䶮", "a\r\nb",
        "\u{1}\u{7}", "_",
    ])
    func `any text survives, and none becomes a formula`(text: String) throws {
        let reader = try written { writer in
            try writer.sheet(
                "名单", columns: [SheetColumn("甲"), SheetColumn("乙", note: "说明", choices: [text, "另"])])
            try writer.row([.text(text), .text("x")])
        }
        #expect(try reader.rows().all().last?[0] == .text(text))
    }

    @Test func `whole numbers of more than fifteen digits are kept as text`() throws {
        let reader = try written { writer in
            try writer.sheet(
                "名单", columns: [SheetColumn("甲", kind: .number), SheetColumn("乙", kind: .number)])
            try writer.row([.integer(999_999_999_999_999), .integer(1_000_000_000_000_000)])
        }
        #expect(
            try reader.rows().all()[1].cells == [
                .number(999_999_999_999_999, raw: "999999999999999"), .text("1000000000000000"),
            ])
    }

    @Test func `a ledger has its title, line, notes and footers around the rows`() throws {
        let layout = SheetLayout(
            title: "就业援助台账", lineLeft: "填报单位：甲村", lineRight: "2026年3月", footers: ["填表人：　填表日期："])
        let reader = try written { writer in
            try writer.sheet(
                "台账",
                columns: [SheetColumn("姓名"), SheetColumn("日期", note: "如 2026-03-02"), SheetColumn("次数")],
                layout: layout)
            try writer.row(["李建国", "2026-03-02", "1"])
        }
        let rows = try reader.rows().all()
        #expect(
            rows.map { $0[0] } == [
                .text("就业援助台账"), .text("填报单位：甲村"), .text("姓名"), .empty, .text("李建国"), .text("填表人：　填表日期："),
            ])
        #expect(rows[1][1] == .text("2026年3月"))
        #expect(rows[3][1] == .text("如 2026-03-02"))
        #expect(
            try reader.mergedRanges() == [
                MergedRange(rows: 1...1, columns: 1...3), MergedRange(rows: 2...2, columns: 2...3),
                MergedRange(rows: 6...6, columns: 1...3),
            ])
    }

    @Test func `reasons stand in the last column`() throws {
        let reader = try written { writer in
            try writer.sheet(
                "名单", columns: [SheetColumn("姓名"), SheetColumn("电话")], layout: SheetLayout(tellsReasons: true)
            )
            try writer.row(
                ["王秀兰"], bad: [BadCell(column: 1, reason: "电话没有填"), BadCell(column: 0, reason: "姓名重复")])
            try writer.row(["李建国", "13800138000"])
        }
        let rows = try reader.rows().all()
        #expect(rows[0][2] == .text("错误原因"))
        #expect(rows[1][2] == .text("电话没有填；姓名重复"))
        #expect(rows[2][2] == .empty)
    }

    @Test func `long lists of choices go to a hidden sheet and equal ones share it`() throws {
        let long = (1...60).map { "工种第\($0)类" }
        let reader = try written { writer in
            try writer.sheet(
                "数据",
                columns: [
                    SheetColumn("甲", choices: long), SheetColumn("乙", choices: ["是", "否"]),
                    SheetColumn("丙", choices: long),
                ])
            try writer.row([])
        }
        #expect(reader.sheetNames == ["数据", "字典"])
    }

    @Test func `what cannot be written is refused with its row`() throws {
        let writer = try SheetWriter(temporaryPath("a.xlsx"))
        #expect(throws: SheetFault.self) { try writer.row(["无表"]) }
        #expect(throws: SheetFault.unwritableContent(reason: "a/b")) {
            try writer.sheet("a/b", columns: [SheetColumn("甲")])
        }
        #expect(throws: SheetFault.unwritableContent(reason: "字典")) {
            try writer.sheet("字典", columns: [SheetColumn("甲")])
        }
        try writer.sheet("名单", columns: [SheetColumn("甲")])
        #expect(throws: SheetFault.unwritableContent(reason: "名单")) {
            try writer.sheet("名单", columns: [SheetColumn("甲")])
        }
    }

    @Test func `a refused value names the row`() throws {
        let writer = try SheetWriter(temporaryPath("a.xlsx"))
        try writer.sheet("名单", columns: [SheetColumn("甲")])
        #expect(throws: SheetFault.unwritableContent(reason: "row 2: 2 > 1")) { try writer.row(["一", "二"]) }
        let error = #expect(throws: SheetFault.self) {
            try writer.row([.text(String(repeating: "长", count: 32_768))])
        }
        #expect(error?.code == "sheet.unwritable-content")
    }

    @Test func `a folder that does not exist is told when finishing`() throws {
        let writer = try SheetWriter("/nonexistent/a.xlsx")
        try writer.sheet("名单", columns: [SheetColumn("甲")])
        let error = #expect(throws: SheetFault.self) { try writer.finish() }
        #expect(error?.code == "sheet.unwritable")
    }
}
