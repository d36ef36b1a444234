// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Questionnaire
import Sheets
import Wording

extension ImportRunner {
    func runRoll(
        _ source: ImportSource, _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        let finishing = RollFinish(
            villages: VillageBook(office.tree, on: office.today),
            identity: office.pack.identity.asOf(office.today))
        let table = RollColumns.table(form: office.pack.form)
        guard
            let checked = try await check(source, table, &report, finish: { finishing(&$0, $1) })
        else { return }
        let plan = try await office.planRoll(Self.rollRows(checked.read.rows), by: actor)
        try await finish(
            checked, plan, place: { ($0.place.rollColumn, $0.reason.sentence(in: office)) }, options, actor,
            &report)
    }

    /// The sound rows, each in its household: a row without 户号 joins the one above when its relation says so.
    static func rollRows(_ rows: [ReadRow<RollDraft>]) -> [RollRow] {
        var found: [RollRow] = []
        found.reserveCapacity(rows.count)
        var last: (village: UnitID, home: RollRow.Home)?
        for row in rows {
            guard let village = row.draft.village else { continue }
            let home = home(of: row.draft, in: village, after: last)
            last = (village, home)
            guard row.isSound else { continue }
            found.append(
                RollRow(
                    row: row.number, village: village, home: home, facts: row.draft.facts,
                    without: row.draft.without, isAsRegistered: row.draft.isAsRegistered))
        }
        return found
    }

    private static func home(
        of draft: RollDraft, in village: UnitID, after last: (village: UnitID, home: RollRow.Home)?
    ) -> RollRow.Home {
        guard draft.household.isEmpty else { return .number(draft.household) }
        let heads = ["", "户主", "本人", "户主本人"]
        guard let last, last.village == village, !heads.contains(draft.relation) else {
            return .row(draft.row)
        }
        return last.home
    }
}

extension RowPlace {
    /// The column of a roll or a list of units that the place is.
    var rollColumn: String {
        switch self {
        case .village: "village"
        case .code: "code"
        case .identity: "id_number"
        case .name: "name"
        case .household: "household"
        case .interviewed: "interviewed"
        case .sheet: "sheet"
        case .correction: "correction"
        case .item(let item): item.name
        case .employer: "employer"
        case .creditCode: "credit_code"
        case .post: "post"
        }
    }
}
