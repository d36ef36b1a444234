// SPDX-License-Identifier: Apache-2.0

import Assistance

extension Sex: OfficeTerm {
    /// 男性, 女性. Numbers are never read: the tables of other systems differ.
    public static let alsoWritten: [String: Sex] = ["男性": .male, "女性": .female]
}

extension Education: OfficeTerm {
    /// 文化程度, the paper's short form.
    public var word: String {
        switch self {
        case .primary: "小学"
        case .junior: "初中"
        case .senior: "高中"
        case .college: "大专"
        case .bachelor: "本科"
        case .postgraduate: "研究生及以上"
        }
    }

    /// Schools and degrees under the questionnaire's six steps: 职高 counts as 高中, 高职 as 大专.
    public static let alsoWritten: [String: Education] = [
        "小学及以下": .primary, "小学毕业": .primary, "初级中学": .junior, "初中毕业": .junior,
        "中专": .senior, "技校": .senior, "职高": .senior, "中技": .senior, "中职": .senior,
        "中等职业": .senior, "中等专科": .senior, "职业高中": .senior, "普通高中": .senior,
        "高级中学": .senior, "技工学校": .senior, "高中及中专": .senior, "高中-中专": .senior,
        "高中毕业": .senior, "高职": .college, "专科": .college, "大学专科": .college, "大专毕业": .college,
        "大学": .bachelor, "大学本科": .bachelor, "学士": .bachelor, "本科毕业": .bachelor,
        "研究生": .postgraduate, "硕士": .postgraduate, "博士": .postgraduate,
        "硕士研究生": .postgraduate, "博士研究生": .postgraduate, "研究生以上": .postgraduate,
    ]
}

extension Health: OfficeTerm {
    /// 健康状况.
    public var word: String {
        switch self {
        case .healthy: "健康"
        case .fair: "一般"
        case .frail: "多病"
        case .disabled: "残疾"
        case .other: "其他"
        }
    }

    /// Words of other tables that mean the same step.
    public static let alsoWritten: [String: Health] = [
        "良好": .healthy, "健康或良好": .healthy, "一般或较弱": .fair, "较弱": .fair, "体弱": .frail,
        "体弱多病": .frail, "有慢性病": .frail, "残疾人": .disabled, "其它": .other,
    ]
}

extension Economy: OfficeTerm {
    /// 家庭经济状况.
    public var word: String {
        switch self {
        case .good: "较好"
        case .fair: "一般"
        case .hard: "困难"
        }
    }

    /// Words of other tables that mean the same step.
    public static let alsoWritten: [String: Economy] = [
        "好": .good, "良好": .good, "富裕": .good, "中等": .fair, "较困难": .hard, "贫困": .hard,
        "特困": .hard, "低收入": .hard,
    ]
}

extension RetirementKind: OfficeTerm {
    /// 退休类别 of a woman.
    public var word: String {
        switch self {
        case .worker: "职工（原50周岁）"
        case .cadre: "管理技术岗位或灵活就业（原55周岁）"
        }
    }

    /// The short forms.
    public static let alsoWritten: [String: RetirementKind] = [
        "职工": .worker, "工人": .worker, "50": .worker, "50岁": .worker, "50周岁": .worker,
        "管理技术岗位或灵活就业": .cadre, "管理技术岗位": .cadre, "干部": .cadre, "灵活就业": .cadre,
        "55": .cadre, "55岁": .cadre, "55周岁": .cadre,
    ]
}

extension Disability {
    /// `二级，有劳动能力`.
    public var words: String {
        let grades = ["一级", "二级", "三级", "四级"]
        let name = grades.indices.contains(grade - 1) ? grades[grade - 1] : "\(grade)级"
        return name + (canWork ? "，有劳动能力" : "，无劳动能力")
    }
}

/// 是, 否: a question that papers answer with a tick or a circle as well.
public enum YesNo {
    /// 是 or 否.
    public static func word(_ value: Bool) -> String { value ? "是" : "否" }

    /// Reads 是 有 √ 1 and 否 无 × ○ 0 as files bring them; `nil` for anything else.
    public static func read(_ text: String) -> Bool? { words[TermText.folded(text)] }

    private static let words: [String: Bool] = [
        "是": true, "有": true, "√": true, "✓": true, "✔": true, "对": true, "1": true, "y": true,
        "yes": true, "true": true, "a": true, "否": false, "无": false, "没有": false, "不是": false,
        "×": false, "✗": false, "x": false, "○": false, "0": false, "n": false, "no": false,
        "false": false, "b": false,
    ]
}
