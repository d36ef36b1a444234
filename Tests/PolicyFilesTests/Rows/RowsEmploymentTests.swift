// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("Rows of step 16, registration of employment · 16.r1 16.w2")
struct RowsRegistrationTests {
    static let tables = [notify, register]

    static let notify = RowCase.table(
        ["employed", "employment-confirmed"].flatMap { act in
            RowCase.around(
                "employment.notify", by: "registration-notified",
                [
                    .init("2026-03-02 \(act)", until: "2026-03-05"),
                    .init("2026-03-07 \(act)", until: "2026-03-11"),
                    .init("2026-02-13 \(act)", until: "2026-02-25"),
                    .init("2026-09-30 \(act)", until: "2026-10-10"),
                    .init("2024-02-29 \(act)", until: "2024-03-05"),
                    .init("2026-12-30 \(act)", until: "2027-01-05", provisional: true),
                ])
        },
        [
            // What is known and then confirmed is one notice; a new job after it is another.
            RowCase(
                "employment.notify", "2026-03-02 employed; 2026-03-04 employment-confirmed", on: "2026-03-05",
                ["2026-03-05 due_today"]),
            RowCase(
                "employment.notify",
                "2026-03-02 employed; 2026-03-05 registration-notified; 2026-03-09 employed",
                on: "2026-03-12", ["2026-03-05 met", "2026-03-12 due_today"]),
        ],
        RowCase.usual("employment.notify", "employed", "2026-03-05", nil, back: "2026-03-19"),
        RowCase.ended(
            "employment.notify", .init("2026-03-02 employed", until: "2026-03-05"),
            by: ["employment-registered form=hired", "job-lost", "case-closed", "unlisted"],
            notBy: ["followed-up"]))

    @Test(arguments: notify)
    func `16.r1 notice of registration within three working days of knowing`(row: RowCase) throws {
        try row.check()
    }

    static let register = RowCase.table(
        RowCase.around(
            "employment.register", by: "employment-registered form=hired",
            [
                .init("2026-03-02 registration-notified", until: "2026-03-23"),
                .init("2026-03-07 registration-notified", until: "2026-03-27"),
                .init("2026-02-13 registration-notified", until: "2026-03-12"),
                .init("2026-09-30 registration-notified", until: "2026-10-27"),
                .init("2024-02-29 registration-notified", until: "2024-03-21"),
                .init("2026-12-30 registration-notified", until: "2027-01-21", provisional: true),
            ]),
        RowCase.usual(
            "employment.register", "registration-notified", "2026-03-23", "2026-03-24", back: "2026-04-07"),
        RowCase.ended(
            "employment.register", .init("2026-03-02 registration-notified", until: "2026-03-23"),
            by: ["job-lost", "case-closed", "unlisted"], notBy: ["employed"]))

    @Test(arguments: register)
    func `16.w2 registration is awaited for fifteen working days`(row: RowCase) throws { try row.check() }

    @Test func `16.w2 what is awaited of person or employer is no office's lateness`() throws {
        let owed = try #require(
            try RowDesk.obligations("2026-03-02 registration-notified", on: "2026-03-24").first {
                $0.rule == "employment.register"
            })
        #expect(owed.isAwaited && !owed.lapses)
    }
}

@Suite("Rows of step 17, follow-up · 17.w1 17.r2 17.w3")
struct RowsFollowUpTests {
    static let tables = [first, stable, unstable, hardship, founder]

    /// A month after the registration, then five working days.
    static let first = RowCase.table(
        RowCase.around(
            "followup.first", by: "followed-up judged=stable",
            [
                .init("2026-02-13 employment-registered form=hired", until: "2026-03-20"),
                .init("2026-01-31 employment-registered form=hired", until: "2026-03-06"),
                .init("2026-09-05 employment-registered form=hired", until: "2026-10-13"),
                .init("2026-01-14 employment-registered form=hired", until: "2026-02-28"),
                .init("2024-01-31 employment-registered form=hired", until: "2024-03-07"),
                .init("2026-12-01 employment-registered form=hired", until: "2027-01-08", provisional: true),
            ]),
        [
            // The day before the month is over is too early to count, the day itself is not.
            RowCase(
                "followup.first", "2026-02-13 employment-registered form=hired; 2026-03-12 followed-up",
                on: "2026-03-21", ["2026-03-20 overdue"]),
            RowCase(
                "followup.first", "2026-02-13 employment-registered form=hired; 2026-03-13 followed-up",
                on: "2026-03-21", ["2026-03-20 met"]),
        ],
        RowCase.usual(
            "followup.first", "employment-registered form=hired", "2026-04-10", "2026-04-13",
            back: "2026-04-23"),
        RowCase.ended(
            "followup.first", .init("2026-02-13 employment-registered form=hired", until: "2026-03-20"),
            by: ["job-lost", "case-closed", "unlisted"], notBy: ["employer-visited", "visited"]),
        RowCase.silent(
            "followup.first",
            ["own-business", "flexible", "welfare"].map { "2026-02-13 employment-registered form=\($0)" },
            on: "2026-05-06"))

    @Test(arguments: first)
    func `17.w1 the first follow-up falls due a month after registration, not before`(row: RowCase) throws {
        try row.check()
    }

    @Test func `17.w1 the first follow-up opens when the month is over`() throws {
        let owed = try #require(
            try RowDesk.obligations("2026-01-31 employment-registered form=hired", on: "2026-03-06").first {
                $0.rule == "followup.first"
            })
        #expect(owed.opens.iso == "2026-02-28")
    }

    private static let enders = ["job-lost", "case-closed", "unlisted"]

    static let stable = RowCase.table(
        RowCase.on(
            "followup.stable", "2026-01-20 followed-up judged=stable",
            [
                ("2026-01-30", ["2026-01 2026-01-31 open"]), ("2026-01-31", ["2026-01 2026-01-31 due_today"]),
                ("2026-02-01", ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 open"]),
            ]),
        [
            RowCase("followup.stable", "2026-01-21 followed-up judged=stable", on: "2026-01-31", []),
            RowCase(
                "followup.stable", "2024-02-19 followed-up judged=stable", on: "2024-02-29",
                ["2024-02 2024-02-29 due_today"]),
            RowCase("followup.stable", "2024-02-20 followed-up judged=stable", on: "2024-02-29", []),
            // One judged stable again goes on in the same months.
            RowCase(
                "followup.stable",
                "2026-01-20 followed-up judged=stable; 2026-01-31 followed-up judged=stable",
                on: "2026-02-01", ["2026-01 2026-01-31 met", "2026-02 2026-02-28 open"]),
            RowCase(
                "followup.stable",
                "2026-01-20 followed-up judged=stable; 2026-02-01 followed-up judged=stable",
                on: "2026-02-01", ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 met"]),
            // The follow-up that judges otherwise is one of its month and the last of these.
            RowCase(
                "followup.stable",
                "2026-01-20 followed-up judged=stable; 2026-02-10 followed-up judged=unstable",
                on: "2026-04-01", ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 met"]),
        ],
        RowCase.silent("followup.stable", ["2026-01-05 followed-up judged=hardship"], on: "2026-03-01"),
        [
            RowCase(
                "followup.stable",
                "2026-01-20 followed-up judged=stable; 2026-01-31 followed-up judged=stable @2026-02-01",
                on: "2026-02-01",
                ["2026-01 2026-01-31 entered_late", "2026-02 2026-02-28 open"]),
            RowCase(
                "followup.stable",
                "2026-01-20 followed-up judged=stable; 2026-01-21 suspended until=2026-02-02",
                on: "2026-01-31",
                ["2026-01 2026-01-31 suspended"]),
        ],
        RowCase.stopped(
            "followup.stable", "2026-01-20 followed-up judged=stable", missed: "2026-01 2026-01-31",
            on: "2026-02-10", running: "2026-02 2026-02-28", by: enders))

    @Test(arguments: stable)
    func `17.r2 stable work is followed up in each month`(row: RowCase) throws { try row.check() }

    static let unstable = RowCase.table(
        ["followed-up judged=unstable", "employment-registered unstable=yes"].flatMap { act in
            RowCase.on(
                "followup.unstable", "2026-03-02 \(act)",
                [
                    ("2026-03-10", ["B1-2026-03-02 2026-03-11 open"]),
                    ("2026-03-11", ["B1-2026-03-02 2026-03-11 due_today"]),
                    ("2026-03-12", ["B1-2026-03-02 2026-03-11 overdue", "B2-2026-03-12 2026-03-21 open"]),
                ])
                + RowCase.on(
                    "followup.unstable", "2026-03-02 \(act); 2026-03-11 followed-up judged=unstable",
                    [("2026-03-12", ["B1-2026-03-02 2026-03-11 met", "B2-2026-03-12 2026-03-21 open"])])
                + RowCase.on(
                    "followup.unstable", "2026-03-02 \(act); 2026-03-12 followed-up judged=unstable",
                    [("2026-03-12", ["B1-2026-03-02 2026-03-11 overdue", "B2-2026-03-12 2026-03-21 met"])])
                + RowCase.stopped(
                    "followup.unstable", "2026-03-02 \(act)", missed: "B1-2026-03-02 2026-03-11",
                    on: "2026-03-16",
                    running: "B2-2026-03-12 2026-03-21", by: enders)
        },
        [
            RowCase(
                "followup.unstable",
                "2026-03-02 followed-up judged=unstable; 2026-03-11 followed-up judged=unstable @2026-03-12",
                on: "2026-03-12", ["B1-2026-03-02 2026-03-11 entered_late", "B2-2026-03-12 2026-03-21 open"]),
            RowCase(
                "followup.unstable",
                "2026-03-02 followed-up judged=unstable; 2026-03-03 suspended until=2026-03-16",
                on: "2026-03-11", ["B1-2026-03-02 2026-03-11 suspended"]),
            RowCase(
                "followup.unstable", "2024-02-24 followed-up judged=unstable", on: "2024-03-04",
                ["B1-2024-02-24 2024-03-04 due_today"]),
            RowCase(
                "followup.unstable", "2026-02-09 followed-up judged=unstable", on: "2026-02-19",
                ["B1-2026-02-09 2026-02-18 overdue", "B2-2026-02-19 2026-02-28 open"]),
            RowCase(
                "followup.unstable",
                "2026-03-02 followed-up judged=unstable; 2026-03-16 followed-up judged=stable",
                on: "2026-05-06", ["B1-2026-03-02 2026-03-11 overdue", "B2-2026-03-12 2026-03-21 met"]),
        ],
        RowCase.silent(
            "followup.unstable",
            [
                "2026-03-02 followed-up judged=hardship", "2026-03-02 employment-registered unstable=no",
                "2026-03-02 employment-registered form=hired",
            ], on: "2026-05-06"))

    @Test(arguments: unstable)
    func `17.r2 unstable work is followed up in each block of ten days`(row: RowCase) throws {
        try row.check()
    }

    static let hardship = RowCase.table(
        RowCase.on(
            "followup.hardship", "2026-03-05 followed-up judged=hardship",
            [
                ("2026-03-07", ["2026-W10 2026-03-08 open"]),
                ("2026-03-08", ["2026-W10 2026-03-08 due_today"]),
                ("2026-03-09", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 open"]),
            ]),
        RowCase.on(
            "followup.hardship", "2026-03-06 followed-up judged=hardship",
            [("2026-03-08", []), ("2026-03-09", ["2026-W11 2026-03-15 open"])]),
        RowCase.on(
            "followup.hardship",
            "2026-03-05 followed-up judged=hardship; 2026-03-08 followed-up judged=hardship",
            [("2026-03-09", ["2026-W10 2026-03-08 met", "2026-W11 2026-03-15 open"])]),
        RowCase.on(
            "followup.hardship",
            "2026-03-05 followed-up judged=hardship; 2026-03-09 followed-up judged=hardship",
            [("2026-03-09", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 met"])]),
        RowCase.on(
            "followup.hardship",
            "2026-03-05 followed-up judged=hardship; 2026-03-10 followed-up judged=stable",
            [("2026-05-06", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 met"])]),
        RowCase.silent("followup.hardship", ["2026-03-05 followed-up judged=unstable"], on: "2026-05-06"),
        [
            RowCase(
                "followup.hardship",
                "2026-03-05 followed-up judged=hardship; 2026-03-08 followed-up judged=hardship @2026-03-09",
                on: "2026-03-09",
                ["2026-W10 2026-03-08 entered_late", "2026-W11 2026-03-15 open"]),
            RowCase(
                "followup.hardship",
                "2026-03-05 followed-up judged=hardship; 2026-03-06 suspended until=2026-03-16",
                on: "2026-03-08",
                ["2026-W10 2026-03-08 suspended"]),
            RowCase(
                "followup.hardship",
                "2026-03-05 followed-up judged=hardship; 2026-03-06 suspended until=2026-03-16",
                on: "2026-03-16",
                ["2026-W10 2026-03-08 void", "2026-W11 2026-03-15 void", "2026-W12 2026-03-22 open"]),
        ],
        RowCase.stopped(
            "followup.hardship", "2026-03-05 followed-up judged=hardship", missed: "2026-W10 2026-03-08",
            on: "2026-03-10", running: "2026-W11 2026-03-15", by: enders))

    @Test(arguments: hardship)
    func `17.r2 very hard families are followed up in each week`(row: RowCase) throws { try row.check() }

    /// Four quarters, from the one in which a third is left or the next.
    static let founder = RowCase.table(
        RowCase.on(
            "followup.founder", "2025-03-01 employment-registered form=own-business",
            [
                ("2025-03-30", ["2025-Q1 2025-03-31 open"]), ("2025-03-31", ["2025-Q1 2025-03-31 due_today"]),
                ("2025-04-01", ["2025-Q1 2025-03-31 overdue", "2025-Q2 2025-06-30 open"]),
                (
                    "2026-12-31",
                    [
                        "2025-Q1 2025-03-31 overdue", "2025-Q2 2025-06-30 overdue",
                        "2025-Q3 2025-09-30 overdue",
                        "2025-Q4 2025-12-31 overdue",
                    ]
                ),
            ]),
        [
            RowCase(
                "followup.founder", "2025-03-02 employment-registered form=own-business", on: "2026-12-31",
                [
                    "2025-Q2 2025-06-30 overdue", "2025-Q3 2025-09-30 overdue", "2025-Q4 2025-12-31 overdue",
                    "2026-Q1 2026-03-31 overdue",
                ]),
            RowCase(
                "followup.founder",
                "2025-03-01 employment-registered form=own-business; 2025-03-31 founder-visited",
                on: "2025-04-01", ["2025-Q1 2025-03-31 met", "2025-Q2 2025-06-30 open"]),
            RowCase(
                "followup.founder",
                "2025-03-01 employment-registered form=own-business; 2025-04-01 founder-visited",
                on: "2025-04-01", ["2025-Q1 2025-03-31 overdue", "2025-Q2 2025-06-30 met"]),
            RowCase(
                "followup.founder",
                "2025-03-01 employment-registered form=own-business; 2025-03-31 followed-up judged=stable",
                on: "2025-03-31", ["2025-Q1 2025-03-31 due_today"]),
        ],
        RowCase.silent(
            "followup.founder", ["2025-03-01 employment-registered form=hired"], on: "2026-05-06"),
        [
            RowCase(
                "followup.founder",
                "2025-03-01 employment-registered form=own-business; 2025-03-31 founder-visited @2025-04-01",
                on: "2025-04-01", ["2025-Q1 2025-03-31 entered_late", "2025-Q2 2025-06-30 open"]),
            RowCase(
                "followup.founder",
                "2025-03-01 employment-registered form=own-business; 2025-03-03 suspended until=2025-04-01",
                on: "2025-03-31", ["2025-Q1 2025-03-31 suspended"]),
            RowCase(
                "followup.founder",
                """
                2025-02-03 employment-registered form=own-business; \
                2025-02-10 employment-registered form=own-business
                """,
                on: "2025-03-31", ["2025-Q1 2025-03-31 due_today"]),
        ],
        RowCase.stopped(
            "followup.founder", "2025-03-01 employment-registered form=own-business",
            missed: "2025-Q1 2025-03-31",
            on: "2025-05-06", running: "2025-Q2 2025-06-30", by: enders))

    @Test(arguments: founder)
    func `17.w3 founders are visited in each quarter of the year after registration`(row: RowCase) throws {
        try row.check()
    }
}

@Suite("Rows of steps 18 and 19, retention and training · 18.w1 18.w2 18.w3 19.r3")
struct RowsRetentionTests {
    static let tables = [start, recorded, weekly, papers]

    static let start = RowCase.table(
        RowCase.around(
            "retention.start", by: "retention-guided",
            [
                .init("2026-03-02 retention-concern", until: "2026-03-04"),
                .init("2026-03-05 retention-concern", until: "2026-03-09"),
                .init("2026-02-13 retention-concern", until: "2026-02-24"),
                .init("2026-09-30 retention-concern", until: "2026-10-09"),
                .init("2024-02-28 retention-concern", until: "2024-03-01"),
                .init("2026-12-30 retention-concern", until: "2027-01-04", provisional: true),
            ]),
        RowCase.usual("retention.start", "retention-concern", "2026-03-04", "2026-03-05", back: "2026-03-18"),
        RowCase.ended(
            "retention.start", .init("2026-03-02 retention-concern", until: "2026-03-04"),
            by: ["retention-closed", "job-lost", "case-closed", "unlisted"], notBy: ["followed-up"]))

    @Test(arguments: start)
    func `18.w1 guidance begins within two working days of the concern`(row: RowCase) throws {
        try row.check()
    }

    static let recorded = RowCase.table(
        RowCase.around(
            "retention.recorded", by: "guidance-filed >1",
            [
                .init("2026-03-02 retention-guided", until: "2026-03-05"),
                .init("2026-03-05 retention-guided", until: "2026-03-10"),
                .init("2026-02-13 retention-guided", until: "2026-02-25"),
                .init("2026-09-30 retention-guided", until: "2026-10-10"),
                .init("2024-02-29 retention-guided", until: "2024-03-05"),
                .init("2026-12-30 retention-guided", until: "2027-01-05", provisional: true),
            ]),
        [
            RowCase(
                "retention.recorded",
                "2026-03-02 retention-guided; 2026-03-03 retention-guided; 2026-03-06 guidance-filed >2",
                on: "2026-03-06", ["2026-03-05 overdue", "2026-03-06 met"])
        ],
        RowCase.usual(
            "retention.recorded", "retention-guided", "2026-03-05", "2026-03-06", back: "2026-03-19"),
        RowCase.ended(
            "retention.recorded", .init("2026-03-02 retention-guided", until: "2026-03-05"),
            by: ["case-closed", "unlisted"], notBy: ["guidance-filed", "retention-closed"]))

    @Test(arguments: recorded)
    func `18.w2 each guidance is in the library within three working days`(row: RowCase) throws {
        try row.check()
    }

    static let weekly = RowCase.table(
        RowCase.on(
            "retention.weekly", "2026-03-05 retention-concern",
            [
                ("2026-03-07", ["2026-W10 2026-03-08 open"]),
                ("2026-03-08", ["2026-W10 2026-03-08 due_today"]),
                ("2026-03-09", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 open"]),
            ]),
        RowCase.on(
            "retention.weekly", "2026-03-06 retention-concern",
            [("2026-03-08", []), ("2026-03-09", ["2026-W11 2026-03-15 open"])]),
        RowCase.on(
            "retention.weekly", "2026-03-05 retention-concern; 2026-03-08 retention-guided",
            [("2026-03-09", ["2026-W10 2026-03-08 met", "2026-W11 2026-03-15 open"])]),
        RowCase.on(
            "retention.weekly", "2026-03-05 retention-concern; 2026-03-09 retention-guided",
            [("2026-03-09", ["2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 met"])]),
        // A second concern about the same work goes on in the same weeks.
        RowCase.on(
            "retention.weekly", "2026-03-02 retention-concern; 2026-03-03 retention-concern",
            [("2026-03-08", ["2026-W10 2026-03-08 due_today"])]),
        [
            RowCase(
                "retention.weekly", "2026-03-05 retention-concern; 2026-03-08 retention-guided @2026-03-09",
                on: "2026-03-09",
                ["2026-W10 2026-03-08 entered_late", "2026-W11 2026-03-15 open"]),
            RowCase(
                "retention.weekly", "2026-03-05 retention-concern; 2026-03-06 suspended until=2026-03-16",
                on: "2026-03-08",
                ["2026-W10 2026-03-08 suspended"]),
            RowCase(
                "retention.weekly", "2026-03-05 retention-concern; 2026-03-06 suspended until=2026-03-16",
                on: "2026-03-16",
                ["2026-W10 2026-03-08 void", "2026-W11 2026-03-15 void", "2026-W12 2026-03-22 open"]),
        ],
        RowCase.stopped(
            "retention.weekly", "2026-03-05 retention-concern", missed: "2026-W10 2026-03-08",
            on: "2026-03-10",
            running: "2026-W11 2026-03-15", by: ["retention-closed", "job-lost", "case-closed", "unlisted"]))

    @Test(arguments: weekly)
    func `18.w3 guidance is given in each week until the concern is closed`(row: RowCase) throws {
        try row.check()
    }

    static let papers = RowCase.table(
        RowCase.around(
            "training.papers", by: "claim-papers-handed",
            [
                .init("2026-03-02 claim-date-set planned=2026-03-31", until: "2026-03-31"),
                .init("2026-03-02 claim-date-set planned=2026-03-07", until: "2026-03-07"),
                .init("2026-09-02 claim-date-set planned=2026-10-01", until: "2026-10-01"),
                .init("2024-02-01 claim-date-set planned=2024-02-29", until: "2024-02-29"),
                .init("2026-12-02 claim-date-set planned=2027-01-01", until: "2027-01-01"),
                .init("2026-03-02 claim-date-set", until: "2026-03-02"),
            ]),
        // The school's day is the school's.
        RowCase.usual(
            "training.papers", "claim-date-set planned=2026-03-31", "2026-03-31", "2026-03-31", back: nil),
        [
            RowCase(
                "training.papers",
                "2026-03-02 claim-date-set planned=2026-03-31; 2026-03-30 suspended until=2026-05-06",
                on: "2026-03-31", ["2026-03-31 due_today"])
        ],
        RowCase.ended(
            "training.papers", .init("2026-03-02 claim-date-set planned=2026-03-31", until: "2026-03-31"),
            by: ["case-closed", "unlisted"], notBy: ["trained"]))

    @Test(arguments: papers)
    func `19.r3 claim papers are handed over by the school's day`(row: RowCase) throws { try row.check() }
}
