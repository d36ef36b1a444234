// SPDX-License-Identifier: Apache-2.0

import Assistance

extension PolicyNumber {
    /// 参数名称.
    public var word: String {
        switch self {
        case .womenAges(let standard): "“3545”女性年龄（\(standard.word)）"
        case .menAges(let standard): "“3545”男性年龄（\(standard.word)）"
        case .unemployedMonths: "连续失业"
        case .graduateMonths: "高校毕业生毕业"
        case .lowIncomeUrban: "低收入线（城镇，每人每年）"
        case .lowIncomeRural: "低收入线（农村，每人每年）"
        case .lateEntryDays: "补录期限"
        }
    }

    /// A value with its unit: `满12个月`, `35—49周岁`.
    public func words(_ value: Value) -> String {
        switch value {
        case .ages(let band): band.through.map { "\(band.from)—\($0)周岁" } ?? "\(band.from)周岁以上"
        case .count(let count):
            switch self {
            case .womenAges, .menAges: "\(count)周岁"
            case .unemployedMonths, .graduateMonths: "满\(count)个月"
            case .lowIncomeUrban, .lowIncomeRural: "\(count)元"
            case .lateEntryDays: "\(count)日"
            }
        }
    }
}
