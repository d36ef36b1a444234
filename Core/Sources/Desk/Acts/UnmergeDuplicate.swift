// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 撤销合并: the two were different people after all; what the merger did to their cases is undone (01.r1).
    ///
    /// A case that the merger opened ends, unless more was done in it since.
    /// - Throws: ``Refusal/notMerged``, other refusals; ``StoreFailure``.
    public func unmergeDuplicate(
        _ id: PersonID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        let person = try await demand(person: id)
        guard case .merged(let keptID) = person.presence else { throw Refusal.notMerged }
        var kept = try await demand(person: keptID)
        let village = try successor(of: person.village)
        try actor.require(.settle, at: village, in: tree)
        try actor.require(.settle, at: kept.village, in: tree)
        try check(day, by: actor, at: village)
        guard person.version == version else { throw StoreFailure.conflict(.person(id)) }

        let merger = try await store.history(of: .person(id)).last { $0.event.kind == .merged }
        var change = change(by: actor, once: once, answer: .person(id))
        bringBack(person, .unmerged(reason: reason), to: village, reason, on: day, into: &change)
        kept.take(.released(id), on: day, into: &change)
        change.states.append(.person(kept))
        if let merger {
            try await reviveCase(of: id, at: village, endedBy: merger, reason, into: &change)
            try await endCase(of: keptID, openedBy: merger, reason, on: day, into: &change)
        }
        return try await commit(change)
    }

    /// Withdraws the ending that the merger wrote into the duplicate's case.
    private func reviveCase(
        of id: PersonID, at village: UnitID, endedBy merger: HistoryEntry, _ reason: String,
        into change: inout Change
    ) async throws {
        guard let found = try await store.newestCase(of: id), found.ended?.reason == .duplicate else {
            return
        }
        let history = try await store.history(of: .assistanceCase(found.id))
        guard let ending = history.last, ending.recorded == merger.recorded else { return }
        let event = CaseEvent.withdrawn(ending.id, reason: reason)
        change.append(
            .assistanceCase(event), to: .assistanceCase(found.id), after: found.version, on: today)
        let entry = Recorded(
            id: ActID(found.version + 1), occurred: today, recorded: now, by: change.by, event: event)
        guard var after = AssistanceCase(replaying: history.caseEvents + [entry], id: found.id) else {
            throw StoreFailure.damaged("a case without its first act")
        }
        if after.village != village { after.take(.relocated(village: village), on: today, into: &change) }
        change.states.append(.assistanceCase(after))
    }

    /// Ends the case that the merger opened for the kept person, if nothing else was done in it.
    private func endCase(
        of id: PersonID, openedBy merger: HistoryEntry, _ reason: String, on day: Day,
        into change: inout Change
    ) async throws {
        guard var found = try await store.newestCase(of: id), found.isLive else { return }
        let history = try await store.history(of: .assistanceCase(found.id))
        guard history.allSatisfy({ $0.recorded == merger.recorded }) else { return }
        found.take(.ended(.ineligible, note: reason), on: day, into: &change)
        change.states.append(.assistanceCase(found))
    }
}
