// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Standing {
    /// What the word means, for the key beside a list.
    public var explanation: String {
        switch self {
        case .open: "还在期限内，没有办。"
        case .dueToday: "今天是最后一天。"
        case .overdue: "过了期限，还没有办。"
        case .met: "在期限内办完。"
        case .metLate: "办完了，但过了期限。"
        case .enteredLate: "在期限内办完，期限过后才录入，不算逾期。"
        case .waived: "经批准免办，原因已写明。"
        case .void: "情况有了变化，这件事不用再办。"
        case .suspended: "本人外出、住院等，暂时办不了，到时再看。"
        }
    }
}

extension WorkCalendar {
    /// How long is left: `今天到期`, `剩2个工作日`, `剩1天（休息日）`, `已逾期3天`.
    ///
    /// Working days are counted after today up to the last day, since they are what a clerk can still use.
    public func remaining(to due: Day, on today: Day) -> String {
        if due == today { return "今天到期" }
        if due < today { return "已逾期\(today.days(since: due))天" }
        let left = workdays(between: today, and: due)
        return left > 0 ? "剩\(left)个工作日" : "剩\(due.days(since: today))天（休息日）"
    }
}
