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
            return state.issue(order, by: printing.by)
        }
    }

    public func lastSerial(of unit: UnitID, _ series: Series, year: Int) async throws -> Int {
        read { $0.lastSerial(of: unit, series, year: year) }
    }

    public func issuedPapers(of id: CaseID) async throws -> [IssuedPaper] {
        read { state in
            state.papers.filter { $0.caseID == id }.sorted {
                ($0.kind.rawValue, $0.act) < ($1.kind.rawValue, $1.act)
            }
        }
    }

    public func issuedPapers(
        _ kind: PaperKind, of ids: [CaseID]
    ) async throws -> [CaseID: [IssuedPaper]] {
        let asked = Set(ids)
        return read { state in
            Dictionary(
                grouping: state.papers.filter { $0.kind == kind && asked.contains($0.caseID) }, by: \.caseID
            ).mapValues { $0.sorted { $0.act < $1.act } }
        }
    }

    public func print(
        _ order: PrintOrder, audit: [AuditNote], at: Instant, by account: AccountID
    ) async throws -> PrintRun {
        try write { state in
            if let known = state.printRuns.first(where: { $0.once == order.once }) { return known.run }
            if let changed = order.entries.first(where: { state.differs($0, order.kind) }) {
                throw StoreFailure.conflict(.assistanceCase(changed.caseID))
            }
            state.audit += audit
            let papers = order.entries.map { state.put(out: $0, of: order, by: account) }
            let run = PrintRun(
                id: PrintRunID(state.printRuns.count + 1), kind: order.kind, unit: order.unit,
                shape: order.shape, by: account, at: at, on: order.on, papers: papers)
            state.printRuns.append((order.once, run))
            return run
        }
    }

    public func printRun(_ id: PrintRunID) async throws -> PrintRun? {
        read { state in state.printRuns.first { $0.run.id == id }?.run }
    }

    public func printRun(asked once: OnceKey) async throws -> PrintRun? {
        read { state in state.printRuns.first { $0.once == once }?.run }
    }

    public func printRuns(of account: AccountID, limit: Int) async throws -> [PrintRun] {
        read { state in
            Array(state.printRuns.map(\.run).filter { $0.by == account }.reversed().prefix(max(limit, 0)))
        }
    }
}

extension MemoryState {
    fileprivate func issued(_ kind: PaperKind, _ act: ActID, of id: CaseID) -> IssuedPaper? {
        papers.first { $0.caseID == id && $0.kind == kind && $0.act == act }
    }

    /// Whether a case is otherwise than it was read.
    fileprivate func differs(_ entry: PrintOrder.Entry, _ kind: PaperKind) -> Bool {
        let isIssued = entry.act.map { issued(kind, $0, of: entry.caseID) != nil } ?? false
        return cases[entry.caseID]?.version != entry.version
            || (kind.isNumbered && isIssued != entry.wasIssued)
    }

    fileprivate mutating func put(
        out entry: PrintOrder.Entry, of order: PrintOrder, by account: AccountID
    ) -> PrintRun.Paper {
        guard order.kind.isNumbered, let act = entry.act else {
            return PrintRun.Paper(caseID: entry.caseID, act: entry.act, number: nil, isReprint: false)
        }
        let (paper, isReprint) = issue(
            PaperOrder(
                caseID: entry.caseID, kind: order.kind, act: act, unit: entry.series, on: order.on),
            by: account)
        return PrintRun.Paper(caseID: entry.caseID, act: act, number: paper.number, isReprint: isReprint)
    }

    fileprivate mutating func issue(
        _ order: PaperOrder, by account: AccountID
    ) -> (paper: IssuedPaper, isReprint: Bool) {
        if let known = issued(order.kind, order.act, of: order.caseID) { return (known, true) }
        let year = order.on.year
        let drawn = papers.count {
            $0.number.unit == order.unit && $0.kind == order.kind && $0.number.year == year
        }
        let paper = IssuedPaper(
            caseID: order.caseID, act: order.act,
            number: PaperNumber(unit: order.unit, kind: order.kind, year: year, number: drawn + 1),
            on: order.on, by: account)
        papers.append(paper)
        return (paper, false)
    }
}
