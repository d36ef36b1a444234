// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Numbers of certificates and cards, drawn with the acts that give them out: rows stay for good, so that a
    /// series has no gaps. Cases with certificates of before are folded anew, since they now list them.
    static let serials = Migration(
        number: 8, name: "serials",
        refolds: ["register-entered", "certificate-issued", "card-issued", "review-requested"]
    ) { dialect in
        [
            """
            CREATE TABLE serial (
                unit {int} NOT NULL, series TEXT NOT NULL, year {int} NOT NULL, number {int} NOT NULL,
                case_id {int} NOT NULL, act {int} NOT NULL,
                PRIMARY KEY (unit, series, year, number)){strict}
            """,
            "CREATE UNIQUE INDEX serial_act ON serial (case_id, act, series)",
        ] + dialect.appendOnly("serial")
    }
}
