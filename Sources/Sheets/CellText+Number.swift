// SPDX-License-Identifier: Apache-2.0

extension CellText {
    /// The number a cell gives, or `nil`: 1,200 · 1，200.50元 · ￥3000 · 1.2万 · 1.2万元 · 85%.
    ///
    /// 万 counts ten thousand and 亿 a hundred million; a percentage is divided by 100.
    public static func number(_ cell: SheetCell) -> Double? {
        switch cell {
        case .number(let number, _): number
        case .text(let text): exactNumber(text).map { Double($0.digits) / powerOfTen($0.decimals) }
        case .bool, .date, .empty, .error: nil
        }
    }

    /// An amount of money in 分 (hundredths of a yuan), exact; `nil` when it is none or has a part of a 分.
    public static func fen(_ cell: SheetCell) -> Int? {
        switch cell {
        case .number(let number, _):
            // A hundredth is no exact binary fraction: within a millionth of a 分 is that 分.
            let fen = (number * 100).rounded()
            return fen.magnitude < 1e15
                && (number * 100 - fen).magnitude < 1e-6 * max(1, fen.magnitude * 1e-8)
                ? Int(fen) : nil
        case .text(let text):
            guard var exact = exactNumber(text) else { return nil }
            while exact.decimals > 2, exact.digits % 10 == 0 {
                exact = (exact.digits / 10, exact.decimals - 1)
            }
            guard exact.decimals <= 2 else { return nil }
            let (fen, overflows) = exact.digits.multipliedReportingOverflow(
                by: exact.decimals == 2 ? 1 : exact.decimals == 1 ? 10 : 100)
            return overflows ? nil : fen
        case .bool, .date, .empty, .error: return nil
        }
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// The digits without their point, and how many of them stand behind it (never below 0).
    private static func exactNumber(_ text: String) -> (digits: Int, decimals: Int)? {
        var words = Substring(halfWidthMarks(plain(text)))
        let isNegative = words.hasPrefix("-")
        if isNegative || words.hasPrefix("+") { words = words.dropFirst() }
        for sign in ["¥", "￥", "人民币", "RMB"] where words.hasPrefix(sign) {
            words = words.dropFirst(sign.count)
        }
        var shift = 0
        if words.hasSuffix("%") {
            words = words.dropLast()
            shift = -2
        }
        if words.hasSuffix("元整") { words = words.dropLast() }
        for unit in ["元", "块", "圆"] where words.hasSuffix(unit) { words = words.dropLast(unit.count) }
        for (unit, zeros) in [("亿", 8), ("万", 4)] where words.hasSuffix(unit) {
            words = words.dropLast()
            shift += zeros
        }
        guard let (digits, decimals) = pointedDigits(words) else { return nil }
        return shifted(isNegative ? -digits : digits, decimals: decimals - shift)
    }

    private static func halfWidthMarks(_ text: String) -> String {
        String(
            text.compactMap { character -> Character? in
                switch character {
                case "，": ","
                case "．": "."
                case "－": "-"
                case "＋": "+"
                case "％": "%"
                case " ": nil
                default: character
                }
            })
    }

    /// Digits with at most one point; commas only before groups of three (or four, as Chinese counts).
    private static func pointedDigits(_ text: Substring) -> (Int, Int)? {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let size = groups.count > 1 ? groups[1].utf8.count : 3
        guard size == 3 || size == 4, groups.dropFirst().allSatisfy({ $0.utf8.count == size }),
            groups.count == 1 || (1...size).contains(groups[0].utf8.count)
        else { return nil }
        let behind = halves.count > 1 ? halves[1] : ""
        let digits = groups.joined() + behind
        guard !digits.isEmpty, digits.utf8.count <= 17, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let number = Int(digits)
        else { return nil }
        return (number, behind.utf8.count)
    }

    private static func shifted(_ digits: Int, decimals: Int) -> (digits: Int, decimals: Int)? {
        guard decimals < 0 else { return (digits, decimals) }
        var result = digits
        for _ in 0..<(-decimals) {
            let (next, overflows) = result.multipliedReportingOverflow(by: 10)
            if overflows { return nil }
            result = next
        }
        return (result, 0)
    }
}
