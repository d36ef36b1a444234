// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension WriteSession {
    /// Puts a pile out: numbers, list and audit, or nothing.
    ///
    /// - Throws: ``StoreFailure/conflict(_:)`` where a case is otherwise than it was read.
    public mutating func print(
        _ order: PrintOrder, audit: [AuditNote], at: Instant, by account: AccountID
    ) throws -> PrintRun {
        if let known = try connection.printRuns("token = ?", [.text(order.once.text)]).first { return known }
        for entry in order.entries { try check(entry, order.kind) }
        for note in audit { try append(PreparedNote(note)) }
        let id = try connection.number("SELECT coalesce(max(id), 0) FROM print_run") + 1
        try connection.run(
            "INSERT INTO print_run (\(PrintSQL.columns), token) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(id), .text(order.kind.rawValue), .integer(order.unit.number),
                .text(order.shape.rawValue), .integer(account.number),
                .integer(Int(at.millisecondsSince1970)), .integer(Int(order.on.daysSince1970)),
                .text(order.once.text),
            ])
        var papers: [PrintRun.Paper] = []
        for entry in order.entries {
            let paper = try put(out: entry, of: order, by: account)
            try connection.run(
                "INSERT INTO print_paper (run, place, case_id, act, reprint) VALUES (?, ?, ?, ?, ?)",
                [
                    .integer(id), .integer(papers.count), .integer(paper.caseID.number),
                    .integer(paper.act?.number ?? 0), SQLValue(paper.isReprint),
                ])
            papers.append(paper)
        }
        return PrintRun(
            id: PrintRunID(id), kind: order.kind, unit: order.unit, shape: order.shape, by: account, at: at,
            on: order.on, papers: papers)
    }

    private func check(_ entry: PrintOrder.Entry, _ kind: PaperKind) throws {
        let version = try connection.first(
            "SELECT version FROM assistance_case WHERE id = ?", [.integer(entry.caseID.number)]
        ) { $0.integer(0) }
        let paper = try entry.act.flatMap { try issued(kind, $0, of: entry.caseID) }
        guard version == entry.version, (paper != nil) == entry.wasIssued else {
            throw StoreFailure.conflict(.assistanceCase(entry.caseID))
        }
    }

    private mutating func put(
        out entry: PrintOrder.Entry, of order: PrintOrder, by account: AccountID
    ) throws -> PrintRun.Paper {
        guard order.kind.isNumbered, let act = entry.act else {
            return PrintRun.Paper(caseID: entry.caseID, act: entry.act, number: nil, isReprint: false)
        }
        let (paper, isReprint) = try issue(
            PaperOrder(
                caseID: entry.caseID, kind: order.kind, act: act, unit: entry.series, on: order.on),
            by: account)
        return PrintRun.Paper(caseID: entry.caseID, act: act, number: paper.number, isReprint: isReprint)
    }
}
