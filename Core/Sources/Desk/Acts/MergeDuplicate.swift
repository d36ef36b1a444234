// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 合并重复人员: an entry turns out to be another person's a second time; that person is kept (01.r1).
    ///
    /// The kept person's case goes on. Where only the duplicate has a live one, its categories and class go on in
    /// a case of the kept person, so that nobody falls out of sight. Both histories stay.
    /// - Parameters:
    ///   - version: of the duplicate, as the page showed it.
    ///   - keptVersion: of the person who stays.
    /// - Throws: ``Refusal/samePerson``, other refusals; ``StoreFailure``.
    public func mergeDuplicate(
        _ id: PersonID, version: Int, into kept: PersonID, keptVersion: Int, reason: String, on day: Day,
        by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard id != kept else { throw Refusal.samePerson }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        var duplicate = try await settled(id, version: version, on: day, by: actor)
        var person = try await settled(kept, version: keptVersion, on: day, by: actor)
        var change = change(by: actor, once: once, answer: .person(kept))
        duplicate.take(.merged(into: kept, reason: reason), on: day, into: &change)
        person.take(.absorbed(id), on: day, into: &change)
        change.states += [.person(duplicate), .person(person)]
        if var found = try await store.newestCase(of: id), found.isLive {
            found.take(.ended(.duplicate, note: reason), on: day, into: &change)
            change.states.append(.assistanceCase(found))
            try await carry(found, to: person, reason, on: day, into: &change)
        }
        return try await commit(change)
    }

    /// Somebody on the roll whose doubtful entry the actor may settle.
    private func settled(
        _ id: PersonID, version: Int, on day: Day, by actor: Actor
    ) async throws -> Person {
        let person = try await demand(person: id)
        try actor.require(.settle, at: person.village, in: tree)
        try check(day, by: actor, at: person.village)
        guard person.isOnRoll else { throw Refusal.personNotOnRoll }
        guard person.version == version else { throw StoreFailure.conflict(.person(id)) }
        return person
    }

    /// Opens a case of the kept person with what was confirmed in the duplicate's, unless there is one.
    private func carry(
        _ old: AssistanceCase, to person: Person, _ reason: String, on day: Day, into change: inout Change
    ) async throws {
        if let own = try await store.newestCase(of: person.id), own.isLive { return }
        let id = CaseID(try await store.allocate(.assistanceCase, count: 1))
        var found = AssistanceCase(listing: old.listing, person: person.id, village: person.village, id: id)
        change.append(
            .assistanceCase(.listed(person: person.id, village: person.village, old.listing)),
            to: .assistanceCase(id), after: 0, on: day)
        if let visitClass = old.visitClass {
            let proposal = try await proposal(for: person, on: day).visitClass
            found.take(
                .classified(Classification(visitClass: visitClass, proposal: proposal, reason: reason)),
                on: day, into: &change)
        }
        change.states.append(.assistanceCase(found))
    }
}
