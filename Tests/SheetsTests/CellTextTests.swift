// SPDX-License-Identifier: Apache-2.0

import Sheets
import Testing

@Suite("Cells as people type them")
struct CellTextTests {
    @Test(arguments: [
        ("９９００００１９７００１０１００２Ｘ", "99000019700101002X"), ("\u{A0}王秀兰\u{200B}\u{FEFF}", "王秀兰"),
        ("　李 建国　", "李 建国"),
        ("'0101", "0101"), ("=\"0101\"", "0101"), ("\t138\r\n", "138"), ("（甲）", "（甲）"), ("", ""), (" ", ""),
        ("O'Brien", "O'Brien"), ("葛\u{E0100}", "葛\u{E0100}"),
    ])
    func `what nobody sees is taken away`(text: String, plain: String) {
        #expect(CellText.plain(text) == plain)
    }

    @Test(arguments: [
        ("1970.1.1", 1970, 1, 1), ("1970-01-31", 1970, 1, 31), ("1970/1/1", 1970, 1, 1),
        ("1970年1月1日", 1970, 1, 1),
        ("１９７０年１２月３１号", 1970, 12, 31), ("19700101", 1970, 1, 1), ("1970-01-01 08:30:00", 1970, 1, 1),
        ("1970-01-01T08:30", 1970, 1, 1), ("1970年1月1日 8时", 1970, 1, 1), ("1970 年 1 月 1 日", 1970, 1, 1),
        ("2000-02-29", 2000, 2, 29), ("25569", 1970, 1, 1), ("1970—1—1", 1970, 1, 1),
    ])
    func `days are read in any spelling`(text: String, year: Int, month: Int, day: Int) {
        #expect(CellText.date(text) == PartialDate(year: year, month: month, day: day))
        #expect(CellText.date(text)?.day == day)
    }

    @Test(arguments: [
        ("1970-01", 1), ("1970年10月", 10), ("1970.10", 10), ("1970/12", 12), ("197001", 1), ("1970.1", 1),
    ])
    func `months are read without a day`(text: String, month: Int) {
        #expect(CellText.date(text) == PartialDate(year: 1970, month: month))
    }

    @Test(arguments: [
        "", "1970", "1970年", "1970-13", "1970-02-29", "2001-2-29", "70-1-1", "1-1-1970", "1970-1-1-1",
        "19700230", "1970年1-1",
        "王秀兰", "1899-12-31", "1970-001", "197000", "1234567", "2月", "19700101x", "--", "1970--1",
    ])
    func `what is no date gives none`(text: String) {
        #expect(CellText.date(text) == nil)
    }

    @Test(
        arguments: [
            (25_569, "25569", 1970, 1, 1), (19_700_101, "19700101", 1970, 1, 1),
            (197_001, "197001", 1970, 1, nil),
            (1970.11, "1970.11", 1970, 11, nil), (1970.02, "1970.02", 1970, 2, nil),
            (25_569.5, "25569.5", 1970, 1, 1),
        ] as [(Double, String, Int, Int, Int?)])
    func `numbers can be dates`(number: Double, raw: String, year: Int, month: Int, day: Int?) {
        let date = CellText.date(.number(number, raw: raw))
        #expect(date == PartialDate(year: year, month: month, day: day))
        #expect(date != nil)
    }

    @Test(arguments: [
        (1970.1, "1970.1"), (1970, "1970"), (9999, "9999"), (73_051, "73051"), (-1, "-1"), (1e300, "1e300"),
    ])
    func `a number that could mean two things gives no date`(number: Double, raw: String) {
        #expect(CellText.date(.number(number, raw: raw)) == nil)
    }

    @Test(
        arguments: [
            ("√", true), ("✓", true), ("是", true), ("有", true), ("Ｙ", true), ("1", true), ("○", true),
            ("否", false), ("无", false),
            ("×", false), ("空", false), ("n", false), ("0", false), ("", nil), ("不详", nil), ("是否", nil),
        ] as [(String, Bool?)])
    func `yes and no are read as offices mark them`(text: String, answer: Bool?) {
        #expect(CellText.yesNo(.text(text)) == answer)
    }

    @Test func `yes and no may be numbers but never a blank`() {
        #expect(CellText.yesNo(.number(1, raw: "1")) == true)
        #expect(CellText.yesNo(.number(2, raw: "2")) == nil)
        #expect(CellText.yesNo(.empty) == nil)
    }

    @Test(
        arguments: [
            ("1,234.5元", 1234.5), ("1，200", 1200), ("1.2万", 12_000), ("1.2 万元", 12_000), ("￥3000", 3000),
            ("-5", -5), ("85%", 0.85),
            ("１２３", 123), ("0.1", 0.1), ("1亿", 100_000_000), ("1,2345", 12_345), ("3000元整", 3000),
            (".5", nil), ("1,23", nil),
            ("元", nil), ("三千", nil), ("1.2.3", nil), ("", nil), ("1e5", nil), ("12345678901234567890", nil),
        ] as [(String, Double?)])
    func `numbers are read with their units`(text: String, number: Double?) {
        #expect(CellText.number(.text(text)) == number)
    }

    @Test(
        arguments: [
            ("1234.56元", 123_456), ("0.1万", 100_000), ("1.23456万", 1_234_560), ("5", 500), ("0.10", 10),
            ("0.005", nil), ("1.2345670万", 1_234_567), ("1.23456789万", nil),
            ("-0.01", -1), ("99999999999999999", nil), ("99999999999999999亿", nil),
        ] as [(String, Int?)])
    func `money is exact to the fen or none`(text: String, fen: Int?) {
        #expect(CellText.fen(.text(text)) == fen)
    }

    @Test func `money in number cells is exact as well`() {
        #expect(CellText.fen(.number(1234.56, raw: "1234.56")) == 123_456)
        #expect(CellText.fen(.number(0.1 + 0.2, raw: "0.30000000000000004")) == 30)
        #expect(CellText.fen(.number(0.005, raw: "0.005")) == nil)
        #expect(CellText.fen(.number(.infinity, raw: "")) == nil)
        #expect(CellText.fen(.number(1e300, raw: "1e300")) == nil)
    }

    @Test(
        arguments: [
            (.number(990_000_197_001_012, raw: "990000197001012"), true),
            (.number(13_800_138_000, raw: "13800138000"), false),
            (.number(99_999_999_999_999, raw: "99999999999999"), false),
            (.number(9.9e17, raw: "9.9E+17"), true),
            (.text("9.90000E+17"), true), (.text("9.90000e17"), true), (.text("990000197001010021"), false),
            (.text("E17"), false),
            (.text("9E3"), false), (.empty, false), (.text("王"), false),
        ] as [(SheetCell, Bool)])
    func `an ID number cut by table software is found out`(cell: SheetCell, isDamaged: Bool) {
        #expect(CellText.isDamagedIDNumber(cell) == isDamaged)
    }

    @Test(
        arguments: [
            (.number(13_800_138_000, raw: "13800138000"), "13800138000"),
            (.number(13_800_138_000, raw: "1.3800138E10"), "13800138000"),
            (.number(12.5, raw: "12.50"), "12.5"),
            (.number(9.9e17, raw: "990000000000000000"), "990000000000000000"),
            (.bool(false), "否"), (.error("#N/A"), ""), (.number(-3, raw: "-3"), "-3"),
        ] as [(SheetCell, String)])
    func `every cell has a text`(cell: SheetCell, text: String) {
        #expect(CellText.plain(cell) == text)
    }
}
