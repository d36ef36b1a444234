// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Indexes from which ledgers and the survey's progress are counted without looking at rows.
    static let counts = Migration(number: 3, name: "counts") { _ in
        [
            """
            CREATE INDEX person_survey ON person
            (village, survey_round, survey_state, working_from, working_until) WHERE roll = 1
            """,
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
            (village, sort, id, categories, visit_class, person) WHERE live = 1
            """,
            """
            CREATE INDEX assistance_case_ledger_town ON assistance_case
            (town, village, sort, id, categories, visit_class, person) WHERE live = 1
            """,
            """
            CREATE INDEX duty_late_entry ON duty (subject, anchor)
            WHERE subject_kind = 'person' AND clause = '01.w2' AND outcome_entered > due
            """,
        ]
    }
}
