// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: VacancyStore {
    public func employer(_ id: EmployerID) async throws -> Employer? { read { $0.employers[id] } }

    public func employers(
        _ query: EmployerQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<Employer> {
        read { state in
            let last = after?.numbers.first
            let rows = state.employers.values.filter { employer in
                employer.isLive && state.contains(employer.unit, query.scope)
                    && (!query.isRegular || employer.facts.isRegular)
                    && (query.words.isEmpty || employer.facts.name.contains(query.words)
                        || employer.facts.code?.text == query.words)
                    && (last.map { employer.id.number < $0 } ?? true)
            }.sorted { $0.id > $1.id }
            return page(rows, limit: limit) { Cursor(numbers: $0.id.number) }
        }
    }

    public func employers(withCodes codes: [CreditCode]) async throws -> [Employer] {
        let wanted = Set(codes)
        return read { state in
            state.employers.values.filter { $0.isLive && $0.facts.code.map(wanted.contains) ?? false }
                .sorted { $0.id < $1.id }
        }
    }

    public func employers(named names: [String]) async throws -> [Employer] {
        let wanted = Set(names)
        return read { state in
            state.employers.values.filter { $0.isLive && wanted.contains($0.facts.name) }
                .sorted { $0.id < $1.id }
        }
    }

    public func vacancy(_ id: VacancyID) async throws -> Vacancy? { read { $0.vacancies[id] } }

    public func vacancies(
        _ query: VacancyQuery, at clock: VacancyClock, after: Cursor?, limit: Int
    ) async throws -> Slice<VacancyRow> {
        read { state in
            let last = after?.numbers.first
            let rows = state.vacancies(query, at: clock).filter { vacancy in
                last.map { vacancy.id.number < $0 } ?? true
            }.sorted { $0.id > $1.id }.compactMap { vacancy in
                state.employers[vacancy.employer].map { VacancyRow(vacancy: vacancy, employer: $0) }
            }
            return page(rows, limit: limit) { Cursor(numbers: $0.vacancy.id.number) }
        }
    }

    public func vacancyCount(_ query: VacancyQuery, at clock: VacancyClock) async throws -> VacancyCount {
        read { state in
            let found = state.vacancies(query, at: clock)
            return VacancyCount(posts: found.count, places: found.reduce(0) { $0 + $1.seatsLeft })
        }
    }

    public func liveVacancies(of employers: [EmployerID]) async throws -> [Vacancy] {
        let wanted = Set(employers)
        return read { state in
            state.vacancies.values.filter { $0.closed == nil && wanted.contains($0.employer) }
                .sorted { $0.id < $1.id }
        }
    }

    public func vacancySums(at clock: VacancyClock) async throws -> [VacancySum] {
        read { state in
            let open = state.vacancies(VacancyQuery(standing: .open), at: clock)
            return Dictionary(grouping: open) { VacancyKey($0) }.map { key, found in
                VacancySum(
                    occupation: key.occupation, place: key.place, thousands: key.thousands,
                    posts: found.count, places: found.reduce(0) { $0 + $1.seatsLeft })
            }.sorted {
                ($0.occupation, $0.place?.number ?? 0, $0.thousands)
                    < ($1.occupation, $1.place?.number ?? 0, $1.thousands)
            }
        }
    }
}

/// What vacancies are summed by.
private struct VacancyKey: Hashable {
    let occupation: String
    let place: UnitID?
    let thousands: Int

    init(_ vacancy: Vacancy) {
        occupation = vacancy.facts.occupation
        place = vacancy.facts.place.unit
        thousands = vacancy.facts.pay.through / 1000
    }
}

extension MemoryState {
    /// Those that a query finds, in no order.
    fileprivate func vacancies(_ query: VacancyQuery, at clock: VacancyClock) -> [Vacancy] {
        vacancies.values.filter { vacancy in
            let facts = vacancy.facts
            return contains(vacancy.unit, query.scope)
                && query.standing.map {
                    vacancy.standing(on: clock.today, verifiedFor: clock.verifiedDays) == $0
                } ?? true
                && query.level.map { facts.level == $0 } ?? true && isAt(facts.place, query.place)
                && query.occupation.map { facts.occupation == $0 } ?? true
                && query.education.map { $0.rank >= facts.requirements.leastEducation?.rank ?? 0 } ?? true
                && query.shift.map { facts.shift == $0 } ?? true
                && query.pay.map { facts.pay.through >= $0 } ?? true
                && query.employer.map { vacancy.employer == $0 } ?? true
        }
    }

    private func isAt(_ place: WorkPlace, _ scope: Scope) -> Bool {
        if scope == .district { return true }
        return place.unit.map { contains($0, scope) } ?? false
    }
}
