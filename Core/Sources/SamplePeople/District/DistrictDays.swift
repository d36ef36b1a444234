// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The days on which a made-up district did what all villages do together, as seen from one day.
public struct DistrictDays: Hashable, Sendable {
    /// The day that the district is shown on; nothing in it happened later.
    public let today: Day
    /// The units were set up and the workers got their accounts.
    public let founded: Day
    /// The villages took their rolls in.
    public let imported: Day
    /// The year's survey was opened, in the first quarter (01.w1).
    public let opened: Day
    /// The month of 01.r1 ends.
    public let monthEnd: Day

    /// The newest year whose survey month lies behind `today`: opened in late February, or early in January where
    /// that is not long enough ago; else the year before.
    public init(today: Day, calendar: WorkCalendar) {
        let year = today.year
        let openings = [(year, 2, 24), (year, 1, 12), (year - 1, 2, 24)]
        let starts = openings.compactMap { Day(year: $0.0, month: $0.1, day: $0.2) }
        let start = starts.first { $0.adding(days: 34) <= today } ?? today.adding(days: -34)
        self.today = today
        opened = calendar.nextWorkday(onOrAfter: start)
        monthEnd = opened.adding(months: 1)
        founded = calendar.nextWorkday(onOrAfter: opened.adding(days: -42))
        imported = calendar.nextWorkday(onOrAfter: founded.adding(days: 7))
    }
}
