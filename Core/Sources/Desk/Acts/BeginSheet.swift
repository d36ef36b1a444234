// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// What a worker says when beginning a sheet.
public struct SheetBeginning: Sendable {
    public var round: RoundID
    /// `nil` for somebody who is not on the roll yet.
    public var person: PersonID?
    public var interviewed: Day
    public var source: SheetSource
    /// 户号 for somebody new; an empty one founds a household of their own.
    public var householdNumber: String
    /// Why somebody is asked who is not on the roll.
    public var note: String

    public init(
        round: RoundID, person: PersonID?, interviewed: Day, source: SheetSource,
        householdNumber: String = "",
        note: String = ""
    ) {
        self.round = round
        self.person = person
        self.interviewed = interviewed
        self.source = source
        self.householdNumber = householdNumber
        self.note = note
    }
}

extension Confirmation {
    /// The code under which a sheet keeps why somebody was asked who is not on the roll.
    public static let notOnRoll = "NOT-ON-ROLL"
}

extension Office {
    /// 开始填写问卷: a draft with what the roll knows, or with the round's earlier sheet where there is one.
    ///
    /// A draft of the same worker for the same person goes on. What is preloaded is shown whole for the
    /// comparison with the household register, so the look is put on the audit (design decision 8).
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func beginSheet(_ sheet: String, _ beginning: SheetBeginning, by actor: Actor) async throws
        -> SheetDraft
    {
        let round = try await demand(round: beginning.round)
        try actor.require(.survey, at: round.village, in: tree)
        try check(beginning.interviewed, after: round.opened, by: actor, at: round.village)
        guard let id = beginning.person else {
            guard !beginning.note.isEmpty else { throw Refusal.reasonMissing }
            return try await begin(sheet, beginning, answers: Answers(), version: 0, by: actor)
        }
        let person = try await demand(person: id)
        try actor.require(.survey, at: person.village, in: tree)
        guard person.isOnRoll else { throw Refusal.personNotOnRoll }
        let drafts = try await store.drafts(of: actor.account)
        if let begun = drafts.first(where: { $0.person == id && $0.round == round.id }) { return begun }
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .unmasked, subject: .person(id), detail: "入户调查核对")
        ])
        let earlier = try await sheets(of: id).last { $0.response.round == round.id }
        let answers = earlier?.response.answers ?? preload(person)
        return try await begin(sheet, beginning, answers: answers, version: person.version, by: actor)
    }

    private func begin(
        _ sheet: String, _ beginning: SheetBeginning, answers: Answers, version: Int, by actor: Actor
    ) async throws -> SheetDraft {
        let note = Confirmation(Confirmation.notOnRoll, reason: beginning.note)
        let draft = SheetDraft(
            sheet: sheet, round: beginning.round, person: beginning.person, personVersion: version,
            account: actor.account, answers: answers,
            confirmations: beginning.person == nil ? [note] : [], interviewed: beginning.interviewed,
            source: beginning.source, saved: now, householdNumber: beginning.householdNumber)
        try await store.save(draft)
        return draft
    }

    /// The roll's facts as the sheet would say them.
    ///
    /// The village of registration is the person's unit, so it is filled in from the tree.
    public func preload(_ person: Person) -> Answers {
        var answers = SurveyDerivation.preload(person.facts, form: pack.form)
        if case .place(let parts) = pack.form.item("registered_at")?.kind {
            let path = tree.path(of: person.village).suffix(parts.count)
            if path.count == parts.count { answers["registered_at"] = .list(Array(path)) }
        }
        for item in answers.items where pack.form.item(item) == nil { answers[item] = nil }
        return answers
    }
}

extension Office {
    /// 打印预填问卷: the roll's facts for a paper that a worker takes along; the print is put on the audit first.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func paper(for id: PersonID, by actor: Actor) async throws -> (person: Person, answers: Answers) {
        let person = try await demand(person: id)
        try actor.require(.survey, at: person.village, in: tree)
        guard person.isOnRoll else { throw Refusal.personNotOnRoll }
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .printed, subject: .person(id), detail: "questionnaire")
        ])
        return (person, preload(person))
    }
}
