// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: PaperStore {
    public func issue(
        _ order: PaperOrder, printing: AuditNote
    ) async throws -> (paper: IssuedPaper, isReprint: Bool) {
        try await queue.write { try $0.issue(order, printing: printing) }
    }

    public func lastSerial(of unit: UnitID, _ series: Series, year: Int) async throws -> Int {
        try readHere { try $0.lastSerial(of: unit, series, year: year) }
    }

    public func issuedPapers(of id: CaseID) async throws -> [IssuedPaper] {
        try readHere { try $0.issuedPapers(of: id) }
    }

    public func issuedPapers(
        _ kind: PaperKind, of ids: [CaseID]
    ) async throws -> [CaseID: [IssuedPaper]] {
        try readHere { try $0.issuedPapers(kind, of: ids) }
    }

    public func print(
        _ order: PrintOrder, audit: [AuditNote], at: Instant, by account: AccountID
    ) async throws -> PrintRun {
        try await queue.write { try $0.print(order, audit: audit, at: at, by: account) }
    }

    public func printRun(_ id: PrintRunID) async throws -> PrintRun? { try readHere { try $0.printRun(id) } }

    public func printRun(asked once: OnceKey) async throws -> PrintRun? {
        try readHere { try $0.printRun(asked: once) }
    }

    public func printRuns(of account: AccountID, limit: Int) async throws -> [PrintRun] {
        try readHere { try $0.printRuns(of: account, limit: limit) }
    }
}
