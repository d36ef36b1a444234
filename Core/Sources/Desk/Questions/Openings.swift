// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 找岗位: what an office can offer somebody today, ranked and explained (05.w2, 10.w3, 14.w3).
public struct Openings: Sendable {
    public let found: AssistanceCase
    /// Masked.
    public let person: PersonLine
    public let seeker: Seeker
    public let list: Shortlist
    /// Employers of the vacancies on the list.
    public let employers: [EmployerID: Employer]
    /// Open and verified vacancies that were looked at.
    public let looked: Int
    /// What the newest batch has for the person; `nil` where it did not ask for them.
    public let batch: MatchAnswer?
}

extension Office {
    /// The list of one person from every vacancy that is open and verified today.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func openings(for id: CaseID, by actor: Actor) async throws -> Openings {
        let found = try await demand(case: id)
        try actor.require(.seePeople, at: found.village, in: tree)
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        let person = try await demand(person: found.person)
        let rows = try await openVacancies()
        let seeker = Seeker(person, in: found)
        let list = pack.fitting.shortlist(
            for: seeker, from: rows.map(\.vacancy), home: spot(of: person.village), spots: spot(of:))
        let shown = Set((list.chosen + list.failed).map(\.vacancy.employer))
        let employers = rows.map(\.employer).filter { shown.contains($0.id) }
        return Openings(
            found: found, person: line(of: person), seeker: seeker, list: list,
            employers: Dictionary(employers.map { ($0.id, $0) }, uniquingKeysWith: { $1 }),
            looked: rows.count, batch: try await store.answer(for: id))
    }

    /// Why a vacancy suits a person, worked out on the day on which it is told.
    func fit(_ id: VacancyID, for person: Person, in found: AssistanceCase) async throws -> Fit {
        let vacancy = try await demand(vacancy: id)
        return pack.fitting.fit(
            Seeker(person, in: found), vacancy, home: spot(of: person.village),
            place: vacancy.facts.place.unit.flatMap(spot(of:)))
    }

    /// A recommendation of a registered vacancy with its explanation, whatever a form may have sent (L.11).
    func explained(_ act: CaseEvent, of person: Person, in found: AssistanceCase) async throws -> CaseEvent {
        guard case .aid(.recommended(let told)) = act, let id = told.vacancy.vacancyID else { return act }
        let fit = try await fit(id, for: person, in: found)
        return .aid(
            .recommended(
                Recommendation(
                    level: told.level, vacancy: told.vacancy, confirmed: told.confirmed,
                    confirmedBy: told.confirmedBy, fit: fit, overriding: told.overriding)))
    }

    /// Every vacancy that is open and verified today, newest first.
    func openVacancies() async throws -> [VacancyRow] {
        var rows: [VacancyRow] = []
        var cursor: Cursor?
        repeat {
            let page = try await store.vacancies(
                VacancyQuery(standing: .open), at: vacancyClock, after: cursor, limit: 1000)
            rows += page.rows
            cursor = page.next
        } while cursor != nil
        return rows
    }

    /// Where a unit lies, as the travel table names it.
    func spot(of unit: UnitID) -> Spot? {
        tree.unit(at: .town, above: unit)?.code.map {
            Spot(town: $0, village: tree.unit(at: .village, above: unit)?.code)
        }
    }
}
