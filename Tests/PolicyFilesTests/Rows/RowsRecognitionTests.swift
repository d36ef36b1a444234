// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

@Suite("Rows of step 02, at the counter · 02.w1 02.w4 L.01 L.02")
struct RowsCounterTests {
    static let tables = [notice, informed, decide, review]

    /// The same day is the same day on a Saturday, on a holiday and in a year without a notice.
    static let notice = RowCase.table(
        RowCase.around(
            "notice.once", by: "notice-given",
            ["2026-03-02", "2026-03-07", "2026-10-01", "2024-02-29", "2027-01-01"].map {
                .init("\($0) application-short", until: $0)
            }),
        RowCase.usual("notice.once", "application-short", "2026-03-02", "2026-03-03", back: "2026-03-16"))

    @Test(arguments: notice)
    func `02.w1 what is missing is said at once and the same day`(row: RowCase) throws { try row.check() }

    static let informed = RowCase.table(
        RowCase.around(
            "recognition.informed", by: "informed",
            ["2026-03-02", "2026-03-07", "2026-02-17", "2024-02-29", "2027-01-01"].map {
                .init("\($0) registration-received", until: $0)
            }),
        RowCase.usual(
            "recognition.informed", "registration-received", "2026-03-02", "2026-03-03", back: "2026-03-16"))

    @Test(arguments: informed)
    func `02.w4 rights and duties are told on the day of registration`(row: RowCase) throws {
        try row.check()
    }

    /// Law gives the town five days and the applicant fifteen, whoever is away.
    static let decide = RowCase.table(
        RowCase.usual("recognition.decide", "application-accepted", "2026-03-09", "2026-03-10", back: nil),
        RowCase.silent(
            "recognition.decide",
            ["2026-03-02 review-decided outcome=upheld", "2026-03-02 review-decided outcome=recognised"],
            on: "2026-03-20"),
        RowCase.around(
            "recognition.decide", by: "recognised",
            [.init("2026-02-13 review-decided outcome=anew", until: "2026-02-27")]),
        ["recognised", "recognition-refused"].flatMap { done in
            RowCase.around(
                "recognition.decide", by: done,
                [
                    .init("2026-03-02 application-accepted", until: "2026-03-09"),
                    .init("2026-03-07 application-accepted", until: "2026-03-13"),
                    .init("2026-02-13 application-accepted", until: "2026-02-27"),
                    .init("2026-09-30 application-accepted", until: "2026-10-13"),
                    // Sunday 18 February 2024 is worked.
                    .init("2024-02-05 application-accepted", until: "2024-02-18"),
                    .init("2024-02-29 application-accepted", until: "2024-03-07"),
                    .init("2026-12-30 application-accepted", until: "2027-01-07", provisional: true),
                ])
        })

    @Test(arguments: decide)
    func `L.01 the town decides within five working days of accepting`(row: RowCase) throws {
        try row.check()
    }

    /// A right that ends unused: nobody is late.
    static let review = RowCase.table(
        RowCase.usual("recognition.review", "decision-received", "2026-03-23", "2026-03-24", back: nil),
        RowCase.around(
            "recognition.review", by: "review-requested", undone: "void", late: nil,
            [
                .init("2026-03-02 decision-received", until: "2026-03-23"),
                .init("2026-03-07 decision-received", until: "2026-03-27"),
                .init("2026-02-13 decision-received", until: "2026-03-12"),
                .init("2026-09-30 decision-received", until: "2026-10-27"),
                .init("2024-02-29 decision-received", until: "2024-03-21"),
                .init("2026-12-30 decision-received", until: "2027-01-21", provisional: true),
            ]))

    @Test(arguments: review)
    func `L.02 review is asked for within fifteen working days of receipt, then the right is gone`(
        row: RowCase
    ) throws {
        try row.check()
    }

    @Test func `L.02 a right that is gone stays gone when it is asked for too late`() throws {
        try RowCase(
            "recognition.review", "2026-03-02 decision-received; 2026-03-24 review-requested",
            on: "2026-03-24", ["2026-03-23 void"]
        ).check()
    }

    @Test func `L.02 the window is the person's and never anybody's lateness`() throws {
        let window = try #require(
            try RowDesk.obligations("2026-03-02 decision-received", on: "2026-03-24").first {
                $0.rule == "recognition.review"
            })
        #expect(window.isAwaited && window.lapses)
    }
}

@Suite("Rows of step 02, recognition · 02.r6 02.w3 L.03")
struct RowsRecognitionTests {
    static let tables = [records, entered, notice, recheck, changed]

    static let records = RowCase.table(
        RowCase.usual("recognition.records", "recognised", "2026-03-02", "2026-03-03", back: "2026-03-16"),
        RowCase.around(
            "recognition.records", by: "records-opened",
            ["2026-03-02", "2026-03-07", "2026-02-17", "2024-02-29", "2027-01-01"].map {
                .init("\($0) recognised", until: $0)
            }),
        RowCase.ended(
            "recognition.records", .init("2026-03-02 recognised", until: "2026-03-02"),
            by: ["case-closed", "unlisted"], notBy: ["register-entered"]))

    @Test(arguments: records)
    func `02.r6 record and ledger are opened on the day of recognition`(row: RowCase) throws {
        try row.check()
    }

    /// Either may come last; one of them alone is not enough, nor is one of them twice.
    static let entered = RowCase.table(
        RowCase.usual("recognition.entered", "recognised", "2026-03-02", "2026-03-03", back: "2026-03-16"),
        [("register-entered", "certificate-issued"), ("certificate-issued", "register-entered")].flatMap {
            first, second in
            RowCase.around(
                "recognition.entered", by: second,
                ["2026-03-02", "2026-03-07", "2026-02-17", "2024-02-29", "2027-01-01"].map {
                    .init("\($0) recognised; \($0) \(first)", until: $0)
                })
                + [
                    RowCase(
                        "recognition.entered",
                        "2026-03-02 recognised; 2026-03-02 \(first); 2026-03-02 \(first)",
                        on: "2026-03-03", ["2026-03-02 overdue"])
                ]
        },
        RowCase.ended(
            "recognition.entered", .init("2026-03-02 recognised", until: "2026-03-02"),
            by: ["case-closed", "unlisted"]))

    @Test(arguments: entered)
    func `02.w3 register and certificate follow at once`(row: RowCase) throws { try row.check() }

    static let notice = RowCase.table(
        RowCase.usual("public.notice", "notice-posted", "2026-03-09", "2026-03-10", back: "2026-03-23"),
        RowCase.around(
            "public.notice", by: "notice-ended upheld=no",
            [
                .init("2026-03-02 notice-posted", until: "2026-03-09"),
                .init("2026-03-07 notice-posted", until: "2026-03-16"),
                .init("2026-02-07 notice-posted", until: "2026-02-14"),
                .init("2026-02-13 notice-posted", until: "2026-02-24"),
                .init("2026-09-30 notice-posted", until: "2026-10-08"),
                .init("2026-10-03 notice-posted", until: "2026-10-10"),
                .init("2024-02-22 notice-posted", until: "2024-02-29"),
                .init("2024-02-29 notice-posted", until: "2024-03-07"),
                .init("2026-12-25 notice-posted", until: "2027-01-04", provisional: true),
            ]),
        RowCase.ended(
            "public.notice", .init("2026-03-02 notice-posted", until: "2026-03-09"),
            by: ["notice-ended upheld=yes", "case-closed", "unlisted"], notBy: ["notice-ended"]))

    @Test(arguments: notice)
    func `02.w3 the notice stands seven days`(row: RowCase) throws { try row.check() }

    /// What changed is looked at within the district's fifteen working days, whatever the year's grid says.
    static let changed = RowCase.table(
        RowCase.usual(
            "recognition.recheck.changed", "recheck-raised", "2026-03-23", "2026-03-24", back: "2026-04-07"),
        RowCase.around(
            "recognition.recheck.changed", by: "conditions-rechecked",
            [
                .init("2026-03-02 recheck-raised", until: "2026-03-23"),
                .init("2026-02-13 recheck-raised", until: "2026-03-12"),
                .init("2026-09-30 recheck-raised", until: "2026-10-27"),
                .init("2024-02-29 recheck-raised", until: "2024-03-21"),
                .init("2026-12-30 recheck-raised", until: "2027-01-21", provisional: true),
            ]),
        RowCase.ended(
            "recognition.recheck.changed", .init("2026-03-02 recheck-raised", until: "2026-03-23"),
            by: ["case-closed", "unlisted"], notBy: ["recognised"]))

    @Test(arguments: changed)
    func `L.03 changed facts are looked at within fifteen working days`(row: RowCase) throws {
        try row.check()
    }

    /// Years from the day itself; begun on 29 February they begin on the 28th in other years. 1 March 2026 is a
    /// Sunday.
    static let recheck = RowCase.table(
        RowCase.on(
            "recognition.recheck", "2025-03-02 recognised",
            [
                ("2026-02-28", ["Y1-2025-03-02 2026-03-01 open"]),
                ("2026-03-01", ["Y1-2025-03-02 2026-03-01 due_today"]),
                ("2026-03-02", ["Y1-2025-03-02 2026-03-01 overdue", "Y2-2026-03-02 2027-03-01 open"]),
            ]),
        RowCase.on(
            "recognition.recheck", "2025-03-02 recognised; 2026-03-01 conditions-rechecked",
            [("2026-03-02", ["Y1-2025-03-02 2026-03-01 met", "Y2-2026-03-02 2027-03-01 open"])]),
        RowCase.on(
            "recognition.recheck", "2025-03-02 recognised; 2026-03-02 conditions-rechecked",
            [("2026-03-02", ["Y1-2025-03-02 2026-03-01 overdue", "Y2-2026-03-02 2027-03-01 met"])]),
        RowCase.on(
            "recognition.recheck", "2024-02-29 recognised",
            [
                ("2025-02-27", ["Y1-2024-02-29 2025-02-27 due_today"]),
                ("2025-02-28", ["Y1-2024-02-29 2025-02-27 overdue", "Y2-2025-02-28 2026-02-27 open"]),
            ]),
        [
            RowCase(
                "recognition.recheck", "2025-03-02 recognised; 2026-03-01 conditions-rechecked @2026-03-02",
                on: "2026-03-02", ["Y1-2025-03-02 2026-03-01 entered_late", "Y2-2026-03-02 2027-03-01 open"]),
            RowCase(
                "recognition.recheck", "2025-03-02 recognised; 2025-03-03 recognised", on: "2026-03-01",
                ["Y1-2025-03-02 2026-03-01 due_today"]),
            RowCase(
                "recognition.recheck", "2025-03-02 recognised; 2026-02-02 suspended until=2026-03-16",
                on: "2026-03-01", ["Y1-2025-03-02 2026-03-01 suspended"]),
        ],
        RowCase.stopped(
            "recognition.recheck", "2025-03-02 recognised", missed: "Y1-2025-03-02 2026-03-01",
            on: "2026-05-06",
            running: "Y2-2026-03-02 2027-03-01", by: ["case-closed", "unlisted"]))

    @Test(arguments: recheck)
    func `L.03 conditions are looked at again in each year from recognition`(row: RowCase) throws {
        try row.check()
    }
}
