// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 办理: one act of the procedure in a case, with what follows from it, decided in `Assistance`.
    ///
    /// - Parameters:
    ///   - version: of the case, as the page showed it.
    ///   - isConfirmed: what would otherwise be asked back was answered with yes: the day lies in the worker's
    ///     own leave.
    /// - Throws: ``Refusal`` with its clause where the procedure says no; ``StoreFailure``.
    public func act(
        _ event: CaseEvent, in id: CaseID, version: Int, on day: Day, isConfirmed: Bool = false,
        by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        var found = try await demand(case: id)
        guard !event.hasOwnAct else { throw Refusal.notAllowed(found.doer(of: event).deed) }
        if !mayEnterLate(event, of: found, on: day, actor) { try require(event, of: found, by: actor) }
        if let ended = found.ended { throw Refusal.caseClosed(ended.reason) }
        try check(day, after: found.cause(of: event), by: actor, at: found.village)
        if !isConfirmed { try await askAboutLeave(on: day, of: actor) }
        guard found.version == version else { throw StoreFailure.conflict(.assistanceCase(id)) }
        var change = change(by: actor, once: once, answer: .assistanceCase(id))
        let events = try found.decide(event, given: try await given(event, in: id, on: day))
        for event in events { found.take(event, on: day, into: &change) }
        change.states.append(.assistanceCase(found))
        for event in events { try await teach(event, to: found.person, on: day, into: &change) }
        return try await commit(change)
    }

    /// What a decision looks at beside the case.
    func given(_ event: CaseEvent, in id: CaseID, on day: Day) async throws -> Given {
        let same = try await store.acts(event.kind, of: .assistanceCase(id), on: day)
        return Given(day: day, standing: same.caseEvents.map(\.event), numbers: pack.procedure)
    }

    /// - Throws: ``Refusal/notAllowed(_:)`` unless the actor belongs to the level whose act it is (00.levels).
    func require(_ event: CaseEvent, of found: AssistanceCase, by actor: Actor) throws(Refusal) {
        let doer = found.doer(of: event)
        try actor.require(doer.deed, at: unit(at: doer.level, of: found), in: tree)
        try requireLevel(doer.level, for: doer.deed, of: actor)
    }

    /// Meetings and training are done at two levels by deeds of one name: those above do not do the work of those
    /// below, although their grants reach there.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``.
    func requireLevel(_ level: Level, for deed: Deed, of actor: Actor) throws(Refusal) {
        guard deed == .convene || deed == .train else { return }
        let isOwn = actor.grants.contains { $0.role.deeds.contains(deed) && $0.role.levels.contains(level) }
        guard isOwn else { throw .notAllowed(deed) }
    }

    /// spec/flow.md, rule 5: what came too late for the worker's own window is entered by a supervisor of the
    /// level whose act it is.
    private func mayEnterLate(
        _ event: CaseEvent, of found: AssistanceCase, on day: Day, _ actor: Actor
    ) -> Bool {
        let office = unit(at: found.doer(of: event).level, of: found)
        return today.days(since: day) > pack.window.lateEntryDays && actor.may(.settle, at: office, in: tree)
    }

    /// The office of a level that a case belongs to.
    public func unit(at level: Level, of found: AssistanceCase) -> UnitID {
        switch level {
        case .village: found.village
        case .town, .district, .city, .province:
            tree.unit(at: level, above: found.village)?.id ?? tree.district?.id ?? found.village
        }
    }

    /// A day on which the worker was on leave is asked about, not refused (research: plausible back-dating).
    private func askAboutLeave(on day: Day, of actor: Actor) async throws {
        guard let leave = try await store.account(actor.account)?.leave, leave.covers(day) else { return }
        throw Refusal.onLeave(from: leave.from, through: leave.through)
    }

    /// 10.w4, 05.w4: the registry's status changes with the act that is recorded, in the same transaction.
    private func teach(
        _ event: CaseEvent, to id: PersonID, on day: Day, into change: inout Change
    ) async throws {
        guard let employment = event.employment else { return }
        var person = try await demand(person: id)
        var facts = person.facts
        facts.employment = employment
        guard facts != person.facts else { return }
        let learnt = PersonEvent.corrected(facts, source: .office, reason: "")
        change.append(.person(learnt), to: .person(id), after: person.version, on: day)
        person.apply(learnt, act: ActID(person.version + 1), on: day)
        change.states.append(.person(person))
    }
}

extension CaseEvent {
    /// Whether an act of its own writes the event, with what belongs to it: ``Office/act(_:in:version:on:isConfirmed:by:once:)``
    /// takes none of these.
    fileprivate var hasOwnAct: Bool {
        switch self {
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .relocated, .reopened, .withdrawn:
            true
        case .escorted, .registrationReceived, .escortWaived, .recognition, .aid, .handover, .plan, .training,
            .welfare, .work, .retention, .duty, .ended:
            false
        }
    }

    /// What the registry learns about a person's work from an act.
    var employment: Employment? {
        switch self {
        case .work(.employed(let job, _)), .work(.confirmed(let job, _)):
            .employed(sector: nil, form: job.form.inRegistry)
        case .work(.registered(let registration)):
            .employed(sector: nil, form: registration.job.form.inRegistry)
        case .work(.jobLost): .unemployed(since: nil)
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .aid, .handover, .plan, .training, .welfare, .work,
            .retention, .duty, .ended, .reopened, .withdrawn:
            nil
        }
    }
}

extension JobForm {
    /// The form as question 3 of the survey knows it.
    fileprivate var inRegistry: EmploymentForm {
        switch self {
        case .hired: .formal
        case .ownBusiness, .flexible: .flexible
        case .welfare: .welfare
        }
    }
}
