// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Grid {
    /// 周期, as offices say: `每周`, `每30日`.
    public var words: String {
        switch self {
        case .week: "每周"
        case .halfMonth: "每半月"
        case .month: "每月"
        case .quarter: "每季度"
        case .halfYear: "每半年"
        case .year: "每年"
        case .days(let count): "每\(count)日"
        case .yearsFromAnchor: "每满一年"
        }
    }
}

extension DeadlineRule.Timing {
    /// 期限, in a few words for a table: `3个工作日内`, `每月，月末前`.
    public var words: String {
        switch self {
        case .once(let once): once.words
        case .each(let recurring): recurring.words
        }
    }
}

extension DeadlineRule.Once {
    fileprivate var words: String {
        let opens = notBefore.map { "满\($0.words)后，" } ?? ""
        switch limit {
        case .within(.days(0)): return opens + "当日"
        case .within(let length): return opens + "\(length.words)内"
        case .before(let days): return opens + "提前\(days)日"
        }
    }
}

extension DeadlineRule.Recurring {
    fileprivate var words: String {
        let ends = lasting.map { "，共\($0.words)" } ?? ""
        switch due {
        case .last: return grid.words + ends
        case .month(let number): return "\(grid.words)，第\(number)个月底前" + ends
        case .afterLastDay(let length): return "\(grid.words)，期末后\(length.words)内" + ends
        case .afterLastWorkday(let length): return "\(grid.words)，期末最后一个工作日后\(length.words)内" + ends
        }
    }
}
