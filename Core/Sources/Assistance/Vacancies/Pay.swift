// SPDX-License-Identifier: Apache-2.0

/// 月薪, yuan a month from and through; both the same where the employer names one sum.
public struct Pay: Hashable, Sendable, Codable {
    public let from: Int
    public let through: Int

    public init(from: Int, through: Int) {
        self.from = min(from, through)
        self.through = max(from, through)
    }
}

/// How a text of pay was read.
public struct PayReading: Hashable, Sendable {
    public let pay: Pay
    /// The unit in which it was written, which a person is shown beside the sum in yuan a month.
    public let unit: PayUnit

    /// 月计薪天数: 21.75 days a month, by the ministry's rule of 2008, in hundredths.
    public static let daysAMonth = 2175
}

/// What one sum of pay was for. Raw values are stable codes.
public enum PayUnit: String, CaseIterable, Hashable, Sendable {
    /// 元/月: taken as written.
    case month
    /// 万元/月.
    case tenThousandMonth = "ten-thousand-month"
    /// 元/日, times 21.75.
    case day
    /// 元/年 and 万元/年, a twelfth.
    case year
}

/// Why a text is no pay.
public enum PayFault: Error, Hashable, Sendable {
    case empty
    /// 面议 is no pay: requirements and pay are told exactly (05.r2).
    case negotiable
    /// Pay by the hour or the piece says nothing of a month.
    case notMonthly
    case noNumber
    /// More numbers than a range has.
    case severalNumbers
    /// So many yuan a month is surely a slip of the pen.
    case implausible(Int)
}

extension Pay {
    /// Sums outside of this are slips of the pen: a unit left out or one nought too many.
    public static let plausible = 500...200_000

    /// Reads 5000-8000, 5千－8千, 0.5万至0.8万/月, 150元/天, 年薪8万.
    ///
    /// - Throws: ``PayFault``.
    public static func read(_ text: String) throws(PayFault) -> PayReading {
        let plain = PlainText.narrow(text).filter { $0 != "," && $0 != "，" && !$0.isWhitespace }
        guard !plain.isEmpty else { throw .empty }
        if plain.contains("面议") || plain.contains("面谈") { throw .negotiable }
        if ["时薪", "小时", "/时", "计件", "每件", "/件", "周薪", "/周", "每周"].contains(where: plain.contains) {
            throw .notMonthly
        }
        let isDaily = ["日薪", "/天", "/日", "每天", "每日", "一天"].contains(where: plain.contains)
        let isYearly = ["年薪", "/年", "每年", "一年", "全年"].contains(where: plain.contains)
        let sums = try sums(in: plain)
        guard let first = sums.first, let last = sums.last else { throw .noNumber }
        func monthly(_ sum: Int) -> Int {
            let sum = isDaily ? sum * PayReading.daysAMonth / 100 : isYearly ? sum / 12 : sum
            return (sum + scale / 2) / scale
        }
        let pay = Pay(from: monthly(first.parts), through: monthly(last.parts))
        for sum in [pay.from, pay.through] where !plausible.contains(sum) { throw .implausible(sum) }
        let unit: PayUnit =
            isDaily ? .day : isYearly ? .year : last.isTenThousand ? .tenThousandMonth : .month
        return PayReading(pay: pay, unit: unit)
    }

    /// A sum in ten-thousandths of a yuan, so that 0.4567万 stays exact.
    private struct Sum {
        let parts: Int
        let isTenThousand: Bool
    }

    /// The numbers in a text; the unit behind the last holds for one before it that has none: 0.5-0.8万.
    private static func sums(in text: String) throws(PayFault) -> [Sum] {
        var found: [(parts: Int, unit: Int)] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: \.isASCIIDigit) {
            let number = rest[start...].prefix { $0.isASCIIDigit || $0 == "." }
            rest = rest[number.endIndex...]
            guard let value = parts(number) else { throw .noNumber }
            found.append((value, factor(rest.first)))
        }
        guard found.count <= 2 else { throw .severalNumbers }
        guard let last = found.last else { throw .noNumber }
        return found.map { sum in
            // Under a thousand yuan a month there is no pay: the first of 5-8千 means thousands too.
            let isShort = sum.unit == 1 && sum.parts < 1_000 * scale
            let unit = isShort ? last.unit : sum.unit
            return Sum(parts: sum.parts * unit, isTenThousand: unit == 10_000)
        }
    }

    private static let scale = 10_000

    private static func factor(_ unit: Character?) -> Int {
        switch unit {
        case "万", "w", "W": 10_000
        case "千", "k", "K": 1_000
        case .some, .none: 1
        }
    }

    private static func parts(_ number: Substring) -> Int? {
        let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let whole = Int(pieces[0]), whole <= 100_000_000 else { return nil }
        guard pieces.count == 2 else { return whole * scale }
        let digits = pieces[1].prefix(4)
        guard let fraction = Int(digits.isEmpty ? "0" : digits) else { return nil }
        return whole * scale + (digits.count..<4).reduce(fraction) { value, _ in value * 10 }
    }
}
