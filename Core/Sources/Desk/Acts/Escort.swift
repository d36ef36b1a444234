// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 带领登记: the worker brought the person to the town (01.w5).
    ///
    /// The duty of 01.r4 is met only when the town has the application; the escort itself stands on record.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func recordEscort(
        of id: CaseID, version: Int, note: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await write(
            .escorted(by: actor.name, note: note), in: id, version: version, deed: .escort, on: day,
            by: actor, once: once)
    }

    /// 收到登记申请: the town has the person's application for registration (01.r4, 02.w1).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func receiveRegistration(
        of id: CaseID, version: Int, note: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let registered = try await demand(case: id).registered {
            throw Refusal.alreadyRegistered(on: registered)
        }
        return try await write(
            .registrationReceived(note: note), in: id, version: version, deed: .receiveRegistration, on: day,
            by: actor, once: once)
    }

    /// 不愿登记: the person does not want to be registered; the reason is kept (01.r4, 02.r5).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func waiveEscort(
        of id: CaseID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        return try await write(
            .escortWaived(reason: reason), in: id, version: version, deed: .escort, on: day, by: actor,
            once: once)
    }

    /// 撤销一条记录: an earlier act of the case never happened, and what followed is derived again.
    ///
    /// - Throws: ``Refusal/nothingToWithdraw`` for an act that is not there, is the first, or is withdrawn.
    public func withdraw(
        _ act: ActID, in id: CaseID, version: Int, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        let found = try await demand(case: id)
        try actor.require(.visit, at: found.village, in: tree)
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        let history = try await store.history(of: .assistanceCase(id))
        let standing = history.filter { entry in !history.contains { $0.event.withdraws == entry.id } }
        guard let target = standing.first(where: { $0.id == act }), act != ActID(1),
            target.event.withdraws == nil
        else { throw Refusal.nothingToWithdraw }
        let event = CaseEvent.withdrawn(act, reason: reason)
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        change.append(.assistanceCase(event), to: .assistanceCase(id), after: version, on: today)
        let entry = Recorded(
            id: ActID(version + 1), occurred: today, recorded: now, by: actor.account, event: event)
        guard let after = AssistanceCase(replaying: history.caseEvents + [entry], id: id) else {
            throw StoreFailure.damaged("a case without its first act")
        }
        change.states.append(.assistanceCase(after))
        return try await commit(change)
    }

    func write(
        _ event: CaseEvent, in id: CaseID, version: Int, deed: Deed, on day: Day, by actor: Actor,
        once: OnceKey?
    ) async throws -> Receipt {
        var found = try await demand(case: id)
        try actor.require(deed, at: found.village, in: tree)
        if let ended = found.ended { throw Refusal.caseClosed(ended.reason) }
        try check(day, by: actor, at: found.village)
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        found.take(event, on: day, into: &change)
        change.states.append(.assistanceCase(found))
        return try await commit(change)
    }
}

extension [HistoryEntry] {
    /// The events of a case's history.
    public var caseEvents: [Recorded<CaseEvent>] {
        compactMap { entry in
            guard case .assistanceCase(let event) = entry.event else { return nil }
            return Recorded(
                id: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by, event: event)
        }
    }
}
