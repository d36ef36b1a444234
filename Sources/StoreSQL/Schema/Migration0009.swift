// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Batches of matching. What the newest proposes stands in `match_answer` and `proposal` and is written anew by
    /// each; the batches themselves and what workers put aside stay.
    static let proposals = Migration(number: 9, name: "proposals") { dialect in
        [
            """
            CREATE TABLE match_run (
                id {id}, round TEXT NOT NULL, account {int} NOT NULL, recorded {int} NOT NULL,
                day {int} NOT NULL, rules TEXT NOT NULL, figures TEXT NOT NULL){strict}
            """,
            // `place` is the order of lists, `offers` how many proposals there are.
            """
            CREATE TABLE match_answer (
                place {id}, case_id {int} NOT NULL, version {int} NOT NULL, offers {int} NOT NULL,
                unserved TEXT){strict}
            """,
            "CREATE UNIQUE INDEX match_answer_case ON match_answer (case_id)",
            """
            CREATE TABLE proposal (
                case_id {int} NOT NULL, place {int} NOT NULL, vacancy {int} NOT NULL, score {int} NOT NULL,
                PRIMARY KEY (case_id, place)){strict}
            """,
            """
            CREATE TABLE set_aside (
                case_id {int} NOT NULL, vacancy {int} NOT NULL, reason TEXT NOT NULL, account {int} NOT NULL,
                recorded {int} NOT NULL, PRIMARY KEY (case_id, vacancy)){strict}
            """,
        ] + dialect.appendOnly("match_run") + dialect.appendOnly("set_aside")
    }
}
