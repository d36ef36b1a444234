// SPDX-License-Identifier: Apache-2.0

/// Which days of the years 1...9999 are worked: a bit for each day, and before each word of bits the count of
/// all earlier working days, so that counting and finding take a few steps however far apart the days are.
struct WorkdayTable: Sendable {
    private var words: [UInt64]
    private var before: [Int32]

    private static let days = Int(Day.latest.daysSince1970) - Int(Day.earliest.daysSince1970) + 1

    /// Plain weekends and the holidays that stand on a date; computed once.
    static let plain = WorkdayTable()

    private init() {
        let count = (Self.days + 63) / 64
        // 0001-01-01 was a Monday; 64 days shift the week by one weekday, so seven words repeat.
        let pattern = (0..<7).map { Self.plainWord(shift: $0) }
        words = (0..<count).map { pattern[$0 % 7] }
        words[count - 1] &= (1 << UInt64(Self.days % 64)) - 1
        before = []
        for year in 1...9999 {
            for day in StatutoryHoliday.days(in: year) { set(day, worked: false) }
        }
        countBefore(from: 0)
    }

    /// A bit for each Monday to Friday of 64 days, of which the first is so many days after a Monday.
    private static func plainWord(shift: Int) -> UInt64 {
        var word: UInt64 = 0
        for bit in 0..<64 where (bit + shift) % 7 < 5 { word |= 1 << UInt64(bit) }
        return word
    }

    /// The plain table, changed by what the notices say.
    init(years: [CalendarYear]) {
        self = Self.plain
        for notice in years {
            // In a year that is known only the notice counts, not the guess for unknown years.
            for day in StatutoryHoliday.days(in: notice.year) { set(day, worked: !day.weekday.isWeekend) }
            for entry in notice.off where entry.day.year == notice.year { set(entry.day, worked: false) }
            for day in notice.work where day.year == notice.year { set(day, worked: true) }
        }
        let first = years.map(\.year).min() ?? 1
        countBefore(from: Day(year: first, month: 1, day: 1).map { Self.index($0) / 64 } ?? 0)
    }

    private static func index(_ day: Day) -> Int {
        Int(day.daysSince1970) - Int(Day.earliest.daysSince1970)
    }

    private mutating func set(_ day: Day, worked: Bool) {
        let (word, bit) = Self.index(day).quotientAndRemainder(dividingBy: 64)
        if worked { words[word] |= 1 << UInt64(bit) } else { words[word] &= ~(1 << UInt64(bit)) }
    }

    /// Counts anew from a word on; the words before it have not changed.
    private mutating func countBefore(from first: Int) {
        var total = first == 0 ? 0 : before[first]
        before.removeSubrange(min(first, before.count)...)
        before.reserveCapacity(words.count)
        for word in words[first...] {
            before.append(total)
            total += Int32(word.nonzeroBitCount)
        }
    }

    func isWorked(_ day: Day) -> Bool {
        let index = Self.index(day)
        return words[index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// How many working days there are up to and including a day.
    func count(through day: Day) -> Int {
        let index = Self.index(day)
        let mask = UInt64.max >> UInt64(63 - index & 63)
        return Int(before[index >> 6]) + (words[index >> 6] & mask).nonzeroBitCount
    }

    /// The working day with so many working days up to and including it; the last day of all beyond the end.
    func day(withCount wanted: Int, notBefore day: Day) -> Day {
        var word = Self.index(day) >> 6
        if word + 8 < words.count, Int(before[word + 8]) < wanted { word = lastWord(beginningBelow: wanted) }
        while word + 1 < words.count, Int(before[word + 1]) < wanted { word += 1 }
        var bits = words[word]
        var left = wanted - Int(before[word])
        guard left <= bits.nonzeroBitCount else { return .latest }
        while left > 1 {
            bits &= bits - 1
            left -= 1
        }
        return Day.earliest.adding(days: word * 64 + bits.trailingZeroBitCount)
    }

    /// The last word before which fewer working days lie than wanted, by halving.
    private func lastWord(beginningBelow wanted: Int) -> Int {
        var low = 0
        var high = words.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(before[middle]) < wanted { low = middle } else { high = middle }
        }
        return low
    }
}
