// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 登记用人单位 (14.w2).
    ///
    /// - Throws: ``Refusal/procedure(_:)`` with whoever bears the credit code already, other refusals;
    ///   ``StoreFailure``.
    public func registerEmployer(
        _ facts: EmployerFacts, in unit: UnitID? = nil, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let unit = try keeper(unit, by: actor)
        try check(day, by: actor, at: unit)
        try Employer.check(facts)
        try await checkBearer(of: facts, but: nil)
        let id = EmployerID(try await store.allocate(.employer, count: 1))
        var change = change(by: actor, once: once, answer: .employer(id))
        change.append(.employer(.registered(facts, unit: unit)), to: .employer(id), after: 0, on: day)
        change.states.append(.employer(Employer(registering: facts, unit: unit, id: id)))
        return try await commit(change)
    }

    /// 更正单位信息.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func correctEmployer(
        _ id: EmployerID, version: Int, to facts: EmployerFacts, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let employer = try await kept(id, version: version, by: actor)
        try await checkBearer(of: facts, but: id)
        return try await write(.corrected(facts), to: employer, on: today, by: actor, once: once)
    }

    /// 走访用人单位: what was talked about and which policies were told (14.r2).
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func callOn(
        _ id: EmployerID, version: Int, _ visit: EmployerVisit, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.visited(visit), on: id, version: version, on: day, by: actor, once: once)
    }

    /// 空岗信息报告 of a month (14.w2).
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func reportVacancies(
        of id: EmployerID, version: Int, _ report: VacancyReport, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.reported(report), on: id, version: version, on: day, by: actor, once: once)
    }

    /// 合并重复单位: one entry passes into another with its vacancies.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func mergeEmployer(
        _ id: EmployerID, version: Int, into target: EmployerID, reason: String, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var employer = try await kept(id, version: version, by: actor)
        var other = try await demand(employer: target)
        try actor.require(.keepVacancies, at: other.unit, in: tree)
        var change = change(by: actor, once: once, answer: .employer(target))
        for event in try employer.decide(.merged(into: target, reason: reason), on: today) {
            employer.take(event, on: today, into: &change)
        }
        for event in try other.decide(.absorbed(id), on: today) {
            other.take(event, on: today, into: &change)
        }
        change.states += [.employer(employer), .employer(other)]
        for var vacancy in try await store.liveVacancies(of: [id]) {
            vacancy.take(.employerMerged(into: target), on: today, into: &change)
            change.states.append(.vacancy(vacancy))
        }
        return try await commit(change)
    }

    private func act(
        _ event: EmployerEvent, on id: EmployerID, version: Int, on day: Day, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard actor.may(.keepVacancies) else { throw Refusal.notAllowed(.keepVacancies) }
        let employer = try await demand(employer: id)
        guard employer.version == version else { throw StoreFailure.conflict(.employer(id)) }
        try check(day, by: actor, at: employer.unit)
        return try await write(event, to: employer, on: day, by: actor, once: once)
    }

    private func kept(_ id: EmployerID, version: Int, by actor: Actor) async throws -> Employer {
        let employer = try await demand(employer: id)
        try actor.require(.keepVacancies, at: employer.unit, in: tree)
        guard employer.version == version else { throw StoreFailure.conflict(.employer(id)) }
        return employer
    }

    private func write(
        _ act: EmployerEvent, to employer: Employer, on day: Day, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        var employer = employer
        var change = change(by: actor, once: once, answer: .employer(employer.id))
        for event in try employer.decide(act, on: day) { employer.take(event, on: day, into: &change) }
        change.states.append(.employer(employer))
        return try await commit(change)
    }

    /// One entry bears a credit code; without a code, one entry bears a name.
    private func checkBearer(of facts: EmployerFacts, but id: EmployerID?) async throws {
        let others =
            if let code = facts.code {
                try await store.employers(withCodes: [code])
            } else {
                try await store.employers(named: [facts.name]).filter { $0.facts.code == nil }
            }
        if let other = others.first(where: { $0.id != id }) {
            throw Refusal.procedure(.creditCodeTaken(other.id))
        }
    }
}
