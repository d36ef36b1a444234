// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 工作日志: the acts of one subject in the order in which they were entered.
public struct Journal: Hashable, Sendable {
    /// All acts, also those that were taken back.
    public let acts: [Act]

    /// The journal of these acts.
    public init(acts: [Act]) { self.acts = acts }

    /// The acts that stand, by the day on which they happened and then by id.
    ///
    /// A withdrawal takes its act out and leaves no trace of its own; withdrawing a withdrawal brings the
    /// act back. A withdrawal can only name an act entered before it, so each is settled by the later ones.
    public var effective: [Act] {
        let hasWithdrawal = acts.indices.contains { acts[$0].withdraws != nil }
        let standing = hasWithdrawal ? withoutWithdrawn : acts
        let inOrder = standing.indices.dropFirst().allSatisfy { place in
            let (day, before) = (standing[place].occurred, standing[place - 1].occurred)
            return before < day || (before == day && standing[place - 1].id < standing[place].id)
        }
        return inOrder ? standing : standing.sorted(by: Self.isBefore)
    }

    private var withoutWithdrawn: [Act] {
        var withdrawn: Set<ActID> = []
        for act in acts.sorted(by: { $0.id > $1.id }) where !withdrawn.contains(act.id) {
            if let target = act.withdraws, target < act.id { withdrawn.insert(target) }
        }
        return acts.filter { $0.withdraws == nil && !withdrawn.contains($0.id) }
    }

    private static func isBefore(_ left: Act, _ right: Act) -> Bool {
        left.occurred == right.occurred ? left.id < right.id : left.occurred < right.occurred
    }
}
