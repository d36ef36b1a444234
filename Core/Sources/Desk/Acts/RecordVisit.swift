// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 登记走访: the whole visit on record (01.w4, 01.r2).
    ///
    /// Somebody not met counts as a try and does not meet the duty; what was learnt of wish and need changes
    /// the registry in the same transaction.
    /// - Parameter version: of the case, as the page showed it.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func recordVisit(
        _ visit: VisitRecord, in id: CaseID, version: Int, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var found = try await demand(case: id)
        try actor.require(.visit, at: found.village, in: tree)
        if let ended = found.ended { throw Refusal.caseClosed(ended.reason) }
        try check(day, by: actor, at: found.village)
        let isTold = !visit.situation.isEmpty || !visit.services.isEmpty
        guard isTold || (!visit.wasMet && !visit.agreed.isEmpty) else { throw Refusal.visitEmpty }
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        guard try await !holds(visit, on: day, in: id) else { throw Refusal.visitRepeated }

        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        found.take(.visited(visit), on: day, into: &change)
        change.states.append(.assistanceCase(found))
        try await takeOver(visit, to: found.person, on: day, into: &change)
        return try await commit(change)
    }

    /// Whether the very same record already stands under that day. A browser that goes back asks for the form
    /// anew, with a fresh once-token, and puts the typed words into it again.
    private func holds(_ visit: VisitRecord, on day: Day, in id: CaseID) async throws -> Bool {
        let history = try await store.history(of: .assistanceCase(id))
        let gone = Set(history.compactMap(\.event.withdraws))
        return history.contains {
            $0.occurred == day && $0.event == .assistanceCase(.visited(visit)) && !gone.contains($0.id)
        }
    }

    private func takeOver(
        _ visit: VisitRecord, to id: PersonID, on day: Day, into change: inout Change
    ) async throws {
        guard visit.wish != nil || visit.isUrgent != nil else { return }
        var person = try await demand(person: id)
        var facts = person.facts
        facts.wish = visit.wish ?? facts.wish
        facts.isUrgent = visit.isUrgent ?? facts.isUrgent
        guard facts != person.facts else { return }
        let event = PersonEvent.corrected(facts, source: .visit, reason: "")
        change.append(.person(event), to: .person(id), after: person.version, on: day)
        person.apply(event, act: ActID(person.version + 1), on: day)
        change.states.append(.person(person))
    }
}
