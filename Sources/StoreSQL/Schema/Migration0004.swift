// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Where each case stands and who helps, and which account a duty falls to.
    ///
    /// Cases of before rounds of help are listed only, as the defaults say; their duties fall to whole offices.
    /// Those that ended, or that began anew after it, stand otherwise: their rows are folded anew from the
    /// journal, which alone knows why they ended.
    static let rounds = Migration(number: 4, name: "cases", refolds: ["case-closed", "case-reopened"]) { _ in
        caseColumns + caseIndexes + duties
    }

    // `counted`: live, or ended as stable (00.goal). `helper`: of live cases only.
    private static let caseColumns = [
        "ALTER TABLE assistance_case ADD COLUMN stage TEXT NOT NULL DEFAULT 'listed'",
        "ALTER TABLE assistance_case ADD COLUMN goal {int} NOT NULL DEFAULT 0",
        "ALTER TABLE assistance_case ADD COLUMN counted {int} NOT NULL DEFAULT 1",
        "ALTER TABLE assistance_case ADD COLUMN helper {int}",
    ]

    private static let caseIndexes = [
        """
        CREATE INDEX assistance_case_counted ON assistance_case
        (village, sort, id, counted) WHERE counted = 1
        """,
        """
        CREATE INDEX assistance_case_counted_town ON assistance_case
        (town, village, sort, id, counted) WHERE counted = 1
        """,
        """
        CREATE INDEX assistance_case_sum ON assistance_case
        (village, stage, goal, helper, counted) WHERE counted = 1
        """,
        """
        CREATE INDEX assistance_case_goal ON assistance_case
        (goal, village, sort, id, counted) WHERE counted = 1
        """,
        """
        CREATE INDEX assistance_case_goal_town ON assistance_case
        (goal, town, village, sort, id, counted) WHERE counted = 1
        """,
        "CREATE INDEX assistance_case_stage ON assistance_case (stage, village, sort, id, goal)",
        "CREATE INDEX assistance_case_stage_town ON assistance_case (stage, town, village, sort, id, goal)",
        """
        CREATE INDEX assistance_case_helper ON assistance_case
        (helper, village, sort, id, town, stage, goal, counted) WHERE helper IS NOT NULL
        """,
    ]

    // Worklists test the account in their index; what units owe is counted unit by unit.
    private static let duties =
        ["ALTER TABLE duty ADD COLUMN account {int}"]
        + ["", "town", "village"].flatMap { scope in
            let name = scope.isEmpty ? "duty_work" : "duty_work_" + scope
            let columns = (scope.isEmpty ? "" : scope + ", ") + "hardness, due, id, " + tests
            return ["DROP INDEX \(name)", "CREATE INDEX \(name) ON duty (\(columns)) WHERE owed = 1"]
        }
        + ["CREATE INDEX duty_owed ON duty (unit, rule, \(owedTests)) WHERE owed = 1"]

    private static let tests =
        "owner, rule, opens, lapses, leaves, pause_first, pause_until, owed, account"
    private static let owedTests =
        "owner, opens, due, lapses, leaves, pause_first, pause_until, account, owed"
}
