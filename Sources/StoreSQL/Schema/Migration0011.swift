// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Recommendations over all cases, so that lists by state need not open cases; and messages to other systems.
    /// Cases with recommendations are folded anew, since they now know how far each came.
    static let recommendations = Migration(number: 11, name: "recommendations", refolds: ["recommended"]) {
        dialect in
        [
            """
            CREATE TABLE recommendation (
                case_id {int} NOT NULL, act {int} NOT NULL, phase TEXT NOT NULL, since {int} NOT NULL,
                level TEXT NOT NULL, employer TEXT NOT NULL, vacancy {int}, interview_day {int},
                interviewed {int} NOT NULL, hired {int} NOT NULL, town {int} NOT NULL, village {int} NOT NULL,
                PRIMARY KEY (case_id, act)){strict}
            """,
            // Lists and counts are found in these alone.
            """
            CREATE INDEX recommendation_phase ON recommendation
            (phase, since, case_id, act, level, employer, town, village)
            """,
            """
            CREATE INDEX recommendation_town ON recommendation
            (town, phase, since, case_id, act, level, employer)
            """,
            """
            CREATE INDEX recommendation_village ON recommendation
            (village, phase, since, case_id, act, level, employer)
            """,
            """
            CREATE INDEX recommendation_interview ON recommendation
            (interview_day, case_id, act, town, village) WHERE interview_day IS NOT NULL
            """,
            """
            CREATE INDEX recommendation_vacancy ON recommendation (vacancy, interviewed, hired)
            WHERE vacancy IS NOT NULL
            """,
            """
            CREATE TABLE outbox (
                id {id}, system TEXT NOT NULL, kind TEXT NOT NULL, case_id {int} NOT NULL, act {int} NOT NULL,
                made {int} NOT NULL, state TEXT NOT NULL, file TEXT, account {int}, at {int},
                reason TEXT NOT NULL, corrects {int}, town {int} NOT NULL, village {int} NOT NULL){strict}
            """,
            "CREATE INDEX outbox_state ON outbox (system, state, id, town, village)",
            "CREATE INDEX outbox_act ON outbox (case_id, act)",
            "CREATE INDEX outbox_file ON outbox (file, id) WHERE file IS NOT NULL",
        ]
    }
}
