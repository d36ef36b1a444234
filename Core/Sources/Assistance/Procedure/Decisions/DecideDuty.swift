// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// 暂停, 恢复 and 免办: with reasons; a pause has its day to look again.
    func obstacle(to event: DutyEvent, given: Given) -> Obstacle? {
        switch event {
        case .suspended(let until, let reason):
            if reason.isEmpty { return .wordsMissing(.suspended, what: .reason) }
            if let until = care.pausedUntil, until > given.day { return .alreadyAway(until: until) }
            return until > given.day ? nil : .notBefore(given.day.adding(days: 1))
        case .resumed: return care.pausedUntil == nil ? .notAway : nil
        case .waived(_, _, _, let reason, let approvedBy):
            return reason.isEmpty || approvedBy.isEmpty ? .wordsMissing(.dutyWaived, what: .reason) : nil
        case .noted(let words): return words.isEmpty ? .wordsMissing(.noted, what: .words) : nil
        case .attached(let attachment):
            return attachment.title.isEmpty ? .wordsMissing(.paperAttached, what: .words) : nil
        }
    }
}
