// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 期限: everything owed in the case, who owes it, why, and what became of it.
struct CaseDuties {
    let file: CaseFile
    let lines: [WorkLine]

    var html: HTML {
        guard !lines.isEmpty else { return .nothing("没有办理期限。") }
        var columns = [
            Column("事项"), Column("状态", .state), Column("办理期限"), Column("负责"), Column("依据"),
        ]
        if mayWaive { columns.append(Column("办理", .acts)) }
        return DataTable(columns: columns, rows: zip(lines, file.duties).map(row), caption: "办理期限").html
    }

    private var mayWaive: Bool { file.rights.contains(.waiveDuty) && file.found.isLive }

    private func row(_ line: WorkLine, _ duty: DutyRow) -> Row {
        let standing = duty.obligation.standing(on: file.today)
        let state =
            standing.isPending ? line.due : Tag(standing.words, standing == .metLate ? .orange : .green)
        var cells: [Cell] = [
            .text(line.title), .tag(state),
            .text(standing.isPending ? line.dueWords : duty.obligation.due.inDocuments), .text(owner(duty)),
            .html(.why(line.because)),
        ]
        if mayWaive {
            cells.append(.html(.when(standing.isPending, .a(waiver(duty.obligation), "批准免办"))))
        }
        return Row(cells, tone: standing == .overdue ? .red : nil)
    }

    /// By name where somebody has it by name, else the office.
    private func owner(_ duty: DutyRow) -> String {
        let office = duty.obligation.owedBy.words
        return duty.account.flatMap { file.names[$0] }.map { "\($0)（\(office)）" } ?? office
    }

    private func waiver(_ duty: Obligation) -> Link {
        var query = [
            (name: "rule", value: duty.rule.name), (name: "anchor", value: String(duty.anchor.number)),
        ]
        if let period = duty.period?.key { query.append((name: "period", value: period)) }
        return Link("/cases/\(file.found.id.number)/waiver", query: query)
    }
}
