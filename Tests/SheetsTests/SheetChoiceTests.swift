// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Which sheet and which rows are read")
struct SheetChoiceTests {
    private let filled = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
    private let blank = "<sheetData/>"

    private func chosen(_ sheets: [HandmadeWorkbook.Sheet]) throws -> String {
        var workbook = HandmadeWorkbook()
        workbook.sheets = sheets
        return try SheetReader(bytes: workbook.bytes).sheetName
    }

    @Test func `the sheet named 数据 comes first, wherever it stands`() throws {
        #expect(
            try chosen([.init(name: "说明", markup: filled), .init(name: "数据", markup: filled)]) == "数据")
    }

    @Test func `blank and hidden sheets are passed over`() throws {
        let spaces = "<sheetData><row><c t=\"inlineStr\"><is><t> 　</t></is></c></row></sheetData>"
        #expect(
            try chosen([
                .init(name: "数据", markup: blank), .init(name: "Sheet1", markup: spaces),
                .init(name: "字典", state: "hidden", markup: filled),
                .init(name: "藏", state: "veryHidden", markup: filled), .init(name: "名单", markup: filled),
            ]) == "名单")
    }

    @Test func `a sheet may be asked for by name`() throws {
        var workbook = HandmadeWorkbook()
        workbook.sheets = [.init(name: "甲", markup: filled), .init(name: "乙", markup: filled)]
        #expect(try SheetReader(bytes: workbook.bytes, sheet: "乙").sheetName == "乙")
        #expect(throws: SheetFault.noSuchSheet("丙")) { try SheetReader(bytes: workbook.bytes, sheet: "丙") }
    }

    @Test func `fifty formatted but empty rows and cells are ignored`() throws {
        var rows =
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"/><c r=\"C2\" t=\"inlineStr\"><is><t> </t></is></c></row>"
        for row in 3...52 {
            rows +=
                "<row r=\"\(row)\" s=\"1\"><c r=\"A\(row)\" s=\"1\"/><c r=\"XFD\(row)\" s=\"1\"><v></v></c></row>"
        }
        let all = try SheetReader(bytes: HandmadeWorkbook(rows: rows).bytes).rows().all()
        #expect(all == [SheetRow(number: 2, cells: [.number(1, raw: "1")])])
    }

    @Test func `a gap shows in the rows' numbers`() throws {
        let rows = "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"/><row r=\"3\"><c><v>3</v></c></row>"
        #expect(
            try SheetReader(bytes: HandmadeWorkbook(rows: rows).bytes).rows().all().map(\.number) == [1, 3])
    }

    @Test func `rows can be read again from the first on`() throws {
        let reader = try SheetReader(bytes: HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>").bytes)
        #expect(try reader.rows().all() == reader.rows().all())
    }
}
