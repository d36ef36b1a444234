// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What a meeting settled about one case.
public struct MeetingDecision: Sendable {
    public let caseID: CaseID
    /// Of the case, as the agenda showed it.
    public let version: Int
    public let words: String
    public let decision: String
    /// Whom the meeting appointed for the person, where it did (07.w1, 12.w1).
    public let appointed: AccountID?

    public init(caseID: CaseID, version: Int, words: String, decision: String, appointed: AccountID?) {
        self.caseID = caseID
        self.version = version
        self.words = words
        self.decision = decision
        self.appointed = appointed
    }
}

extension Office {
    /// 会商, 会诊, 联席会议: one form, the minutes in the office's journal, and each case's own acts, all at
    /// once or not at all (06.r2, 07.w1, 11.r1, 11.c, 12.r1).
    ///
    /// - Parameter minutes: without its items, which follow from the decisions.
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func hold(
        _ minutes: Minutes, in unit: UnitID, decisions: [MeetingDecision], on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        try actor.require(.convene, at: unit, in: tree)
        guard tree[unit]?.level == minutes.kind.level else { throw Refusal.notFound(.unit) }
        try requireLevel(minutes.kind.level, for: .convene, of: actor)
        try check(day, by: actor, at: unit)
        guard !minutes.attendants.isEmpty else {
            throw Refusal.procedure(.wordsMissing(minutes.kind.act, what: .attendants))
        }
        guard !decisions.isEmpty || !minutes.words.isEmpty else { throw Refusal.meetingEmpty }
        var change = change(by: actor, once: once, answer: .unit(unit))
        var items: [Minutes.Item] = []
        for decision in decisions {
            try await items.append(write(decision, of: minutes, in: unit, on: day, by: actor, into: &change))
        }
        try await append(.met(minutes.with(items)), to: unit, on: day, into: &change)
        return try await commit(change)
    }

    /// Which of a meeting's decisions cannot be taken, and why: all at once, for the form that is shown again.
    ///
    /// - Throws: ``StoreFailure`` when the store is away.
    public func refusals(
        of decisions: [MeetingDecision], at minutes: Minutes, in unit: UnitID, on day: Day, by actor: Actor
    ) async throws -> [(caseID: CaseID, refusal: Refusal)] {
        var found: [(caseID: CaseID, refusal: Refusal)] = []
        for decision in decisions {
            var trial = change(by: actor, once: nil, answer: .unit(unit))
            do {
                _ = try await write(decision, of: minutes, in: unit, on: day, by: actor, into: &trial)
            } catch let refusal as Refusal {
                found.append((decision.caseID, refusal))
            } catch StoreFailure.conflict {
                continue
            }
        }
        return found
    }

    /// 记明无须会商: with no open case the week's consultation is recorded as not needed (06.r2).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func needNoConsultation(
        in unit: UnitID, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        let open = try await store.caseCounts(scope(of: unit))
            .filter { [.townIntake, .town].contains($0.stage) }.reduce(0) { $0 + $1.count }
        guard open == 0 else { throw Refusal.procedure(.casesOpen(count: open)) }
        return try await act(
            .consultationNotNeeded(reason: reason), in: unit, deed: .convene, on: day, by: actor, once: once)
    }

    /// 核查社保缴费: that month's contributions were looked at (16.w2).
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func reviewContributions(
        of month: YearMonth, in unit: UnitID, note: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(
            .contributionsReviewed(month: month.description, note: note), in: unit, deed: .registerWork,
            on: day, by: actor, once: once)
    }

    private func act(
        _ event: UnitEvent, in unit: UnitID, deed: Deed, on day: Day, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        try actor.require(deed, at: unit, in: tree)
        guard tree[unit]?.level == .town else { throw Refusal.notFound(.unit) }
        try requireLevel(.town, for: deed, of: actor)
        try check(day, by: actor, at: unit)
        var change = change(by: actor, once: once, answer: .unit(unit))
        try await append(event, to: unit, on: day, into: &change)
        return try await commit(change)
    }

    /// The unit's version as stored: the tree in memory may be a moment older.
    private func append(
        _ event: UnitEvent, to id: UnitID, on day: Day, into change: inout Change
    ) async throws {
        guard var unit = try await store.units().first(where: { $0.id == id }) else {
            throw Refusal.notFound(.unit)
        }
        change.append(.unit(event), to: .unit(id), after: unit.version, on: day)
        unit.apply(event, on: day)
        change.states.append(.unit(unit))
    }

    private func write(
        _ decision: MeetingDecision, of minutes: Minutes, in unit: UnitID, on day: Day, by actor: Actor,
        into change: inout Change
    ) async throws -> Minutes.Item {
        var found = try await demand(case: decision.caseID)
        guard found.version == decision.version else {
            throw StoreFailure.conflict(.assistanceCase(found.id))
        }
        guard self.unit(at: minutes.kind.level, of: found) == unit else {
            throw Refusal.notFound(.assistanceCase)
        }
        let opinion = Opinion(
            attendants: minutes.attendants, words: decision.words, decision: decision.decision)
        var events: [CaseEvent] = []
        switch minutes.kind {
        case .consultation: events.append(.handover(.consulted(opinion)))
        case .panel: events.append(.handover(.panelMet(opinion)))
        case .joint: break
        }
        var appointed: String?
        if let account = decision.appointed {
            let level = minutes.kind.level
            let reason = decision.words.isEmpty ? minutes.words : decision.words
            let assignment = try await assignment(of: account, at: level, in: found, reason: reason)
            appointed = assignment.name
            events.append(.aid(.ownerAssigned(assignment)))
        }
        for event in events {
            try require(event, of: found, by: actor)
            try check(day, after: found.cause(of: event), by: actor, at: found.village)
            let given = try await given(event, in: found.id, on: day)
            for event in try found.decide(event, given: given) { found.take(event, on: day, into: &change) }
        }
        change.states.append(.assistanceCase(found))
        return Minutes.Item(
            caseID: decision.caseID, words: decision.words, decision: decision.decision, appointed: appointed)
    }
}

extension Minutes {
    fileprivate func with(_ items: [Item]) -> Minutes {
        Minutes(
            kind: kind, place: place, chair: chair, attendants: attendants, words: words,
            vacancies: vacancies,
            resolution: resolution, items: items)
    }
}
