// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Somebody whom the matching would invite, with the vacancies of the fair that suit (14.w3).
public struct FairProposal: Sendable {
    public let found: AssistanceCase
    /// Masked.
    public let person: PersonLine
    /// What suits best first; none fails a limit.
    public let matches: [Match]

    /// A vacancy of the fair with its explanation.
    public struct Match: Hashable, Sendable {
        public let vacancy: Vacancy
        public let employer: String
        public let stand: Int
        public let fit: Fit
    }
}

/// One page of proposals; the hardest first, then the best score.
public struct FairProposals: Sendable {
    public let rows: [FairProposal]
    /// All who suit.
    public let count: Int
    /// People in search who were looked at.
    public let looked: Int
    /// The place of the next page's first line.
    public let next: Int?
}

extension Office {
    /// 拟邀请名单: people in search of the actor's office to whom a stand offers something allowed and who are not
    /// invited yet. Nobody is invited by it.
    ///
    /// - Parameters:
    ///   - unit: a town or village within the actor's scope.
    ///   - place: where the page begins.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func fairProposals(
        for id: FairID, in unit: UnitID? = nil, from place: Int = 0, limit: Int = 30, by actor: Actor
    ) async throws -> FairProposals {
        let fair = try await demand(fair: id)
        let scope = try scope(.inviteToFairs, narrowedTo: unit, by: actor)
        let stands = try await stands(of: fair)
        let offers = stands.flatMap { line in line.offered.map { (line, $0) } }
        let invited = Set(fair.guests.map(\.caseID))
        var ranked: [(row: LedgerRow, best: [FitBoard.Candidate])] = []
        var looked = 0
        var board = FitBoard(offers.map(\.1), rules: pack.fitting, spots: spot(of:))
        try await eachSeeker(in: scope) { row in
            guard !invited.contains(row.assistanceCase.id), fair.facts.isFor(row) else { return }
            looked += 1
            let best = best(on: &board, for: row)
            if !best.isEmpty { ranked.append((row, best)) }
        }
        ranked.sort { left, right in
            let (one, other) = (left.row.assistanceCase, right.row.assistanceCase)
            return (-one.hardness, -(left.best.first?.score ?? 0), one.id)
                < (-other.hardness, -(right.best.first?.score ?? 0), other.id)
        }
        let rows = ranked.dropFirst(place).prefix(limit).map { row, best in
            FairProposal(
                found: row.assistanceCase, person: line(of: row.person),
                matches: best.map { match(offers[$0.vacancy], for: row) })
        }
        let end = place + rows.count
        return FairProposals(
            rows: rows, count: ranked.count, looked: looked, next: end < ranked.count ? end : nil)
    }

    /// How many vacancies an invitation proposes.
    private static let most = 3

    private func best(on board: inout FitBoard, for row: LedgerRow) -> [FitBoard.Candidate] {
        let allowed = board.allowed(
            for: Seeker(row.person, in: row.assistanceCase), from: spot(of: row.person.village))
        return Array(
            allowed.sorted { (-$0.score, $0.vacancy) < (-$1.score, $1.vacancy) }.prefix(Self.most))
    }

    private func match(_ offer: (line: FairStandLine, vacancy: Vacancy), for row: LedgerRow)
        -> FairProposal.Match
    {
        FairProposal.Match(
            vacancy: offer.vacancy, employer: offer.line.employer.facts.name, stand: offer.line.stand.number,
            fit: pack.fitting.fit(
                Seeker(row.person, in: row.assistanceCase), offer.vacancy,
                home: spot(of: row.person.village),
                place: offer.vacancy.facts.place.unit.flatMap(spot(of:))))
    }

    /// The vacancies of a fair that suit one person, the best first.
    func matches(
        at fair: Fair, for person: Person, in found: AssistanceCase
    ) async throws -> [FairProposal.Match] {
        let offers = try await stands(of: fair).flatMap { line in line.offered.map { (line, $0) } }
        var board = FitBoard(offers.map(\.1), rules: pack.fitting, spots: spot(of:))
        let row = LedgerRow(assistanceCase: found, person: person)
        return best(on: &board, for: row).map { match(offers[$0.vacancy], for: row) }
    }

    /// Those who are helped and have no work, page by page.
    private func eachSeeker(in scope: Scope, _ body: (LedgerRow) -> Void) async throws {
        let stages: Set<CaseStage> = [.listed, .village, .townIntake, .town, .districtIntake, .district]
        var after: Cursor?
        repeat {
            let page = try await store.cases(
                CaseQuery(scope: scope, stages: stages), after: after, limit: 1000)
            for row in page.rows where row.assistanceCase.care.job == nil { body(row) }
            after = page.next
        } while after != nil
    }
}

extension AssistanceCase {
    /// 4 for the hardest class down to 1; 0 where none is told.
    fileprivate var hardness: Int { visitClass?.rawValue ?? 0 }
}

extension FairFacts {
    /// Whether a special fair is for somebody, as far as records tell; a general one is for everybody.
    func isFor(_ row: LedgerRow) -> Bool {
        guard kind == .special else { return true }
        let isOfCategory =
            categories.isEmpty || row.assistanceCase.categories.contains(where: categories.contains)
        guard let occupation, !occupation.isEmpty else { return isOfCategory }
        let wish = row.assistanceCase.care.wish?.occupations ?? []
        return isOfCategory && (row.person.facts.skills + wish).contains(occupation)
    }
}
