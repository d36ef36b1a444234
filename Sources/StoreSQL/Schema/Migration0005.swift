// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Papers that went out under a number: rows stay for good, so that a series has no gaps.
    static let papers = Migration(number: 5, name: "papers") { dialect in
        [
            """
            CREATE TABLE paper (
                case_id {int} NOT NULL, kind TEXT NOT NULL, act {int} NOT NULL, unit {int} NOT NULL,
                year {int} NOT NULL, number {int} NOT NULL, issued {int} NOT NULL, account {int} NOT NULL,
                PRIMARY KEY (case_id, kind, act)){strict}
            """,
            "CREATE UNIQUE INDEX paper_series ON paper (unit, kind, year, number)",
        ] + dialect.appendOnly("paper")
    }
}
