// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Weekday {
    /// 星期一 to 星期日.
    public var words: String {
        switch self {
        case .monday: "星期一"
        case .tuesday: "星期二"
        case .wednesday: "星期三"
        case .thursday: "星期四"
        case .friday: "星期五"
        case .saturday: "星期六"
        case .sunday: "星期日"
        }
    }
}

extension Day {
    /// The day with its weekday, `2026-02-13（星期五）`, as lists and explanations show it.
    public var withWeekday: String { "\(iso)（\(weekday.words)）" }

    /// The day as documents write it, `2026年2月13日`.
    public var inDocuments: String {
        let parts = parts
        return "\(parts.year)年\(parts.month)月\(parts.day)日"
    }
}

extension TimeLimit {
    /// The length as offices write it: `5日`, `3个工作日`, `2周`, `1个月`, `1年`.
    public var words: String {
        switch self {
        case .days(let count): "\(count)日"
        case .workdays(let count): "\(count)个工作日"
        case .weeks(let count): "\(count)周"
        case .months(let count): "\(count)个月"
        case .years(let count): "\(count)年"
        }
    }
}

extension StatutoryHoliday {
    /// The holiday's name.
    public var words: String {
        switch self {
        case .newYear: "元旦"
        case .labourDay: "劳动节"
        case .nationalDay: "国庆节"
        }
    }
}
