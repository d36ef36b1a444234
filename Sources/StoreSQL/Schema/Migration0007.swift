// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Employers and vacancies, with what lists are narrowed by; what was said of them is in the sealed state.
    static let vacancies = Migration(number: 7, name: "vacancies") { _ in
        [
            """
            CREATE TABLE employer (
                id {id}, code TEXT, name TEXT NOT NULL, regular {int} NOT NULL, live {int} NOT NULL,
                version {int} NOT NULL, town {int} NOT NULL, village {int} NOT NULL,
                state {blob} NOT NULL){strict}
            """,
            "CREATE INDEX employer_code ON employer (code, id) WHERE live = 1",
            "CREATE INDEX employer_name ON employer (name, id) WHERE live = 1",
            """
            CREATE TABLE vacancy (
                id {id}, employer {int} NOT NULL, closed {int} NOT NULL, seats {int} NOT NULL,
                valid_through {int} NOT NULL, verified_on {int}, level TEXT NOT NULL,
                occupation TEXT NOT NULL, education {int} NOT NULL, shift TEXT, pay_through {int} NOT NULL,
                place {int}, version {int} NOT NULL, town {int} NOT NULL, village {int} NOT NULL,
                state {blob} NOT NULL){strict}
            """,
            "CREATE INDEX vacancy_employer ON vacancy (employer, id)",
            // Those that may still be offered are walked from the newest and counted without their rows.
            """
            CREATE INDEX vacancy_offered ON vacancy
            (id, valid_through, verified_on, level, occupation, education, shift, pay_through, place, town,
            village, employer, seats, closed) WHERE closed = 0 AND seats > 0
            """,
        ]
    }
}
