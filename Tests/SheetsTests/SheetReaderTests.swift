// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Reading workbooks")
struct SheetReaderTests {
    private func rows(_ workbook: HandmadeWorkbook) throws -> [SheetRow] {
        try SheetReader(bytes: workbook.bytes).rows().all()
    }

    @Test func `shared, inline, rich and formula texts are read alike`() throws {
        var workbook = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
                <c r="C1" t="inlineStr"><is><t>赵&amp;钱</t></is></c>\
                <c r="D1" t="str"><f>A1&amp;B1</f><v>王&#x79C0;兰</v></c>\
                <c r="E1" t="inlineStr"><is><r><t>李</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 建国</t></r></is></c>\
                <c r="F1" t="inlineStr"><is><t><![CDATA[<甲&乙>]]></t></is></c></row>
                """)
        workbook.strings = """
            <si><t>王秀兰</t></si>\
            <si><r><t>欧</t></r><r><rPr/><t>阳</t></r><rPh sb="0" eb="1"><t>ouyang</t></rPh><phoneticPr/></si>
            """
        #expect(
            try rows(workbook) == [
                SheetRow(
                    number: 1,
                    cells: ["王秀兰", "欧阳", "赵&钱", "王秀兰", "李 建国", "<甲&乙>"].map(SheetCell.text))
            ])
    }

    @Test func `numbers keep the digits of the file and errors their name`() throws {
        let workbook = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1"><v>990000199001010000</v></c><c r="B1"><v>9.9000019900101E+17</v></c>\
                <c r="C1"><v>-12.50</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
                <c r="F1"><f>SUM(A1:A9)</f><v>45</v></c><c r="G1"><f>B1</f></c><c r="H1"><v>0x1F</v></c></row>
                """)
        #expect(
            try rows(workbook).first?.cells == [
                .number(Double("990000199001010000") ?? 0, raw: "990000199001010000"),
                .number(9.9000019900101E+17, raw: "9.9000019900101E+17"),
                .number(-12.5, raw: "-12.50"), .bool(true), .error("#DIV/0!"), .number(45, raw: "45"),
                .error(SheetCell.uncalculated), .text("0x1F"),
            ])
    }

    @Test func `a number is a date when its style shows one`() throws {
        var workbook = HandmadeWorkbook(
            rows: (0..<6).map { "<row><c s=\"\($0)\"><v>25569</v></c></row>" }.joined())
        workbook.styles = """
            <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
            <numFmt numFmtId="177" formatCode="[h]:mm:ss"/>\
            <numFmt numFmtId="178" formatCode="&quot;day&quot;0.00"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"><alignment/></xf>\
            <xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>
            """
        let areDates = try rows(workbook).map { row in
            if case .date(let date) = row[0] {
                (date.year, date.month, date.day) == (1970, 1, 1)
            } else {
                false
            }
        }
        #expect(areDates == [false, true, true, true, false, false])
    }

    @Test func `a workbook may count from 1904`() throws {
        var workbook = HandmadeWorkbook(rows: "<row><c s=\"0\"><v>24107</v></c></row>")
        workbook.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        workbook.workbookProperties = "<workbookPr date1904=\"1\"/>"
        #expect(try rows(workbook).first?[0] == SheetDate(serial: 24_107, from1904: true).map(SheetCell.date))
    }

    @Test(arguments: [
        (1, 1900, 1, 1), (59, 1900, 2, 28), (61, 1900, 3, 1), (25_569, 1970, 1, 1), (36_585, 2000, 2, 29),
        (45_658, 2025, 1, 1), (2_958_465, 9999, 12, 31),
    ])
    func `serial numbers and days turn into each other`(serial: Int, year: Int, month: Int, day: Int) throws {
        let date = try #require(SheetDate(serial: Double(serial)))
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(SheetDate(year: year, month: month, day: day)?.serial == Double(serial))
    }

    @Test(arguments: [0.0, 60, -1, 2_958_466, .nan, .infinity])
    func `no day stands behind other numbers`(serial: Double) {
        #expect(SheetDate(serial: serial) == nil)
    }

    @Test func `prefixes, strict namespaces, other folders and absolute targets make no difference`() throws {
        let plain = HandmadeWorkbook(rows: "<row r=\"3\"><c r=\"B3\"><v>7</v></c></row>")
        var other = plain
        other.prefix = "x:"
        other.main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        other.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        other.folder = "Excel"
        other.targetsAreAbsolute = true
        other.sheets[0].markup =
            "<x:sheetData><x:row r=\"3\"><x:c r=\"B3\"><x:v>7</x:v></x:c></x:row></x:sheetData>"
        let expected = [SheetRow(number: 3, cells: [.empty, .number(7, raw: "7")])]
        #expect(try rows(plain) == expected)
        #expect(try rows(other) == expected)
    }

    @Test func `cells and rows without references follow each other`() throws {
        let workbook = HandmadeWorkbook(
            rows:
                "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c></row><row><c><v>4</v></c></row>"
        )
        #expect(try rows(workbook).map(\.number) == [1, 5, 6])
        #expect(try rows(workbook).map(\.cells.count) == [2, 3, 1])
    }

    @Test func `merged ranges are reported from one on`() throws {
        var workbook = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        workbook.sheets[0].markup +=
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:T1\"/><mergeCell ref=\"B2:AA3\"/></mergeCells>"
        #expect(
            try SheetReader(bytes: workbook.bytes).mergedRanges() == [
                MergedRange(rows: 1...1, columns: 1...20), MergedRange(rows: 2...3, columns: 2...27),
            ])
    }

    @Test func `a tag or a text may lie across the window's end`() throws {
        // 26,000 rows are several windows of 256 KB; every row must come out whole.
        let markup = (1...26_000).map {
            "<row r=\"\($0)\" spans=\"1:2\"><c r=\"A\($0)\" t=\"inlineStr\"><is><t>第\($0)号</t></is></c></row>"
        }
        let all = try rows(HandmadeWorkbook(rows: markup.joined()))
        #expect(all.count == 26_000)
        #expect(all.enumerated().allSatisfy { $1.number == $0 + 1 && $1[0] == .text("第\($0 + 1)号") })
    }

    @Test func `a long text of a cell survives`() throws {
        let long = String(repeating: "援助", count: 16_383)
        #expect(
            try rows(HandmadeWorkbook(rows: "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>"))
                .first?[0] == .text(long))
    }
}
