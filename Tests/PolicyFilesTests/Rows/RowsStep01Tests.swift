// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

@Suite("Rows of step 01, survey · 01.w1 01.r1 01.w2 01.w3 01.r4 01.w5")
struct RowsSurveyTests {
    static let tables = [year, round, entry, escort]

    /// 31 March 2024 is a Sunday; a period of a grid does not run on.
    static let year = RowCase.table(
        RowCase.on(
            "survey.year", "2025-12-01 unit-opened level=district",
            [
                ("2025-12-31", []), ("2026-01-01", ["2026 2026-03-31 open"]),
                ("2026-03-30", ["2026 2026-03-31 open"]), ("2026-03-31", ["2026 2026-03-31 due_today"]),
                ("2026-04-01", ["2026 2026-03-31 overdue"]),
                ("2027-01-01", ["2026 2026-03-31 overdue", "2027 2027-03-31 open"]),
            ]),
        [
            ("2026-03-30", "met"), ("2026-03-31", "met"), ("2026-04-01", "met_late"),
            ("2025-12-31", "overdue"),
            ("2026-01-01", "met"),
        ].map { day, state in
            RowCase(
                "survey.year", "2025-12-01 unit-opened level=district; \(day) year-opened missing=0",
                on: "2026-06-01", ["2026 2026-03-31 \(state)"])
        },
        [
            RowCase(
                "survey.year", "2023-11-01 unit-opened level=district", on: "2024-04-01",
                ["2024 2024-03-31 overdue"]),
            RowCase(
                "survey.year", "2025-12-01 unit-opened level=district; 2026-03-31 year-opened missing=2",
                on: "2026-04-01", ["2026 2026-03-31 overdue"]),
            RowCase(
                "survey.year", "2026-03-31 unit-opened level=district", on: "2026-03-31",
                ["2026 2026-03-31 due_today"]),
            RowCase("survey.year", "2026-04-01 unit-opened level=district", on: "2026-12-31", []),
            RowCase(
                "survey.year", "2025-12-01 unit-opened level=district; 2026-03-31 unit-closed",
                on: "2026-06-01",
                ["2026 2026-03-31 void"]),
        ],
        [
            RowCase(
                "survey.year",
                "2025-12-01 unit-opened level=district; 2026-03-31 year-opened missing=0 @2026-04-01",
                on: "2026-04-01", ["2026 2026-03-31 entered_late"]),
            RowCase(
                "survey.year",
                """
                2025-12-01 unit-opened level=district; 2025-12-02 unit-opened level=district; \
                2026-03-02 suspended until=2026-05-06
                """,
                on: "2026-04-01", ["2026 2026-03-31 overdue"]),
        ],
        RowCase.silent("survey.year", ["2025-12-01 unit-opened level=town"], on: "2026-06-01"))

    @Test(arguments: year)
    func `01.w1 the district opens the year's round by 31 March, rest day or not`(row: RowCase) throws {
        try row.check()
    }

    static let round = RowCase.table(
        RowCase.around(
            "survey.round", by: "ledger-submitted missing=0",
            [
                .init("2026-03-02 survey-opened", until: "2026-04-02"),
                // No 31 February; Saturday the 28th is worked in 2026.
                .init("2026-01-31 survey-opened", until: "2026-02-28"),
                .init("2026-08-31 survey-opened", until: "2026-09-30"),
                .init("2024-01-29 survey-opened", until: "2024-02-29"),
                .init("2024-01-31 survey-opened", until: "2024-02-29"),
                .init("2024-02-29 survey-opened", until: "2024-03-29"),
                // A Saturday, a worked Saturday, 1 October, the fifteenth of February in the holiday.
                .init("2026-02-28 survey-opened", until: "2026-03-30"),
                .init("2026-01-14 survey-opened", until: "2026-02-14"),
                .init("2026-09-01 survey-opened", until: "2026-10-08"),
                .init("2026-01-15 survey-opened", until: "2026-02-24"),
                .init("2026-12-01 survey-opened", until: "2027-01-04", provisional: true),
                .init("2028-01-31 survey-opened", until: "2028-02-29", provisional: true),
            ]),
        RowCase.ended(
            "survey.round", .init("2026-03-02 survey-opened", until: "2026-04-02"), by: ["unit-closed"],
            notBy: ["ledger-submitted missing=1", "ledger-submitted", "case-closed"]),
        [
            // An office does not wait for anybody's absence; a second round is owed for itself.
            RowCase(
                "survey.round", "2026-03-02 survey-opened; 2026-03-10 suspended until=2026-06-01",
                on: "2026-04-03", ["2026-04-02 overdue"]),
            RowCase(
                "survey.round", "2025-03-03 survey-opened; 2026-03-02 survey-opened", on: "2026-03-02",
                ["2025-04-03 overdue", "2026-04-02 open"]),
        ])

    @Test(arguments: round)
    func `01.r1 01.w3 a village's round and ledger are done in a month`(row: RowCase) throws {
        try row.check()
    }

    static let entry = RowCase.table(
        RowCase.usual("survey.entry", "surveyed accepted=no", "2026-03-09", "2026-03-09", back: "2026-03-23"),
        RowCase.around(
            "survey.entry", by: "sheet-accepted >1", entered: "met_late",
            [
                .init("2026-03-03 surveyed accepted=no", until: "2026-03-09"),
                .init("2026-03-04 surveyed accepted=no", until: "2026-03-09"),
                .init("2026-03-05 surveyed accepted=no", until: "2026-03-10"),
                .init("2026-02-09 surveyed accepted=no", until: "2026-02-14"),
                .init("2026-02-10 surveyed accepted=no", until: "2026-02-24"),
                .init("2026-09-28 surveyed accepted=no", until: "2026-10-08"),
                .init("2024-02-24 surveyed accepted=no", until: "2024-02-29"),
                .init("2024-02-29 surveyed accepted=no", until: "2024-03-05"),
                .init("2026-12-28 surveyed accepted=no", until: "2027-01-04", provisional: true),
            ]),
        [("2026-03-09", "met"), ("2026-03-10", "met"), ("2026-03-11", "met_late")].map { entered, state in
            // The day of entry decides.
            RowCase(
                "survey.entry", "2026-03-05 surveyed accepted=yes @\(entered)", on: "2026-04-01",
                ["2026-03-10 \(state)"])
        },
        [
            RowCase(
                "survey.entry", "2026-03-05 surveyed accepted=no; 2026-03-10 sheet-accepted >1 @2026-03-11",
                on: "2026-04-01", ["2026-03-10 met_late"]),
            // A second sheet of the person answers for itself alone.
            RowCase(
                "survey.entry", "2026-03-05 surveyed accepted=no; 2026-03-06 surveyed accepted=yes",
                on: "2026-03-11", ["2026-03-10 overdue", "2026-03-11 met"]),
            RowCase(
                "survey.entry",
                """
                2026-03-05 surveyed accepted=no; 2026-03-05 surveyed accepted=no; \
                2026-03-06 sheet-accepted >2
                """,
                on: "2026-03-11", ["2026-03-10 overdue", "2026-03-10 met"]),
        ])

    @Test(arguments: entry)
    func `01.w2 a sheet is entered within five days of the interview`(row: RowCase) throws {
        try row.check()
    }

    static let escort = RowCase.table(
        ["registration-received", "waived"].flatMap { done in
            RowCase.around(
                "register.escort", by: done,
                [
                    .init("2026-03-02 in-ledger able=yes willing=yes", until: "2026-03-09"),
                    .init("2026-03-07 in-ledger able=yes willing=yes", until: "2026-03-16"),
                    .init("2026-02-07 in-ledger able=yes willing=yes", until: "2026-02-14"),
                    .init("2026-02-13 in-ledger able=yes willing=yes", until: "2026-02-24"),
                    .init("2026-09-30 in-ledger able=yes willing=yes", until: "2026-10-08"),
                    .init("2026-10-03 in-ledger able=yes willing=yes", until: "2026-10-10"),
                    .init("2024-02-22 in-ledger able=yes willing=yes", until: "2024-02-29"),
                    .init("2024-02-29 in-ledger able=yes willing=yes", until: "2024-03-07"),
                    .init(
                        "2026-12-25 in-ledger able=yes willing=yes", until: "2027-01-04", provisional: true),
                ])
        },
        RowCase.usual(
            "register.escort", "in-ledger able=yes willing=yes", "2026-03-09", "2026-03-10",
            back: "2026-03-23"),
        RowCase.ended(
            "register.escort", .init("2026-03-02 in-ledger able=yes willing=yes", until: "2026-03-09"),
            by: ["case-closed", "unlisted"], notBy: ["visited", "escorted"]),
        RowCase.silent(
            "register.escort",
            ["2026-03-02 in-ledger able=no willing=yes", "2026-03-02 in-ledger able=yes willing=no"],
            on: "2026-05-01"))

    @Test(arguments: escort)
    func `01.r4 01.w5 able and willing people come to the town within seven days of the ledger`(row: RowCase)
        throws
    {
        try row.check()
    }
}

@Suite("Rows of step 01, visits by class · 01.w4")
struct RowsVisitTests {
    static let tables = [class1, class2, class3, class4]

    /// Of 181 days of January to June a third is 61 days: left from 30 April, but not from 1 May. Of the 184
    /// after them it is 62, left until 30 October.
    static let class1 = RowCase.table(
        [
            RowCase(
                "visit.class1", "2026-04-30 classified class=1", on: "2026-07-01",
                ["2026-HY1 2026-06-30 overdue", "2026-HY2 2026-12-31 open"]),
            RowCase("visit.class1", "2026-05-01 classified class=1", on: "2026-06-30", []),
            RowCase(
                "visit.class1", "2026-05-01 classified class=1", on: "2026-07-01",
                ["2026-HY2 2026-12-31 open"]),
            RowCase(
                "visit.class1", "2026-10-30 classified class=1", on: "2026-12-31",
                ["2026-HY2 2026-12-31 due_today"]),
            RowCase("visit.class1", "2026-10-31 classified class=1", on: "2026-12-31", []),
            RowCase(
                "visit.class1", "2024-04-30 case-reopened class=1", on: "2024-06-29",
                ["2024-HY1 2024-06-30 open"]),
            RowCase("visit.class1", "2024-05-01 case-reopened class=1", on: "2024-06-30", []),
        ],
        visits(1, "2026-01-05", last: "2026-06-30", next: "2026-07-01", ("2026-HY1", "2026-HY2 2026-12-31")))

    @Test(arguments: class1)
    func `01.w4 class 1 is visited once in each half-year`(row: RowCase) throws { try row.check() }

    /// 90 days in January to March 2026, 91 in 2024, 92 in October to December.
    static let class2 = RowCase.table(
        [
            RowCase(
                "visit.class2", "2026-03-01 classified class=2", on: "2026-04-01",
                ["2026-Q1 2026-03-31 overdue", "2026-Q2 2026-06-30 open"]),
            RowCase(
                "visit.class2", "2026-03-02 classified class=2", on: "2026-04-01", ["2026-Q2 2026-06-30 open"]
            ),
            RowCase(
                "visit.class2", "2024-02-29 classified class=2", on: "2024-03-31",
                ["2024-Q1 2024-03-31 due_today"]),
            RowCase("visit.class2", "2024-03-01 classified class=2", on: "2024-03-31", []),
            RowCase(
                "visit.class2", "2026-11-30 case-reopened class=2", on: "2026-12-30",
                ["2026-Q4 2026-12-31 open"]),
            RowCase("visit.class2", "2026-12-01 case-reopened class=2", on: "2026-12-31", []),
        ],
        visits(2, "2026-01-05", last: "2026-03-31", next: "2026-04-01", ("2026-Q1", "2026-Q2 2026-06-30")))

    @Test(arguments: class2)
    func `01.w4 class 2 is visited once in each quarter`(row: RowCase) throws { try row.check() }

    /// Ten days left are a third of 28, 29 and 30 days and not of 31. 31 January 2026 is a Saturday.
    static let class3 = RowCase.table(
        [
            RowCase(
                "visit.class3", "2026-01-20 classified class=3", on: "2026-01-31",
                ["2026-01 2026-01-31 due_today"]),
            RowCase(
                "visit.class3", "2026-01-20 classified class=3", on: "2026-02-01",
                ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 open"]),
            RowCase("visit.class3", "2026-01-21 classified class=3", on: "2026-01-31", []),
            RowCase(
                "visit.class3", "2026-02-18 classified class=3", on: "2026-02-28",
                ["2026-02 2026-02-28 due_today"]),
            RowCase("visit.class3", "2026-02-19 classified class=3", on: "2026-02-28", []),
            RowCase(
                "visit.class3", "2024-02-19 case-reopened class=3", on: "2024-02-28",
                ["2024-02 2024-02-29 open"]),
            RowCase("visit.class3", "2024-02-20 case-reopened class=3", on: "2024-02-29", []),
            RowCase(
                "visit.class3", "2026-04-20 classified class=3", on: "2026-04-30",
                ["2026-04 2026-04-30 due_today"]),
            RowCase("visit.class3", "2026-04-21 classified class=3", on: "2026-04-30", []),
        ],
        visits(3, "2026-01-05", last: "2026-01-31", next: "2026-02-01", ("2026-01", "2026-02 2026-02-28")))

    @Test(arguments: class3)
    func `01.w4 class 3 is visited once in each month`(row: RowCase) throws { try row.check() }

    /// Halves of 15 days, and of 13, 14 and 16.
    static let class4 = RowCase.table(
        [
            RowCase(
                "visit.class4", "2026-03-10 classified class=4", on: "2026-03-15",
                ["2026-03-H1 2026-03-15 due_today"]),
            RowCase("visit.class4", "2026-03-11 classified class=4", on: "2026-03-15", []),
            RowCase(
                "visit.class4", "2026-03-25 classified class=4", on: "2026-03-31",
                ["2026-03-H2 2026-03-31 due_today"]),
            RowCase("visit.class4", "2026-03-26 classified class=4", on: "2026-03-31", []),
            RowCase(
                "visit.class4", "2026-02-23 classified class=4", on: "2026-03-01",
                ["2026-02-H2 2026-02-28 overdue", "2026-03-H1 2026-03-15 open"]),
            RowCase("visit.class4", "2026-02-24 classified class=4", on: "2026-02-28", []),
            RowCase(
                "visit.class4", "2024-02-24 case-reopened class=4", on: "2024-02-29",
                ["2024-02-H2 2024-02-29 due_today"]),
            RowCase("visit.class4", "2024-02-25 case-reopened class=4", on: "2024-02-29", []),
            // Four days apart are too few for two visits that both count, five are enough.
            RowCase(
                "visit.class4", "2026-03-02 classified class=4; 2026-03-13 visited; 2026-03-17 visited",
                on: "2026-04-01",
                ["2026-03-H1 2026-03-15 met", "2026-03-H2 2026-03-31 overdue", "2026-04-H1 2026-04-15 open"]),
            RowCase(
                "visit.class4", "2026-03-02 classified class=4; 2026-03-13 visited; 2026-03-18 visited",
                on: "2026-04-01",
                ["2026-03-H1 2026-03-15 met", "2026-03-H2 2026-03-31 met", "2026-04-H1 2026-04-15 open"]),
            RowCase(
                "visit.class4",
                "2026-03-02 classified class=4; 2026-03-13 visited; 2026-03-17 visited; 2026-03-18 visited",
                on: "2026-04-01",
                ["2026-03-H1 2026-03-15 met", "2026-03-H2 2026-03-31 met", "2026-04-H1 2026-04-15 open"]),
        ],
        visits(
            4, "2026-02-02", last: "2026-02-15", next: "2026-02-16", ("2026-02-H1", "2026-02-H2 2026-02-28")))

    @Test(arguments: class4)
    func `01.w4 class 4 is visited in each half of a month, five days apart`(row: RowCase) throws {
        try row.check()
    }

    /// A visit on the last day is for its period and one the day after for the next; a try is none; another
    /// class ends the period that runs and the same class again begins nothing.
    private static func visits(
        _ number: Int, _ day: String, last: String, next: String, _ periods: (String, String)
    ) -> [RowCase] {
        let start = "\(day) classified class=\(number)"
        let other = number % 4 + 1
        func row(_ acts: String, on today: String, _ first: String, _ second: String?) -> RowCase {
            let tail = second.map { ["\(periods.1) \($0)"] } ?? []
            return RowCase(
                .init("visit.class\(number)"), "\(start); \(acts)", on: today,
                ["\(periods.0) \(last) \(first)"] + tail)
        }
        return [
            row("\(last) visited", on: last, "met", nil), row("\(last) visited", on: next, "met", "open"),
            row("\(next) visited met=yes", on: next, "overdue", "met"),
            row("\(last) visited met=no", on: next, "overdue", "open"),
            row("\(day) visited", on: next, "met", "open"),
            row("\(day) classified class=\(number)", on: last, "due_today", nil),
            row("\(next) classified class=\(other)", on: next, "overdue", "void"),
            row("\(next) case-closed", on: next, "overdue", "void"),
            row("\(next) unlisted", on: next, "overdue", "void"),
            row("\(next) contacted by=aide", on: next, "overdue", "open"),
            row("\(last) visited @\(next)", on: next, "entered_late", "open"),
            row("\(day) suspended until=\(next)", on: last, "suspended", nil),
            row("\(day) suspended until=\(next)", on: next, "void", "open"),
            RowCase(.init("visit.class\(number)"), "\(day) case-reopened class=\(other)", on: last, []),
            RowCase(.init("visit.class\(number)"), "\(day) classified class=\(other)", on: last, []),
        ]
    }
}
