// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: PaperStore {
    public func issue(
        _ order: PaperOrder, printing: AuditNote
    ) async throws -> (paper: IssuedPaper, isReprint: Bool) {
        write { state in
            state.audit.append(printing)
            let known = state.papers.first {
                $0.caseID == order.caseID && $0.kind == order.kind && $0.act == order.act
            }
            if let known { return (known, true) }
            let year = order.on.year
            let drawn = state.papers.count {
                $0.number.unit == order.unit && $0.kind == order.kind && $0.number.year == year
            }
            let paper = IssuedPaper(
                caseID: order.caseID, act: order.act,
                number: PaperNumber(unit: order.unit, kind: order.kind, year: year, number: drawn + 1),
                on: order.on, by: printing.by)
            state.papers.append(paper)
            return (paper, false)
        }
    }

    public func issuedPapers(of id: CaseID) async throws -> [IssuedPaper] {
        read { state in
            state.papers.filter { $0.caseID == id }.sorted {
                ($0.kind.rawValue, $0.act) < ($1.kind.rawValue, $1.act)
            }
        }
    }
}
