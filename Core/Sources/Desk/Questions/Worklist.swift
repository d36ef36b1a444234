// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 我的待办: what one worker's desk shows today.
public struct Worklist: Sendable {
    public let rows: [DutyRow]
    public let next: Cursor?
    public let count: WorkCount
    /// Sheets begun and not sent, with the last day of 01.w2 for each.
    public let drafts: [(draft: SheetDraft, due: DueDate)]
    /// The open round of the actor's village, with how far it has come.
    public let survey: SurveyCount?
    /// Ledgers that villages sent and the town has not read yet (01.w3).
    public let ledgers: [WaitingLedger]

    /// A ledger that waits at the town.
    public struct WaitingLedger: Sendable {
        public let village: Unit
        public let round: RoundID
        public let sent: Day
    }
}

extension Role {
    /// Whose duties a role's worklist shows.
    public var owners: Set<Owner> {
        switch self {
        // A clerk helps where no specialist or expert does, and a village's own plan has its items.
        case .villageWorker, .aide: [.village, .aide, .planOwner]
        case .townClerk: [.town, .specialist, .planOwner]
        case .specialist: [.specialist, .planOwner]
        case .districtClerk: [.district, .placementCentre, .expert, .planOwner]
        case .expert: [.expert, .planOwner]
        case .welfareClerk: [.welfareClerk]
        case .supervisor: Set(Owner.allCases)
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: []
        }
    }
}

extension Office {
    /// The worklist of the actor: hardest first, then by due day.
    ///
    /// - Parameters:
    ///   - rule: only the duties of one rule, such as `register.escort`.
    ///   - unit: narrows to a unit within the actor's scope.
    ///   - ofAll: also what falls to colleagues by name; else the own work, that of colleagues on leave who are
    ///     covered, and what nobody has by name.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func worklist(
        span: WorkSpan, rule: String? = nil, in unit: UnitID? = nil, ofAll: Bool = false,
        after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> Worklist {
        let query = try await workQuery(span: span, rule: rule, in: unit, ofAll: ofAll, by: actor)
        let slice = try await store.work(query, today: today, after: after, limit: limit)
        var all = query
        all.span = .all
        return Worklist(
            rows: slice.rows, next: slice.next, count: try await store.workCount(all, today: today),
            drafts: try await drafts(of: actor), survey: try await openSurvey(of: actor),
            ledgers: try await waitingLedgers(for: actor))
    }

    /// How much is open for the actor: the badge beside 我的待办.
    ///
    /// - Throws: ``StoreFailure``.
    public func workCount(by actor: Actor) async throws -> WorkCount {
        guard actor.may(.seePeople) else { return WorkCount(overdue: 0, today: 0, week: 0, all: 0) }
        let query = try await workQuery(span: .all, rule: nil, in: nil, ofAll: false, by: actor)
        return try await store.workCount(query, today: today)
    }

    /// The own work with that of colleagues on leave who are covered, by name and by role: a clerk covers a
    /// specialist. A supervisor looks at everybody's help that is owed.
    private func workQuery(
        span: WorkSpan, rule: String?, in unit: UnitID?, ofAll: Bool, by actor: Actor
    ) async throws -> WorkQuery {
        let covered = try await colleaguesCovered(by: actor)
        let roles = (actor.grants + covered.flatMap(\.grants)).map(\.role)
        let isSupervisor = actor.grants.contains { $0.role == .supervisor }
        return WorkQuery(
            scope: try scope(.seePeople, narrowedTo: unit, by: actor), span: span,
            owners: roles.reduce(into: []) { $0.formUnion($1.owners) }, rule: rule,
            accounts: ofAll || isSupervisor ? nil : Set(covered.map(\.id)).union([actor.account]))
    }

    private func drafts(of actor: Actor) async throws -> [(draft: SheetDraft, due: DueDate)] {
        let limit = pack.rules.rules.last { $0.key == "survey.entry" }
        guard case .once(let once) = limit?.timing, case .within(let days) = once.limit else { return [] }
        return try await store.drafts(of: actor.account).map {
            ($0, pack.calendar.due(from: $0.interviewed, within: days, rolls: limit?.rolls ?? true))
        }
    }

    private func waitingLedgers(for actor: Actor) async throws -> [Worklist.WaitingLedger] {
        guard case .town(let town) = actor.scope(for: .receiveLedger, in: tree) else { return [] }
        let counts = try await store.surveyCounts(.town(town), year: today.year, on: today)
        return counts.compactMap { count in
            guard let round = count.round, let sent = round.submission, sent.received == nil,
                sent.returned == nil, let village = tree[count.village]
            else { return nil }
            return Worklist.WaitingLedger(village: village, round: round.id, sent: sent.on)
        }
    }

    private func openSurvey(of actor: Actor) async throws -> SurveyCount? {
        guard case .village(let village) = actor.scope(for: .survey, in: tree) else { return nil }
        let counts = try await store.surveyCounts(.village(village), year: today.year, on: today)
        return counts.first { $0.round != nil }
    }
}
