// SPDX-License-Identifier: Apache-2.0

/// A date as people give it: often without the day.
public struct PartialDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    /// `nil` when only the month was given.
    public let day: Int?

    /// `nil` when the calendar has no such month or day.
    public init?(year: Int, month: Int, day: Int? = nil) {
        guard (1900...2999).contains(year), SheetDate(year: year, month: month, day: day ?? 1) != nil else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }
}

extension CellText {
    /// Serial numbers taken for dates: 1927-05-18 ... 2099-12-31. Smaller ones are rather years.
    private static let serials = 10_000...73_050

    /// The date a cell gives, or `nil` when it gives none or could mean two.
    ///
    /// A number 1970.1 may be January or an October that lost its zero, so it gives none.
    public static func date(_ cell: SheetCell) -> PartialDate? {
        switch cell {
        case .text(let text): date(text)
        case .date(let date): PartialDate(year: date.year, month: date.month, day: date.day)
        case .number(let number, let raw): date(number, raw: raw)
        case .empty, .bool, .error: nil
        }
    }

    /// The date a text gives: 1970.1.1, 1970-01, 1970/1/1, 1970年1月, 1970年1月1日, 19700101, 197001,
    /// or the serial number of table software. A time of day behind it is ignored.
    public static func date(_ text: String) -> PartialDate? {
        let plainWords = plain(text)
        let words = plainWords.contains("年") ? plainWords.filter { $0 != " " } : plainWords
        if let digits = wholeNumber(words) { return date(digits, count: words.utf8.count) }
        var parts: [Int] = []
        var marks: [Character] = []
        var digits = ""
        for character in words {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if isTimeMark(character, after: parts.count, digits: digits) { break }
            if digits.isEmpty, character == " " { continue }
            guard let part = Int(digits), digits.utf8.count <= 4, parts.count < 3 else { return nil }
            if parts.isEmpty, digits.utf8.count != 4 { return nil }
            parts.append(part)
            marks.append(character)
            digits = ""
        }
        if let part = Int(digits), digits.utf8.count <= 2, parts.count < 3 { parts.append(part) }
        guard areDateMarks(marks), parts.count >= 2 else { return nil }
        return PartialDate(year: parts[0], month: parts[1], day: parts.count > 2 ? parts[2] : nil)
    }

    /// After the day, a space or a `T` begins the time; after 日 anything does.
    private static func isTimeMark(_ character: Character, after count: Int, digits: String) -> Bool {
        count == 3 || (count == 2 && !digits.isEmpty && (character == " " || character == "T"))
    }

    /// What may stand between and behind the parts: 年月日, or marks that people use for each other.
    private static func areDateMarks(_ marks: [Character]) -> Bool {
        let plainMarks: Set<Character> = [".", "-", "/", "．", "。", "－", "—", "–", "／", "、", "\\"]
        switch marks.count {
        case 1: return plainMarks.contains(marks[0]) || marks[0] == "年"
        case 2:
            if marks[0] == "年" { return marks[1] == "月" }
            return plainMarks.contains(marks[0]) && plainMarks.contains(marks[1])
        case 3: return marks[0] == "年" && marks[1] == "月" && (marks[2] == "日" || marks[2] == "号")
        default: return false
        }
    }

    private static func date(_ digits: Int, count: Int) -> PartialDate? {
        switch count {
        case 8: PartialDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        case 6: PartialDate(year: digits / 100, month: digits % 100)
        case 5 where serials.contains(digits): date(serial: Double(digits))
        default: nil
        }
    }

    private static func date(serial: Double) -> PartialDate? {
        SheetDate(serial: serial).flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.day) }
    }

    private static func date(_ number: Double, raw: String) -> PartialDate? {
        guard number >= 1000, number < 1e9 else { return nil }
        if number == number.rounded() { return date(Int(number), count: String(Int(number)).utf8.count) }
        if number >= 10_000 { return Int(number) <= serials.upperBound ? date(serial: number) : nil }
        // 1970.11 and 1970.02 are months; one digit may have been two.
        let parts = raw.split(separator: ".")
        guard parts.count == 2, parts[1].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1])
        else {
            return nil
        }
        return PartialDate(year: year, month: month)
    }

    /// The number that nothing but ASCII digits write, up to nine of them.
    private static func wholeNumber(_ text: String) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        return Int(text)
    }
}
