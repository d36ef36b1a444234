// SPDX-License-Identifier: Apache-2.0

extension CellText {
    /// The cell as text: what its column means decides whether that is right.
    ///
    /// Numbers come as they stand in the file, dates as 1970-01-01, `empty` and errors as nothing.
    public static func plain(_ cell: SheetCell) -> String {
        switch cell {
        case .empty, .error: ""
        case .text(let text): plain(text)
        case .number(let number, let raw): number.magnitude < 1e15 ? shortest(number, raw: raw) : raw
        case .date(let date):
            SheetValue.date(year: date.year, month: date.month, day: date.day).plainText
        case .bool(let flag): flag ? SheetWords.yes : SheetWords.no
        }
    }

    /// A whole number written as `13800138000.0` or `1.3800138E10` is meant as its digits.
    private static func shortest(_ number: Double, raw: String) -> String {
        raw.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? raw : SheetValue.number(number).plainText
    }

    /// 是/否 in the ways offices mark it, or `nil` when it is neither or nothing.
    ///
    /// An empty cell is `nil`, since a form left blank is not an answer; 空 written out is no.
    public static func yesNo(_ cell: SheetCell) -> Bool? {
        switch cell {
        case .bool(let flag): flag
        case .number(let number, _): number == 1 ? true : number == 0 ? false : nil
        case .text(let text): yesNo(text)
        case .empty, .date, .error: nil
        }
    }

    /// As ``yesNo(_:)-(SheetCell)``, of a text.
    public static func yesNo(_ text: String) -> Bool? {
        switch plain(text).uppercased() {
        case "√", "✓", "✔", "☑", "☑️", "✔️", "✅", "是", "有", "对", "Y", "YES", "TRUE", "1", "○", "〇", "◯", "●":
            true
        case "否", "无", "没有", "不是", "×", "✗", "✘", "☒", "❌", "X", "N", "NO", "FALSE", "0", "空", "╳": false
        default: nil
        }
    }

    /// Whether table software has cut an ID number: kept as a number, it lost all digits past the
    /// fifteenth, and no repair brings them back.
    public static func isDamagedIDNumber(_ cell: SheetCell) -> Bool {
        switch cell {
        case .number(let number, let raw):
            number.magnitude >= 1e14 || raw.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
        case .text(let text): isScientific(plain(text))
        case .empty, .date, .bool, .error: false
        }
    }

    /// `9.90101E+17`, as such a number shows and as text files keep it.
    private static func isScientific(_ text: String) -> Bool {
        let halves = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty,
            halves[0].utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E })
        else { return false }
        let exponent = halves[1].drop { $0 == "+" }
        return Int(exponent).map { (14...18).contains($0) } ?? false
    }
}
