// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Why a case is on the agenda of a meeting.
public enum AgendaReason: Hashable, Sendable {
    /// Received, and nobody appointed at the level yet (07.w1, 12.r1).
    case noHelper(Level)
    /// No panel has seen the file; the last day where a rule sets one (11.r1).
    case noPanel(due: Day?)
    case noPlan(PlanKind)
    case handUpDue(HandUpCause, at: Level)
    /// 镇级确实无法解决 (10.w5).
    case unsolved
    /// This month's progress is to be told, or the plan adjusted (06.w2, 06.r2).
    case planReview(due: Day)
}

/// One open case as an agenda shows it.
public struct AgendaItem: Sendable {
    public let assistanceCase: AssistanceCase
    public let person: Person
    /// Empty for a case in help without anything to settle.
    public let reasons: [AgendaReason]
    /// The day of the hand-up that brought it to the level.
    public let handedUp: Day?
}

/// 会议议程: made by itself from the open cases of an office (06.r2, 11.w1).
public struct Agenda: Sendable {
    public let unit: Unit
    public let kind: MeetingKind
    /// Those with something to settle first, hardest first among equals.
    public let items: [AgendaItem]
    /// Handed up and not received yet: no meeting can speak of them before.
    public let waiting: Int
    /// Who can be appointed, those with the fewest cases first.
    public let helpers: [(account: Account, cases: Int)]
}

extension Office {
    /// The agenda of a meeting that an office could hold today.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)`` where offices of that level hold no such
    ///   meeting; ``StoreFailure``.
    public func agenda(_ kind: MeetingKind, of id: UnitID, by actor: Actor) async throws -> Agenda {
        try actor.require(.convene, at: id, in: tree)
        guard let unit = tree[id], unit.level == kind.level else { throw Refusal.notFound(.unit) }
        guard kind != .joint else {
            return Agenda(unit: unit, kind: kind, items: [], waiting: 0, helpers: [])
        }
        let isTown = kind == .consultation
        let query = CaseQuery(scope: scope(of: id), stages: [isTown ? .town : .district])
        let rows = try await store.cases(query, after: nil, limit: Self.longestAgenda).rows
        let counts = try await store.caseCounts(scope(of: id))
        return Agenda(
            unit: unit, kind: kind, items: try await items(rows, at: kind.level),
            waiting: counts.filter { $0.stage == (isTown ? .townIntake : .districtIntake) }
                .reduce(0) { $0 + $1.count },
            helpers: try await helpers(at: kind.level, in: id))
    }

    /// More cases than any meeting speaks of.
    static let longestAgenda = 300

    private func items(_ rows: [LedgerRow], at level: Level) async throws -> [AgendaItem] {
        let subjects = rows.map { Subject.assistanceCase($0.assistanceCase.id) }
        let journals = try await store.journals(of: subjects)
        let duties = try await store.duties(of: subjects)
        return zip(rows, subjects).map { row, subject in
            let open = (duties[subject] ?? []).pending(on: today)
            return AgendaItem(
                assistanceCase: row.assistanceCase, person: row.person,
                reasons: reasons(row.assistanceCase, at: level, open),
                handedUp: journals[subject]?.handedUp(to: level))
        }.sorted { $0.rank < $1.rank }
    }

    private func reasons(
        _ found: AssistanceCase, at level: Level, _ duties: [Obligation]
    ) -> [AgendaReason] {
        let care = found.care
        var reasons: [AgendaReason] = []
        if level == .district, care.panel == nil {
            reasons.append(.noPanel(due: duties.first { $0.rule.name == "panel.meet" }?.due))
        }
        if care.assignment(at: level)?.isInterim != false { reasons.append(.noHelper(level)) }
        let kind = PlanKind(level: level)
        if care.plan(kind) == nil { reasons.append(.noPlan(kind)) }
        if care.unsolved != nil, level == .town {
            reasons.append(.unsolved)
        } else if let cause = found.dueHandUp(at: level, numbers: pack.procedure) {
            reasons.append(.handUpDue(cause, at: level))
        }
        let month = YearMonth(today)
        if let review = duties.first(where: { $0.rule.name == "plan.review" && YearMonth($0.due) <= month }) {
            reasons.append(.planReview(due: review.due))
        }
        return reasons
    }
}

extension AgendaItem {
    /// What must be settled before what only moves on; then the poorest and most urgent (07.r1).
    fileprivate var rank: (Int, Int, Day, CaseID) {
        (
            reasons.map(\.rank).min() ?? 9, -(assistanceCase.visitClass?.rawValue ?? 0),
            handedUp ?? .latest, assistanceCase.id
        )
    }
}

extension AgendaReason {
    fileprivate var rank: Int {
        switch self {
        case .noPanel: 0
        case .noHelper: 1
        case .unsolved: 2
        case .handUpDue: 3
        case .noPlan: 4
        case .planReview: 5
        }
    }
}

extension Journal {
    /// The day of the newest hand-up to a level that was not taken back.
    fileprivate func handedUp(to level: Level) -> Day? {
        effective.last { $0.kind == .handedUp && $0.fields[.to] == level.rawValue }?.occurred
    }
}
