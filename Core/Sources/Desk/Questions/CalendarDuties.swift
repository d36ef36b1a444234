// SPDX-License-Identifier: Apache-2.0
import Assistance

extension Office {
    /// What a worker's calendar shows: the own open duties, late ones and those due within
    /// ``WorkSpan/aheadDays`` days, by the same rules as the worklist.
    ///
    /// - Parameter limit: how many at most; a calendar of thousands serves nobody.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func calendarDuties(of account: Account, limit: Int = 1000) async throws -> [DutyRow] {
        try await worklist(span: .ahead, limit: limit, by: account.actor).rows
    }
}
