// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 办理: acts of the procedure that are done together, decided one after the other and written at once or not
    /// at all: at the counter, checklist, verification and 受理 or 一次性告知单 (02.r3, 02.r4).
    ///
    /// - Parameters:
    ///   - version: of the case, as the page showed it.
    ///   - isConfirmed: the question about one's own leave was answered with yes.
    /// - Throws: ``Refusal`` of the first act that cannot be done; ``StoreFailure``.
    public func act(
        _ acts: [CaseEvent], in id: CaseID, version: Int, on day: Day, isConfirmed: Bool = false,
        by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        for _ in 1..<Self.drawings {
            do {
                return try await actOnce(
                    acts, in: id, version: version, on: day, isConfirmed: isConfirmed, by: actor, once: once)
            } catch StoreFailure.conflict(.unit) {
                // Another paper of the town took the number: the next one is free.
                continue
            }
        }
        return try await actOnce(
            acts, in: id, version: version, on: day, isConfirmed: isConfirmed, by: actor, once: once)
    }

    private func actOnce(
        _ acts: [CaseEvent], in id: CaseID, version: Int, on day: Day, isConfirmed: Bool, by actor: Actor,
        once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var found = try await demand(case: id)
        let acts = try await named(acts)
        for act in acts { try await admit(act, in: found, on: day, by: actor) }
        if !isConfirmed { try await askAboutLeave(on: day, of: actor) }
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        var person = try await demand(person: found.person)
        for act in acts {
            let explained = try await explained(act, of: person, in: found)
            let act = try await numbered(explained, of: found, on: day, as: person, into: &change)
            let given = try await given(act, in: id, on: day, of: person)
            let events = try found.decide(act, given: given)
            for event in events {
                try await seat(event, in: found, on: day, into: &change)
                found.take(event, on: day, into: &change)
            }
            for event in events { teach(event, to: &person, on: day, into: &change) }
        }
        change.states.append(.assistanceCase(found))
        return try await commit(change)
    }

    /// The papers that a person's application needs under the pack in force (02.r4).
    public func requiredPapers(of found: AssistanceCase) async throws -> [RequiredPaper] {
        try await requiredPapers(of: found, as: try await demand(person: found.person))
    }

    /// The same, with the registry's facts as an act of the same transaction leaves them.
    func requiredPapers(of found: AssistanceCase, as person: Person) async throws -> [RequiredPaper] {
        let others = try await store.members(of: person.household).filter {
            $0.id != person.id && $0.isOnRoll
        }
        let facts = PaperFacts(isRural: person.facts.registration?.isRural, members: others.count)
        return pack.papers.required(for: facts.kinds, categories: Set(found.categories), facts: facts)
    }
}
