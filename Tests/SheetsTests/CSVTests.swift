// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Text files")
struct CSVTests {
    private func cells(_ text: String) throws -> [[String]] {
        try CSVReader(bytes: Array(text.utf8)).rows().all().map { $0.cells.map(CellText.plain) }
    }

    @Test func `quotes, line ends and separators inside values are kept`() throws {
        #expect(
            try cells("姓名,备注\r\n王秀兰,\"a,b\"\r\n李建国,\"他说\"\"好\"\"\n走了\"\r赵,x\"y\n")
                == [["姓名", "备注"], ["王秀兰", "a,b"], ["李建国", "他说\"好\"\n走了"], ["赵", "x\"y"]])
    }

    @Test(
        arguments: [
            ("姓名,电话\n甲,1", ","), ("姓名\t电话\n甲,乙\t1", "\t"), ("姓名;电话\n", ";"), ("姓名\n甲", ","),
            ("\"a,b,c\"\t电话\t单位\n", "\t"),
        ] as [(String, Character)])
    func `the header tells the separator`(text: String, separator: Character) throws {
        #expect(try CSVReader(bytes: Array(text.utf8)).separator == separator)
    }

    @Test func `blank lines count as rows but are left out`() throws {
        let rows = try CSVReader(bytes: Array("甲\n\n\"a\nb\"\n,, \n丁\n\n\n".utf8)).rows().all()
        #expect(rows.map(\.number) == [1, 3, 5])
    }

    @Test func `an unclosed quote names the line where it opens`() throws {
        let reader = try CSVReader(bytes: Array("甲,乙\n\"a\nb\",1\n王,\"没有关\n丁,1\n".utf8))
        let rows = reader.rows()
        _ = try rows.next()
        _ = try rows.next()
        #expect(throws: SheetFault.unclosedQuote(line: 4)) { try rows.next() }
    }

    private static let gb18030: [UInt8] = [
        0xCD, 0xF5, 0xD0, 0xE3, 0xC0, 0xBC, 0x2C, 0xFE, 0x9F, 0x2C, 0x95, 0x34, 0xB2, 0x35,
    ]

    @Test func `encodings are told from the bytes`() throws {
        let words = "王秀兰,䶮,𠮷"
        let utf8 = Array(words.utf8)
        let utf16: [UInt8] = [0xFF, 0xFE] + words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let cases: [([UInt8], TextEncoding)] = [
            ([0xEF, 0xBB, 0xBF] + utf8, .utf8), (utf8, .utf8), (CSVTests.gb18030, .gb18030), (utf16, .utf16),
        ]
        for (bytes, encoding) in cases {
            let reader = try CSVReader(bytes: bytes)
            #expect(reader.encoding == encoding)
            #expect(
                try reader.rows().all() == [
                    SheetRow(number: 1, cells: ["王秀兰", "䶮", "𠮷"].map(SheetCell.text))
                ])
        }
        #expect(throws: SheetFault.unknownEncoding) { try CSVReader(bytes: [0x61, 0xFF, 0x20]) }
        #expect(throws: SheetFault.unknownEncoding) { try CSVReader(bytes: [0xEF, 0xBB, 0xBF, 0xCD, 0xF5]) }
    }

    @Test(arguments: TextEncoding.allCases)
    func `what is written comes back`(encoding: TextEncoding) throws {
        let path = temporaryPath("名单.csv")
        let writer = try CSVWriter(path, encoding: encoding)
        try writer.row(["姓名", "备注", "日期"])
        try writer.row(["王秀兰,䶮", "他说\"好\"\n走了", .date(year: 2026, month: 3, day: 2)])
        for _ in 0..<3000 { try writer.row(["李建国", " 空格 ", 5]) }
        try writer.finish()
        let file = try SheetFile.open(path: path)
        let rows = try file.rows().all()
        #expect(rows.count == 3002)
        #expect(rows[1].cells == ["王秀兰,䶮", "他说\"好\"\n走了", "2026-03-02"].map(SheetCell.text))
        #expect(rows[2].cells == ["李建国", " 空格 ", "5"].map(SheetCell.text))
    }

    @Test func `a mark goes before UTF-8 and none before GB18030`() throws {
        #expect(try CSVWriter.bytes([["中"]]) == [0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD, 0x0D, 0x0A])
        #expect(try CSVWriter.bytes([["中"]], encoding: .gb18030) == [0xD6, 0xD0, 0x0D, 0x0A])
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("-1+cmd", "'-1+cmd"), ("+a", "'+a"), (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("\t=1", "\"'\t=1\""), ("=", "'="), ("-5", "-5"), ("-1.5", "-1.5"),
        ("+8613800138000", "+8613800138000"),
        ("-", "-"), ("王=", "王="), ("", ""),
    ])
    func `no text becomes a formula`(text: String, field: String) throws {
        let bytes = try CSVWriter.bytes([[.text(text)]], encoding: .gb18030)
        let expected = try CSVWriter.bytes([[.text("王")]], encoding: .gb18030)
        #expect(bytes.suffix(2) == expected.suffix(2))
        let read = try CSVWriter.bytes([[.text(text), "王"]])
        #expect(String(decoding: read.dropFirst(3), as: UTF8.self) == field + ",王\r\n")
    }

    @Test func `numbers are never taken for formulas`() throws {
        #expect(try CSVWriter.bytes([[-5, .number(-2.5)]]).dropFirst(3) == Array("-5,-2.5\r\n".utf8)[...])
    }
}
