// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension HardshipCategory: OfficeTerm {
    /// 困难类别, the manual's full name.
    public var word: String {
        switch self {
        case .allowance: "享受城乡低保人员"
        case .disabled: "有劳动能力的残疾人"
        case .ageBand: "“3545”人员"
        case .longUnemployed: "连续失业一年以上人员"
        case .graduate: "毕业一年以上未就业的高校毕业生"
        case .militaryFamily: "初次来区的随军家属"
        case .zeroEmployment: "零就业家庭劳动力"
        case .farmingOnly: "纯农就业家庭劳动力"
        case .conservation: "养山护水、植树造林岗位人员"
        case .greenPost: "员工化运作模式下绿色就业岗位一产劳动力"
        case .greenShift: "向绿色经济转型中就业受影响的劳动力"
        case .landTaken: "拆迁转非劳动力"
        case .other: "经认定的其他就业困难人员"
        }
    }

    /// 简称, for tags and narrow columns.
    public var shortWord: String {
        switch self {
        case .allowance: "低保"
        case .disabled: "残疾"
        case .ageBand: "3545"
        case .longUnemployed: "长期失业"
        case .graduate: "高校毕业生"
        case .militaryFamily: "随军家属"
        case .zeroEmployment: "零就业家庭"
        case .farmingOnly: "纯农家庭"
        case .conservation: "养山护水"
        case .greenPost: "绿色岗位"
        case .greenShift: "绿色转型"
        case .landTaken: "拆迁转非"
        case .other: "其他困难"
        }
    }

    /// The short names, the codes, and what offices call them besides.
    public static let alsoWritten: [String: HardshipCategory] = {
        var words: [String: HardshipCategory] = [
            "低保人员": .allowance, "残疾人": .disabled, "3545人员": .ageBand, "连续失业一年以上": .longUnemployed,
            "拆迁转非人员": .landTaken, "零就业": .zeroEmployment, "纯农": .farmingOnly, "其他": .other,
            "养山护水-植树造林": .conservation,
        ]
        for category in allCases {
            words[TermText.folded(category.shortWord)] = category
            words[category.rawValue] = category
            words["00." + category.rawValue] = category
        }
        return words
    }()
}

extension HardshipStandard: OfficeTerm {
    /// By whose rules somebody counts.
    public var word: String {
        switch self {
        case .district: "区级范围"
        case .city: "市级法定范围"
        }
    }
}

extension HardshipFact {
    /// The fact in words without a full stop, so that several make one sentence.
    public var words: String {
        switch self {
        case .receivesAllowance: "家庭享受城乡低保"
        case .disabledAbleToWork(let grade): "残疾" + Disability(grade: grade, canWork: true).words
        case .ageInBand(let age, let from, let through?): "现年\(age)周岁，在\(from)至\(through)周岁之间"
        case .ageInBand(let age, let from, nil): "现年\(age)周岁，已满\(from)周岁"
        case .wantsWork: "有就业愿望"
        case .ableToWork: "有劳动能力"
        case .unemployedSince(let day, let days): "自\(day.iso)起没有工作，至今\(days)天"
        case .graduatedOn(let day): "\(day.iso)毕业"
        case .withoutWork: "毕业后一直没有就业"
        case .nobodyEmployed(let able):
            able == 1 ? "家中只有本人在劳动年龄内且有劳动能力，没有工作" : "家中\(able)名劳动年龄内有劳动能力的人都没有工作"
        case .allEmployedInFarming(let count): "家中在业的\(count)人都从事第一产业"
        case .declared(let proof, let since):
            "申报材料：\(proof)" + (since.map { "，自\($0.iso)起" } ?? "")
        case .officerReason(let reason): "认定人员说明：\(reason)"
        case .workingAgeUntil(let month, let assumed):
            "劳动年龄到\(month.year)年\(month.month)月" + (assumed ? "（退休类别不明，按原50周岁退休推算）" : "")
        case .employedNow: "目前有工作，是否仍需援助请核实"
        }
    }

    /// The fact as a sentence of its own.
    public var sentence: String { words + "。" }
}

extension HardshipFinding {
    /// Why the person is on this list, in one sentence: `“3545”人员（区级范围）：现年41周岁……。`
    public var sentence: String {
        "\(category.word)（\(standard.word)）：" + because.map(\.words).joined(separator: "；") + "。"
    }
}
