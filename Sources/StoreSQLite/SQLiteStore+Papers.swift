// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import StoreSQL

extension SQLiteStore: PaperStore {
    public func issue(
        _ order: PaperOrder, printing: AuditNote
    ) async throws -> (paper: IssuedPaper, isReprint: Bool) {
        try await queue.write { try $0.issue(order, printing: printing) }
    }

    public func issuedPapers(of id: CaseID) async throws -> [IssuedPaper] {
        try readHere { try $0.issuedPapers(of: id) }
    }
}
