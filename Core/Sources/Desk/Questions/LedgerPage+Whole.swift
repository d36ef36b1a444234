// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 导出完整台账: every line, to be written with ID numbers and phones whole. The purpose is put on the audit
    /// before anything leaves (design decision 8, L.05).
    ///
    /// - Throws: ``Refusal/reasonMissing`` without a purpose; ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func exportWholeLedger(
        _ category: HardshipCategory?, in unit: UnitID?, purpose: String, by actor: Actor
    ) async throws -> [LedgerPage.Line] {
        guard !purpose.isEmpty else { throw Refusal.reasonMissing }
        _ = try scope(.unmask, narrowedTo: unit, by: actor)
        let subject = unit ?? actor.unit(for: .unmask, in: tree)?.id
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .unmasked, subject: subject.map(Subject.unit),
                detail: "ledger \(category?.rawValue ?? "all"): \(purpose)")
        ])
        return try await exportLedger(category, in: unit, by: actor)
    }
}
