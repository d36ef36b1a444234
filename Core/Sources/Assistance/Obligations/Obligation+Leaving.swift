// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension [Obligation] {
    /// For each obligation the first day on which a worklist no longer shows it although nobody did it; `nil`
    /// where it stays until it is done.
    ///
    /// A visit missed in March cannot be made in November: what can still be done is the running period's. So a
    /// missed period of a recurring duty stands on the list, overdue, until a later period under the same
    /// clause is met or is missed in turn, or the duty has ended. It stays owed in every figure and in the person's file.
    public var leavingDays: [Day?] {
        var later: [Clause: Day] = [:]
        var days = [Day?](repeating: nil, count: count)
        for index in indices.sorted(by: { self[$0].opens > self[$1].opens }) where self[index].period != nil {
            let duty = self[index]
            if case .owed = duty.outcome { days[index] = later[duty.clause] }
            later[duty.clause] = Swift.min(later[duty.clause] ?? .latest, duty.takesOver)
        }
        return days
    }
}

extension [Obligation] {
    /// What is still to be done, seen from a day, in the order of the list: missed periods that a later one has taken
    /// over are left out, those that have not opened yet stay.
    public func pending(on day: Day) -> [Obligation] {
        zip(self, leavingDays).filter { duty, leaves in
            duty.standing(on: day).isPending && (leaves.map { day < $0 } ?? true)
        }.map(\.0)
    }
}

extension Obligation {
    /// The first day on which earlier periods leave the list for this one's sake.
    fileprivate var takesOver: Day {
        switch outcome {
        case .owed: due.adding(days: 1)
        case .met(let day, _, _, _), .waived(let day, _): day
        // The duty is over: the person works, the case went up, or is away. What was missed cannot be made up.
        case .fellAway(let day, _): day
        }
    }
}
