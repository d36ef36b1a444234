// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// The journal, the rows that follow from it, the audit, and what surrounds them.
    static let registry = Migration(number: 1, name: "registry") { dialect in
        journal + dialect.appendOnly("journal") + audit + dialect.appendOnly("audit") + places + people
            + dialect.nameTable + cases + accounts + sheets
    }

    private static let journal = [
        // `link` is the digest of the former link and of the row (design decision 9).
        """
        CREATE TABLE journal (
            seq {id},
            subject_kind TEXT NOT NULL,
            subject {int} NOT NULL,
            act {int} NOT NULL,
            kind TEXT NOT NULL,
            shape {int} NOT NULL,
            occurred {int} NOT NULL,
            recorded {int} NOT NULL,
            account {int} NOT NULL,
            batch {int},
            fields TEXT NOT NULL,
            refers {int},
            withdraws {int},
            payload {blob} NOT NULL,
            link {blob} NOT NULL,
            UNIQUE (subject_kind, subject, act)){strict}
        """,
        """
        CREATE INDEX journal_batch ON journal (batch, subject_kind, subject, act) WHERE batch IS NOT NULL
        """,
        """
        CREATE INDEX journal_visit ON journal (subject, occurred)
        WHERE subject_kind = 'case' AND kind = 'visited'
        """,
        "CREATE TABLE chain (name TEXT NOT NULL PRIMARY KEY, seq {int} NOT NULL, link {blob} NOT NULL){strict}",
        "CREATE TABLE counter (kind TEXT NOT NULL PRIMARY KEY, last {int} NOT NULL){strict}",
        """
        CREATE TABLE once (
            token TEXT NOT NULL PRIMARY KEY, subject_kind TEXT NOT NULL, subject {int} NOT NULL,
            recorded {int} NOT NULL){strict}
        """,
        "CREATE TABLE key_proof (id {id}, sealed {blob} NOT NULL, keyed {blob} NOT NULL){strict}",
    ]

    private static let audit = [
        """
        CREATE TABLE audit (
            seq {id},
            at {int} NOT NULL,
            account {int} NOT NULL,
            action TEXT NOT NULL,
            subject_kind TEXT,
            subject {int},
            detail TEXT NOT NULL,
            link {blob} NOT NULL){strict}
        """,
        "CREATE INDEX audit_subject ON audit (subject_kind, subject, seq)",
    ]

    private static let places = [
        """
        CREATE TABLE unit (
            id {id}, level TEXT NOT NULL, parent {int}, code TEXT, since_day {int} NOT NULL, until_day {int},
            version {int} NOT NULL, state {blob} NOT NULL){strict}
        """,
        "CREATE INDEX unit_parent ON unit (parent, level, id)",
        """
        CREATE TABLE household (
            id {id}, village {int} NOT NULL, number TEXT NOT NULL, dissolved {int} NOT NULL,
            version {int} NOT NULL, state {blob} NOT NULL){strict}
        """,
        "CREATE INDEX household_number ON household (village, number)",
        """
        CREATE TABLE round (
            id {id}, village {int} NOT NULL, year {int} NOT NULL, version {int} NOT NULL,
            state {blob} NOT NULL){strict}
        """,
        "CREATE UNIQUE INDEX round_village ON round (village, year)",
        "CREATE INDEX round_year ON round (year, id)",
    ]

    private static let people = [
        // `sort` is the name's pinyin and then the name; `card` is sealed: what lists show. The days between
        // which the person is of working age stand open, since the survey is counted by them.
        """
        CREATE TABLE person (
            id {id},
            town {int} NOT NULL,
            village {int} NOT NULL,
            household {int} NOT NULL,
            roll {int} NOT NULL,
            sort TEXT NOT NULL,
            name TEXT NOT NULL,
            presence TEXT NOT NULL,
            left_on {int},
            merged_into {int},
            working_from {int} NOT NULL,
            working_until {int} NOT NULL,
            survey_round {int},
            survey_state TEXT,
            survey_act {int},
            survey_on {int},
            survey_edition {int},
            identity_key {blob},
            tail_key {blob},
            mobile_key {blob},
            home_key {blob},
            version {int} NOT NULL,
            case_id {int},
            categories {int} NOT NULL DEFAULT 0,
            visit_class {int},
            card {blob} NOT NULL,
            state {blob} NOT NULL){strict}
        """,
        "CREATE INDEX person_order ON person (roll, sort, id)",
        "CREATE INDEX person_order_town ON person (roll, town, sort, id)",
        "CREATE INDEX person_order_village ON person (roll, village, sort, id)",
        "CREATE INDEX person_household ON person (household, roll)",
        "CREATE INDEX person_identity ON person (identity_key) WHERE identity_key IS NOT NULL",
        "CREATE INDEX person_tail ON person (tail_key, town, village) WHERE tail_key IS NOT NULL",
        "CREATE INDEX person_mobile ON person (mobile_key) WHERE mobile_key IS NOT NULL",
        "CREATE INDEX person_home ON person (home_key) WHERE home_key IS NOT NULL",
    ]

    private static let cases = [
        """
        CREATE TABLE assistance_case (
            id {id}, person {int} NOT NULL REFERENCES person (id), town {int} NOT NULL,
            village {int} NOT NULL, live {int} NOT NULL, sort TEXT NOT NULL, categories {int} NOT NULL,
            visit_class {int}, version {int} NOT NULL, state {blob} NOT NULL){strict}
        """,
        "CREATE INDEX assistance_case_person ON assistance_case (person, live, id)",
        "CREATE UNIQUE INDEX assistance_case_live ON assistance_case (person) WHERE live = 1",
        "CREATE INDEX assistance_case_village ON assistance_case (village, id)",
        """
        CREATE TABLE import_batch (
            id {id}, kind TEXT NOT NULL, digest TEXT NOT NULL, town {int} NOT NULL, village {int} NOT NULL,
            undone {int} NOT NULL, version {int} NOT NULL, state {blob} NOT NULL){strict}
        """,
        "CREATE INDEX import_batch_digest ON import_batch (digest, kind, undone, id)",
        "CREATE INDEX import_batch_town ON import_batch (town, id)",
        "CREATE INDEX import_batch_village ON import_batch (village, id)",
    ]

    private static let accounts = [
        """
        CREATE TABLE account (
            id {id}, login TEXT NOT NULL UNIQUE, version {int} NOT NULL, state {blob} NOT NULL){strict}
        """,
        """
        CREATE TABLE credential (
            account {id}, hash TEXT NOT NULL, failures {int} NOT NULL, locked_until {int}){strict}
        """,
        """
        CREATE TABLE session (
            digest TEXT NOT NULL PRIMARY KEY, account {int} NOT NULL, began {int} NOT NULL,
            last_seen {int} NOT NULL, seed TEXT NOT NULL){strict}
        """,
        "CREATE INDEX session_account ON session (account)",
        "CREATE TABLE calendar (year {id}, content TEXT NOT NULL){strict}",
    ]

    private static let sheets = [
        """
        CREATE TABLE sheet (
            sheet TEXT NOT NULL PRIMARY KEY, person {int} NOT NULL, act {int} NOT NULL,
            round {int} NOT NULL){strict}
        """,
        """
        CREATE TABLE draft (
            sheet TEXT NOT NULL PRIMARY KEY, account {int} NOT NULL, interviewed {int} NOT NULL,
            content {blob} NOT NULL){strict}
        """,
        "CREATE INDEX draft_account ON draft (account, interviewed, sheet)",
    ]
}
