// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Job fairs, in the order of their days; what is said of them and whom they invite is in the sealed state.
    static let fairs = Migration(number: 10, name: "fairs") { _ in
        [
            """
            CREATE TABLE fair (
                id {id}, day {int} NOT NULL, announced {int} NOT NULL, version {int} NOT NULL,
                town {int} NOT NULL, village {int} NOT NULL, state {blob} NOT NULL){strict}
            """,
            "CREATE INDEX fair_day ON fair (day, id, announced, town, village)",
        ]
    }
}
