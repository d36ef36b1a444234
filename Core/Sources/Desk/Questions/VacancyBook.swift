// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 岗位信息: one page of the list.
public struct VacancyList: Sendable {
    public let rows: [VacancyRow]
    public let next: Cursor?
    /// All that the filters find.
    public let count: VacancyCount
}

/// One vacancy with everything that its page shows.
public struct VacancyFile: Sendable {
    public let vacancy: Vacancy
    public let employer: Employer
    public let standing: VacancyStanding
    /// What is odd and was confirmed, or turned odd since.
    public let findings: [VacancyFinding]
    public let unit: Unit?
    /// Those of whom the actor may see the file, newest first.
    public let candidates: [VacancyCandidate]
    /// Told to others, of whom only the number is shown.
    public let others: Int
    /// Newest first.
    public let history: [HistoryEntry]
    public let names: [AccountID: String]
    public let mayKeep: Bool
    public let mayConfirm: Bool
}

/// Somebody to whom a vacancy was told.
public struct VacancyCandidate: Sendable {
    public let candidate: Vacancy.Candidate
    public let person: Person
    public let recommendation: Care.LiveRecommendation?
}

/// One employer with everything that its page shows.
public struct EmployerFile: Sendable {
    public let employer: Employer
    public let unit: Unit?
    public let vacancies: [VacancyRow]
    /// Newest first.
    public let history: [HistoryEntry]
    public let names: [AccountID: String]
    public let mayKeep: Bool
    public let mayAct: Bool
}

extension Office {
    /// The day and the term by which standings are told.
    public var vacancyClock: VacancyClock {
        VacancyClock(today: today, verifiedDays: pack.procedure.verifiedDays)
    }

    /// 岗位信息 of the whole district, for whoever helps anywhere: posts know no village's border (10.w2).
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func vacancyList(
        _ query: VacancyQuery, after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> VacancyList {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        return try await publicList(query, after: after, limit: limit)
    }

    /// What the board shows to everybody: open and verified vacancies only, nothing of persons.
    ///
    /// - Throws: ``StoreFailure``.
    public func board(
        _ query: VacancyQuery, after: Cursor? = nil, limit: Int = 30
    ) async throws -> VacancyList {
        var query = query
        query.standing = .open
        query.scope = .district
        return try await publicList(query, after: after, limit: limit)
    }

    private func publicList(
        _ query: VacancyQuery, after: Cursor?, limit: Int
    ) async throws -> VacancyList {
        let slice = try await store.vacancies(query, at: vacancyClock, after: after, limit: limit)
        let count = try await store.vacancyCount(query, at: vacancyClock)
        return VacancyList(rows: slice.rows, next: slice.next, count: count)
    }

    /// One vacancy of the board; `nil` unless it is open and verified.
    ///
    /// - Throws: ``StoreFailure``.
    public func boardVacancy(_ id: VacancyID) async throws -> VacancyRow? {
        guard let vacancy = try await store.vacancy(id), standing(of: vacancy) == .open,
            let employer = try await store.employer(vacancy.employer)
        else { return nil }
        return VacancyRow(vacancy: vacancy, employer: employer)
    }

    /// One vacancy, with those of its candidates whom the actor may see.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func vacancyFile(_ id: VacancyID, by actor: Actor) async throws -> VacancyFile {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        let vacancy = try await demand(vacancy: id)
        let candidates = try await candidates(of: vacancy, by: actor)
        return VacancyFile(
            vacancy: vacancy, employer: try await demand(employer: vacancy.employer),
            standing: standing(of: vacancy),
            findings: try await oddities(of: vacancy.facts, but: id, employer: vacancy.employer),
            unit: tree[vacancy.unit], candidates: candidates.reversed(),
            others: vacancy.candidates.count - candidates.count,
            history: try await store.history(of: .vacancy(id)).reversed(), names: try await names(),
            mayKeep: actor.may(.keepVacancies, at: vacancy.unit, in: tree),
            mayConfirm: actor.may(.keepVacancies))
    }

    private func candidates(of vacancy: Vacancy, by actor: Actor) async throws -> [VacancyCandidate] {
        var seen: [VacancyCandidate] = []
        for candidate in vacancy.candidates {
            guard let found = try await store.assistanceCase(candidate.caseID),
                actor.may(.seePeople, at: found.village, in: tree),
                let person = try await store.person(found.person)
            else { continue }
            seen.append(
                VacancyCandidate(
                    candidate: candidate, person: person,
                    recommendation: found.care.recommendation(candidate.act)))
        }
        return seen
    }

    /// 用人单位.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func employerList(
        _ query: EmployerQuery, after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> Slice<Employer> {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        return try await store.employers(query, after: after, limit: limit)
    }

    /// One employer.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func employerFile(_ id: EmployerID, by actor: Actor) async throws -> EmployerFile {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        let employer = try await demand(employer: id)
        let query = VacancyQuery(employer: id)
        return EmployerFile(
            employer: employer, unit: tree[employer.unit],
            vacancies: try await store.vacancies(query, at: vacancyClock, after: nil, limit: 100).rows,
            history: try await store.history(of: .employer(id)).reversed(), names: try await names(),
            mayKeep: employer.isLive && actor.may(.keepVacancies, at: employer.unit, in: tree),
            mayAct: employer.isLive && actor.may(.keepVacancies))
    }
}
