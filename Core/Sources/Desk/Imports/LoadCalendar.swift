// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 导入放假安排: takes over the calendar of a year; duties follow with the next nightly derivation.
    ///
    /// - Parameters:
    ///   - text: the file as the policy reads it, kept whole.
    ///   - digest: SHA-256 in hex.
    /// - Returns: whether anything changed; the same text again does not.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func loadCalendar(
        year: Int, text: String, digest: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Bool {
        guard let district = tree.district else { throw Refusal.notAllowed(.changeCalendar) }
        try actor.require(.changeCalendar, at: district.id, in: tree)
        guard try await store.loadedCalendars()[year] != text else { return false }
        // First the act: should the machine stop between, the file sent again does both once more.
        let version = try await store.history(of: .policy).count
        var change = change(by: actor, once: once, answer: .policy)
        change.append(
            .policy(.calendarLoaded(year: year, digest: digest)), to: .policy, after: version, on: today)
        change.audit.append(
            AuditNote(
                at: now, by: actor.account, action: .policyChanged, subject: .policy,
                detail: "calendar \(year)"))
        _ = try await commit(change)
        try await store.save(calendar: text, year: year)
        return true
    }
}
