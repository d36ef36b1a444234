// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Obligations as last derived: a cache, compared each night with what the journals say.
    static let work = Migration(number: 2, name: "work") { _ in
        [
            """
            CREATE TABLE duty (
                id {id},
                subject_kind TEXT NOT NULL,
                subject {int} NOT NULL,
                rule TEXT NOT NULL,
                anchor {int} NOT NULL,
                period TEXT NOT NULL,
                unit {int} NOT NULL,
                town {int} NOT NULL,
                village {int} NOT NULL,
                person {int},
                hardness {int} NOT NULL,
                owed {int} NOT NULL,
                opens {int} NOT NULL,
                due {int} NOT NULL,
                owner TEXT NOT NULL,
                lapses {int} NOT NULL,
                leaves {int} NOT NULL,
                pause_by {int},
                pause_first {int},
                pause_until {int},
                clause TEXT NOT NULL,
                provisional {int} NOT NULL,
                need {int} NOT NULL,
                have {int} NOT NULL,
                outcome TEXT NOT NULL,
                outcome_on {int},
                outcome_entered {int},
                outcome_by {int},
                in_time {int},
                entered_late {int} NOT NULL,
                grid TEXT,
                period_number {int},
                period_first {int},
                period_last {int},
                UNIQUE (subject_kind, subject, rule, anchor, period)){strict}
            """,
            "CREATE INDEX duty_work ON duty (hardness, due, id, \(tests)) WHERE owed = 1",
            "CREATE INDEX duty_work_town ON duty (town, hardness, due, id, \(tests)) WHERE owed = 1",
            "CREATE INDEX duty_work_village ON duty (village, hardness, due, id, \(tests)) WHERE owed = 1",
            // Acts that only keep the roll start no duty; journals of nothing else need no derivation.
            """
            CREATE INDEX journal_rules ON journal (subject_kind, subject)
            WHERE kind NOT IN (\(RollUpkeep.kinds))
            """,
        ]
    }

    // What a worklist tests of each duty, so that it need not look at the row; `owed` as well, since SQLite looks
    // up even the column that the index is limited by.
    private static let tests = "owner, rule, opens, lapses, leaves, pause_first, pause_until, owed"
}

/// The kinds of act that keep roll, households and accounts and from which no deadline rule starts.
enum RollUpkeep {
    /// Written out and never edited: an index rests on it.
    static let kinds = """
        'entered', 'corrected', 'moved', 'left', 'returned', 'merged', 'absorbed', 'unmerged', 'released', \
        'household-founded', 'household-split', 'household-relocated', 'household-dissolved', \
        'account-changed', 'file-imported', 'import-undone'
        """
}
