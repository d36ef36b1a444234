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
        let all = Array(zip(lines, file.duties))
        guard !all.isEmpty else { return .nothing("没有办理期限。") }
        let open = all.filter { $0.1.obligation.standing(on: file.today).isPending }
        let settled = all.filter { !$0.1.obligation.standing(on: file.today).isPending }
        return (open.isEmpty ? .nothing("没有待办的期限。") : table(open, "待办的期限", isOpen: true))
            + .when(
                !settled.isEmpty,
                .disclosure("已有结果的（\(settled.count)项）", table(settled.reversed(), "已有结果的期限", isOpen: false)))
    }

    private func table(_ duties: [(WorkLine, DutyRow)], _ caption: String, isOpen: Bool) -> HTML {
        var columns = [
            Column("事项"), Column("状态", .state), Column("办理期限"), Column("负责"), Column("依据"),
        ]
        if isOpen { columns.append(Column("办理", .acts)) }
        return DataTable(
            columns: columns, rows: duties.map { row($0, $1, isOpen: isOpen) }, caption: caption
        ).html
    }

    private var mayWaive: Bool { file.rights.contains(.waiveDuty) && file.found.isLive }

    private func row(_ line: WorkLine, _ duty: DutyRow, isOpen: Bool) -> Row {
        let standing = duty.obligation.standing(on: file.today)
        let state =
            standing.isPending ? line.due : Tag(standing.words, standing == .metLate ? .orange : .green)
        var cells: [Cell] = [
            .text(line.title), .tag(state),
            .text(standing.isPending ? line.dueWords : duty.obligation.due.inDocuments), .text(owner(duty)),
            .html(.why(line.because)),
        ]
        if isOpen { cells.append(.html(acts(line, duty.obligation))) }
        return Row(cells, tone: standing == .overdue ? .red : nil)
    }

    /// The form that meets it, and for a supervisor the one that lets it off.
    private func acts(_ line: WorkLine, _ duty: Obligation) -> HTML {
        .with(line.act) { .a($0.link, $0.label) + " " } + .when(mayWaive, .a(waiver(duty), "批准免办"))
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
