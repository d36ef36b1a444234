// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

@Suite("Rows of steps 03 to 05, the village · 03.w2 03.r2 05.r1 05.w4")
struct RowsVillageTests {
    static let tables = [contact, weekly, vacancy, escalate]

    static let contact = RowCase.table(
        RowCase.around(
            "aide.contact", by: "contacted by=aide",
            [
                .init("2026-03-02 recognised", until: "2026-03-04"),
                .init("2026-03-05 recognised", until: "2026-03-09"),
                .init("2026-03-07 recognised", until: "2026-03-10"),
                .init("2026-01-31 recognised", until: "2026-02-03"),
                .init("2026-02-13 recognised", until: "2026-02-24"),
                .init("2026-02-27 recognised", until: "2026-03-02"),
                .init("2026-09-30 recognised", until: "2026-10-09"),
                .init("2024-02-28 recognised", until: "2024-03-01"),
                .init("2024-02-29 recognised", until: "2024-03-04"),
                .init("2026-12-30 recognised", until: "2027-01-04", provisional: true),
                .init("2026-12-31 recognised", until: "2027-01-05", provisional: true),
            ]),
        RowCase.usual("aide.contact", "recognised", "2026-03-04", "2026-03-05", back: "2026-03-18"),
        RowCase.ended(
            "aide.contact", .init("2026-03-02 recognised", until: "2026-03-04"),
            by: ["case-closed", "unlisted"],
            notBy: ["contacted by=specialist", "handed-up to=town", "visited"]))

    @Test(arguments: contact)
    func `03.w2 the aide makes contact within two working days of recognition`(row: RowCase) throws {
        try row.check()
    }

    /// A Thursday leaves three of seven days, a Friday two; the week of 16 February 2026 is all holiday.
    static let weekly = RowCase.table(
        RowCase.on(
            "aide.weekly", "2026-03-05 aide-assigned",
            [
                ("2026-03-07", ["2026-W10 2026-03-08 open"]),
                ("2026-03-08", ["2026-W10 2026-03-08 due_today"]),
                ("2026-03-09", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 open"]),
            ]),
        RowCase.on(
            "aide.weekly", "2026-03-06 aide-assigned",
            [("2026-03-08", []), ("2026-03-09", ["2026-W11 2026-03-15 open"])]),
        ["contacted by=aide", "visited", "visited met=yes"].flatMap { done in
            [
                RowCase(
                    "aide.weekly", "2026-03-05 aide-assigned; 2026-03-08 \(done)", on: "2026-03-09",
                    ["2026-W10 2026-03-08 met", "2026-W11 2026-03-15 open"]),
                RowCase(
                    "aide.weekly", "2026-03-05 aide-assigned; 2026-03-09 \(done)", on: "2026-03-09",
                    ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 met"]),
            ]
        },
        ["contacted by=specialist", "visited met=no"].map {
            RowCase(
                "aide.weekly", "2026-03-05 aide-assigned; 2026-03-08 \($0)", on: "2026-03-08",
                ["2026-W10 2026-03-08 due_today"])
        },
        [
            RowCase(
                "aide.weekly", "2026-02-16 aide-assigned", on: "2026-02-23",
                ["2026-W08 2026-02-22 overdue", "2026-W09 2026-03-01 open"]),
            RowCase(
                "aide.weekly", "2026-12-31 aide-assigned", on: "2027-01-03", ["2026-W53 2027-01-03 due_today"]
            ),
            RowCase(
                "aide.weekly", "2026-03-05 handed-back to=village", on: "2026-03-05",
                ["2026-W10 2026-03-08 open"]),
            // A new aide takes the grid over.
            RowCase(
                "aide.weekly", "2026-03-02 aide-assigned; 2026-03-03 aide-assigned", on: "2026-03-03",
                ["2026-W10 2026-03-08 open"]),
        ],
        RowCase.silent("aide.weekly", ["2026-03-05 handed-back to=town"], on: "2026-03-09"),
        [
            RowCase(
                "aide.weekly", "2026-03-05 aide-assigned; 2026-03-08 contacted by=aide @2026-03-09",
                on: "2026-03-09",
                ["2026-W10 2026-03-08 entered_late", "2026-W11 2026-03-15 open"]),
            RowCase(
                "aide.weekly", "2026-03-05 aide-assigned; 2026-03-06 suspended until=2026-03-16",
                on: "2026-03-08",
                ["2026-W10 2026-03-08 suspended"]),
            RowCase(
                "aide.weekly", "2026-03-05 aide-assigned; 2026-03-06 suspended until=2026-03-16",
                on: "2026-03-16",
                ["2026-W10 2026-03-08 void", "2026-W11 2026-03-15 void", "2026-W12 2026-03-22 open"]),
        ],
        RowCase.stopped(
            "aide.weekly", "2026-03-05 aide-assigned", missed: "2026-W10 2026-03-08", on: "2026-03-10",
            running: "2026-W11 2026-03-15",
            by: ["handed-up to=town", "employed", "case-closed", "unlisted"]))

    @Test(arguments: weekly)
    func `03.r2 the aide is in touch once in each week until the case leaves the village`(row: RowCase) throws
    {
        try row.check()
    }

    static let vacancy = RowCase.table(
        ["vacancy-told", "recommended level=village"].flatMap { done in
            RowCase.around(
                "first.vacancy", by: done,
                [
                    .init("2026-03-02 recognised", until: "2026-03-05"),
                    .init("2026-03-05 recognised", until: "2026-03-10"),
                    .init("2026-01-31 recognised", until: "2026-02-04"),
                    .init("2026-02-13 recognised", until: "2026-02-25"),
                    .init("2026-09-30 recognised", until: "2026-10-10"),
                    .init("2024-02-29 recognised", until: "2024-03-05"),
                    .init("2026-12-30 recognised", until: "2027-01-05", provisional: true),
                ])
        },
        RowCase.usual("first.vacancy", "recognised", "2026-03-05", "2026-03-06", back: "2026-03-19"),
        RowCase.ended(
            "first.vacancy", .init("2026-03-02 recognised", until: "2026-03-05"),
            by: ["handed-up to=town", "employed", "case-closed", "unlisted"], notBy: ["contacted by=aide"]))

    @Test(arguments: vacancy)
    func `05.r1 a vacancy is told within three working days of recognition`(row: RowCase) throws {
        try row.check()
    }

    private static let failure = "recommendation-ended level=village failure=yes"
    private static let own = "recommendation-ended level=village own=yes"
    private static let two = "2026-01-05 \(failure); 2026-01-12 \(failure)"
    private static let three = "\(two); 2026-03-02 \(failure)"

    static let escalate = RowCase.table(
        RowCase.around(
            "village.escalate", by: "handed-up to=town",
            [
                .init("2026-03-02 \(own)", until: "2026-03-03"),
                .init("2026-03-06 \(own)", until: "2026-03-09"),
                // Saturday 14 February 2026 is worked.
                .init("2026-02-13 \(own)", until: "2026-02-14"),
                .init("2026-02-14 \(own)", until: "2026-02-24"),
                .init("2026-09-30 \(own)", until: "2026-10-08"),
                .init("2024-02-28 \(own)", until: "2024-02-29"),
                .init("2024-02-29 \(own)", until: "2024-03-01"),
                .init("2026-12-31 \(own)", until: "2027-01-04", provisional: true),
                .init(three, until: "2026-03-03"),
                .init("\(two); 2026-09-30 \(failure)", until: "2026-10-08"),
            ]),
        RowCase.away("village.escalate", "2026-03-02 \(own)", back: "2026-03-17", else: ""),
        RowCase.ended(
            "village.escalate", .init(three, until: "2026-03-03"),
            by: ["hand-up-declined level=village", "employed", "case-closed", "unlisted"],
            notBy: ["handed-up to=district"]),
        RowCase.silent(
            "village.escalate",
            [
                two, "2026-03-02 recommendation-ended level=town own=yes",
                "\(two); 2026-03-02 recommendation-ended level=town failure=yes",
                "\(two); 2026-03-02 recommendation-ended level=village failure=no",
                "\(two); 2026-02-02 case-reopened level=village; 2026-03-02 \(failure)",
            ], on: "2026-05-06"),
        [
            // The fourth is taken in while the third still waits, and starts anew when the case was kept.
            RowCase(
                "village.escalate", "\(three); 2026-03-03 \(failure)", on: "2026-03-03",
                ["2026-03-03 due_today"]),
            RowCase(
                "village.escalate", "\(three); 2026-03-03 hand-up-declined; 2026-03-09 \(failure)",
                on: "2026-03-10", ["2026-03-03 void", "2026-03-10 due_today"]),
        ])

    @Test(arguments: escalate)
    func `05.w4 the third failure or one for own reasons sends the case up within a working day`(row: RowCase)
        throws
    {
        try row.check()
    }
}
