// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// An accepted sheet of a person with where it stands in the journal.
public struct TakenSheet: Hashable, Sendable {
    public let act: ActID
    public let occurred: Day
    public let recorded: Instant
    public let by: AccountID
    public let response: SurveyResponse
}

/// A sheet looked over before it is sent: what is missing or odd, and in what it differs from the roll.
public struct SheetReview: Sendable {
    public let draft: SheetDraft
    public let round: SurveyRound
    public let village: Unit?
    /// The person as the roll has them now; `nil` for somebody new.
    public let person: Person?
    public let verdict: Verdict
    /// Household facts that another member's sheet of the round tells otherwise.
    public let household: [Finding]
    /// The roll's facts as answers, for the differences.
    public let roll: Answers
    /// The sheet of the round that this one would correct.
    public let earlier: TakenSheet?

    /// Everything found, in the order of the paper, household differences last.
    public var findings: [Finding] { verdict.findings + household }

    /// What is neither mended nor confirmed.
    public var open: [Finding] {
        verdict.open
            + household.filter { finding in !draft.confirmations.contains { $0.settles(finding) } }
    }

    /// Items of the roll that the sheet answers otherwise, in the order of the paper.
    public func differences(on form: Form) -> [ItemID] {
        form.items.map(\.id).filter { item in
            guard let known = roll[item] else { return false }
            return draft.answers[item]?.entries != known.entries
        }
    }
}

extension Office {
    /// A draft of the actor's own.
    ///
    /// - Throws: ``Refusal/notFound(_:)`` when there is none, or it is somebody else's.
    public func draft(_ sheet: String, of actor: Actor) async throws -> SheetDraft {
        guard let draft = try await store.draft(sheet), draft.account == actor.account else {
            throw Refusal.notFound(.round)
        }
        return draft
    }

    /// Keeps a draft as it is now.
    ///
    /// - Throws: ``StoreFailure``; ``Refusal/notFound(_:)`` when the sheet was sent or discarded meanwhile.
    public func keep(_ draft: SheetDraft, by actor: Actor) async throws {
        _ = try await self.draft(draft.sheet, of: actor)
        var draft = draft
        draft.saved = now
        try await store.save(draft)
    }

    /// Looks a draft over against form, roll and household.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func review(_ draft: SheetDraft, by actor: Actor) async throws -> SheetReview {
        let round = try await demand(round: draft.round)
        try actor.require(.survey, at: round.village, in: tree)
        let person = if let id = draft.person { try await store.person(id) } else { nil as Person? }
        let earlier =
            if let id = draft.person {
                try await sheets(of: id).last { $0.response.round == draft.round }
            } else { nil as TakenSheet? }
        return SheetReview(
            draft: draft, round: round, village: tree[round.village], person: person,
            verdict: assess(entry(of: draft, by: actor)),
            household: try await householdFindings(draft.answers, of: person, in: draft.round),
            roll: person.map(preload) ?? Answers(),
            earlier: earlier)
    }

    /// The draft as it would be sent; the version is that of the roll which the worker was shown.
    public func entry(of draft: SheetDraft, by actor: Actor) -> SheetEntry {
        SheetEntry(
            sheet: draft.sheet, round: draft.round, person: draft.person,
            personVersion: draft.person == nil ? nil : draft.personVersion, answers: draft.answers,
            confirmations: draft.confirmations, interviewed: draft.interviewed, interviewer: actor.name,
            source: draft.source, correction: draft.correction, householdNumber: draft.householdNumber)
    }

    /// Every accepted sheet of a person that was not withdrawn, oldest first.
    ///
    /// - Throws: ``StoreFailure``.
    public func sheets(of id: PersonID) async throws -> [TakenSheet] {
        let history = try await store.history(of: .person(id))
        let gone = Set(history.compactMap(\.event.withdraws))
        return history.compactMap { entry in
            guard case .person(.surveyed(let response)) = entry.event, !gone.contains(entry.id) else {
                return nil
            }
            return TakenSheet(
                act: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by,
                response: response)
        }
    }

    /// Household facts (economy, allowance, only child) that another member told otherwise in the same round.
    ///
    /// Compared with what their sheets left in the registry, so that no sheet of theirs has to be read again.
    func householdFindings(_ answers: Answers, of person: Person?, in round: RoundID) async throws
        -> [Finding]
    {
        guard let person else { return [] }
        let others = try await store.members(of: person.household).filter {
            $0.id != person.id && $0.survey?.round == round && $0.survey?.state == .surveyed
        }
        return pack.form.householdDifferences([answers] + others.map(preload)).compactMap {
            $0.finding(for: 0)
        }
    }
}
