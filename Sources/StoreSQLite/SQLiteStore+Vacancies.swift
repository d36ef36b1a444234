// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: VacancyStore {
    public func employer(_ id: EmployerID) async throws -> Employer? { try readHere { try $0.employer(id) } }

    public func employers(
        _ query: EmployerQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<Employer> {
        try await read { try $0.employers(query, after: after, limit: limit) }
    }

    public func employers(withCodes codes: [CreditCode]) async throws -> [Employer] {
        try await read { try $0.employers(withCodes: codes) }
    }

    public func employers(named names: [String]) async throws -> [Employer] {
        try await read { try $0.employers(named: names) }
    }

    public func vacancy(_ id: VacancyID) async throws -> Vacancy? { try readHere { try $0.vacancy(id) } }

    public func vacancies(
        _ query: VacancyQuery, at clock: VacancyClock, after: Cursor?, limit: Int
    ) async throws -> Slice<VacancyRow> {
        guard limit <= Self.page else {
            return try await read { try $0.vacancies(query, at: clock, after: after, limit: limit) }
        }
        return try readHere { try $0.vacancies(query, at: clock, after: after, limit: limit) }
    }

    public func vacancyCount(_ query: VacancyQuery, at clock: VacancyClock) async throws -> VacancyCount {
        try readHere { try $0.vacancyCount(query, at: clock) }
    }

    public func liveVacancies(of employers: [EmployerID]) async throws -> [Vacancy] {
        guard employers.count <= Self.page else {
            return try await read { try $0.liveVacancies(of: employers) }
        }
        return try readHere { try $0.liveVacancies(of: employers) }
    }

    public func vacancySums(at clock: VacancyClock) async throws -> [VacancySum] {
        try await read { try $0.vacancySums(at: clock) }
    }
}
