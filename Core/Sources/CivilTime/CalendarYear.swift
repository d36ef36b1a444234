// SPDX-License-Identifier: Apache-2.0

/// 放假安排: what one State Council notice makes of the days of one year, as data.
///
/// Only what differs from the plain week stands here, and weekend days that belong to a holiday, so that
/// an explanation can call them by their name.
public struct CalendarYear: Hashable, Sendable {
    /// The year; days of other years in the lists below are ignored by ``WorkCalendar``.
    public let year: Int
    /// The paper that set the days, with its number where it is known.
    public let source: String
    /// The day on which the paper came out, or was last changed; `nil` if that is not known.
    public let published: Day?
    /// Days off with the holiday they belong to, in order.
    public let off: [DayOff]
    /// 调休上班: weekend days that are worked, in order.
    public let work: [Day]

    /// One day off and the holiday it belongs to.
    public struct DayOff: Hashable, Sendable {
        /// The day that is free.
        public let day: Day
        /// The holiday's Chinese name.
        public let name: String

        /// A day off under a holiday's name.
        public init(day: Day, name: String) {
            self.day = day
            self.name = name
        }
    }

    /// The notice of a year; the lists may come in any order.
    public init(year: Int, source: String, published: Day? = nil, off: [DayOff], work: [Day]) {
        self.year = year
        self.source = source
        self.published = published
        self.off = off.sorted { $0.day < $1.day }
        self.work = work.sorted()
    }
}
