// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What a worker decides about the categories and the visit class of a person.
public struct HardshipDecision: Sendable {
    /// Categories taken over, each with a reason where it was not proposed.
    public var taken: [HardshipCategory: String]
    /// Proposed categories left out, each with the reason.
    public var declined: [HardshipCategory: String]
    /// Proof of a declared category, by category (00.c06, 00.c09 to 00.c13).
    public var proofs: [HardshipCategory: Declaration]
    public var isAbleAndWilling: Bool
    public var visitClass: VisitClass
    /// Why the class differs from the proposal.
    public var classReason: String

    public init(
        taken: [HardshipCategory: String], declined: [HardshipCategory: String] = [:],
        proofs: [HardshipCategory: Declaration] = [:], isAbleAndWilling: Bool, visitClass: VisitClass,
        classReason: String = ""
    ) {
        self.taken = taken
        self.declined = declined
        self.proofs = proofs
        self.isAbleAndWilling = isAbleAndWilling
        self.visitClass = visitClass
        self.classReason = classReason
    }
}

extension Office {
    /// 确认困难类别和走访分类: lists a person as hardship, or changes the listing (01.w3, 01.w4, L.11).
    ///
    /// The proposal stays a proposal until this act of a named person; where the decision differs from it, a
    /// reason is asked for. Opens the case of somebody who has none (spec/flow.md, "When a case opens").
    /// - Parameter version: of the person, as the page showed it.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func confirmHardship(
        of id: PersonID, version: Int, decision: HardshipDecision, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var person = try await demand(person: id)
        try actor.require(.confirmHardship, at: person.village, in: tree)
        try check(day, by: actor, at: person.village)
        guard person.isOnRoll else { throw Refusal.personNotOnRoll }
        guard person.version == version else { throw StoreFailure.conflict(.person(id)) }

        var change = change(by: actor, once: once, answer: .person(id))
        for declaration in decision.proofs.values.sorted(by: { $0.category.bit < $1.category.bit }) {
            guard declaration.isWhole else { throw Refusal.proofMissing(declaration.category) }
            let event = PersonEvent.declared(declaration)
            change.append(.person(event), to: .person(id), after: person.version, on: day)
            person.apply(event, act: ActID(person.version + 1), on: day)
        }
        if !change.acts.isEmpty { change.states.append(.person(person)) }
        let proposal = try await proposal(for: person, on: day)
        guard proposal.isOfWorkingAge else { throw Refusal.outsideWorkingAge }
        let listing = try Self.listing(decision, from: proposal)
        let classification = try Self.classification(decision, from: proposal)
        try await write(listing, classification, for: person, on: day, into: &change)
        return try await commit(change)
    }

    static func listing(
        _ decision: HardshipDecision, from proposal: HardshipProposal
    ) throws(Refusal) -> Listing {
        guard !decision.taken.isEmpty else { throw .noCategory }
        let proposed = proposal.district
        var taken: [Listing.Entry] = []
        for (category, reason) in decision.taken.sorted(by: { $0.key.bit < $1.key.bit }) {
            let finding = proposed.first { $0.category == category }
            guard finding != nil || !reason.isEmpty else { throw .differsWithoutReason }
            if finding == nil, category.isDeclared { throw .proofMissing(category) }
            taken.append(
                Listing.Entry(category: category, because: finding?.because ?? [], reason: reason))
        }
        var declined: [Listing.Entry] = []
        for finding in proposed where decision.taken[finding.category] == nil {
            guard let reason = decision.declined[finding.category], !reason.isEmpty else {
                throw .differsWithoutReason
            }
            declined.append(
                Listing.Entry(category: finding.category, because: finding.because, reason: reason))
        }
        return Listing(
            categories: taken, declined: declined, isAbleAndWilling: decision.isAbleAndWilling)
    }

    static func classification(
        _ decision: HardshipDecision, from proposal: HardshipProposal
    ) throws(Refusal) -> Classification {
        let proposed = proposal.visitClass.proposed
        guard proposed == nil || proposed == decision.visitClass || !decision.classReason.isEmpty else {
            throw .differsWithoutReason
        }
        return Classification(
            visitClass: decision.visitClass, proposal: proposal.visitClass, reason: decision.classReason)
    }

    private func write(
        _ listing: Listing, _ classification: Classification, for person: Person, on day: Day,
        into change: inout Change
    ) async throws {
        var found: AssistanceCase
        if let live = try await store.newestCase(of: person.id), live.isLive {
            found = live
            guard live.listing != listing || live.visitClass != classification.visitClass else {
                throw Refusal.nothingChanged
            }
            if live.listing != listing { found.take(.relisted(listing), on: day, into: &change) }
        } else {
            let id = CaseID(try await store.allocate(.assistanceCase, count: 1))
            found = AssistanceCase(listing: listing, person: person.id, village: person.village, id: id)
            let event = CaseEvent.listed(person: person.id, village: person.village, listing)
            change.append(.assistanceCase(event), to: .assistanceCase(id), after: 0, on: day)
        }
        if found.visitClass != classification.visitClass {
            found.take(.classified(classification), on: day, into: &change)
        }
        change.states.append(.assistanceCase(found))
    }
}

extension Declaration {
    /// Whether the proof is named, with the day that 00.c12 and the officer's reason that 00.c13 ask for.
    fileprivate var isWhole: Bool {
        guard !proof.isEmpty else { return false }
        switch category {
        case .landTaken: return since != nil
        case .other: return !reason.isEmpty
        case .militaryFamily, .conservation, .greenPost, .greenShift: return true
        case .allowance, .disabled, .ageBand, .longUnemployed, .graduate, .zeroEmployment, .farmingOnly:
            return false
        }
    }
}

extension AssistanceCase {
    /// Takes an event in and puts it on its way into the journal.
    mutating func take(_ event: CaseEvent, on day: Day, into change: inout Change) {
        change.append(.assistanceCase(event), to: .assistanceCase(id), after: version, on: day)
        apply(event, act: ActID(version + 1), on: day)
    }
}
