// SPDX-License-Identifier: Apache-2.0
import Assistance

/// 四个“一个” of one unit: how many came how far (00.goal).
public struct GoalCount: Hashable, Sendable {
    /// Those who came exactly so far, by step.
    private var exact: [GoalStep: Int] = [:]

    public init() {}

    mutating func add(_ count: CaseCount) { exact[count.goal, default: 0] += count.count }

    /// 出现, 认定, 帮扶, 稳定: all who came so far or farther.
    public func reached(_ step: GoalStep) -> Int {
        exact.reduce(0) { $0 + ($1.key >= step ? $1.value : 0) }
    }

    /// Those who came so far and no farther: the gap before the next counter.
    public func stayed(at step: GoalStep) -> Int { exact[step] ?? 0 }
}

/// 四个“一个” of a unit and of its parts.
public struct GoalFigures: Sendable {
    public let unit: Unit
    public let total: GoalCount
    /// The parts of the unit; empty for a village.
    public let parts: [Part]

    /// One part of the unit.
    public struct Part: Hashable, Sendable {
        public let unit: Unit
        public let count: GoalCount
    }
}

extension Office {
    /// How far the people of a unit came, or of everything that the actor may look at (00.goal).
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func goalFigures(of id: UnitID? = nil, by actor: Actor) async throws -> GoalFigures {
        guard let unit = id.map({ tree[$0] }) ?? actor.unit(for: .seeFigures, in: tree) else {
            throw Refusal.notFound(.unit)
        }
        let counts = try await store.caseCounts(try scope(.seeFigures, narrowedTo: unit.id, by: actor))
        let parts = tree.children(of: unit.id).map { child in
            GoalFigures.Part(
                unit: child, count: sum(counts.filter { tree.contains($0.village, within: child.id) }))
        }
        return GoalFigures(
            unit: unit, total: sum(counts),
            parts: parts.filter { $0.unit.exists(on: today) || $0.count.reached(.appeared) > 0 })
    }

    private func sum(_ counts: [CaseCount]) -> GoalCount {
        counts.reduce(into: GoalCount()) { $0.add($1) }
    }
}
