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
        if let later = history.resting(on: target, but: gone, in: id, numbers: pack.procedure) {
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
        for entry in gone {
            try await unlearn(entry, of: found.person, reason, into: &change)
            try await unseat(entry, in: found, into: &change)
        }
        return try await commit(change)
    }

    /// Puts back what the registry held of a person's work before an act, where the act's word still stands.
    private func unlearn(
        _ entry: Recorded<CaseEvent>, of id: PersonID, _ reason: String,
        into change: inout Change
    ) async throws {
        try await unlearn(entry.event.verified, of: id, reason, into: &change)
        guard let learnt = entry.event.employment else { return }
        let history = try await store.history(of: .person(id)).personEvents
        var person = try await demand(person: id)
        guard person.facts.employment == learnt,
            let place = history.firstIndex(where: { told in
                guard case .corrected(let facts, source: .office, reason: _) = told.event else {
                    return false
                }
                return told.recorded == entry.recorded && facts.employment == learnt
            }), let before = Person(replaying: Array(history[..<place]), id: id)?.facts
        else { return }
        var facts = person.facts
        facts.employment = before.employment
        guard facts != person.facts else { return }
        let event = PersonEvent.corrected(facts, source: .office, reason: reason)
        change.append(.person(event), to: .person(id), after: person.version, on: today)
        person.apply(event, act: ActID(person.version + 1), on: today)
        change.states.append(.person(person))
    }

    /// Puts back what the counter corrected, where the correction still stands (02.r3).
    private func unlearn(
        _ items: [VerifiedItem], of id: PersonID, _ reason: String, into change: inout Change
    ) async throws {
        var person = try await demand(person: id)
        let facts = person.facts.uncorrected(by: items)
        guard facts != person.facts else { return }
        let event = PersonEvent.corrected(facts, source: .counter, reason: reason)
        change.append(.person(event), to: .person(id), after: person.version, on: today)
        person.apply(event, act: ActID(person.version + 1), on: today)
        change.states.append(.person(person))
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
