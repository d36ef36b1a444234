// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 走访记录: the bound volume of a village and period (01.r2).
public struct VisitVolume: Sendable {
    public let village: Unit
    public let town: Unit?
    public let from: Day
    public let through: Day
    public let visits: [VisitEntry]
    public let names: [AccountID: String]

    public init(
        village: Unit, town: Unit?, from: Day, through: Day, visits: [VisitEntry], names: [AccountID: String]
    ) {
        self.village = village
        self.town = town
        self.from = from
        self.through = through
        self.visits = visits
        self.names = names
    }
}

extension Office {
    /// All visits of a village in a period, by day.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/villageUnknown``, ``StoreFailure``.
    public func visitVolume(
        of village: UnitID, from: Day, through: Day, by actor: Actor
    ) async throws -> VisitVolume {
        guard let unit = tree[village], unit.level == .village else { throw Refusal.villageUnknown }
        try actor.require(.seePeople, at: village, in: tree)
        return VisitVolume(
            village: unit, town: tree.unit(at: .town, above: village), from: from, through: through,
            visits: try await store.visits(of: village, from: from, through: through),
            names: try await names())
    }
}
