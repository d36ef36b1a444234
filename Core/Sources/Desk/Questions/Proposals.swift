// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 推荐建议: what the newest batch has for the people of a desk, held against today.
public struct Proposals: Sendable {
    /// `nil` where no batch was made yet.
    public let run: MatchRun?
    public let lines: [ProposalLine]
    public let next: Cursor?
    /// People with a proposal, and people for whom something is missing, when the batch was made.
    public let proposed: Int
    public let unserved: Int
    /// Why, over all the people of the desk.
    public let reasons: [UnservedReason: Int]
    /// Employers of the vacancies on the page.
    public let employers: [EmployerID: Employer]
}

/// The last batches, newest first, with the names of those who made them.
public struct MatchingBook: Sendable {
    public let runs: [MatchRun]
    public let names: [AccountID: String]
    public let unserved: [UnservedCount]
}

/// Somebody with what the batch has for them.
public struct ProposalLine: Sendable {
    public let found: AssistanceCase
    /// Masked.
    public let person: PersonLine
    public let offers: [ProposalOffer]
    public let unserved: UnservedReason?
    /// Whether the reader may tell and recommend today.
    public let mayRecommend: Bool
    /// No longer looked for: found work, handed up, ended since the batch was made.
    public let isOver: Bool
}

/// A vacancy proposed, as it stands today.
public struct ProposalOffer: Sendable {
    public let vacancy: Vacancy
    public let fit: Fit
    public let state: State

    /// What became of it since the batch was made.
    public enum State: Hashable, Sendable {
        case open
        case told
        /// Filled, expired, closed, or not verified lately (05.r2).
        case gone(VacancyStanding)
        /// The person or the post changed, and a limit fails now.
        case fails
    }
}

extension Office {
    /// The proposals of the newest batch for a desk.
    ///
    /// - Parameters:
    ///   - isOwn: only the people whose helper the actor is.
    ///   - unit: narrows to a unit within the actor's scope.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func proposals(
        _ part: ProposalQuery.Part, isOwn: Bool, in unit: UnitID? = nil, after: Cursor? = nil,
        limit: Int = 30, by actor: Actor
    ) async throws -> Proposals {
        guard actor.may(.seePeople), actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        var query = ProposalQuery(
            scope: actor.scope(for: .seePeople, in: tree), helper: isOwn ? actor.account : nil, part: part)
        if let unit = unit.flatMap({ tree[$0] }) { query.scope = query.scope.narrowed(to: unit, in: tree) }
        let slice = try await store.proposals(query, after: after, limit: limit)
        var reader = OfferReader(office: self)
        var lines: [ProposalLine] = []
        for row in slice.rows { lines.append(try await line(of: row, &reader, by: actor)) }
        var counted = query
        counted.part = .proposed
        let proposed = try await store.proposalCount(counted)
        counted.part = .unserved
        let reasons = try await store.unservedCounts(query.scope)
        return Proposals(
            run: try await store.matchRuns(limit: 1).first, lines: lines, next: slice.next,
            proposed: proposed, unserved: try await store.proposalCount(counted),
            reasons: reasons.reduce(into: [:]) { $0[$1.reason, default: 0] += $1.count },
            employers: reader.employers)
    }

    /// 批量匹配: what the last batches brought, and whom the newest left out.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func matchingBook(by actor: Actor) async throws -> MatchingBook {
        guard actor.may(.runMatch) else { throw Refusal.notAllowed(.runMatch) }
        return MatchingBook(
            runs: try await store.matchRuns(limit: 20), names: try await names(),
            unserved: try await store.unservedCounts(actor.scope(for: .runMatch, in: tree)))
    }

    private func line(
        of row: ProposalRow, _ reader: inout OfferReader, by actor: Actor
    ) async throws -> ProposalLine {
        let possible = row.found.possible(.recommend, on: today, numbers: pack.procedure)
        let unit = self.unit(at: possible.doer.level, of: row.found)
        var offers: [ProposalOffer] = []
        for offer in row.answer.offers {
            offers.append(try await reader.read(offer.vacancy, for: row.person, in: row.found))
        }
        return ProposalLine(
            found: row.found, person: line(of: row.person), offers: offers, unserved: row.answer.unserved,
            mayRecommend: possible.refusal == nil && actor.may(possible.doer.deed, at: unit, in: tree),
            isOver: possible.refusal != nil)
    }

    /// 不合适: puts a proposal aside with the reason of whoever knows the person; later batches leave it out.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` for whoever does not help at the level that holds the case,
    ///   ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func setAside(
        _ vacancy: VacancyID, for id: CaseID, reason: SetAsideReason, by actor: Actor
    ) async throws {
        let found = try await demand(case: id)
        try actor.require(.seePeople, at: found.village, in: tree)
        let doer = found.possible(.recommend, on: today, numbers: pack.procedure).doer
        try actor.require(doer.deed, at: unit(at: doer.level, of: found), in: tree)
        _ = try await demand(vacancy: vacancy)
        try await store.setAside(
            SetAside(caseID: id, vacancy: vacancy, reason: reason, by: actor.account, at: now),
            audit: AuditNote(
                at: now, by: actor.account, action: .act, subject: .assistanceCase(id),
                detail: "set-aside"))
    }
}

/// Reads vacancies and employers of a page once each.
private struct OfferReader {
    let office: Office
    var vacancies: [VacancyID: Vacancy] = [:]
    var employers: [EmployerID: Employer] = [:]

    init(office: Office) { self.office = office }

    mutating func read(
        _ id: VacancyID, for person: Person, in found: AssistanceCase
    ) async throws -> ProposalOffer {
        let vacancy = if let known = vacancies[id] { known } else { try await office.demand(vacancy: id) }
        vacancies[id] = vacancy
        if employers[vacancy.employer] == nil {
            employers[vacancy.employer] = try await office.demand(employer: vacancy.employer)
        }
        let fit = office.pack.fitting.fit(
            Seeker(person, in: found), vacancy, home: office.spot(of: person.village),
            place: vacancy.facts.place.unit.flatMap(office.spot(of:)))
        return ProposalOffer(vacancy: vacancy, fit: fit, state: state(of: vacancy, fit))
    }

    private func state(of vacancy: Vacancy, _ fit: Fit) -> ProposalOffer.State {
        if fit.failed.contains(where: { $0.kind == .told }) { return .told }
        let clock = office.vacancyClock
        let standing = vacancy.standing(on: clock.today, verifiedFor: clock.verifiedDays)
        if standing != .open { return .gone(standing) }
        return fit.isAllowed ? .open : .fails
    }
}
