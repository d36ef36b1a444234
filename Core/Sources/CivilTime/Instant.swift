// SPDX-License-Identifier: Apache-2.0

/// 时刻: a moment at which something was recorded, to the millisecond.
///
/// The district's zone is Asia/Shanghai. A fixed +08:00 is enough for it: instants only say when an act was
/// recorded here, which is long after the last summer time of 1991; earlier days, such as births, are ``Day``.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let millisecondsSince1970: Int64

    /// The district's distance from UTC.
    static let zoneMilliseconds: Int64 = 8 * 3_600_000
    static let dayMilliseconds: Int64 = 86_400_000

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z, held within the years 1 to 9999.
    public init(millisecondsSince1970 milliseconds: Int64) {
        let first = Int64(Day.earliest.daysSince1970) * Self.dayMilliseconds - Self.zoneMilliseconds
        let last = (Int64(Day.latest.daysSince1970) + 1) * Self.dayMilliseconds - Self.zoneMilliseconds - 1
        millisecondsSince1970 = min(max(milliseconds, first), last)
    }

    /// The beginning of a day in the district.
    public init(startOf day: Day) {
        self.init(
            millisecondsSince1970: Int64(day.daysSince1970) * Self.dayMilliseconds - Self.zoneMilliseconds)
    }

    /// The district's day in which the moment lies, whatever the zone of the machine.
    public var day: Day { Day(daysSince1970: Int(sinceMidnight.day)) }

    /// The district's day number and the milliseconds since its midnight.
    var sinceMidnight: (day: Int64, milliseconds: Int64) {
        let local = millisecondsSince1970 + Self.zoneMilliseconds
        let (quotient, remainder) = local.quotientAndRemainder(dividingBy: Self.dayMilliseconds)
        return remainder < 0 ? (quotient - 1, remainder + Self.dayMilliseconds) : (quotient, remainder)
    }

    /// The moment so many seconds later, or earlier if negative.
    public func adding(seconds: Int) -> Instant {
        let (added, tooLarge) = Int64(seconds).multipliedReportingOverflow(by: 1000)
        let (sum, overflow) = millisecondsSince1970.addingReportingOverflow(added)
        guard !tooLarge, !overflow else {
            return Instant(millisecondsSince1970: seconds > 0 ? .max : .min)
        }
        return Instant(millisecondsSince1970: sum)
    }

    /// The earlier moment is less.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSince1970 < right.millisecondsSince1970
    }
}
