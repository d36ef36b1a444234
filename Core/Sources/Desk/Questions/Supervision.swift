// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 督办: the help that is owed and late within a unit, by unit and by matter.
///
/// It counts what people are still owed, never who works how fast: no row is a worker (design decision 11).
public struct Supervision: Sendable {
    public let unit: Unit
    /// Whether only what the unit owes as an office is counted, not what its parts owe.
    public let isOwn: Bool
    public let total: Owed
    /// The office itself where it owes something, then the parts of the unit, the latest first; empty for a
    /// village.
    public let parts: [Part]
    /// By rule and owner, the latest first.
    public let matters: [Matter]

    /// How much help is owed.
    public struct Owed: Hashable, Sendable {
        /// Open, and its window has begun.
        public var open = 0
        /// Of these, past the last day.
        public var late = 0
        /// Of the late ones, those that somebody should see to by name and nobody does.
        public var unassigned = 0

        public init() {}

        mutating func add(_ count: OwedCount) {
            open += count.open
            late += count.late
            if count.owner.isByName { unassigned += count.unassigned }
        }
    }

    /// What one part of the unit owes; the unit itself stands for its own office.
    public struct Part: Hashable, Sendable {
        public let unit: Unit
        public let owed: Owed
    }

    /// What is owed of one rule.
    public struct Matter: Hashable, Sendable {
        public let rule: RuleKey
        public let owner: Owner
        public let owed: Owed
    }
}

extension Owner {
    /// Whether one worker owes it by name once somebody was appointed; else the whole office does.
    public var isByName: Bool {
        switch self {
        case .aide, .specialist, .expert, .planOwner: true
        case .village, .town, .district, .placementCentre, .welfareClerk, .person: false
        }
    }

    /// Those who owe by name.
    public static let byName = Set(allCases.filter(\.isByName))
    /// Those whose lateness is an office's: everybody but the person and the employer.
    public static let offices = Set(allCases.filter { !$0.isAwaited })
}

extension Office {
    /// What is owed within a unit, or within everything that the actor may look at.
    ///
    /// - Parameter isOwn: only what the unit owes as an office.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func supervision(
        of id: UnitID? = nil, isOwn: Bool = false, by actor: Actor
    ) async throws -> Supervision {
        guard let unit = id.map({ tree[$0] }) ?? actor.unit(for: .seeFigures, in: tree) else {
            throw Refusal.notFound(.unit)
        }
        let scope = try scope(.seeFigures, narrowedTo: unit.id, by: actor)
        let counts = try await store.owed(scope, today: today).filter { !isOwn || $0.unit == unit.id }
        return Supervision(
            unit: unit, isOwn: isOwn, total: counts.reduce(into: Supervision.Owed()) { $0.add($1) },
            parts: isOwn ? [] : parts(of: unit, counts), matters: matters(counts))
    }

    /// The duties behind a figure of ``supervision(of:isOwn:by:)``, with how many there are in each span.
    ///
    /// - Parameters:
    ///   - rule: only the duties of one rule.
    ///   - isUnassigned: only those that somebody should see to by name and nobody does.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func owedWork(
        span: WorkSpan, rule: String? = nil, in unit: UnitID? = nil, isUnassigned: Bool = false,
        after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> (rows: [DutyRow], next: Cursor?, count: WorkCount) {
        let query = WorkQuery(
            scope: try scope(.seePeople, narrowedTo: unit, by: actor), span: span,
            owners: isUnassigned ? Owner.byName : Owner.offices, rule: rule,
            accounts: isUnassigned ? [] : nil)
        let slice = try await store.work(query, today: today, after: after, limit: limit)
        return (slice.rows, slice.next, try await store.workCount(query, today: today))
    }

    private func parts(of unit: Unit, _ counts: [OwedCount]) -> [Supervision.Part] {
        var sums: [UnitID: Supervision.Owed] = [:]
        for count in counts { sums[part(of: unit, holding: count.unit), default: .init()].add(count) }
        let children = tree.children(of: unit.id).filter { $0.exists(on: today) || sums[$0.id] != nil }
        guard !children.isEmpty else { return [] }
        let parts = children.map { Supervision.Part(unit: $0, owed: sums[$0.id] ?? .init()) }
        let own = sums[unit.id].map { [Supervision.Part(unit: unit, owed: $0)] } ?? []
        return own
            + parts.sorted {
                ($1.owed.late, $1.owed.open, $0.unit.id) < ($0.owed.late, $0.owed.open, $1.unit.id)
            }
    }

    /// The child of a unit in which another lies; the unit itself for its own.
    private func part(of unit: Unit, holding id: UnitID) -> UnitID {
        var current = id
        while let parent = tree[current]?.parent, current != unit.id {
            if parent == unit.id { return current }
            current = parent
        }
        return unit.id
    }

    private func matters(_ counts: [OwedCount]) -> [Supervision.Matter] {
        let groups = Dictionary(grouping: counts) { [$0.rule, $0.owner.rawValue] }
        return groups.values.compactMap { group -> Supervision.Matter? in
            guard let first = group.first else { return nil }
            return Supervision.Matter(
                rule: RuleKey(first.rule), owner: first.owner,
                owed: group.reduce(into: Supervision.Owed()) { $0.add($1) })
        }.sorted { ($1.owed.late, $1.owed.open, $0.rule) < ($0.owed.late, $0.owed.open, $1.rule) }
    }
}
