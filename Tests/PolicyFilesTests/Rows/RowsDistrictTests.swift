// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("Rows of steps 11 and 12, panel and expert · 11.r1 11.r2 12.r1 12.w2 12.r3")
struct RowsPanelTests {
    static let tables = [meet, plan, appoint, contact, regular]

    private static let endings = ["handed-back to=town", "employed", "case-closed", "unlisted"]

    /// Three working days from an act, over both long holidays, a leap day and into a year without a notice.
    private static func threeWorkdays(_ rule: RuleKey, from act: String, by done: String) -> [RowCase] {
        RowCase.around(
            rule, by: done,
            [
                .init("2026-03-02 \(act)", until: "2026-03-05"),
                .init("2026-03-05 \(act)", until: "2026-03-10"),
                .init("2026-03-07 \(act)", until: "2026-03-11"),
                .init("2026-02-13 \(act)", until: "2026-02-25"),
                .init("2026-09-30 \(act)", until: "2026-10-10"),
                .init("2024-02-29 \(act)", until: "2024-03-05"),
                .init("2026-12-30 \(act)", until: "2027-01-05", provisional: true),
            ])
    }

    static let meet = RowCase.table(
        threeWorkdays("panel.meet", from: "file-uploaded", by: "panel-met"),
        RowCase.usual("panel.meet", "file-uploaded", "2026-03-05", "2026-03-06", back: "2026-03-19"),
        RowCase.ended(
            "panel.meet", .init("2026-03-02 file-uploaded", until: "2026-03-05"), by: endings,
            notBy: ["consultation-held"]))

    @Test(arguments: meet)
    func `11.r1 the panel meets within three working days of the file`(row: RowCase) throws {
        try row.check()
    }

    /// Of two meetings about one file the first counts; a new file begins anew.
    private static let again = [
        ("2026-03-02 file-uploaded; 2026-03-03 panel-met; 2026-03-04 panel-met", 1),
        ("2026-03-02 panel-met; 2026-03-03 file-uploaded; 2026-03-04 panel-met; 2026-03-05 panel-met", 2),
    ]

    static let plan = RowCase.table(
        RowCase.around(
            "panel.plan", by: "plan-adopted plan=professional",
            [
                .init("2026-03-02 panel-met", until: "2026-03-05"),
                .init("2026-03-05 panel-met", until: "2026-03-09"),
                .init("2026-02-11 panel-met", until: "2026-02-14"),
                .init("2026-02-13 panel-met", until: "2026-02-24"),
                .init("2026-02-25 panel-met", until: "2026-02-28"),
                .init("2026-09-28 panel-met", until: "2026-10-08"),
                .init("2024-02-29 panel-met", until: "2024-03-04"),
                .init("2026-12-30 panel-met", until: "2027-01-04", provisional: true),
            ]),
        [
            RowCase("panel.plan", again[0].0, on: "2026-03-04", ["2026-03-06 open"]),
            RowCase("panel.plan", again[1].0, on: "2026-03-06", ["2026-03-05 overdue", "2026-03-09 open"]),
        ],
        RowCase.away("panel.plan", "2026-03-02 panel-met", back: "2026-03-19", else: ""),
        RowCase.ended(
            "panel.plan", .init("2026-03-02 panel-met", until: "2026-03-05"), by: endings,
            notBy: ["plan-adopted plan=personal"]))

    @Test(arguments: plan)
    func `11.r2 a professional plan within three days of the panel`(row: RowCase) throws { try row.check() }

    static let appoint = RowCase.table(
        threeWorkdays("expert.appoint", from: "panel-met", by: "expert-appointed"),
        [
            RowCase("expert.appoint", again[0].0, on: "2026-03-04", ["2026-03-06 open"]),
            RowCase(
                "expert.appoint", again[1].0, on: "2026-03-06", ["2026-03-05 overdue", "2026-03-09 open"]),
        ],
        RowCase.away("expert.appoint", "2026-03-02 panel-met", back: "2026-03-19", else: ""),
        RowCase.ended(
            "expert.appoint", .init("2026-03-02 panel-met", until: "2026-03-05"), by: endings,
            notBy: ["specialist-appointed"]))

    @Test(arguments: appoint)
    func `12.r1 an expert is appointed within three working days of the panel`(row: RowCase) throws {
        try row.check()
    }

    static let contact = RowCase.table(
        threeWorkdays("expert.contact", from: "expert-appointed", by: "contacted by=expert"),
        RowCase.usual("expert.contact", "expert-appointed", "2026-03-05", "2026-03-06", back: "2026-03-19"),
        RowCase.ended(
            "expert.contact", .init("2026-03-02 expert-appointed", until: "2026-03-05"),
            by: ["case-closed", "unlisted"], notBy: ["contacted by=specialist"]))

    @Test(arguments: contact)
    func `12.w2 the expert makes contact within three working days`(row: RowCase) throws { try row.check() }

    static let regular = RowCase.table(
        RowsSpecialistTests.fortnights(
            "expert.contact.regular", by: "expert",
            stoppedBy: [
                "expert-appointed", "handed-back to=town", "employed", "welfare-started", "case-closed",
                "unlisted",
            ]),
        [
            RowCase(
                "expert.contact.regular",
                "2026-03-02 contacted by=expert; 2026-03-16 expert-appointed; 2026-03-19 contacted by=expert",
                on: "2026-04-01",
                [
                    "B1-2026-03-02 2026-03-15 overdue", "B2-2026-03-16 2026-03-29 void",
                    "B1-2026-03-19 2026-04-01 due_today",
                ])
        ])

    @Test(arguments: regular)
    func `12.r3 the expert is in touch in each fortnight from the first contact`(row: RowCase) throws {
        try row.check()
    }
}

@Suite("Rows of step 14, district vacancies · 14.r3")
struct RowsDistrictVacancyTests {
    static let tables = [outcome, transfer]

    static let outcome = RowCase.table(
        RowCase.around(
            "district.outcome", by: "recommendation-ended level=district >1",
            [
                .init("2026-03-02 recommended level=district", until: "2026-04-01"),
                .init("2026-01-31 recommended level=district", until: "2026-03-02"),
                .init("2026-02-13 recommended level=district", until: "2026-03-16"),
                .init("2026-01-29 recommended level=district", until: "2026-02-28"),
                .init("2026-09-07 recommended level=district", until: "2026-10-08"),
                .init("2026-09-10 recommended level=district", until: "2026-10-10"),
                .init("2024-01-30 recommended level=district", until: "2024-02-29"),
                .init("2024-02-29 recommended level=district", until: "2024-04-01"),
                .init("2026-12-04 recommended level=district", until: "2027-01-04", provisional: true),
            ]),
        [
            // The outcome of another recommendation is none of this one.
            RowCase(
                "district.outcome",
                """
                2026-03-02 recommended level=district; 2026-03-03 recommended level=district; \
                2026-03-09 recommendation-ended level=district >2
                """,
                on: "2026-04-02", ["2026-04-01 overdue", "2026-04-02 met"])
        ],
        RowCase.usual(
            "district.outcome", "recommended level=district", "2026-04-01", "2026-04-02", back: "2026-04-15"),
        RowCase.ended(
            "district.outcome", .init("2026-03-02 recommended level=district", until: "2026-04-01"),
            by: ["case-closed", "unlisted"], notBy: ["recommendation-ended level=district", "employed"]),
        RowCase.silent("district.outcome", ["2026-03-02 recommended level=town"], on: "2026-05-06"))

    @Test(arguments: outcome)
    func `14.r3 the outcome of a district recommendation is known within thirty days`(row: RowCase) throws {
        try row.check()
    }

    private static let failure = "recommendation-ended level=district failure=yes"
    private static let two = "2026-01-05 \(failure); 2026-01-12 \(failure)"

    private static func third(_ day: String, with act: String) -> String {
        "\(two); \(day) \(failure); \(day) \(act)"
    }

    /// Both acts are needed, in either order.
    static let transfer = RowCase.table(
        [("case-analysed", "handed-to-welfare"), ("handed-to-welfare", "case-analysed")].flatMap {
            first, second in
            RowCase.around(
                "welfare.transfer", by: second,
                [
                    .init(third("2026-03-02", with: first), until: "2026-03-04"),
                    .init(third("2026-03-05", with: first), until: "2026-03-09"),
                    .init(third("2026-02-13", with: first), until: "2026-02-24"),
                    .init(third("2026-09-30", with: first), until: "2026-10-09"),
                    .init(third("2026-12-30", with: first), until: "2027-01-04", provisional: true),
                ])
                + RowCase.ended(
                    "welfare.transfer", .init(third("2026-03-02", with: first), until: "2026-03-04"),
                    by: ["hand-up-declined level=district", "employed", "case-closed", "unlisted"],
                    notBy: [first, "handed-back to=town"])
        },
        RowCase.away(
            "welfare.transfer", "2026-03-02 \(failure); 2026-03-02 \(failure); 2026-03-02 \(failure)",
            back: "2026-03-18", else: ""),
        RowCase.silent(
            "welfare.transfer",
            [
                two, "2026-03-02 recommendation-ended level=district own=yes",
                "\(two); 2026-03-02 recommendation-ended level=town failure=yes",
                "\(two); 2026-03-02 recommendation-ended level=district failure=no",
                "\(two); 2026-02-02 case-reopened level=district; 2026-03-02 \(failure)",
            ], on: "2026-05-06"),
        [
            RowCase(
                "welfare.transfer", "\(two); 2026-03-02 \(failure); 2026-03-04 \(failure)", on: "2026-03-04",
                ["2026-03-04 due_today"]),
            RowCase(
                "welfare.transfer",
                "\(two); 2026-03-02 \(failure); 2026-03-04 hand-up-declined; 2026-03-09 \(failure)",
                on: "2026-03-11", ["2026-03-04 void", "2026-03-11 due_today"]),
        ])

    @Test(arguments: transfer)
    func `14.r3 after the third failure analysis and welfare placement follow in two working days`(
        row: RowCase
    )
        throws
    {
        try row.check()
    }
}

@Suite("Rows of step 15, welfare posts · 15.r1 15.w4 L.08")
struct RowsWelfareTests {
    static let tables = [training, appraisal, term]

    /// The eve of the start, on a Sunday, on a holiday and on a leap day as well.
    static let training = RowCase.table(
        RowCase.around(
            "welfare.training", by: "trained",
            [
                .init("2026-02-02 welfare-agreed planned=2026-03-02", until: "2026-03-01"),
                .init("2026-02-02 welfare-agreed planned=2026-03-11", until: "2026-03-10"),
                .init("2026-09-01 welfare-agreed planned=2026-10-08", until: "2026-10-07"),
                .init("2024-02-01 welfare-agreed planned=2024-03-01", until: "2024-02-29"),
                .init("2026-12-01 welfare-agreed planned=2027-01-04", until: "2027-01-03"),
            ]),
        [
            RowCase(
                "welfare.training",
                "2026-02-02 welfare-agreed planned=2026-03-11; 2026-02-03 welfare-agreed planned=2026-03-12",
                on: "2026-03-10", ["2026-03-10 due_today", "2026-03-11 open"]),
            // The start does not move by itself.
            RowCase(
                "welfare.training",
                "2026-02-02 welfare-agreed planned=2026-03-11; 2026-03-02 suspended until=2026-03-16",
                on: "2026-03-10", ["2026-03-10 suspended"]),
        ],
        RowCase.ended(
            "welfare.training", .init("2026-02-02 welfare-agreed planned=2026-03-11", until: "2026-03-10"),
            by: ["case-closed", "unlisted"], notBy: ["enrolled", "welfare-started"]))

    @Test(arguments: training)
    func `15.r1 training is done before the day of the start`(row: RowCase) throws { try row.check() }

    /// A month after the year: Saturday 31 January 2026 runs to Monday, 31 January 2025 over the festival.
    static let appraisal = RowCase.table(
        RowCase.on(
            "welfare.appraisal", "2025-08-31 welfare-started",
            [
                ("2025-12-31", ["2025 2026-02-02 open"]),
                ("2026-02-01", ["2025 2026-02-02 open", "2026 2027-02-01 open provisional"]),
                ("2026-02-02", ["2025 2026-02-02 due_today", "2026 2027-02-01 open provisional"]),
                ("2026-02-03", ["2025 2026-02-02 overdue", "2026 2027-02-01 open provisional"]),
            ]),
        [
            RowCase("welfare.appraisal", "2025-09-01 welfare-started", on: "2025-12-31", []),
            RowCase(
                "welfare.appraisal", "2023-03-01 welfare-started", on: "2023-12-31", ["2023 2024-01-31 open"]),
            RowCase(
                "welfare.appraisal", "2024-03-01 welfare-started", on: "2024-12-31", ["2024 2025-02-05 open"]),
        ],
        ["period=2025", ""].flatMap { which in
            [("2026-02-01", "met"), ("2026-02-02", "met"), ("2026-02-03", "met_late")].map { day, state in
                RowCase(
                    "welfare.appraisal", "2025-03-03 welfare-started; \(day) welfare-appraised \(which)",
                    on: "2026-02-03", ["2025 2026-02-02 \(state)", "2026 2027-02-01 open provisional"])
            }
        },
        [
            RowCase(
                "welfare.appraisal", "2025-03-03 welfare-started; 2026-02-02 welfare-appraised period=2024",
                on: "2026-02-03", ["2025 2026-02-02 overdue", "2026 2027-02-01 open provisional"]),
            RowCase(
                "welfare.appraisal", "2025-03-03 welfare-started; 2026-02-02 welfare-appraised @2026-02-03",
                on: "2026-02-03", ["2025 2026-02-02 entered_late", "2026 2027-02-01 open provisional"]),
            // One list a year for all, whether the person is ill in January or placed a second time.
            RowCase(
                "welfare.appraisal", "2025-03-03 welfare-started; 2026-01-05 suspended until=2026-03-02",
                on: "2026-02-02", ["2025 2026-02-02 due_today", "2026 2027-02-01 open provisional"]),
            RowCase(
                "welfare.appraisal", "2025-03-03 welfare-started; 2025-08-04 welfare-started",
                on: "2025-12-31",
                ["2025 2026-02-02 open"]),
            // It lasts as long as the placement, also when the case is closed as employed.
            RowCase(
                "welfare.appraisal", "2025-03-03 welfare-started; 2025-06-02 case-closed", on: "2026-02-03",
                ["2025 2026-02-02 overdue", "2026 2027-02-01 open provisional"]),
            RowCase(
                "welfare.appraisal", "2024-03-04 welfare-started; 2025-06-02 welfare-ended", on: "2026-03-02",
                ["2024 2025-02-05 overdue", "2025 2026-02-02 void"]),
        ])

    @Test(arguments: appraisal)
    func `15.w4 appraisal and attendance are in a month after the year`(row: RowCase) throws {
        try row.check()
    }

    static let term = RowCase.table(
        ["welfare-ended", "welfare-extended"].flatMap { done in
            RowCase.around(
                "welfare.term", by: done,
                [
                    .init("2023-03-02 welfare-started", until: "2026-03-02"),
                    .init("2020-02-29 welfare-started", until: "2023-02-28"),
                    .init("2021-02-28 welfare-started", until: "2024-02-28"),
                    .init("2022-09-09 welfare-started", until: "2025-09-09"),
                    .init("2024-03-05 welfare-started", until: "2027-03-05"),
                    // Three years at most: a Saturday and a holiday are days like any other.
                    .init("2023-02-28 welfare-started", until: "2026-02-28"),
                    .init("2023-05-01 welfare-started", until: "2026-05-01"),
                ])
        },
        [
            RowCase(
                "welfare.term", "2023-03-02 welfare-started; 2026-03-02 welfare-started", on: "2026-03-03",
                ["2026-03-02 met", "2029-03-02 open"]),
            RowCase(
                "welfare.term", "2023-03-02 welfare-started; 2024-05-06 suspended until=2024-08-05",
                on: "2026-03-03", ["2026-03-02 overdue"]),
        ],
        RowCase.ended(
            "welfare.term", .init("2023-03-02 welfare-started", until: "2026-03-02"), by: [],
            notBy: ["case-closed", "unlisted", "employed"]))

    @Test(arguments: term)
    func `L.08 a placement lasts three years`(row: RowCase) throws { try row.check() }

    @Test func `L.08 the end is announced ninety and thirty days before`() throws {
        let term = try #require(
            try RowDesk.obligations("2023-03-02 welfare-started", on: "2026-03-02").first {
                $0.rule == "welfare.term"
            })
        let days = try #require(
            try RowDesk.pack().rules.rule("welfare.term", on: DeadlinesSamples.day("2023-03-02"))?.warnDays)
        let first = try DeadlinesSamples.day("2025-12-02")
        let second = try DeadlinesSamples.day("2026-01-31")
        #expect(days == [90, 30])
        #expect(term.isWarned(on: first, by: days) && !term.isWarned(on: first.adding(days: -1), by: days))
        let last = Array(days.suffix(1))
        #expect(term.isWarned(on: second, by: last) && !term.isWarned(on: second.adding(days: -1), by: last))
    }
}
