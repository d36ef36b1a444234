// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// Papers of a case that went out under a number, by kind and act.
    public func issuedPapers(of id: CaseID) throws -> [IssuedPaper] {
        try connection.all(
            PaperSQL.read + " WHERE case_id = ? ORDER BY kind, act", [.integer(id.number)], IssuedPaper.init)
    }

    /// The last number of a town's series in a year; 0 before the first.
    public func lastSerial(of unit: UnitID, _ series: Series, year: Int) throws -> Int {
        try SerialSQL.last(unit, series, year, connection)
    }

    /// Those of one kind, of many cases.
    public func issuedPapers(_ kind: PaperKind, of ids: [CaseID]) throws -> [CaseID: [IssuedPaper]] {
        try ids.reduce(into: [:]) { found, id in
            let papers = try connection.all(
                PaperSQL.read + " WHERE case_id = ? AND kind = ? ORDER BY act",
                [.integer(id.number), .text(kind.rawValue)], IssuedPaper.init)
            if !papers.isEmpty { found[id] = papers }
        }
    }

    /// A pile as it was printed.
    public func printRun(_ id: PrintRunID) throws -> PrintRun? {
        try connection.printRuns("id = ?", [.integer(id.number)]).first
    }

    /// The pile that a form sent before was answered with.
    public func printRun(asked once: OnceKey) throws -> PrintRun? {
        try connection.printRuns("token = ?", [.text(once.text)]).first
    }

    /// The newest piles of an account, newest first.
    public func printRuns(of account: AccountID, limit: Int) throws -> [PrintRun] {
        try connection.printRuns(
            "account = ? ORDER BY id DESC LIMIT ?", [.integer(account.number), .integer(max(limit, 0))])
    }
}

extension Connection {
    /// Piles found by a condition.
    func printRuns(_ condition: String, _ values: [SQLValue]) throws -> [PrintRun] {
        let heads = try all("SELECT \(PrintSQL.columns) FROM print_run WHERE \(condition)", values) { row in
            guard let kind = PaperKind(rawValue: row.text(1)), let shape = PrintShape(rawValue: row.text(3))
            else { throw StoreFailure.damaged("a pile of \(row.text(1)) as \(row.text(3))") }
            return PrintRun(
                id: PrintRunID(row.integer(0)), kind: kind, unit: UnitID(row.integer(2)), shape: shape,
                by: AccountID(row.integer(4)), at: Instant(millisecondsSince1970: Int64(row.integer(5))),
                on: Day(daysSince1970: row.integer(6)), papers: [])
        }
        return try heads.map { head in
            PrintRun(
                id: head.id, kind: head.kind, unit: head.unit, shape: head.shape, by: head.by, at: head.at,
                on: head.on, papers: try papers(of: head))
        }
    }

    private func papers(of run: PrintRun) throws -> [PrintRun.Paper] {
        try all(PrintSQL.papers, [.text(run.kind.rawValue), .integer(run.id.number)]) { row in
            let act = row.integer(1)
            let number =
                row.isNull(3)
                ? nil
                : PaperNumber(
                    unit: UnitID(row.integer(3)), kind: run.kind, year: row.integer(4),
                    number: row.integer(5))
            return PrintRun.Paper(
                caseID: CaseID(row.integer(0)), act: act == 0 ? nil : ActID(act), number: number,
                isReprint: row.integer(2) != 0)
        }
    }
}

enum PrintSQL {
    static let columns = "id, kind, unit, shape, account, recorded, day"
    static let papers = """
        SELECT print_paper.case_id, print_paper.act, print_paper.reprint, paper.unit, paper.year, paper.number
        FROM print_paper LEFT JOIN paper ON paper.case_id = print_paper.case_id AND paper.kind = ?
            AND paper.act = print_paper.act
        WHERE print_paper.run = ? ORDER BY print_paper.place
        """
}
