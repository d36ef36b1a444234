// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 招聘会 from planning to its end; each act names the version that its page showed (14.w3).
extension Office {
    /// 筹备招聘会.
    ///
    /// - Parameter unit: the office that holds it; the actor's own where `nil`.
    /// - Throws: ``Refusal/procedure(_:)`` with what is wrong with day, hours or words; ``StoreFailure``.
    public func planFair(
        _ facts: FairFacts, in unit: UnitID? = nil, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard let unit = unit ?? actor.unit(for: .holdFairs, in: tree)?.id else {
            throw Refusal.notAllowed(.holdFairs)
        }
        try actor.require(.holdFairs, at: unit, in: tree)
        if let obstacle = Fair.obstacle(to: facts, on: today) { throw Refusal.procedure(.fair(obstacle)) }
        let id = FairID(try await store.allocate(.fair, count: 1))
        var change = change(by: actor, once: once, answer: .fair(id))
        change.append(.fair(.planned(facts, unit: unit)), to: .fair(id), after: 0, on: today)
        change.states.append(.fair(Fair(planning: facts, unit: unit, id: id)))
        return try await commit(change)
    }

    /// 更正招聘会: after it was announced, those invited are to be told of another day, hour or place.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func correctFair(
        _ id: FairID, version: Int, to facts: FairFacts, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.corrected(facts), on: id, version: version, by: actor, once: once)
    }

    /// 安排展位: an employer once, each of its vacancies once, all of them still offered on the day.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func setStand(
        _ number: Int, of id: FairID, version: Int, for employer: EmployerID, _ vacancies: [VacancyID],
        by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var fair = try await kept(id, version: version, by: actor)
        var change = change(by: actor, once: once, answer: .fair(id))
        try await followMergers(in: &fair, into: &change)
        let keeper = try await survivor(of: employer)
        guard keeper.isLive else { throw Refusal.notFound(.employer) }
        let chosen = Set(vacancies).sorted()
        for vacancy in chosen { try await checkOffered(vacancy, by: keeper.id, on: fair.facts.day) }
        let act = FairEvent.standSet(number: number, employer: keeper.id, vacancies: chosen)
        for event in try fair.decide(act, on: today) { fair.take(event, on: today, into: &change) }
        change.states.append(.fair(fair))
        return try await commit(change)
    }

    /// 撤销展位.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func removeStand(
        _ number: Int, of id: FairID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.standRemoved(number: number), on: id, version: version, by: actor, once: once)
    }

    /// 公布招聘会: from now on everybody can read of it, and people can be invited.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func announceFair(
        _ id: FairID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.announced, on: id, version: version, by: actor, once: once)
    }

    /// 取消招聘会: invitations stay, and each of those invited is to be told.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func cancelFair(
        _ id: FairID, version: Int, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.cancelled(reason: reason), on: id, version: version, by: actor, once: once)
    }

    /// 办结: the results are whole.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func closeFair(
        _ id: FairID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.closed, on: id, version: version, by: actor, once: once)
    }

    /// 重新打开 a closed fair to mend its results.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func reopenFair(
        _ id: FairID, version: Int, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.reopened(reason: reason), on: id, version: version, by: actor, once: once)
    }

    private func act(
        _ event: FairEvent, on id: FairID, version: Int, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        return try await write(event, to: try await kept(id, version: version, by: actor), actor, once)
    }

    /// Writes what an act leads to; nothing where it leads to nothing.
    func write(
        _ act: FairEvent, to fair: Fair, _ actor: Actor, _ once: OnceKey?
    ) async throws -> Receipt {
        var fair = fair
        var change = change(by: actor, once: once, answer: .fair(fair.id))
        let events = try fair.decide(act, on: today)
        guard !events.isEmpty else { return Receipt(subject: .fair(fair.id), isRepeat: true) }
        for event in events { fair.take(event, on: today, into: &change) }
        change.states.append(.fair(fair))
        return try await commit(change)
    }

    /// The fair as the page showed it, which the actor may change.
    private func kept(_ id: FairID, version: Int, by actor: Actor) async throws -> Fair {
        let fair = try await demand(fair: id)
        try actor.require(.holdFairs, at: fair.unit, in: tree)
        guard fair.version == version else { throw StoreFailure.conflict(.fair(id)) }
        return fair
    }

    func demand(fair id: FairID) async throws -> Fair {
        guard let fair = try await store.fair(id) else { throw Refusal.notFound(.fair) }
        return fair
    }

    // MARK: Employers and vacancies of stands

    /// The entry that an employer's entry passed into, itself where it stands.
    func survivor(of id: EmployerID) async throws -> Employer {
        var employer = try await demand(employer: id)
        var seen: Set<EmployerID> = [id]
        while let next = employer.mergedInto, seen.insert(next).inserted {
            employer = try await demand(employer: next)
        }
        return employer
    }

    /// Writes down the mergers of employers with a stand, so that one employer keeps one stand.
    private func followMergers(in fair: inout Fair, into change: inout Change) async throws {
        for stand in fair.stands {
            let keeper = try await survivor(of: stand.employer)
            guard keeper.id != stand.employer else { continue }
            fair.take(.employerMerged(stand: stand.number, into: keeper.id), on: today, into: &change)
        }
    }

    private func checkOffered(_ id: VacancyID, by employer: EmployerID, on day: Day) async throws {
        let vacancy = try await demand(vacancy: id)
        guard try await survivor(of: vacancy.employer).id == employer else {
            throw Refusal.procedure(.fair(.vacancyOfAnother(id)))
        }
        guard vacancy.isOffered(on: day) else { throw Refusal.procedure(.fair(.vacancyNotOffered(id))) }
    }
}

extension Vacancy {
    /// Whether people can be sent to it on the day of a fair, after a confirmation if need be.
    public func isOffered(on day: Day) -> Bool {
        closed == nil && seatsLeft > 0 && day <= facts.validThrough
    }
}

extension Fair {
    /// Takes an event in and puts it on its way into the journal.
    mutating func take(_ event: FairEvent, on day: Day, into change: inout Change) {
        change.append(.fair(event), to: .fair(id), after: version, on: day)
        apply(event, on: day)
    }
}
