// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Piles that were printed together: rows stay for good, so that a broken run is set again alike.
    static let printing = Migration(number: 6, name: "printing") { dialect in
        [
            """
            CREATE TABLE print_run (
                id {id}, token TEXT NOT NULL, kind TEXT NOT NULL, unit {int} NOT NULL, shape TEXT NOT NULL,
                account {int} NOT NULL, recorded {int} NOT NULL, day {int} NOT NULL){strict}
            """,
            "CREATE UNIQUE INDEX print_run_token ON print_run (token)",
            "CREATE INDEX print_run_account ON print_run (account, id)",
            // `act` is 0 for papers that rest on none.
            """
            CREATE TABLE print_paper (
                run {int} NOT NULL, place {int} NOT NULL, case_id {int} NOT NULL, act {int} NOT NULL,
                reprint {int} NOT NULL, PRIMARY KEY (run, place)){strict}
            """,
        ] + dialect.appendOnly("print_run") + dialect.appendOnly("print_paper")
    }
}
