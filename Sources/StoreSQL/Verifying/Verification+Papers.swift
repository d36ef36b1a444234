// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension Verification {
    /// Every series of numbers counts from one without gaps or doubles, and each number has its act in the
    /// journal, of a kind that the paper tells of. An act withdrawn since then keeps its number.
    mutating func checkPapers() throws {
        let papers = try connection.all(PaperSQL.read + " ORDER BY unit, kind, year, number, case_id, act") {
            row in
            do { return Issued.read(try IssuedPaper(row)) } catch is StoreFailure {
                return Issued.unknown(kind: row.text(1), unit: row.integer(3))
            }
        }
        var last: PaperNumber?
        for paper in papers {
            switch paper {
            case .unknown(let kind, let unit):
                faults.append(.unknownPaper(unit: UnitID(unit), kind: kind))
            case .read(let paper):
                check(paper.number, after: last)
                last = paper.number
                try checkAct(of: paper)
            }
        }
        try checkPiles()
    }

    private enum Issued {
        case read(IssuedPaper)
        case unknown(kind: String, unit: Int)
    }

    private mutating func check(_ number: PaperNumber, after last: PaperNumber?) {
        let before = last.map { $0.isOfSameSeries(as: number) ? $0.number : 0 } ?? 0
        if number.number == before || number.number < 1 {
            faults.append(.doubledNumber(number))
        } else if number.number != before + 1 {
            faults.append(.missingNumbers(number, from: before + 1))
        }
    }

    private mutating func checkAct(of paper: IssuedPaper) throws {
        let entry = try? connection.first(
            """
            SELECT act, occurred, recorded, account, batch, shape, payload FROM journal
            WHERE subject_kind = 'case' AND subject = ? AND act = ?
            """, [.integer(paper.caseID.number), .integer(paper.act.number)]
        ) { try Reading(connection, keys: keys).historyEntry(of: .assistanceCase(paper.caseID), $0, from: 0) }
        if case .assistanceCase(let event) = entry?.event, paper.kind.follows(event) { return }
        faults.append(.paperWithoutAct(paper.number, case: paper.caseID, act: paper.act))
    }

    /// Every numbered paper of a pile went out under a number, and no pile is without its head.
    private mutating func checkPiles() throws {
        let papers = try connection.all(
            """
            SELECT print_paper.run, print_run.kind, paper.number FROM print_paper
            LEFT JOIN print_run ON print_run.id = print_paper.run
            LEFT JOIN paper ON paper.case_id = print_paper.case_id AND paper.kind = print_run.kind
                AND paper.act = print_paper.act
            """
        ) { (run: $0.integer(0), kind: PaperKind(rawValue: $0.text(1)), isNumbered: !$0.isNull(2)) }
        let broken = papers.filter { $0.kind?.isNumbered != $0.isNumbered }.map(\.run)
        faults += Set(broken).sorted().map { .brokenPile($0) }
    }
}

extension PaperNumber {
    fileprivate func isOfSameSeries(as other: PaperNumber) -> Bool {
        unit == other.unit && kind == other.kind && year == other.year
    }
}
