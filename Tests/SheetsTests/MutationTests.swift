// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Broken files never crash the reader")
struct MutationTests {
    /// A fixed sequence, so that a failure can be repeated.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11 ^ state << 32
        }
    }

    private func read(_ bytes: [UInt8]) -> SheetFault? {
        var limits = SheetLimits()
        limits.unpackedBytes = 64 << 20
        do {
            let file = try SheetFile.open(bytes: bytes, name: "x", limits: limits)
            let rows = try file.rows()
            while let row = try rows.next() {
                for cell in row.cells {
                    _ = CellText.date(cell)
                    _ = CellText.number(cell)
                    _ = CellText.fen(cell)
                }
            }
            _ = try file.mergedRanges()
            return nil
        } catch {
            return error
        }
    }

    private func compressed() throws -> [UInt8] {
        let path = temporaryPath("seed.xlsx")
        let writer = try SheetWriter(path)
        let columns = [
            SheetColumn("姓名", note: "必填"), SheetColumn("日期", kind: .date), SheetColumn("数", kind: .number),
        ]
        try writer.sheet("数据", columns: columns, layout: SheetLayout(title: "名单"))
        for number in 0..<40 {
            try writer.row([.text("王\(number)"), .date(year: 1970, month: 1, day: 1), .integer(number)])
        }
        try writer.finish()
        return try bytes(at: path)
    }

    private func stored() -> [UInt8] {
        var workbook = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1" t="s" s="0"><v>0</v></c><c r="B1" t="inlineStr"><is><t>&#x4E2D;_x0041_</t></is></c></row>\
                <row r="2"><c r="A2" s="1"><v>25569.5</v></c><c r="B2" t="d"><v>1970-01-01</v></c><c r="C2"><f>A1</f></c></row>
                """)
        workbook.strings = "<si><r><t>王</t></r><rPh><t>w</t></rPh></si><si><t><![CDATA[x]]></t></si>"
        workbook.styles =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
        workbook.sheets[0].markup += "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
        return workbook.bytes
    }

    @Test func `every truncation of a workbook is a fault`() throws {
        let whole = stored()
        // Fewer than four bytes are no archive yet, only a short text.
        for count in 4..<whole.count { #expect(read(Array(whole.prefix(count))) != nil) }
        #expect(read(whole) == nil)
        let packed = try compressed()
        for count in stride(from: 4, to: packed.count, by: 37) {
            #expect(read(Array(packed.prefix(count))) != nil)
        }
    }

    @Test(arguments: [UInt64(20_260_302), 7, 990_000])
    func `changed bytes give a fault or a table`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        var faults = 0
        for whole in [try compressed(), stored()] {
            for _ in 0..<700 {
                var broken = whole
                for _ in 0..<Int.random(in: 1...6, using: &dice) {
                    broken[Int.random(in: broken.indices, using: &dice)] = UInt8.random(
                        in: 0...255, using: &dice)
                }
                if read(broken) != nil { faults += 1 }
            }
        }
        #expect(faults > 300)
    }

    /// Behind a right checksum the scanner itself meets the mutation.
    @Test(arguments: [UInt64(20_260_302), 7, 990_000])
    func `changed markup gives a fault or a table`(seed: UInt64) {
        var dice = Dice(state: seed)
        let words = [
            "<", ">", "/", "\"", "&", "&#x", ";", "<!--", "<![CDATA[", "]]>", "<?", "999999999999", "-1",
            "r=", "\u{0}", "_x", "<c", "</row>", " ",
        ]
        let markup =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>a&amp;b</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>25569</v></c></row>"
        for _ in 0..<1500 {
            var broken = Array(markup)
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let at = Int.random(in: broken.indices, using: &dice)
                if Bool.random(using: &dice) {
                    broken.insert(contentsOf: words.randomElement(using: &dice) ?? "", at: at)
                } else {
                    broken.removeSubrange(at..<min(broken.count, at + Int.random(in: 1...9, using: &dice)))
                }
            }
            var workbook = HandmadeWorkbook(rows: String(broken) + " ")
            workbook.strings = "<si><t>王</t></si>" + String(broken)
            workbook.styles = "<cellXfs><xf numFmtId=\"14\"/>" + String(broken)
            _ = read(workbook.bytes)
        }
    }

    @Test(arguments: [UInt64(20_260_302), 7])
    func `any bytes as text give a fault or a table`(seed: UInt64) {
        var dice = Dice(state: seed)
        let alphabet: [UInt8] = [
            0x22, 0x2C, 0x0A, 0x0D, 0x09, 0x61, 0x31, 0xD6, 0xD0, 0x81, 0x30, 0xE4, 0xB8, 0xAD, 0x27, 0x3D,
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...60, using: &dice)
            _ = read((0..<count).map { _ in alphabet.randomElement(using: &dice) ?? 0 })
        }
    }
}
