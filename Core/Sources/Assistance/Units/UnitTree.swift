// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// All units of the district, held in memory: 1 district, 25 towns, some 430 villages.
public struct UnitTree: Sendable {
    private let units: [UnitID: Unit]
    private let children: [UnitID: [UnitID]]

    /// Units in any order; children are kept in the order of their codes, then numbers.
    public init(_ all: [Unit]) {
        units = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let ordered = all.sorted { ($0.code ?? "~", $0.id.number) < ($1.code ?? "~", $1.id.number) }
        var below: [UnitID: [UnitID]] = [:]
        for unit in ordered {
            if let parent = unit.parent { below[parent, default: []].append(unit.id) }
        }
        children = below
    }

    public subscript(id: UnitID) -> Unit? { units[id] }

    /// Every unit, by level from above and by code.
    public var all: [Unit] {
        units.values.sorted {
            ($0.level.depth, $0.code ?? "~", $0.id.number) < ($1.level.depth, $1.code ?? "~", $1.id.number)
        }
    }

    /// The district at the root; `nil` in an empty store.
    public var district: Unit? { units.values.first { $0.level == .district } }

    /// The units directly below, in the order of their codes.
    public func children(of id: UnitID) -> [Unit] { (children[id] ?? []).compactMap { units[$0] } }

    /// Every unit at `level` at or below `id`.
    public func units(at level: Level, within id: UnitID) -> [Unit] {
        guard let unit = units[id] else { return [] }
        if unit.level == level { return [unit] }
        return children(of: id).flatMap { units(at: level, within: $0.id) }
    }

    /// The unit at `level` at or above `id`: a village's town, a town's district.
    public func unit(at level: Level, above id: UnitID) -> Unit? {
        var current = units[id]
        while let unit = current {
            if unit.level == level { return unit }
            current = unit.parent.flatMap { units[$0] }
        }
        return nil
    }

    /// Whether `id` is `ancestor` or lies below it.
    public func contains(_ id: UnitID, within ancestor: UnitID) -> Bool {
        var current: UnitID? = id
        while let here = current {
            if here == ancestor { return true }
            current = units[here]?.parent
        }
        return false
    }

    /// From the district down to the unit: `["顺义区", "杨镇", "沙岭村"]`.
    public func path(of id: UnitID) -> [String] {
        guard let unit = units[id] else { return [] }
        return (unit.parent.map { path(of: $0) } ?? []) + [unit.name]
    }

    /// Units that bear, or once bore, exactly this name.
    public func named(_ name: String, level: Level) -> [Unit] {
        all.filter {
            $0.level == level && ($0.name == name || $0.formerNames.contains(name) || $0.code == name)
        }
    }
}

extension Level {
    /// 0 for the province, 4 for the village.
    public var depth: Int {
        switch self {
        case .province: 0
        case .city: 1
        case .district: 2
        case .town: 3
        case .village: 4
        }
    }
}
