// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Sheets

extension ImportRunner {
    func runUnits(
        _ source: ImportSource, _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        let villages = VillageBook(office.tree, on: office.today)
        let checked = try await check(source, UnitColumns.table, &report) { row, columns in
            guard !row.draft.town.isEmpty else { return }
            row.draft.townID = villages.town(row.draft.town)
            guard row.draft.townID == nil,
                case .fault(let id, let says) = villages.unknownTown(row.draft.town)
            else { return }
            row.faults.append(columns.fault(row.number, at: id, says))
        }
        guard let checked else { return }
        let rows = checked.read.rows.filter(\.isSound).compactMap { row in
            row.draft.townID.map {
                UnitRow(row: row.number, town: $0, name: row.draft.name, code: row.draft.code)
            }
        }
        let plan = try await office.planUnits(rows, by: actor)
        try await finish(
            checked, plan, place: { ($0.place.rollColumn, $0.reason.sentence(in: office)) }, options, actor,
            &report)
    }
}
