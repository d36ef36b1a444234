// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite(
    "Absences, waivers and new rounds under the shipped rows · 03.w2 03.r2 06.w2 spec/flow.md Counting days")
struct RowsAwayTests {
    private static let contact = "2026-03-02 recognised"

    /// Two working days are counted again from the return.
    static let single = RowCase.table(
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-03 suspended until=2026-04-01; 2026-03-09 resumed",
            [
                ("2026-03-05", ["2026-03-11 suspended"]), ("2026-03-08", ["2026-03-11 suspended"]),
                ("2026-03-09", ["2026-03-11 open"]), ("2026-03-11", ["2026-03-11 due_today"]),
                ("2026-03-12", ["2026-03-11 overdue"]),
            ]),
        // No day to look again: it waits as long as nobody says so.
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-03 suspended", [("2026-06-01", ["2026-03-04 suspended"])]),
        // Away once more before the new last day; away only after the first one; done before leaving.
        RowCase.on(
            "aide.contact",
            "\(contact); 2026-03-03 suspended until=2026-03-16; 2026-03-17 suspended until=2026-03-23",
            [("2026-03-18", ["2026-03-25 suspended"]), ("2026-03-25", ["2026-03-25 due_today"])]),
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-05 suspended until=2026-03-16",
            [("2026-03-16", ["2026-03-04 overdue"])]),
        RowCase.on(
            "aide.contact",
            "\(contact); 2026-03-03 contacted by=aide; 2026-03-04 suspended until=2026-03-16",
            [("2026-03-04", ["2026-03-04 met"])]),
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-03 suspended until=2026-09-30",
            [("2026-09-30", ["2026-10-09 open"])]))

    @Test(arguments: single)
    func `03.w2 a single deadline waits for the person and begins anew with the return`(row: RowCase) throws {
        try row.check()
    }

    /// A period waits, and falls away when fewer than a third of its days are left after the return.
    static let grid = RowCase.table(
        RowCase.on(
            "aide.weekly", "2026-03-02 aide-assigned; 2026-03-03 suspended until=2026-03-05",
            [
                ("2026-03-04", ["2026-W10 2026-03-08 suspended"]),
                ("2026-03-05", ["2026-W10 2026-03-08 open"]),
                ("2026-03-08", ["2026-W10 2026-03-08 due_today"]),
            ]),
        RowCase.on(
            "aide.weekly", "2026-03-02 aide-assigned; 2026-03-03 suspended until=2026-03-06",
            [("2026-03-05", ["2026-W10 2026-03-08 suspended"]), ("2026-03-06", ["2026-W10 2026-03-08 void"])]),
        RowCase.on(
            "plan.review", "2026-03-02 plan-adopted plan=personal; 2026-03-05 suspended until=2026-03-20",
            [("2026-03-31", ["2026-03 2026-03-31 due_today"])]),
        RowCase.on(
            "plan.review", "2026-03-02 plan-adopted plan=personal; 2026-03-05 suspended until=2026-03-21",
            [("2026-03-31", ["2026-03 2026-03-31 void"])]))

    @Test(arguments: grid)
    func `03.r2 06.w2 a period waits for the person and falls away when too little of it is left`(
        row: RowCase
    )
        throws
    {
        try row.check()
    }

    static let waived = RowCase.table(
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-04 duty-waived rule=aide.contact >1",
            [
                ("2026-03-03", ["2026-03-04 open"]), ("2026-03-04", ["2026-03-04 waived"]),
                ("2026-03-05", ["2026-03-04 waived"]),
            ]),
        // It lets off this rule, of this start, in this period, and nothing that is done.
        RowCase.on(
            "first.vacancy", "\(contact); 2026-03-04 duty-waived rule=aide.contact >1",
            [("2026-03-06", ["2026-03-05 overdue"])]),
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-03 recognised; 2026-03-04 duty-waived rule=aide.contact >2",
            [("2026-03-05", ["2026-03-04 overdue", "2026-03-05 waived"])]),
        RowCase.on(
            "aide.contact",
            "\(contact); 2026-03-03 contacted by=aide; 2026-03-04 duty-waived rule=aide.contact >1",
            [("2026-03-05", ["2026-03-04 met"])]),
        RowCase.on(
            "aide.weekly",
            "2026-03-05 aide-assigned; 2026-03-09 duty-waived rule=aide.weekly period=2026-W10 >1",
            [("2026-03-09", ["2026-W10 2026-03-08 waived", "2026-W11 2026-03-15 open"])]))

    @Test(arguments: waived)
    func `03.w2 03.r2 a waiver lets off one duty`(row: RowCase) throws { try row.check() }

    static let rounds = RowCase.table(
        RowCase.on(
            "aide.contact", "\(contact); 2026-03-03 case-reopened level=village",
            [("2026-03-02", ["2026-03-04 open"]), ("2026-03-03", ["2026-03-04 void"])]),
        RowCase.on(
            "aide.weekly", "2026-03-02 aide-assigned; 2026-03-10 case-reopened; 2026-03-12 aide-assigned",
            [
                (
                    "2026-03-15",
                    [
                        "2026-W10 2026-03-08 overdue", "2026-W11 2026-03-15 void",
                        "2026-W11 2026-03-15 due_today",
                    ]
                )
            ]))

    @Test(arguments: rounds)
    func `03.w2 03.r2 a new round has duties of its own`(row: RowCase) throws { try row.check() }

    @Test func `03.w2 what is withdrawn met nothing`() throws {
        let told = try DeadlinesSamples.journal(["2026-03-02 recognised", "2026-03-03 contacted by=aide"])
        let after = try DeadlinesSamples.day("2026-03-05")
        let withdrawal = Act(id: 3, kind: .withdrawn, occurred: after, withdraws: 2)
        let pack = try RowDesk.pack()
        let states = [told, Journal(acts: told.acts + [withdrawal])].map { journal in
            obligations(of: journal, under: pack.rules, calendar: pack.calendar, through: after)
                .first { $0.rule == "aide.contact" }?.standing(on: after)
        }
        #expect(states == [.met, .overdue])
    }
}
