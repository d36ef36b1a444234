// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// An answer sheet as it is sent: from the screen, typed from paper, or from a file.
public struct SheetEntry: Sendable {
    /// The sheet's own id, given when it was begun.
    public var sheet: String
    public var round: RoundID
    /// The person on the roll; `nil` for somebody new, who is then found by the ID number or added.
    public var person: PersonID?
    /// The version of the person that the page showed; `nil` where no page was shown (files).
    public var personVersion: Int?
    public var answers: Answers
    public var confirmations: [Confirmation]
    public var interviewed: Day
    public var interviewer: String
    public var source: SheetSource
    /// Why an earlier sheet of the round is corrected.
    public var correction: String
    /// 户号 for somebody new; an empty one founds a household of their own.
    public var householdNumber: String

    public init(
        sheet: String, round: RoundID, person: PersonID?, personVersion: Int?, answers: Answers,
        confirmations: [Confirmation] = [], interviewed: Day, interviewer: String, source: SheetSource,
        correction: String = "", householdNumber: String = ""
    ) {
        self.sheet = sheet
        self.round = round
        self.person = person
        self.personVersion = personVersion
        self.answers = answers
        self.confirmations = confirmations
        self.interviewed = interviewed
        self.interviewer = interviewer
        self.source = source
        self.correction = correction
        self.householdNumber = householdNumber
    }
}

/// What became of a sheet.
public enum SheetOutcome: Sendable {
    case taken(PersonID, isRepeat: Bool)
    /// Not complete: the findings that are neither mended nor confirmed. Nothing was written.
    case open(Verdict)
}

extension Office {
    /// 录入问卷: takes a complete sheet in, or says all that is missing (01.w1, 01.w2).
    ///
    /// - Throws: ``Refusal/alreadySurveyed(on:edition:)`` when the person has a sheet in the round and no
    ///   reason for a correction is given; other refusals; ``StoreFailure/conflict(_:)`` from a stale page.
    public func takeIn(_ entry: SheetEntry, by actor: Actor, once: OnceKey? = nil) async throws
        -> SheetOutcome
    {
        let round = try await demand(round: entry.round)
        try actor.require(.survey, at: round.village, in: tree)
        if let place = try await store.place(ofSheet: entry.sheet) {
            return .taken(place.person, isRepeat: true)
        }
        try check(entry.interviewed, after: round.opened, by: actor, at: round.village)
        let verdict = assess(entry)
        guard verdict.isComplete else { return .open(verdict) }

        let known = try await personOnRoll(for: entry, in: round)
        if let version = entry.personVersion, let known, known.version != version {
            throw StoreFailure.conflict(.person(known.id))
        }
        let whole = verdict.adding(
            try await householdFindings(entry.answers, of: known, in: round.id),
            confirmations: entry.confirmations)
        guard whole.isComplete else { return .open(whole) }
        var plan = change(by: actor, once: once, answer: .round(round.id))
        plan.finishedDraft = entry.sheet
        let person = try await write(entry, verdict, for: known, in: round, into: &plan)
        let receipt = try await commit(plan)
        return .taken(person, isRepeat: receipt.isRepeat)
    }

    /// What the questionnaire says of the sheet, with the checks that need the registry's knowledge.
    public func assess(_ entry: SheetEntry) -> Verdict {
        let checks: AnswerChecks = ["id_number": { identityFault($0) }]
        let facts = SurveyDerivation.checkFacts(
            entry.answers, interviewed: entry.interviewed, schedule: pack.hardship.schedule)
        return pack.form.assess(
            entry.answers, facts: facts, checks: checks, confirmations: entry.confirmations)
    }

    private func identityFault(_ text: String) -> CheckFault? {
        guard case .failure(let fault) = IdentityNumber.read(text, rules: pack.identity.asOf(today)) else {
            return nil
        }
        return CheckFault("Q-ID-\(fault.code)", isConfirmable: true)
    }

    /// The person whom a sheet is about: the one named, or the one who bears its ID number.
    private func personOnRoll(for entry: SheetEntry, in round: SurveyRound) async throws -> Person? {
        let number = entry.answers.text("id_number").map(IdentityNumber.normalised) ?? ""
        let bearers = try await store.people(withIdentity: number).filter(\.isOnRoll)
        if let id = entry.person {
            let person = try await demand(person: id)
            guard person.isOnRoll else { throw Refusal.personNotOnRoll }
            guard person.village == round.village else { throw Refusal.notAllowed(.survey) }
            if let other = bearers.first(where: { $0.id != id }) { throw Refusal.identityOnRoll(other.id) }
            return person
        }
        guard let bearer = bearers.first else { return nil }
        guard bearer.village == round.village else { throw Refusal.identityOnRoll(bearer.id) }
        return bearer
    }

    private func write(
        _ entry: SheetEntry, _ verdict: Verdict, for known: Person?, in round: SurveyRound,
        into change: inout Change
    ) async throws -> PersonID {
        guard
            let facts = SurveyDerivation.facts(
                from: entry.answers, along: verdict.walk.asked, before: known?.facts,
                interviewed: entry.interviewed, rules: pack.identity)
        else { throw Refusal.nameMissing }
        var person: Person
        if let known {
            person = known
        } else {
            person = try await enter(facts, in: round.village, entry: entry, into: &change)
        }
        let edition = try edition(of: entry, for: person)
        let response = SurveyResponse(
            round: round.id, sheet: entry.sheet, form: pack.form.definition.id, answers: entry.answers,
            confirmations: entry.confirmations, interviewer: entry.interviewer, source: entry.source,
            edition: edition, reason: entry.correction, facts: facts)
        let event = PersonEvent.surveyed(response)
        change.append(.person(event), to: .person(person.id), after: person.version, on: entry.interviewed)
        person.apply(event, act: ActID(person.version + 1), on: entry.interviewed)
        change.states.append(.person(person))
        return person.id
    }

    private func edition(of entry: SheetEntry, for person: Person) throws(Refusal) -> Int {
        guard let standing = person.survey, standing.round == entry.round, standing.state == .surveyed else {
            return 1
        }
        guard !entry.correction.isEmpty else {
            throw .alreadySurveyed(on: standing.on, edition: standing.edition)
        }
        return standing.edition + 1
    }

    private func enter(
        _ facts: PersonFacts, in village: UnitID, entry: SheetEntry, into change: inout Change
    ) async throws -> Person {
        let household = try await household(
            number: entry.householdNumber, in: village, address: facts.livesAt ?? "", on: entry.interviewed,
            into: &change)
        let id = PersonID(try await store.allocate(.person, count: 1))
        let event = PersonEvent.entered(facts, village: village, household: household, source: .survey)
        change.append(.person(event), to: .person(id), after: 0, on: entry.interviewed)
        return Person(entering: facts, id: id, village: village, household: household)
    }
}
