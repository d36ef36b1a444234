// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// 00.levels: in steps 03 to 15 only the level that holds the case acts, and only after it received it.
    func obstacleToActing(at level: Level) -> Obstacle? {
        guard let holder = care.holder else { return .notRecognised }
        guard holder == level else { return .heldBy(holder) }
        return care.handUp == nil ? nil : .notReceived(by: level)
    }

    /// The same, and somebody must be assigned at the level (spec/flow.md, rule 4).
    func obstacleToHelping(at level: Level) -> Obstacle? {
        if let obstacle = obstacleToActing(at: level) { return obstacle }
        return care.assignment(at: level) == nil ? .noOwner(level) : nil
    }
}
