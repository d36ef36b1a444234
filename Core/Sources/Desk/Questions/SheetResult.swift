// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// What a sheet just taken in means, and who comes next.
public struct SheetResult: Sendable {
    public let person: Person
    public let village: Unit?
    public let round: SurveyRound?
    public let sheet: TakenSheet
    public let proposal: HardshipProposal
    public let newestCase: AssistanceCase?
    /// Members of the home who are still missing in the round.
    public let household: [PersonLine]
    /// The next of the village who is still missing.
    public let next: PersonLine?
}

extension Office {
    /// What became of a sheet; `nil` when it was not taken in.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func result(ofSheet sheet: String, by actor: Actor) async throws -> SheetResult? {
        guard let place = try await store.place(ofSheet: sheet) else { return nil }
        let person = try await demand(person: place.person)
        try actor.require(.survey, at: person.village, in: tree)
        guard let taken = try await sheets(of: person.id).first(where: { $0.act == place.act }) else {
            return nil
        }
        let round = try await store.round(taken.response.round)
        let missing = try await missing(in: round)
        return SheetResult(
            person: person, village: tree[person.village], round: round, sheet: taken,
            proposal: try await proposal(for: person, on: today),
            newestCase: try await store.newestCase(of: person.id),
            household: missing.filter { $0.household == person.household && $0.id != person.id },
            next: missing.first { $0.household != person.household && $0.id != person.id })
    }

    /// The first of those who are still missing; homes are small, so a page holds the rest of one.
    private func missing(in round: SurveyRound?) async throws -> [PersonLine] {
        guard let round else { return [] }
        return try await store.roll(of: round.id, part: .missing, on: today, after: nil, limit: 200).rows
            .map(line)
    }

    /// The versions of a person's sheets, newest first, for the page that compares them.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func sheetVersions(of id: PersonID, by actor: Actor) async throws -> (
        person: Person, sheets: [TakenSheet], rounds: [RoundID: SurveyRound], names: [AccountID: String]
    ) {
        let person = try await demand(person: id)
        try actor.require(.seePeople, at: person.village, in: tree)
        let sheets = try await sheets(of: id)
        var rounds: [RoundID: SurveyRound] = [:]
        for id in Set(sheets.map(\.response.round)) { rounds[id] = try await store.round(id) }
        return (person, sheets.reversed(), rounds, try await names())
    }
}
