// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

@Suite("Rows that an office owes · 06.r2 11.c 16.w2")
struct RowsOfficeTests {
    static let tables = [meeting, joint, insurance]

    /// The week of 16 February 2026 is holiday throughout and owed all the same.
    static let meeting = RowCase.table(
        RowCase.on(
            "town.meeting", "2026-03-05 unit-opened level=town",
            [
                ("2026-03-07", ["2026-W10 2026-03-08 open"]),
                ("2026-03-08", ["2026-W10 2026-03-08 due_today"]),
                ("2026-03-09", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 open"]),
            ]),
        RowCase.on(
            "town.meeting", "2026-03-06 unit-opened level=town",
            [("2026-03-08", []), ("2026-03-09", ["2026-W11 2026-03-15 open"])]),
        RowCase.on(
            "town.meeting", "2026-02-16 unit-opened level=town",
            [("2026-02-23", ["2026-W08 2026-02-22 overdue", "2026-W09 2026-03-01 open"])]),
        ["consultation-held", "consultation-not-needed"].flatMap { done in
            [
                RowCase(
                    "town.meeting", "2026-03-05 unit-opened level=town; 2026-03-08 \(done)", on: "2026-03-09",
                    ["2026-W10 2026-03-08 met", "2026-W11 2026-03-15 open"]),
                RowCase(
                    "town.meeting", "2026-03-05 unit-opened level=town; 2026-03-09 \(done)", on: "2026-03-09",
                    ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 met"]),
            ]
        },
        [
            RowCase(
                "town.meeting", "2026-03-05 unit-opened level=town; 2026-03-08 consultation-held @2026-03-09",
                on: "2026-03-09", ["2026-W10 2026-03-08 entered_late", "2026-W11 2026-03-15 open"]),
            RowCase(
                "town.meeting", "2026-03-02 unit-opened level=town; 2026-03-03 unit-opened level=town",
                on: "2026-03-08", ["2026-W10 2026-03-08 due_today"]),
            // An office does not wait for anybody's absence.
            RowCase(
                "town.meeting", "2026-03-05 unit-opened level=town; 2026-03-05 suspended until=2026-03-30",
                on: "2026-03-08", ["2026-W10 2026-03-08 due_today"]),
        ],
        RowCase.silent("town.meeting", ["2026-03-05 unit-opened level=village"], on: "2026-05-06"),
        RowCase.stopped(
            "town.meeting", "2026-03-05 unit-opened level=town", missed: "2026-W10 2026-03-08",
            on: "2026-03-10",
            running: "2026-W11 2026-03-15", by: ["unit-closed"]))

    @Test(arguments: meeting)
    func `06.r2 a town consults in each week or says why not`(row: RowCase) throws { try row.check() }

    static let joint = RowCase.table(
        RowCase.on(
            "joint.meeting", "2026-03-01 unit-opened level=district",
            [
                ("2026-03-30", ["2026-Q1 2026-03-31 open"]), ("2026-03-31", ["2026-Q1 2026-03-31 due_today"]),
                ("2026-04-01", ["2026-Q1 2026-03-31 overdue", "2026-Q2 2026-06-30 open"]),
            ]),
        [
            RowCase(
                "joint.meeting",
                "2026-03-01 unit-opened level=district; 2026-03-31 joint-meeting-held @2026-04-01",
                on: "2026-04-01", ["2026-Q1 2026-03-31 entered_late", "2026-Q2 2026-06-30 open"]),
            RowCase(
                "joint.meeting",
                """
                2026-02-02 unit-opened level=district; 2026-02-03 unit-opened level=district; \
                2026-03-02 suspended until=2026-05-06
                """,
                on: "2026-03-31", ["2026-Q1 2026-03-31 due_today"]),
            RowCase("joint.meeting", "2026-03-02 unit-opened level=district", on: "2026-03-31", []),
            RowCase(
                "joint.meeting", "2024-02-29 unit-opened level=district", on: "2024-03-31",
                ["2024-Q1 2024-03-31 due_today"]),
            RowCase("joint.meeting", "2024-03-01 unit-opened level=district", on: "2024-03-31", []),
            RowCase(
                "joint.meeting", "2026-03-01 unit-opened level=district; 2026-03-31 joint-meeting-held",
                on: "2026-04-01", ["2026-Q1 2026-03-31 met", "2026-Q2 2026-06-30 open"]),
            RowCase(
                "joint.meeting", "2026-03-01 unit-opened level=district; 2026-04-01 joint-meeting-held",
                on: "2026-04-01", ["2026-Q1 2026-03-31 overdue", "2026-Q2 2026-06-30 met"]),
        ],
        RowCase.silent("joint.meeting", ["2026-03-01 unit-opened level=town"], on: "2026-05-06"),
        RowCase.stopped(
            "joint.meeting", "2026-03-01 unit-opened level=district", missed: "2026-Q1 2026-03-31",
            on: "2026-05-06", running: "2026-Q2 2026-06-30", by: ["unit-closed"]))

    @Test(arguments: joint)
    func `11.c government and employers meet in each quarter`(row: RowCase) throws { try row.check() }

    private static let open = "2026-01-05 unit-opened level=town"

    /// Three working days after a month's last: 30 January is a Friday, 28 February a worked Saturday.
    static let insurance = RowCase.table(
        RowCase.on(
            "insurance.check", open,
            [
                ("2026-01-31", ["2026-01 2026-02-04 open"]),
                ("2026-02-03", ["2026-01 2026-02-04 open", "2026-02 2026-03-04 open"]),
                ("2026-02-04", ["2026-01 2026-02-04 due_today", "2026-02 2026-03-04 open"]),
                ("2026-02-05", ["2026-01 2026-02-04 overdue", "2026-02 2026-03-04 open"]),
            ]),
        [
            ("2026-04-20", "2026-04 2026-05-08 open"), ("2026-09-20", "2026-09 2026-10-10 open"),
            ("2024-02-19", "2024-02 2024-03-05 open"), ("2026-12-20", "2026-12 2027-01-06 open provisional"),
        ].map { RowCase("insurance.check", "\($0) unit-opened level=town", on: $0, [$1]) },
        ["period=2026-01", ""].flatMap { which in
            [("2026-02-03", "met"), ("2026-02-04", "met"), ("2026-02-05", "met_late")].map { day, state in
                RowCase(
                    "insurance.check", "\(open); \(day) contributions-reviewed \(which)", on: "2026-02-05",
                    ["2026-01 2026-02-04 \(state)", "2026-02 2026-03-04 open"])
            }
        },
        [
            RowCase(
                "insurance.check", "\(open); 2026-02-04 contributions-reviewed @2026-02-05", on: "2026-02-05",
                ["2026-01 2026-02-04 entered_late", "2026-02 2026-03-04 open"]),
            RowCase(
                "insurance.check",
                "\(open); 2026-01-06 unit-opened level=town; 2026-01-26 suspended until=2026-03-30",
                on: "2026-02-04", ["2026-01 2026-02-04 due_today", "2026-02 2026-03-04 open"]),
            // The month is looked at when it is over, on its last working day at the earliest.
            RowCase(
                "insurance.check", "\(open); 2026-01-29 contributions-reviewed", on: "2026-01-31",
                ["2026-01 2026-02-04 open"]),
            RowCase(
                "insurance.check", "\(open); 2026-01-30 contributions-reviewed", on: "2026-01-31",
                ["2026-01 2026-02-04 met"]),
            RowCase("insurance.check", "2026-01-21 unit-opened level=town", on: "2026-01-31", []),
            RowCase(
                "insurance.check", "\(open); 2026-02-17 unit-closed", on: "2026-05-06",
                ["2026-01 2026-02-04 overdue", "2026-02 2026-03-04 void"]),
        ],
        RowCase.silent("insurance.check", ["2026-01-05 unit-opened level=district"], on: "2026-05-06"))

    @Test(arguments: insurance)
    func `16.w2 contributions are looked at three working days after each month's last`(row: RowCase) throws {
        try row.check()
    }

    @Test(arguments: [
        ("insurance.check", "town", "2026-01-05 unit-opened level=town"),
        ("town.meeting", "town", "2026-01-05 unit-opened level=town"),
        ("joint.meeting", "district", "2026-01-05 unit-opened level=district"),
    ])
    func `06.r2 11.c 16.w2 an office's own duty is owed by the office`(
        rule: String, office: String, start: String
    )
        throws
    {
        let owed = try #require(
            try RowDesk.obligations(start, on: "2026-01-31").first { $0.rule == RuleKey(rule) })
        #expect(owed.owedBy.rawValue == office && !owed.isAwaited)
    }
}
