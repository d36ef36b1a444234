// SPDX-License-Identifier: Apache-2.0

enum LedgerSQL {
    /// Found in the index alone, then the states of one page are opened.
    static func page(_ scope: ScopeFilter, category: Bool, isLater: Bool, join: String) -> String {
        """
        SELECT found.id, assistance_case.state, person.id, person.state FROM (
            SELECT id, village, sort FROM assistance_case WHERE live = 1\(scope.text)\
        \(category ? " AND categories & ? <> 0" : "")\
        \(isLater ? " AND (village, sort, id) > (?, ?, ?)" : "")
            ORDER BY village, sort, id LIMIT ?) found
        \(join) assistance_case ON assistance_case.id = found.id
        \(join) person ON person.id = assistance_case.person
        ORDER BY found.village, found.sort, found.id
        """
    }

    static func counts(_ scope: ScopeFilter) -> String {
        """
        SELECT village, categories, visit_class, count(*) FROM assistance_case
        WHERE live = 1\(scope.text) GROUP BY village, categories, visit_class
        """
    }

    static func visits(join: String) -> String {
        """
        SELECT found.id, found.person, person.name, found.visit_class, journal.act, journal.occurred,
            journal.recorded, journal.account, journal.batch, journal.shape, journal.payload
        FROM assistance_case found
        \(join) journal ON journal.subject_kind = 'case' AND journal.kind = 'visited'
            AND journal.subject = found.id
        \(join) person ON person.id = found.person
        WHERE found.village = ? AND journal.occurred BETWEEN ? AND ?
            AND NOT EXISTS (
                SELECT 1 FROM journal later WHERE later.subject_kind = 'case' AND later.subject = found.id
                    AND later.withdraws = journal.act)
        ORDER BY journal.occurred, found.id, journal.act
        """
    }
}
