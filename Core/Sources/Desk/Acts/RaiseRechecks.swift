// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 情况变化提醒复核: raises a check in every case whose facts no longer bear out the confirmed categories (L.03).
    ///
    /// A daily act, a proposal and no decision (L.11): the town looks, and a person says whether the conditions still
    /// hold. What was raised once is not raised again, so that a second run finds nothing.
    /// - Parameter page: how many cases are taken at a time.
    /// - Returns: how many checks were raised.
    /// - Throws: ``StoreFailure`` other than a conflict.
    public func raiseRechecks(page: Int = 500) async throws -> Int {
        guard let district = tree.district else { return 0 }
        let actor = Actor.system(district: district.id)
        let stages = Set(CaseStage.allCases).subtracting([.listed, .employed, .ended])
        let query = CaseQuery(scope: .district, stages: stages)
        var raised = 0
        var cursor: Cursor?
        repeat {
            let slice = try await store.cases(query, after: cursor, limit: page)
            for row in slice.rows where try await raise(row, by: actor) { raised += 1 }
            cursor = slice.next
        } while cursor != nil
        return raised
    }

    /// What of a case's categories the facts of today no longer bear out, whether it was raised already or not.
    ///
    /// - Throws: ``StoreFailure``.
    public func recheckCauses(of found: AssistanceCase, as person: Person) async throws -> [RecheckCause] {
        guard found.isLive, found.recognition.recognised != nil, found.care.job == nil else { return [] }
        return found.listing.changes(against: try await proposal(for: person, on: today).findings)
    }

    private func raise(_ row: LedgerRow, by actor: Actor) async throws -> Bool {
        var found = row.assistanceCase
        let causes = found.unseen(try await recheckCauses(of: found, as: row.person))
        guard !causes.isEmpty else { return false }
        var change = change(by: actor, once: nil, answer: .assistanceCase(found.id))
        found.take(.recognition(.recheckRaised(causes)), on: today, into: &change)
        change.states.append(.assistanceCase(found))
        do {
            _ = try await commit(change)
            return true
        } catch StoreFailure.conflict {
            return false
        }
    }
}
