// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("Rows of step 06, consultation and plan · 06.r1 06.w2 11.w2 07.w3")
struct RowsTownPlanTests {
    static let tables = [plan, review, item, moved]

    static let plan = RowCase.table(
        RowCase.around(
            "town.plan", by: "plan-adopted plan=personal",
            [
                .init("2026-03-02 handed-up to=town", until: "2026-03-05"),
                .init("2026-03-05 handed-up to=town", until: "2026-03-09"),
                .init("2026-01-31 handed-up to=town", until: "2026-02-03"),
                // Saturdays 14 and 28 February 2026 are worked.
                .init("2026-02-11 handed-up to=town", until: "2026-02-14"),
                .init("2026-02-13 handed-up to=town", until: "2026-02-24"),
                .init("2026-02-25 handed-up to=town", until: "2026-02-28"),
                .init("2026-09-28 handed-up to=town", until: "2026-10-08"),
                .init("2024-02-26 handed-up to=town", until: "2024-02-29"),
                .init("2024-02-29 handed-up to=town", until: "2024-03-04"),
                .init("2026-12-30 handed-up to=town", until: "2027-01-04", provisional: true),
            ]),
        RowCase.usual("town.plan", "handed-up to=town", "2026-03-05", "2026-03-06", back: "2026-03-19"),
        RowCase.ended(
            "town.plan", .init("2026-03-02 handed-up to=town", until: "2026-03-05"),
            by: ["handed-back to=village", "employed", "case-closed", "unlisted"],
            notBy: ["plan-adopted plan=professional", "plan-adopted plan=entry", "consultation-held"]),
        RowCase.silent("town.plan", ["2026-03-02 handed-up to=district"], on: "2026-05-06"))

    @Test(arguments: plan)
    func `06.r1 a plan for each person within three days of the hand-up`(row: RowCase) throws {
        try row.check()
    }

    static let review = RowCase.table(
        ["personal", "professional"].flatMap { kind in
            RowCase.on(
                "plan.review", "2026-01-20 plan-adopted plan=\(kind)",
                [
                    ("2026-01-30", ["2026-01 2026-01-31 open"]),
                    ("2026-01-31", ["2026-01 2026-01-31 due_today"]),
                    ("2026-02-01", ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 open"]),
                ])
        },
        [
            RowCase("plan.review", "2026-01-21 plan-adopted plan=personal", on: "2026-01-31", []),
            RowCase(
                "plan.review", "2024-02-19 plan-adopted plan=personal", on: "2024-02-29",
                ["2024-02 2024-02-29 due_today"]),
            RowCase("plan.review", "2024-02-20 plan-adopted plan=personal", on: "2024-02-29", []),
            RowCase(
                "plan.review", "2026-01-20 plan-adopted plan=personal; 2026-01-31 plan-progressed",
                on: "2026-02-01", ["2026-01 2026-01-31 met", "2026-02 2026-02-28 open"]),
            RowCase(
                "plan.review", "2026-01-20 plan-adopted plan=personal; 2026-02-01 plan-progressed",
                on: "2026-02-01", ["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 met"]),
            // A new version of the plan goes on in the same months.
            RowCase(
                "plan.review", "2026-01-05 plan-adopted plan=personal; 2026-01-07 plan-adopted plan=personal",
                on: "2026-01-31", ["2026-01 2026-01-31 due_today"]),
        ],
        RowCase.silent("plan.review", ["2026-01-05 plan-adopted plan=entry"], on: "2026-03-01"),
        [
            RowCase(
                "plan.review",
                "2026-01-20 plan-adopted plan=personal; 2026-01-31 plan-progressed @2026-02-01",
                on: "2026-02-01",
                ["2026-01 2026-01-31 entered_late", "2026-02 2026-02-28 open"]),
            RowCase(
                "plan.review", "2026-01-20 plan-adopted plan=personal; 2026-01-21 suspended until=2026-02-02",
                on: "2026-01-31",
                ["2026-01 2026-01-31 suspended"]),
        ],
        RowCase.stopped(
            "plan.review", "2026-01-20 plan-adopted plan=personal", missed: "2026-01 2026-01-31",
            on: "2026-02-10",
            running: "2026-02 2026-02-28", by: ["plan-ended", "employed", "case-closed", "unlisted"]))

    @Test(arguments: review)
    func `06.w2 11.w2 progress is told in each month of a plan`(row: RowCase) throws { try row.check() }

    /// The planned day itself, on a holiday as well; a move answers for the old day and is owed anew.
    static let item = RowCase.table(
        RowCase.around(
            "plan.item", by: "plan-item-done >1",
            [
                .init("2026-02-02 plan-item-set planned=2026-03-09", until: "2026-03-09"),
                .init("2026-02-02 plan-item-set planned=2026-02-18", until: "2026-02-18"),
                .init("2026-02-02 plan-item-set planned=2026-03-07", until: "2026-03-07"),
                .init("2024-02-02 plan-item-set planned=2024-02-29", until: "2024-02-29"),
                .init("2026-12-02 plan-item-set planned=2027-01-01", until: "2027-01-01"),
                .init("2026-03-02 plan-item-set", until: "2026-03-02"),
            ]),
        [
            RowCase(
                "plan.item",
                """
                2026-03-02 plan-item-set planned=2026-03-09; \
                2026-03-09 plan-item-moved planned=2026-03-16 >1; \
                2026-03-16 plan-item-moved planned=2026-03-23 >1; 2026-03-23 plan-item-done >1
                """,
                on: "2026-03-24", ["2026-03-09 met", "2026-03-16 met", "2026-03-23 met"]),
            // The move of a move, where each refers to the one before.
            RowCase(
                "plan.item",
                """
                2026-03-02 plan-item-set planned=2026-03-09; \
                2026-03-09 plan-item-moved planned=2026-03-16 >1; \
                2026-03-16 plan-item-moved planned=2026-03-23 >2; 2026-03-23 plan-item-done >3
                """,
                on: "2026-03-24", ["2026-03-09 met", "2026-03-16 met", "2026-03-23 met"]),
            // Another item done says nothing about this one.
            RowCase(
                "plan.item",
                """
                2026-03-02 plan-item-set planned=2026-03-09; 2026-03-02 plan-item-set planned=2026-03-09; \
                2026-03-09 plan-item-done >2
                """,
                on: "2026-03-10", ["2026-03-09 overdue", "2026-03-09 met"]),
        ],
        RowCase.away(
            "plan.item", "2026-03-02 plan-item-set planned=2026-03-09", back: "2026-03-16", else: ""),
        RowCase.ended(
            "plan.item", .init("2026-03-02 plan-item-set planned=2026-03-09", until: "2026-03-09"),
            by: ["plan-ended", "plan-adopted plan=personal", "employed", "case-closed", "unlisted"],
            notBy: ["plan-progressed"]))

    @Test(arguments: item)
    func `07.w3 an item is done on its planned day or moved with a reason`(row: RowCase) throws {
        try row.check()
    }
}

extension RowsTownPlanTests {
    /// A move answers for the old day, in time or late, and the item is owed again on its new day; the move of
    /// one item says nothing about another.
    static let moved = [("2026-03-09", "met"), ("2026-03-10", "met_late")].flatMap { day, state in
        [
            RowCase(
                "plan.item",
                "2026-03-02 plan-item-set planned=2026-03-09; \(day) plan-item-moved planned=2026-03-16 >1",
                on: "2026-03-17", ["2026-03-09 \(state)", "2026-03-16 overdue"]),
            RowCase(
                "plan.item",
                """
                2026-03-02 plan-item-set planned=2026-03-09; 2026-03-02 plan-item-set planned=2026-03-09; \
                \(day) plan-item-moved planned=2026-03-16 >2
                """,
                on: "2026-03-10", ["2026-03-09 overdue", "2026-03-09 \(state)", "2026-03-16 open"]),
        ]
    }

    @Test(arguments: moved)
    func `07.w3 a moved item is owed again on its new day`(row: RowCase) throws {
        try row.check()
    }
}

@Suite("Rows of step 07, the specialist · 07.w2 07.r2")
struct RowsSpecialistTests {
    static let tables = [contact, agreement, regular]

    static let contact = RowCase.table(
        RowCase.around(
            "specialist.contact", by: "contacted by=specialist",
            [
                .init("2026-03-02 specialist-appointed", until: "2026-03-04"),
                .init("2026-03-05 specialist-appointed", until: "2026-03-09"),
                .init("2026-03-07 specialist-appointed", until: "2026-03-10"),
                .init("2026-02-13 specialist-appointed", until: "2026-02-24"),
                .init("2026-02-27 specialist-appointed", until: "2026-03-02"),
                .init("2026-09-30 specialist-appointed", until: "2026-10-09"),
                .init("2024-02-29 specialist-appointed", until: "2024-03-04"),
                .init("2026-12-30 specialist-appointed", until: "2027-01-04", provisional: true),
            ]),
        RowCase.usual(
            "specialist.contact", "specialist-appointed", "2026-03-04", "2026-03-05", back: "2026-03-18"),
        RowCase.ended(
            "specialist.contact", .init("2026-03-02 specialist-appointed", until: "2026-03-04"),
            by: ["case-closed", "unlisted"], notBy: ["contacted by=aide", "contacted by=expert"]))

    @Test(arguments: contact)
    func `07.w2 the specialist makes contact within two working days`(row: RowCase) throws { try row.check() }

    private static let first = "2026-03-02 contacted by=specialist"

    static let agreement = RowCase.table(
        ["agreement-signed", "agreement-refused"].flatMap { done in
            RowCase.around(
                "agreement.sign", by: done,
                [
                    .init(first, until: "2026-03-09"),
                    .init("2026-03-07 contacted by=specialist", until: "2026-03-13"),
                    .init("2026-02-13 contacted by=specialist", until: "2026-02-27"),
                    .init("2026-09-30 contacted by=specialist", until: "2026-10-13"),
                    .init("2024-02-29 contacted by=specialist", until: "2024-03-07"),
                    .init("2026-12-30 contacted by=specialist", until: "2027-01-07", provisional: true),
                    // Only the first contact of each specialist counts.
                    .init("\(first); 2026-03-05 contacted by=specialist", until: "2026-03-09"),
                ])
        },
        [
            RowCase(
                "agreement.sign",
                """
                \(first); 2026-03-05 agreement-signed; 2026-03-16 specialist-appointed; \
                2026-03-17 contacted by=specialist; 2026-03-18 contacted by=specialist
                """,
                on: "2026-03-25", ["2026-03-09 met", "2026-03-24 overdue"])
        ],
        RowCase.silent("agreement.sign", ["2026-03-02 contacted by=aide"], on: "2026-05-06"),
        RowCase.away("agreement.sign", first, back: "2026-03-23", else: ""),
        [
            RowCase(
                "agreement.sign",
                "\(first); 2026-03-03 specialist-appointed; 2026-03-04 contacted by=specialist",
                on: "2026-03-04",
                ["2026-03-09 open", "2026-03-11 open"])
        ],
        RowCase.ended(
            "agreement.sign", .init(first, until: "2026-03-09"), by: ["case-closed", "unlisted"],
            notBy: ["contacted by=specialist"]))

    @Test(arguments: agreement)
    func `07.w2 the agreement is signed or refused within five working days of the first contact`(
        row: RowCase
    )
        throws
    {
        try row.check()
    }

    static let regular = RowCase.table(
        fortnights(
            "specialist.contact.regular", by: "specialist",
            stoppedBy: [
                "specialist-appointed", "handed-up to=district", "handed-back to=village", "employed",
                "case-closed", "unlisted",
            ]),
        [
            // Acts that do not end it.
            RowCase(
                "specialist.contact.regular", "\(first); 2026-03-17 handed-up to=town", on: "2026-03-29",
                ["B1-2026-03-02 2026-03-15 overdue", "B2-2026-03-16 2026-03-29 due_today"]),
            RowCase(
                "specialist.contact.regular",
                "\(first); 2026-03-16 specialist-appointed; 2026-03-19 contacted by=specialist",
                on: "2026-04-01",
                [
                    "B1-2026-03-02 2026-03-15 overdue", "B2-2026-03-16 2026-03-29 void",
                    "B1-2026-03-19 2026-04-01 due_today",
                ]),
        ])

    @Test(arguments: regular)
    func `07.r2 the specialist is in touch in each fortnight from the first contact`(row: RowCase) throws {
        try row.check()
    }

    /// Blocks of fourteen days that begin with the first contact, over a holiday and a leap day.
    static func fortnights(_ rule: RuleKey, by whom: String, stoppedBy enders: [String]) -> [RowCase] {
        let first = "2026-03-02 contacted by=\(whom)"
        let (one, two) = ("B1-2026-03-02 2026-03-15", "B2-2026-03-16 2026-03-29")
        return RowCase.on(
            rule, first,
            [
                ("2026-03-02", ["\(one) open"]), ("2026-03-14", ["\(one) open"]),
                ("2026-03-15", ["\(one) due_today"]), ("2026-03-16", ["\(one) overdue", "\(two) open"]),
                ("2026-03-30", ["\(one) overdue", "\(two) overdue", "B3-2026-03-30 2026-04-12 open"]),
            ])
            + RowCase.on(
                rule, "\(first); 2026-03-15 contacted by=\(whom)",
                [("2026-03-15", ["\(one) met"]), ("2026-03-16", ["\(one) met", "\(two) open"])])
            + RowCase.on(
                rule, "\(first); 2026-03-16 contacted by=\(whom)",
                [("2026-03-16", ["\(one) overdue", "\(two) met"])])
            + RowCase.on(
                rule, "\(first); 2026-03-10 contacted by=aide", [("2026-03-15", ["\(one) due_today"])])
            + RowCase.on(
                rule, "2026-02-09 contacted by=\(whom)",
                [("2026-02-23", ["B1-2026-02-09 2026-02-22 overdue", "B2-2026-02-23 2026-03-08 open"])])
            + RowCase.on(
                rule, "2024-02-19 contacted by=\(whom)",
                [("2024-03-03", ["B1-2024-02-19 2024-03-03 due_today"])])
            + RowCase.silent(rule, ["2026-03-02 contacted by=village"], on: "2026-05-06")
            + [
                RowCase(
                    rule, "\(first); 2026-03-15 contacted by=\(whom) @2026-03-16", on: "2026-03-16",
                    ["\(one) entered_late", "\(two) open"]),
                RowCase(
                    rule, "\(first); 2026-03-03 suspended until=2026-03-16", on: "2026-03-15",
                    ["\(one) suspended"]),
                // What comes after the end is no first contact.
                RowCase(
                    rule, "\(first); 2026-03-18 handed-back to=village; 2026-03-20 contacted by=\(whom)",
                    on: "2026-05-06", ["\(one) overdue", "\(two) void"]),
            ]
            + RowCase.stopped(rule, first, missed: one, on: "2026-03-18", running: two, by: enders)
    }
}

@Suite("Rows of step 10, town vacancies · 10.r2 10.r1 10.w5")
struct RowsTownVacancyTests {
    static let tables = [two, interview, escalate]

    private static func handedUp(_ day: String) -> String {
        "\(day) handed-up to=town; \(day) recommended level=town"
    }

    static let two = RowCase.table(
        RowCase.around(
            "town.two", by: "recommended level=town",
            [
                .init(handedUp("2026-03-02"), until: "2026-03-04"),
                .init(handedUp("2026-03-05"), until: "2026-03-09"),
                .init(handedUp("2026-01-31"), until: "2026-02-02"),
                .init(handedUp("2026-02-12"), until: "2026-02-14"),
                .init(handedUp("2026-02-13"), until: "2026-02-24"),
                .init(handedUp("2026-09-29"), until: "2026-10-08"),
                .init(handedUp("2024-02-27"), until: "2024-02-29"),
                .init(handedUp("2024-02-29"), until: "2024-03-04"),
                .init(handedUp("2026-12-30"), until: "2027-01-04", provisional: true),
            ]),
        [
            RowCase("town.two", "2026-03-02 handed-up to=town", on: "2026-03-05", ["2026-03-04 overdue"]),
            RowCase(
                "town.two", "2026-03-02 handed-up to=town; 2026-03-04 recommended level=town",
                on: "2026-03-05",
                ["2026-03-04 overdue"]),
            RowCase(
                "town.two",
                """
                2026-03-02 handed-up to=town; 2026-03-04 recommended level=town; \
                2026-03-04 recommended level=town
                """,
                on: "2026-03-05", ["2026-03-04 met"]),
            RowCase(
                "town.two",
                """
                2026-03-02 handed-up to=town; 2026-03-03 recommended level=town; \
                2026-03-05 recommended level=town; 2026-03-06 recommended level=town
                """,
                on: "2026-03-06", ["2026-03-04 met_late"]),
        ],
        RowCase.usual("town.two", "handed-up to=town", "2026-03-04", "2026-03-05", back: "2026-03-18"),
        RowCase.ended(
            "town.two", .init(handedUp("2026-03-02"), until: "2026-03-04"),
            by: ["handed-back to=village", "employed", "case-closed", "unlisted"],
            notBy: ["recommended level=village", "recommended level=district", "vacancy-told"]),
        RowCase.silent("town.two", ["2026-03-02 handed-up to=district"], on: "2026-05-06"))

    @Test(arguments: two)
    func `10.r2 two vacancies within two days of the hand-up, one is not enough`(row: RowCase) throws {
        try row.check()
    }

    @Test func `10.r2 one of two is told as such`() throws {
        let owed = try #require(
            try RowDesk.obligations(Self.handedUp("2026-03-02"), on: "2026-03-04").first {
                $0.rule == "town.two"
            })
        #expect(owed.need == 2 && owed.have == 1)
    }

    private static func interview(_ day: String, from recommended: String = "2026-01-05") -> String {
        "\(recommended) recommended level=town; \(recommended) interview-set level=town planned=\(day) >1"
    }

    /// Five days after the interview, then three working days.
    static let interview = RowCase.table(
        [1, 2].flatMap { act in
            RowCase.around(
                "interview.result", by: "recommendation-ended level=town >\(act)",
                [
                    .init(interview("2026-03-02"), until: "2026-03-11"),
                    // The fifth day after is Sunday 1 March, Saturday 3 October, worked Saturday 14 February.
                    .init(interview("2026-02-24"), until: "2026-03-04"),
                    .init(interview("2026-09-28"), until: "2026-10-10"),
                    .init(interview("2026-02-09"), until: "2026-02-26"),
                    .init(interview("2024-02-24", from: "2024-02-01"), until: "2024-03-05"),
                    .init(interview("2026-12-28"), until: "2027-01-06", provisional: true),
                ])
        },
        [
            // What is known earlier is welcome.
            RowCase(
                "interview.result",
                "\(interview("2026-03-02")); 2026-03-03 recommendation-ended level=town >1",
                on: "2026-03-12", ["2026-03-11 met"]),
            // A new interview for the same recommendation takes the old one's place; for another it does not.
            RowCase(
                "interview.result",
                "\(interview("2026-03-02")); 2026-03-02 interview-set level=town planned=2026-03-09 >1",
                on: "2026-03-12", ["2026-03-11 void", "2026-03-18 open"]),
            RowCase(
                "interview.result",
                """
                \(interview("2026-03-02")); 2026-02-02 recommended level=town; \
                2026-03-02 interview-set level=town planned=2026-03-09 >3; \
                2026-03-09 recommendation-ended level=town >3
                """,
                on: "2026-03-12", ["2026-03-11 overdue", "2026-03-18 met"]),
            RowCase(
                "interview.result", "\(interview("2026-03-02")); 2026-03-02 suspended until=2026-03-16",
                on: "2026-03-16", ["2026-03-25 open"]),
            RowCase(
                "interview.result", "\(interview("2026-03-02")); 2026-03-11 case-closed", on: "2026-03-12",
                ["2026-03-11 void"]),
            RowCase(
                "interview.result", "\(interview("2026-03-02")); 2026-03-11 unlisted", on: "2026-03-12",
                ["2026-03-11 void"]),
        ],
        RowCase.silent(
            "interview.result",
            [
                """
                2026-01-05 recommended level=village; \
                2026-01-05 interview-set level=village planned=2026-03-02 >1
                """
            ], on: "2026-05-06"))

    @Test(arguments: interview)
    func `10.r1 the result is asked for from five days after the interview, within three working days`(
        row: RowCase
    ) throws {
        try row.check()
    }

    @Test func `10.r1 the question opens five days after the interview`() throws {
        let owed = try #require(
            try RowDesk.obligations(Self.interview("2026-03-02"), on: "2026-03-12").first {
                $0.rule == "interview.result"
            })
        #expect(owed.opens.iso == "2026-03-07")
    }

    static let escalate = RowCase.table(
        RowCase.around(
            "town.escalate", by: "handed-up to=district",
            [
                .init("2026-03-02 town-unsolved", until: "2026-03-04"),
                .init("2026-03-05 town-unsolved", until: "2026-03-09"),
                .init("2026-02-13 town-unsolved", until: "2026-02-24"),
                .init("2026-02-27 town-unsolved", until: "2026-03-02"),
                .init("2026-09-30 town-unsolved", until: "2026-10-09"),
                .init("2024-02-28 town-unsolved", until: "2024-03-01"),
                .init("2026-12-30 town-unsolved", until: "2027-01-04", provisional: true),
            ]),
        RowCase.usual("town.escalate", "town-unsolved", "2026-03-04", "2026-03-05", back: "2026-03-18"),
        RowCase.ended(
            "town.escalate", .init("2026-03-02 town-unsolved", until: "2026-03-04"),
            by: ["hand-up-declined level=town", "employed", "case-closed", "unlisted"],
            notBy: ["handed-up to=town"]))

    @Test(arguments: escalate)
    func `10.w5 what the town cannot solve goes to the district within two working days`(row: RowCase) throws
    {
        try row.check()
    }
}
