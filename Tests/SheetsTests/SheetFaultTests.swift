// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Files that are refused")
struct SheetFaultTests {
    private func fault(of bytes: [UInt8], limits: SheetLimits = SheetLimits()) -> SheetFault? {
        do {
            let rows = try SheetFile.open(bytes: bytes, name: "名单.xlsx", limits: limits).rows()
            while try rows.next() != nil {}
            return nil
        } catch {
            return error
        }
    }

    private static let oldHead: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private func wide(_ word: String) -> [UInt8] {
        word.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func `an old workbook under a new name is told apart from one with a password`() {
        let padding = [UInt8](repeating: 0, count: 600)
        #expect(fault(of: SheetFaultTests.oldHead + padding + wide("Workbook")) == .oldWorkbook)
        #expect(fault(of: SheetFaultTests.oldHead + padding + wide("EncryptedPackage")) == .encrypted)
        #expect(fault(of: SheetFaultTests.oldHead + padding + wide("WordDocument")) == .notATable)
        #expect(SheetFault.oldWorkbook.says == "这是旧版 .xls 文件，请另存为 .xlsx")
    }

    @Test func `other kinds of files are named`() {
        var document = StoredZip()
        document.add("[Content_Types].xml", "<Types/>")
        document.add("word/document.xml", "<document/>")
        var open = StoredZip()
        open.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        open.add("content.xml", "<x/>")
        var binary = StoredZip()
        binary.add("xl/workbook.bin", "x")
        #expect(fault(of: document.bytes) == .notATable)
        #expect(fault(of: open.bytes) == .openDocument)
        #expect(fault(of: binary.bytes) == .binaryWorkbook)
        #expect(fault(of: Array("%PDF-1.7 ...".utf8)) == .notATable)
        #expect(fault(of: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) == .notATable)
        #expect(fault(of: Array("\r\n<html><table><tr><td>1".utf8)) == .webPage)
        #expect(fault(of: []) == .emptyFile)
        #expect(fault(of: Array(" \r\n\t\r\n".utf8)) == .noRows)
    }

    @Test func `an archive with a password is told as such`() {
        var zip = StoredZip()
        zip.add("_rels/.rels", Array("<Relationships/>".utf8), isEncrypted: true)
        #expect(fault(of: zip.bytes) == .encrypted)
    }

    @Test func `many blank sheets may not cost more than one`() {
        var workbook = HandmadeWorkbook()
        let blank = "<sheetData>" + String(repeating: "<row/>", count: 1000) + "</sheetData>"
        workbook.sheets = (0..<20).map { .init(name: "表\($0)", markup: blank) }
        var limits = SheetLimits()
        limits.unpackedBytes = 50_000
        #expect(fault(of: workbook.bytes, limits: limits) == .unpacksTooLarge(limit: 50_000))
        limits.unpackedBytes = 500_000
        #expect(fault(of: workbook.bytes, limits: limits) == .noRows)
    }

    @Test func `a workbook without sheets or rows says so`() {
        #expect(fault(of: HandmadeWorkbook().bytes) == .noSheet)
        #expect(fault(of: HandmadeWorkbook(rows: "<row/>").bytes) == .noRows)
    }

    @Test func `a broken part is named`() {
        let cut = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row><row")
        #expect(fault(of: cut.bytes) == .damaged(part: "xl/worksheets/blatt0.xml"))
        let dangling = HandmadeWorkbook(rows: "<row><c t=\"s\"><v>5</v></c></row>")
        #expect(fault(of: dangling.bytes) == .damaged(part: "xl/worksheets/blatt0.xml"))
        #expect(fault(of: Array(HandmadeWorkbook(rows: "<row/>").bytes.dropLast(40))) == .damaged(part: ""))
    }

    @Test func `entities cannot be made to explode`() {
        var workbook = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        workbook.strings = "<!DOCTYPE a [<!ENTITY b \"bb\">]><si><t>&b;</t></si>"
        #expect(fault(of: workbook.bytes) == .damaged(part: "xl/sharedStrings.xml"))
    }

    @Test func `an archive that declares too much is refused before it is unpacked`() {
        var limits = SheetLimits()
        limits.unpackedBytes = 1000
        var zip = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>").zip
        zip.add("xl/unused.xml", "x")
        #expect(fault(of: zip.bytes, limits: limits) == nil)
        var liar = StoredZip()
        liar.add("_rels/.rels", Array("<Relationships/>".utf8), declaredSize: 3_000_000_000)
        #expect(fault(of: liar.bytes) == .unpacksTooLarge(limit: 32 << 20))
    }

    @Test func `a tightly packed sheet is refused`() throws {
        let path = temporaryPath("packed.xlsx")
        let writer = try SheetWriter(path)
        try writer.sheet("名单", columns: [SheetColumn("甲")])
        let long = String(repeating: "a", count: 30_000)
        for _ in 0..<600 { try writer.row([.text(long)]) }
        try writer.finish()
        var limits = SheetLimits()
        limits.ratio = 50
        #expect(throws: SheetFault.packedTooTightly(ratio: 50)) {
            try SheetFile.open(path: path, limits: limits)
        }
        #expect(
            try SheetFile.open(
                path: path,
                limits: {
                    var l = SheetLimits(); l.ratio = 2000; return l
                }()
            ).rows().all().count == 601)
    }

    @Test(arguments: [(2, false), (1, true)])
    func `rows, columns, texts and the file itself have a limit`(most: Int, isRefused: Bool) {
        let rows =
            "<row><c><v>1</v></c></row><row><c><v>1</v></c><c t=\"inlineStr\"><is><t>ab</t></is></c></row>"
        let bytes = HandmadeWorkbook(rows: rows).bytes
        func limits(_ change: (inout SheetLimits) -> Void) -> SheetLimits {
            var limits = SheetLimits()
            change(&limits)
            return limits
        }
        #expect(
            fault(of: bytes, limits: limits { $0.rows = most }) == (isRefused ? .tooManyRows(limit: 1) : nil))
        #expect(
            fault(of: bytes, limits: limits { $0.columns = most })
                == (isRefused ? .tooManyColumns(limit: 1, row: 2) : nil))
        #expect(
            fault(of: bytes, limits: limits { $0.textBytes = most })
                == (isRefused ? .textTooLong(limit: 1, row: 2) : nil))
        let size = isRefused ? bytes.count - 1 : bytes.count
        #expect(
            fault(of: bytes, limits: limits { $0.fileBytes = size })
                == (isRefused ? .fileTooLarge(limit: size) : nil))
    }

    @Test func `a shared text has a limit too`() {
        var workbook = HandmadeWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>")
        workbook.strings = "<si><t>abc</t></si>"
        var limits = SheetLimits()
        limits.textBytes = 2
        #expect(fault(of: workbook.bytes, limits: limits) == .textTooLong(limit: 2, row: nil))
        #expect(SheetFault.textTooLong(limit: 2, row: nil).says.hasPrefix("有单元格"))
        #expect(SheetFault.textTooLong(limit: 2, row: 3).says.hasPrefix("第 3 行有单元格"))
    }

    @Test func `a missing file is unreadable, not a crash`() {
        #expect(throws: SheetFault.unreadable) { try SheetFile.open(path: "/nonexistent/名单.xlsx") }
        #expect(throws: SheetFault.unreadable) { try SheetFile.open(path: "/tmp") }
    }
}
