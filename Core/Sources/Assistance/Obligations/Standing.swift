// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 办理状态: what an obligation is on a day; never stored, since a date becomes overdue by itself.
///
/// Raw values are the codes of spec/flow.md and of the command line.
public enum Standing: String, CaseIterable, Hashable, Sendable, Codable {
    case open
    case dueToday = "due_today"
    case overdue
    case met
    case metLate = "met_late"
    /// Done in time and entered after the last day.
    case enteredLate = "entered_late"
    case waived
    case void
    case suspended

    /// Whether somebody still has to do something.
    public var isPending: Bool {
        switch self {
        case .open, .dueToday, .overdue: true
        case .met, .metLate, .enteredLate, .waived, .void, .suspended: false
        }
    }
}

extension Obligation {
    /// What it is on a day; acts that happen after that day have not happened.
    public func standing(on today: Day) -> Standing {
        switch outcome {
        case .met(let day, let entered, _, let inTime) where day <= today:
            guard inTime else { return lapses ? .void : .metLate }
            return entered > max(due, day) ? .enteredLate : .met
        case .waived(let day, _) where day <= today: return .waived
        case .fellAway(let day, _) where day <= today: return .void
        case .owed, .met, .waived, .fellAway: return openStanding(on: today)
        }
    }

    private func openStanding(on today: Day) -> Standing {
        if let pause, pause.covers(today) { return .suspended }
        if today < due { return .open }
        if today == due { return .dueToday }
        return lapses ? .void : .overdue
    }

    /// Whether a duty is announced on a day because its last day is near.
    public func isWarned(on today: Day, by warnDays: [Int]) -> Bool {
        guard standing(on: today) == .open, let longest = warnDays.max() else { return false }
        return due.days(since: today) <= longest
    }
}
