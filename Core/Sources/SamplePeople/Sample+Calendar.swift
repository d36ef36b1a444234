// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Sample {
    /// The notices for 2025 and 2026; other years are provisional.
    public static let calendar = WorkCalendar(years: [
        notice(
            2025,
            off: [
                (1, 1, 1, "元旦"), (1, 28, 8, "春节"), (4, 4, 3, "清明节"), (5, 1, 5, "劳动节"),
                (5, 31, 3, "端午节"), (10, 1, 8, "国庆节、中秋节"),
            ],
            work: [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)]),
        notice(
            2026,
            off: [
                (1, 1, 3, "元旦"), (2, 15, 9, "春节"), (4, 4, 3, "清明节"), (5, 1, 5, "劳动节"),
                (6, 19, 3, "端午节"), (9, 25, 3, "中秋节"), (10, 1, 7, "国庆节"),
            ],
            work: [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]),
    ])

    /// A notice whose holidays are given by first day and length.
    private static func notice(
        _ year: Int, off: [(month: Int, day: Int, length: Int, name: String)], work: [(month: Int, day: Int)]
    ) -> CalendarYear {
        CalendarYear(
            year: year, source: "国务院办公厅关于\(year)年部分节假日安排的通知",
            off: off.flatMap { holiday in
                (0..<holiday.length).map {
                    .init(
                        day: day(year, holiday.month, holiday.day).adding(days: $0), name: holiday.name)
                }
            },
            work: work.map { day(year, $0.month, $0.day) })
    }
}
