// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 一人一档: everything that the page of one person shows.
public struct PersonFile: Sendable {
    public let person: Person
    /// Sensitive facts as text, masked unless they were asked for with a purpose.
    public let identity: String
    public let mobile: String
    public let homePhone: String
    /// Health and disability, `nil` while masked.
    public let health: (state: Health?, disability: Disability?)?
    public let isUnmasked: Bool
    public let village: Unit?
    public let town: Unit?
    public let household: Household?
    /// The others of the home on the roll.
    public let members: [PersonLine]
    public let proposal: HardshipProposal
    public let newestCase: AssistanceCase?
    /// Open and done duties of the person and the case, by due day.
    public let duties: [DutyRow]
    /// Newest first.
    public let history: [HistoryEntry]
    public let names: [AccountID: String]
    /// The village's round of the year, if it is open.
    public let round: SurveyRound?
    public let mayEdit: Bool
    /// 紧急查看: the pass through which alone the file stands open; `nil` within the actor's own scope.
    public let pass: Pass?
}

extension Office {
    /// The file of a person; `unmasked` only after ``unmask(_:purpose:by:)`` in the same request.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func file(of id: PersonID, unmasked: Bool = false, by actor: Actor) async throws -> PersonFile {
        let person = try await demand(person: id)
        try requireSight(of: person, by: actor)
        let newest = try await store.newestCase(of: id)
        var history = try await store.history(of: .person(id))
        var duties = try await rows(of: .person(id), person: person, hardness: 0)
        if let newest {
            history += try await store.history(of: .assistanceCase(newest.id))
            duties += try await rows(
                of: .assistanceCase(newest.id), person: person, hardness: newest.visitClass?.rawValue ?? 0)
        }
        let facts = person.facts
        let others = try await store.members(of: person.household).filter { $0.id != id }
        return PersonFile(
            person: person,
            identity: (unmasked ? facts.identity?.full : facts.identity?.masked) ?? "",
            mobile: (unmasked ? facts.mobile?.full : facts.mobile?.masked) ?? "",
            homePhone: (unmasked ? facts.homePhone?.full : facts.homePhone?.masked) ?? "",
            health: unmasked ? (facts.health, facts.disability) : nil, isUnmasked: unmasked,
            village: tree[person.village], town: tree.unit(at: .town, above: person.village),
            household: try await store.household(person.household), members: others.map(line(of:)),
            proposal: try await proposal(for: person, on: today), newestCase: newest,
            duties: duties.sorted { $0.obligation.due < $1.obligation.due },
            history: history.sorted { ($0.recorded, $0.id) > ($1.recorded, $1.id) },
            names: try await names(), round: try await store.round(of: person.village, year: today.year),
            mayEdit: actor.may(.editRoll, at: person.village, in: tree), pass: pass(to: person, of: actor))
    }

    /// 查看完整信息: puts the look on the audit before the caller shows anything (design decision 8).
    ///
    /// - Throws: ``Refusal/reasonMissing`` without a purpose; ``Refusal/notAllowed(_:)``.
    public func unmask(_ id: PersonID, purpose: String, by actor: Actor) async throws -> PersonFile {
        guard !purpose.isEmpty else { throw Refusal.reasonMissing }
        let person = try await demand(person: id)
        try actor.require(.unmask, at: person.village, in: tree)
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .unmasked, subject: .person(id), detail: purpose)
        ])
        return try await file(of: id, unmasked: true, by: actor)
    }

    /// A person's line from their full state, masked.
    public func line(of person: Person) -> PersonLine {
        PersonLine(
            id: person.id, name: person.facts.name.full, sex: person.facts.sex,
            age: person.facts.born.map { Age.years(born: $0, on: today) }, village: tree[person.village],
            household: person.household, identity: person.facts.identity?.masked ?? "",
            mobile: person.facts.mobile?.masked ?? "", presence: person.presence, survey: person.survey,
            caseID: nil, categories: [], visitClass: nil)
    }

    private func rows(of subject: Subject, person: Person, hardness: Int) async throws -> [DutyRow] {
        try await store.duties(of: subject).map {
            DutyRow(
                subject: subject, unit: person.village, person: person.id, name: person.facts.name.full,
                hardness: hardness, obligation: $0)
        }
    }

    /// The names of all accounts, for "who did it".
    func names() async throws -> [AccountID: String] {
        var names = Dictionary(
            try await store.accounts().map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        names[.system] = "系统"
        return names
    }
}
