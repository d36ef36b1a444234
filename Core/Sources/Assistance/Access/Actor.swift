// SPDX-License-Identifier: Apache-2.0

/// Who acts: an account with its grants, as the session carries it.
public struct Actor: Hashable, Sendable {
    public let account: AccountID
    /// The person's name, as it stands on papers.
    public let name: String
    public let grants: [Grant]
    /// Files outside the grants that stand open for a while.
    public let passes: [Pass]

    public init(account: AccountID, name: String, grants: [Grant], passes: [Pass] = []) {
        self.account = account
        self.name = name
        self.grants = grants
        self.passes = passes
    }

    /// The software itself: it may do whatever the daily acts do, and nobody can sign in as it.
    public static func system(district: UnitID) -> Actor {
        Actor(account: .system, name: "系统", grants: [Grant(role: .districtClerk, unit: district)])
    }
}

/// Whose data a list shows: everything at or below one unit.
public enum Scope: Hashable, Sendable {
    case nothing
    case district
    case town(UnitID)
    case village(UnitID)
}

/// The one place that answers "may this account do this, and to whose data?" (design decision 8).
extension Actor {
    /// Whether the actor may do `deed` to something that belongs to `unit`.
    public func may(_ deed: Deed, at unit: UnitID, in tree: UnitTree) -> Bool {
        grants.contains { $0.role.deeds.contains(deed) && tree.contains(unit, within: $0.unit) }
    }

    /// Whether the actor may do `deed` anywhere at all: what menus ask.
    public func may(_ deed: Deed) -> Bool { grants.contains { $0.role.deeds.contains(deed) } }

    /// The widest unit within which the actor may do `deed`.
    public func unit(for deed: Deed, in tree: UnitTree) -> Unit? {
        grants.filter { $0.role.deeds.contains(deed) }.compactMap { tree[$0.unit] }
            .min { $0.level.depth < $1.level.depth }
    }

    /// The data on which the actor may do `deed`, as lists are narrowed by it.
    public func scope(for deed: Deed, in tree: UnitTree) -> Scope {
        guard let unit = unit(for: deed, in: tree) else { return .nothing }
        switch unit.level {
        case .province, .city, .district: return .district
        case .town: return .town(unit.id)
        case .village: return .village(unit.id)
        }
    }

    /// The unit whose name stands beside the account's on pages and papers.
    public func homeUnit(in tree: UnitTree) -> Unit? { grants.first.flatMap { tree[$0.unit] } }

    /// - Throws: ``Refusal/notAllowed(_:)`` when no grant covers the deed at the unit.
    public func require(_ deed: Deed, at unit: UnitID, in tree: UnitTree) throws(Refusal) {
        guard may(deed, at: unit, in: tree) else { throw .notAllowed(deed) }
    }
}

extension Scope {
    /// The scope narrowed to `unit`, or `nothing` when it lies outside.
    public func narrowed(to unit: Unit, in tree: UnitTree) -> Scope {
        let inside =
            switch self {
            case .nothing: false
            case .district: true
            case .town(let id), .village(let id): tree.contains(unit.id, within: id)
            }
        guard inside else { return .nothing }
        switch unit.level {
        case .province, .city, .district: return .district
        case .town: return .town(unit.id)
        case .village: return .village(unit.id)
        }
    }
}
