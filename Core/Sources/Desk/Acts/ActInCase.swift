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
        try await act(
            [event], in: id, version: version, on: day, isConfirmed: isConfirmed, by: actor, once: once)
    }

    /// Whether an actor may do an act in a case on a day.
    ///
    /// - Throws: ``Refusal``.
    func admit(_ event: CaseEvent, in found: AssistanceCase, on day: Day, by actor: Actor) async throws {
        guard !event.hasOwnAct else { throw Refusal.notAllowed(found.doer(of: event).deed) }
        if !mayEnterLate(event, of: found, on: day, actor) { try require(event, of: found, by: actor) }
        if let ended = found.ended { throw Refusal.caseClosed(ended.reason) }
        try check(day, after: found.cause(of: event), by: actor, at: found.village)
    }

    /// What a decision looks at beside the case.
    ///
    /// - Parameter person: as earlier acts of the same transaction leave the registry; needed where papers count.
    func given(_ event: CaseEvent, in id: CaseID, on day: Day, of person: Person? = nil) async throws -> Given
    {
        let same = try await store.acts(event.kind, of: .assistanceCase(id), on: day)
        var bars: [RegistrationBar] = []
        if case .recognition(.registerEntered(_, let kind)) = event, let person {
            bars = person.facts.registrationBars(
                to: kind, on: day, under: try hardshipRules(on: day).schedule)
        }
        var papers: [RequiredPaper] = []
        if event.asksForPapers, let person, let found = try await store.assistanceCase(id) {
            papers = try await requiredPapers(of: found, as: person)
        }
        return Given(
            day: day, standing: same.caseEvents.map(\.event), numbers: pack.procedure, papers: papers,
            bars: bars)
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
    func askAboutLeave(on day: Day, of actor: Actor) async throws {
        guard let leave = try await store.account(actor.account)?.leave, leave.covers(day) else { return }
        throw Refusal.onLeave(from: leave.from, through: leave.through)
    }

    /// 10.w4, 05.w4, 02.r3: the registry changes with the act that is recorded, in the same transaction.
    func teach(_ event: CaseEvent, to person: inout Person, on day: Day, into change: inout Change) {
        var facts = person.facts
        if let employment = event.employment { facts.employment = employment }
        facts = facts.corrected(by: event.verified)
        guard facts != person.facts else { return }
        let source: FactSource = event.verified.isEmpty ? .office : .counter
        let learnt = PersonEvent.corrected(facts, source: source, reason: "")
        change.append(.person(learnt), to: .person(person.id), after: person.version, on: day)
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

    /// Entries that the act held against the papers (02.r3).
    var verified: [VerifiedItem] {
        if case .recognition(.itemsVerified(let items)) = self { items } else { [] }
    }

    /// Whether the checklist of the pack bears on the act.
    fileprivate var asksForPapers: Bool {
        if case .recognition(.papersChecked) = self { return true }
        if case .recognition(.accepted) = self { return true }
        return false
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
