// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What a correction would change, before it is made.
public struct CorrectionPreview: Sendable {
    public let fields: [FactField]
    public let before: HardshipProposal
    public let after: HardshipProposal
    /// Categories that the corrected facts add to the proposal, and those they take away (L.11: proposals).
    public var added: [HardshipCategory] {
        after.district.map(\.category).filter { !before.district.map(\.category).contains($0) }
    }
    public var dropped: [HardshipCategory] {
        before.district.map(\.category).filter { !after.district.map(\.category).contains($0) }
    }
}

extension Office {
    /// 更正信息: the facts of somebody on the roll as a whole, with the reason; the older ones stay in the
    /// journal (01.w2, 02.r3).
    ///
    /// - Parameter version: of the person, as the page showed it.
    /// - Throws: ``Refusal/nothingChanged``, ``Refusal/identityOnRoll(_:)``, other refusals; ``StoreFailure``.
    public func correctPerson(
        _ id: PersonID, version: Int, facts: PersonFacts, reason: String, source: FactSource = .office,
        on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var person = try await editable(id, version: version, reason: reason, on: day, by: actor)
        guard facts != person.facts else { throw Refusal.nothingChanged }
        if facts.identity != person.facts.identity { try await checkBearers(of: facts.identity, but: id) }
        var change = change(by: actor, once: once, answer: .person(id))
        person.take(.corrected(facts, source: source, reason: reason), on: day, into: &change)
        change.states.append(.person(person))
        return try await commit(change)
    }

    /// What a correction would change in facts and proposals.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func previewCorrection(
        of id: PersonID, facts: PersonFacts, by actor: Actor
    ) async throws -> CorrectionPreview {
        let person = try await demand(person: id)
        try actor.require(.editRoll, at: person.village, in: tree)
        var corrected = person
        corrected.facts = facts
        return CorrectionPreview(
            fields: facts.differences(from: person.facts),
            before: try await proposal(for: person, on: today),
            after: try await proposal(for: corrected, on: today))
    }

    /// Somebody on the roll whom the actor may edit, as the page showed them.
    func editable(
        _ id: PersonID, version: Int, reason: String, on day: Day, by actor: Actor
    ) async throws -> Person {
        let person = try await demand(person: id)
        try actor.require(.editRoll, at: person.village, in: tree)
        try check(day, by: actor, at: person.village)
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard person.isOnRoll else { throw Refusal.personNotOnRoll }
        guard person.version == version else { throw StoreFailure.conflict(.person(id)) }
        return person
    }
}
