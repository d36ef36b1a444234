// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension RegistrationKind: OfficeTerm {
    /// 人员类别, the second tier.
    public var word: String {
        switch self {
        case .lostWork: "就业转失业"
        case .youngUnemployed: "新成长失业青年"
        case .otherUnemployed: "其他失业人员"
        case .employed: "在业人员"
        case .otherEmployed: "其他就业"
        case .ruralPrimary: "农村一产"
        case .ruralSecondary: "农村二产"
        case .ruralTertiary: "农村三产"
        case .ruralNew: "农村新生劳动力"
        case .ruralSurplus: "农村富余劳动力"
        }
    }

    /// 户籍性质, the first tier: 非农业 or 农业.
    public var tier: String { isRural ? "农业" : "非农业" }

    /// Both tiers, `非农业·就业转失业`.
    public var bothTiers: String { tier + "·" + word }

    /// Both tiers in one cell, and short forms.
    public static let alsoWritten: [String: RegistrationKind] = {
        var words: [String: RegistrationKind] = [
            "失业青年": .youngUnemployed, "其他失业": .otherUnemployed, "在业": .employed,
            "就业": .employed, "其它就业": .otherEmployed, "其它失业人员": .otherUnemployed,
            "一产": .ruralPrimary, "二产": .ruralSecondary, "三产": .ruralTertiary,
            "农村新生": .ruralNew, "农村富余": .ruralSurplus, "富余劳动力": .ruralSurplus,
        ]
        for kind in allCases {
            for tier in kind.isRural ? ["农业", "农业户口"] : ["非农业", "城镇", "非农", "非农业户口"] {
                for sign in ["-", ":", "："] { words[TermText.folded(tier + sign + kind.word)] = kind }
            }
        }
        return words
    }()
}

extension SkillLevel: OfficeTerm {
    /// 最高技术等级.
    public var word: String {
        switch self {
        case .junior: "初级"
        case .middle: "中级"
        case .senior: "高级"
        case .technician: "技师"
        case .seniorTechnician: "高级技师"
        case .ungraded: "非等级"
        }
    }

    /// The grades of the certificates: 五级 is 初级工, 一级 is 高级技师.
    public static let alsoWritten: [String: SkillLevel] = [
        "初级工": .junior, "五级": .junior, "五级工": .junior, "中级工": .middle, "四级": .middle,
        "四级工": .middle, "高级工": .senior, "三级": .senior, "三级工": .senior, "二级": .technician,
        "一级": .seniorTechnician, "无等级": .ungraded, "未定级": .ungraded,
    ]
}

extension Sector: OfficeTerm {
    /// 产业, in the paper's words.
    public var word: String {
        switch self {
        case .primary: "第一产业"
        case .secondary: "第二产业"
        case .tertiary: "第三产业"
        }
    }

    /// The paper's letters and short forms.
    public static let alsoWritten: [String: Sector] = [
        "a": .primary, "一产": .primary, "农业": .primary, "种养殖业": .primary, "b": .secondary,
        "二产": .secondary, "工业": .secondary, "生产制造业": .secondary, "c": .tertiary,
        "三产": .tertiary, "服务业": .tertiary, "商务服务业": .tertiary,
    ]
}

extension EmploymentForm: OfficeTerm {
    /// 就业形式.
    public var word: String {
        switch self {
        case .formal: "正规就业"
        case .welfare: "公益性岗位就业"
        case .flexible: "自谋灵活就业"
        case .informal: "非正规就业"
        }
    }

    /// The paper's letters and short forms.
    public static let alsoWritten: [String: EmploymentForm] = [
        "a": .formal, "单位就业": .formal, "b": .welfare, "公益性岗位": .welfare, "公益岗": .welfare,
        "c": .flexible, "灵活就业": .flexible, "自谋职业": .flexible, "自主创业": .flexible,
        "d": .informal, "非正规": .informal,
    ]
}

extension Wish: OfficeTerm {
    /// 就业愿望.
    public var word: String {
        switch self {
        case .wanted: "有就业愿望"
        case .unwanted: "无就业愿望"
        case .unasked: "未询问"
        }
    }

    /// Answers to “有无就业愿望”.
    public static let alsoWritten: [String: Wish] = [
        "有": .wanted, "是": .wanted, "愿意": .wanted, "想就业": .wanted, "无": .unwanted,
        "否": .unwanted, "没有": .unwanted, "不愿意": .unwanted, "不想就业": .unwanted,
        "未问": .unasked, "不详": .unasked,
    ]
}

extension Employment {
    /// 就业状态 in a line: `在业，第三产业，正规就业`, `无业，自2025-03-01起`.
    public var words: String {
        switch self {
        case .unknown: "不详"
        case .employed(let sector, let form):
            (["在业"] + [sector?.word, form?.word].compactMap(\.self)).joined(separator: "，")
        case .unemployed(let since):
            "无业" + (since.map { "，自\($0.iso)起" } ?? "")
        }
    }
}
