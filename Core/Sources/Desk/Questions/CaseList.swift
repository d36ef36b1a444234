// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What an account's desk holds: which cases stand on it when nobody asks for others.
public struct CaseDesk: Hashable, Sendable {
    /// Handed up to the desk's level and not received: these stand first.
    public let intake: CaseStage?
    public let stages: Set<CaseStage>
    /// Only those whose helper the account is.
    public let isOwn: Bool

    /// Everybody who is helped or handed on, without those listed only and those that ended.
    public static let helped = Set(CaseStage.allCases).subtracting([.listed, .ended])
}

extension Role {
    /// The desk of a role (03.w1, 06.w1, 11.w1, 15.w1).
    public var caseDesk: CaseDesk {
        switch self {
        case .townClerk: CaseDesk(intake: .townIntake, stages: [.town], isOwn: false)
        case .districtClerk: CaseDesk(intake: .districtIntake, stages: [.district], isOwn: false)
        case .specialist, .expert: CaseDesk(intake: nil, stages: CaseDesk.helped, isOwn: true)
        case .welfareClerk: CaseDesk(intake: nil, stages: [.welfare], isOwn: false)
        case .villageWorker, .aide, .supervisor, .systemAdministrator, .securityAdministrator,
            .auditAdministrator:
            CaseDesk(intake: nil, stages: CaseDesk.helped, isOwn: false)
        }
    }
}

extension Actor {
    /// The desk of the first role with which the actor sees people.
    public var caseDesk: CaseDesk {
        let role = grants.map(\.role).first { $0.deeds.contains(.seePeople) }
        return (role ?? .supervisor).caseDesk
    }
}

/// Which cases somebody asks for; `nil` leaves it to the desk.
public struct CaseFilter: Hashable, Sendable {
    public var stages: Set<CaseStage>?
    public var isOwn: Bool?
    public var goal: GoalStep?
    public var unit: UnitID?

    public init(
        stages: Set<CaseStage>? = nil, isOwn: Bool? = nil, goal: GoalStep? = nil, unit: UnitID? = nil
    ) {
        self.stages = stages
        self.isOwn = isOwn
        self.goal = goal
        self.unit = unit
    }
}

/// One case on a desk, with what is to be done next.
public struct CaseLine: Sendable {
    public let assistanceCase: AssistanceCase
    public let person: Person
    /// Of what the level that has the case owes and what has begun, the duty whose last day comes first.
    public let next: Obligation?
    /// A hand-up that a person has to decide on (L.04).
    public let dueHandUp: HandUpCause?
}

/// 援助对象: one page of a desk.
public struct CaseList: Sendable {
    /// Those to be received, where the desk has such and nothing else was asked for.
    public let intake: [CaseLine]
    public let lines: [CaseLine]
    public let next: Cursor?
    /// How many stand in each stage within the scope.
    public let counts: [CaseStage: Int]
    /// Whether only the actor's own cases are shown.
    public let isOwn: Bool
    /// The poorest and most urgent first (03.r1, 07.r1); a list of more than ``Office/longestDesk`` is paged by
    /// village and name instead.
    public let isByHardness: Bool
}

extension Office {
    /// The cases of the actor's desk, or those asked for.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` outside the actor's scope; ``StoreFailure``.
    public func caseList(
        _ filter: CaseFilter, after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> CaseList {
        let scope = try scope(.seePeople, narrowedTo: filter.unit, by: actor)
        let desk = actor.caseDesk
        let isOwn = filter.isOwn ?? (filter.stages == nil && filter.goal == nil && desk.isOwn)
        let query = CaseQuery(
            scope: scope, stages: stages(filter, desk, isOwn), goal: filter.goal,
            helper: isOwn ? actor.account : nil)
        let counts = try await store.caseCounts(scope)
        let isShort = counts.filter { query.asks(for: $0) }.reduce(0) { $0 + $1.count } <= Self.longestDesk
        let slice = try await store.cases(
            query, after: after, limit: after == nil && (isShort || isOwn) ? Self.longestDesk : limit)
        let isWhole = after == nil && slice.next == nil
        let lines = try await caseLines(slice.rows)
        let showsIntake = filter.stages == nil && filter.goal == nil && !isOwn && after == nil
        return CaseList(
            intake: showsIntake ? try await intake(desk.intake, scope) : [],
            lines: isWhole ? lines.hardestFirst : lines, next: slice.next,
            counts: counts.reduce(into: [:]) { $0[$1.stage, default: 0] += $1.count }, isOwn: isOwn,
            isByHardness: isWhole)
    }

    /// How many cases a desk shows whole, so that it can put them in its own order.
    public static let longestDesk = 200

    private func stages(_ filter: CaseFilter, _ desk: CaseDesk, _ isOwn: Bool) -> Set<CaseStage> {
        if let stages = filter.stages { return stages }
        if filter.goal != nil { return [] }
        return isOwn ? CaseDesk.helped : desk.isOwn ? CaseDesk.helped : desk.stages
    }

    private func intake(_ stage: CaseStage?, _ scope: Scope) async throws -> [CaseLine] {
        guard let stage else { return [] }
        let waiting = try await store.cases(
            CaseQuery(scope: scope, stages: [stage]), after: nil, limit: 100)
        // Whoever waits longest is received first.
        return try await caseLines(waiting.rows).sorted {
            ($0.assistanceCase.care.since ?? today, $0.assistanceCase.id)
                < ($1.assistanceCase.care.since ?? today, $1.assistanceCase.id)
        }
    }

    func caseLines(_ rows: [LedgerRow]) async throws -> [CaseLine] {
        let duties = try await store.duties(of: rows.map { .assistanceCase($0.assistanceCase.id) })
        return rows.map { row in
            let found = row.assistanceCase
            let owed = duties[.assistanceCase(found.id)] ?? []
            let level = found.care.holder ?? .village
            return CaseLine(
                assistanceCase: found, person: row.person, next: firstOpen(owed, at: found.stage),
                dueHandUp: found.isLive ? found.dueHandUp(at: level, numbers: pack.procedure) : nil)
        }
    }

    /// What a level below left undone is not what the present holder has to do next.
    private func firstOpen(_ duties: [Obligation], at stage: CaseStage) -> Obligation? {
        duties.pending(on: today).filter { duty in
            duty.opens <= today && !duty.isAwaited
                && (duty.owedBy.level.map { $0 == stage.level || stage == .employed } ?? true)
        }.min { $0.due < $1.due }
    }
}

extension Owner {
    /// The level at which an owner sits; `nil` for those who are where the case is.
    fileprivate var level: Level? {
        switch self {
        case .aide, .village: .village
        case .specialist, .town: .town
        case .expert, .district, .placementCentre, .welfareClerk: .district
        case .planOwner, .person: nil
        }
    }
}

extension CaseQuery {
    /// Whether cases counted together are asked for; whose they are is not looked at.
    fileprivate func asks(for count: CaseCount) -> Bool {
        (stages.isEmpty || stages.contains(count.stage)) && (goal.map { $0 == count.goal } ?? true)
    }
}

extension [CaseLine] {
    /// By visit class from the hardest, then a decision that is due, then by the day of what is owed next; equals
    /// stay by village and name.
    var hardestFirst: [CaseLine] {
        enumerated().sorted { left, right in
            (left.element.ease, left.offset) < (right.element.ease, right.offset)
        }.map(\.element)
    }
}

extension CaseLine {
    fileprivate var ease: Ease {
        Ease(
            visitClass: -(assistanceCase.visitClass?.rawValue ?? 0), isUndecided: dueHandUp == nil ? 1 : 0,
            due: next?.due ?? .latest)
    }

    fileprivate struct Ease: Comparable {
        let visitClass: Int
        let isUndecided: Int
        let due: Day

        static func < (left: Ease, right: Ease) -> Bool {
            (left.visitClass, left.isUndecided, left.due) < (right.visitClass, right.isUndecided, right.due)
        }
    }
}
