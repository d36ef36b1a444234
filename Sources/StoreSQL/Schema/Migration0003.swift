// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Indexes from which ledgers and the survey's progress are counted without looking at rows; columns that an
    /// index is limited by stand in it too, since SQLite would look them up otherwise.
    static let counts = Migration(number: 3, name: "counts") { _ in
        [
            """
            CREATE INDEX person_survey ON person
            (roll, village, survey_round, survey_state, working_from, working_until)
            """,
            // The working age follows from the birth date, which itself is sealed.
            "CREATE INDEX person_namesake ON person (sort, working_from, roll) WHERE roll = 1",
            "CREATE INDEX person_working ON person (working_until, roll) WHERE roll = 1",
            """
            CREATE INDEX person_listed ON person (sort, id, categories, visit_class)
            WHERE case_id IS NOT NULL
            """,
            """
            CREATE INDEX person_listed_town ON person (town, sort, id, categories, visit_class)
            WHERE case_id IS NOT NULL
            """,
            """
            CREATE INDEX person_listed_village ON person (village, sort, id, categories, visit_class)
            WHERE case_id IS NOT NULL
            """,
            """
            CREATE INDEX assistance_case_ledger ON assistance_case
            (village, sort, id, categories, visit_class, live) WHERE live = 1
            """,
            """
            CREATE INDEX assistance_case_ledger_town ON assistance_case
            (town, village, sort, id, categories, visit_class, live) WHERE live = 1
            """,
            """
            CREATE INDEX duty_late_entry ON duty (clause, subject_kind, subject, anchor, entered_late)
            WHERE entered_late = 1
            """,
        ]
    }
}
