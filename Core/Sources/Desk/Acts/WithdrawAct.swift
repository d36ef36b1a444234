// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 撤销一条记录: an earlier act of the case never happened, and what followed is derived again.
    ///
    /// What a visit told the registry goes with it, unless something newer was learnt since. A case always stands
    /// where its person lives, so that a relocation is not withdrawn but moved back by a move. Whoever may do an
    /// act may withdraw it (spec/flow.md, rule 5). What followed from it by itself goes with it; an act on which
    /// later ones rest is withdrawn after them.
    /// - Throws: ``Refusal/nothingToWithdraw`` for an act that is not there, is the first, or is withdrawn;
    ///   other refusals.
    public func withdraw(
        _ act: ActID, in id: CaseID, version: Int, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        let found = try await demand(case: id)
        let history = try await store.history(of: .assistanceCase(id)).caseEvents
        guard act != ActID(1), let target = history.standing(act) else {
            try actor.require(.seePeople, at: found.village, in: tree)
            throw Refusal.nothingToWithdraw
        }
        try require(target.event, of: found, by: actor)
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        let gone = [target] + history.consequences(of: target)
        if let later = history.resting(on: target, but: gone) {
            throw Refusal.procedure(.builtOn(later.event.kind, on: later.occurred))
        }
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        var whole = history
        for entry in gone {
            let event = CaseEvent.withdrawn(entry.id, reason: reason)
            let number = whole.count
            change.append(.assistanceCase(event), to: .assistanceCase(id), after: number, on: today)
            whole.append(
                Recorded(
                    id: ActID(number + 1), occurred: today, recorded: now, by: actor.account, event: event))
        }
        guard var after = AssistanceCase(replaying: whole, id: id) else {
            throw StoreFailure.damaged("a case without its first act")
        }
        if after.isLive, !found.isLive { try await checkNoOther(than: after) }
        bringHome(&after, to: try await demand(person: found.person), on: today, into: &change)
        change.states.append(.assistanceCase(after))
        if case .visited(let visit) = target.event {
            try await unlearn(visit, recorded: target.recorded, of: found.person, reason, into: &change)
        }
        return try await commit(change)
    }

    /// Puts back what the registry held before a visit, where the visit's word still stands.
    private func unlearn(
        _ visit: VisitRecord, recorded: Instant, of id: PersonID, _ reason: String, into change: inout Change
    ) async throws {
        let history = try await store.history(of: .person(id)).personEvents
        guard
            let place = history.firstIndex(where: { entry in
                guard case .corrected(_, source: .visit, reason: _) = entry.event else { return false }
                return entry.recorded == recorded
            }), let before = Person(replaying: Array(history[..<place]), id: id)?.facts
        else { return }
        var person = try await demand(person: id)
        var facts = person.facts
        if let wish = visit.wish, facts.wish == wish { facts.wish = before.wish }
        if let isUrgent = visit.isUrgent, facts.isUrgent == isUrgent { facts.isUrgent = before.isUrgent }
        guard facts != person.facts else { return }
        let event = PersonEvent.corrected(facts, source: .visit, reason: reason)
        change.append(.person(event), to: .person(id), after: person.version, on: today)
        person.apply(event, act: ActID(person.version + 1), on: today)
        change.states.append(.person(person))
    }
}

extension [Recorded<CaseEvent>] {
    /// The act of this number, unless it is a withdrawal or was withdrawn.
    fileprivate func standing(_ act: ActID) -> Recorded<CaseEvent>? {
        first { entry in
            guard entry.id == act, Event.assistanceCase(entry.event).withdraws == nil else { return false }
            if case .relocated = entry.event { return false }
            return !contains { Event.assistanceCase($0.event).withdraws == act }
        }
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

    /// The events of a person's history.
    public var personEvents: [Recorded<PersonEvent>] {
        compactMap { entry in
            guard case .person(let event) = entry.event else { return nil }
            return Recorded(
                id: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by, event: event)
        }
    }
}

extension [Recorded<CaseEvent>] {
    /// What followed from an act by itself: written right after it in the same transaction.
    fileprivate func consequences(of target: Recorded<CaseEvent>) -> [Recorded<CaseEvent>] {
        guard let place = firstIndex(where: { $0.id == target.id }) else { return [] }
        let kinds = target.event.consequenceKinds
        return Array(
            self[(place + 1)...].prefix {
                kinds.contains($0.event.kind) && $0.recorded == target.recorded && $0.by == target.by
            }
        ).filter { standing($0.id) != nil }
    }

    /// A standing act that rests on another: it belongs to it, or was done after it moved the case.
    fileprivate func resting(
        on target: Recorded<CaseEvent>, but gone: [Recorded<CaseEvent>]
    ) -> Recorded<CaseEvent>? {
        let going = Set(gone.map(\.id))
        return first { entry in
            guard entry.id > target.id, !going.contains(entry.id), standing(entry.id) != nil else {
                return false
            }
            return entry.event.refersTo.map { going.contains($0) } ?? false
                || (target.event.movesCase && entry.event.isHelp)
        }
    }
}

extension CaseEvent {
    /// Whether the act says which level holds the case.
    fileprivate var movesCase: Bool {
        switch self {
        case .recognition(.recognised), .handover(.handedUp), .handover(.received), .handover(.handedBack),
            .reopened:
            true
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .aid, .handover, .plan, .training, .welfare, .work,
            .retention, .duty, .ended, .withdrawn:
            false
        }
    }

    /// Whether the act is help by the level that held the case then.
    fileprivate var isHelp: Bool {
        switch self {
        case .aid, .handover, .plan, .welfare, .reopened: true
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .training, .work, .retention, .duty, .ended, .withdrawn:
            false
        }
    }
}
