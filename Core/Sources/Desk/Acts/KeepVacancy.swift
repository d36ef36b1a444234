// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 登记岗位: a vacancy that an employer told the office (05.w2, 14.w2).
    ///
    /// - Parameters:
    ///   - verified: what the employer said when it was collected; `nil` where nobody asked yet.
    ///   - unit: the office that keeps it; the actor's own where `nil`.
    ///   - isConfirmed: what is odd but no obstacle was answered with yes.
    /// - Throws: ``Refusal/vacancyOdd(_:)`` with everything that is odd, other refusals; ``StoreFailure``.
    public func postVacancy(
        _ facts: VacancyFacts, of employer: EmployerID, verified: Verification?, in unit: UnitID? = nil,
        on day: Day, isConfirmed: Bool = false, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let unit = try keeper(unit, by: actor)
        try check(day, by: actor, at: unit)
        let employer = try await demand(employer: employer)
        if let other = employer.mergedInto { throw Refusal.procedure(.employerMerged(into: other)) }
        guard employer.isLive else { throw Refusal.notFound(.employer) }
        let facts = facts.placed(at: tree[unit]?.level ?? .village)
        try await checkOddities(of: facts, but: nil, employer: employer.id, isConfirmed)
        let id = VacancyID(try await store.allocate(.vacancy, count: 1))
        var change = change(by: actor, once: once, answer: .vacancy(id))
        change.append(
            .vacancy(.posted(facts, employer: employer.id, unit: unit, verified)), to: .vacancy(id), after: 0,
            on: day)
        change.states.append(
            .vacancy(
                Vacancy(posting: facts, of: employer.id, unit: unit, verified: verified, on: day, id: id)))
        return try await commit(change)
    }

    /// 更正岗位信息: what the employer asks for is told exactly (05.r2).
    ///
    /// - Throws: ``Refusal/vacancyOdd(_:)``, ``Refusal/procedure(_:)``, ``StoreFailure``.
    public func correctVacancy(
        _ id: VacancyID, version: Int, to facts: VacancyFacts, isConfirmed: Bool = false, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let vacancy = try await kept(id, version: version, by: actor)
        let facts = facts.placed(at: tree[vacancy.unit]?.level ?? .village)
        try await checkOddities(of: facts, but: id, employer: vacancy.employer, isConfirmed)
        return try await write(.corrected(facts), to: vacancy, on: today, by: actor, once: once)
    }

    /// 岗位核实: the employer was asked whether it is open and what it requires (05.w2).
    ///
    /// Whoever may collect vacancies anywhere may ask, since each level asks before its own letters.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func confirmVacancy(
        _ id: VacancyID, version: Int, _ verification: Verification, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard actor.may(.keepVacancies) else { throw Refusal.notAllowed(.keepVacancies) }
        let vacancy = try await demand(vacancy: id)
        guard vacancy.version == version else { throw StoreFailure.conflict(.vacancy(id)) }
        try check(day, after: vacancy.posted, by: actor, at: vacancy.unit)
        return try await write(.confirmed(verification), to: vacancy, on: day, by: actor, once: once)
    }

    /// 关闭岗位: no longer offered (05.r2).
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func closeVacancy(
        _ id: VacancyID, version: Int, _ end: VacancyEnd, note: String, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let vacancy = try await kept(id, version: version, by: actor)
        try check(day, after: vacancy.posted, by: actor, at: vacancy.unit)
        return try await write(.closed(end, note: note), to: vacancy, on: day, by: actor, once: once)
    }

    /// 重新开放 a vacancy that was closed.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func reopenVacancy(
        _ id: VacancyID, version: Int, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let vacancy = try await kept(id, version: version, by: actor)
        return try await write(.reopened(reason: reason), to: vacancy, on: today, by: actor, once: once)
    }

    /// What is odd about facts before they are taken in (05.r2, 14.r2).
    ///
    /// - Throws: ``StoreFailure``.
    public func oddities(
        of facts: VacancyFacts, but id: VacancyID?, employer: EmployerID
    ) async throws -> [VacancyFinding] {
        let others = try await store.liveVacancies(of: [employer]).filter { other in
            other.id != id && standing(of: other).isOffered
        }
        return facts.findings(on: today, lowestPay: pack.procedure.lowestPay, others: others)
    }

    /// Where a vacancy stands today under the pack in force.
    public func standing(of vacancy: Vacancy) -> VacancyStanding {
        vacancy.standing(on: today, verifiedFor: pack.procedure.verifiedDays)
    }

    private func checkOddities(
        of facts: VacancyFacts, but id: VacancyID?, employer: EmployerID, _ isConfirmed: Bool
    ) async throws {
        let found = try await oddities(of: facts, but: id, employer: employer)
        let isBlocked = found.contains(where: \.blocks)
        if isBlocked || !(found.isEmpty || isConfirmed) { throw Refusal.vacancyOdd(found) }
    }

    /// The vacancy as the page showed it, which the actor may change.
    private func kept(_ id: VacancyID, version: Int, by actor: Actor) async throws -> Vacancy {
        let vacancy = try await demand(vacancy: id)
        try actor.require(.keepVacancies, at: vacancy.unit, in: tree)
        guard vacancy.version == version else { throw StoreFailure.conflict(.vacancy(id)) }
        return vacancy
    }

    private func write(
        _ act: VacancyEvent, to vacancy: Vacancy, on day: Day, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        var vacancy = vacancy
        var change = change(by: actor, once: once, answer: .vacancy(vacancy.id))
        for event in try vacancy.decide(act, on: day, numbers: pack.procedure) {
            vacancy.take(event, on: day, into: &change)
        }
        change.states.append(.vacancy(vacancy))
        return try await commit(change)
    }

    /// The office in whose name the actor collects: the one asked for, or the widest that the actor has.
    func keeper(_ unit: UnitID?, by actor: Actor) throws -> UnitID {
        guard let unit = unit ?? actor.unit(for: .keepVacancies, in: tree)?.id else {
            throw Refusal.notAllowed(.keepVacancies)
        }
        try actor.require(.keepVacancies, at: unit, in: tree)
        return unit
    }
}

extension VacancyStanding {
    /// Whether people may still be sent, at once or after a confirmation.
    public var isOffered: Bool {
        switch self {
        case .open, .stale: true
        case .filled, .expired, .closed: false
        }
    }
}

extension VacancyFacts {
    /// The same as a post of the keeping office's level, unless it is a welfare post.
    fileprivate func placed(at level: Level) -> VacancyFacts {
        var facts = self
        guard facts.level != .welfare else { return facts }
        facts.level =
            switch level {
            case .village: .village
            case .town: .town
            case .district, .city, .province: .district
            }
        return facts
    }
}
