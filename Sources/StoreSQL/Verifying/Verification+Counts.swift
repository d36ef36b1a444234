// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension Verification {
    /// Current rows that no journal accounts for.
    mutating func findRowsWithoutJournal() throws {
        for table in StateTable.allCases {
            let rows = try connection.all(
                """
                SELECT id FROM \(table.rawValue) WHERE NOT EXISTS (
                    SELECT 1 FROM journal WHERE subject_kind = ? AND subject = id) ORDER BY id
                """, [.text(table.kind.rawValue)]
            ) { $0.integer(0) }
            faults += rows.map { .missingJournal(Subject(kind: table.kind, number: $0)) }
        }
    }

    /// Rows that only repeat others are as many as those.
    mutating func compareCounts() throws {
        try compare("person_text", with: "SELECT count(*) FROM person", "SELECT count(*) FROM person_text")
        try compare(
            "sheet", with: "SELECT count(*) FROM journal WHERE kind = 'surveyed' AND subject_kind = 'person'",
            """
            SELECT count(*) FROM sheet JOIN journal ON journal.subject_kind = 'person'
                AND journal.subject = sheet.person AND journal.act = sheet.act AND journal.kind = 'surveyed'
            """)
        // A message tells of an act that is there, whether or not it was withdrawn since.
        try compare(
            "outbox", with: "SELECT count(*) FROM outbox",
            """
            SELECT count(*) FROM outbox JOIN journal ON journal.subject_kind = 'case'
                AND journal.subject = outbox.case_id AND journal.act = outbox.act
            WHERE journal.kind IN ('employed', 'employment-confirmed', 'employment-registered', 'job-lost')
            """)
        try compare(
            "recommendation", with: "SELECT count(*) FROM recommendation",
            "SELECT count(*) FROM recommendation JOIN assistance_case ON assistance_case.id = case_id")
        try compare(
            "person.case_id", with: "SELECT count(*) FROM assistance_case WHERE live = 1",
            """
            SELECT count(*) FROM person JOIN assistance_case found ON found.id = person.case_id
            WHERE found.live = 1 AND found.person = person.id AND found.categories = person.categories
                AND coalesce(found.visit_class, 0) = coalesce(person.visit_class, 0)
                AND found.sort = person.sort
            """)
        try compare(
            "person.case_id", with: "SELECT count(*) FROM assistance_case WHERE live = 1",
            "SELECT count(*) FROM person WHERE case_id IS NOT NULL")
    }

    private mutating func compare(_ name: String, with expectation: String, _ question: String) throws {
        let expected = try connection.number(expectation)
        let found = try connection.number(question)
        guard expected != found else { return }
        faults.append(.wrongCount(of: name, expected: expected, found: found))
    }
}
