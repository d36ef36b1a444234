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
        var query = try workQuery(span: span, rule: rule, in: unit, by: actor)
        query.accounts = try await accounts(shownTo: actor, ofAll: ofAll)
        query.owners.formUnion(try await ownersCovered(by: actor))
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
        guard var query = try? workQuery(span: .all, rule: nil, in: nil, by: actor) else {
            return WorkCount(overdue: 0, today: 0, week: 0, all: 0)
        }
        query.accounts = try await accounts(shownTo: actor, ofAll: false)
        query.owners.formUnion(try await ownersCovered(by: actor))
        return try await store.workCount(query, today: today)
    }

    /// Whose duties come with the colleagues on leave who are covered: a clerk covers a specialist.
    private func ownersCovered(by actor: Actor) async throws -> Set<Owner> {
        let others = try await store.accounts().filter {
            $0.leave?.coveredBy == actor.account && $0.leave?.covers(today) == true
        }
        return others.flatMap(\.grants).reduce(into: []) { $0.formUnion($1.role.owners) }
    }

    /// A supervisor looks at everybody's help that is owed.
    private func accounts(shownTo actor: Actor, ofAll: Bool) async throws -> Set<AccountID>? {
        let isSupervisor = actor.grants.contains { $0.role == .supervisor }
        return ofAll || isSupervisor ? nil : try await accountsSeenTo(by: actor)
    }

    private func workQuery(
        span: WorkSpan, rule: String?, in unit: UnitID?, by actor: Actor
    ) throws(Refusal) -> WorkQuery {
        WorkQuery(
            scope: try scope(.seePeople, narrowedTo: unit, by: actor), span: span,
            owners: actor.grants.reduce(into: []) { $0.formUnion($1.role.owners) }, rule: rule)
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
