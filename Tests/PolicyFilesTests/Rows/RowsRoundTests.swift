// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("Rows that a new round starts at its level · 06.r1 10.r2 11.r1")
struct RowsRoundTests {
    static let tables = [rows]

    static let rows = RowCase.table(
        [
            RowCase(
                "town.plan", "2026-03-02 case-reopened level=town", on: "2026-03-05", ["2026-03-05 due_today"]
            ),
            RowCase(
                "town.two", "2026-03-02 case-reopened level=town", on: "2026-03-05", ["2026-03-04 overdue"]),
            RowCase(
                "panel.meet", "2026-03-02 case-reopened level=district", on: "2026-03-05",
                ["2026-03-05 due_today"]),
        ],
        RowCase.silent(
            "town.plan",
            ["2026-03-02 case-reopened level=village", "2026-03-02 case-reopened level=district"],
            on: "2026-03-05"),
        RowCase.silent("town.two", ["2026-03-02 case-reopened level=village"], on: "2026-03-05"),
        RowCase.silent("panel.meet", ["2026-03-02 case-reopened level=town"], on: "2026-03-05"))

    @Test(arguments: rows)
    func `06.r1 10.r2 11.r1 a round that begins at a level starts that level's clocks`(row: RowCase) throws {
        try row.check()
    }
}
