// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension TravelMode: OfficeTerm {
    /// 出行方式.
    public var word: String {
        switch self {
        case .walk: "步行"
        case .bicycle: "自行车、电动车"
        case .bus: "公交"
        case .car: "驾车"
        }
    }
}

extension FitPart.Key: OfficeTerm {
    /// What a part of the score looks at.
    public var word: String {
        switch self {
        case .skill: "技能"
        case .pay: "待遇"
        case .distance: "路程"
        case .wish: "意向"
        case .insurance: "社会保险"
        }
    }
}

extension FitLimit.Kind: OfficeTerm {
    /// What a limit is about.
    public var word: String {
        switch self {
        case .education: "文化程度"
        case .certificate: "证书"
        case .skill: "技能"
        case .experience: "工作经验"
        case .licence: "驾驶证"
        case .body: "身体条件"
        case .shift: "班次"
        case .term: "用工形式"
        case .pay: "待遇"
        case .distance: "路程"
        case .welfare: "公益性岗位资格"
        case .told: "已推荐过"
        }
    }

    /// What it would mean to relax it (14.r1).
    public var relaxing: String {
        switch self {
        case .shift: "也接受别的班次"
        case .term: "也接受别的用工形式"
        case .pay: "降低待遇要求"
        case .distance: "接受更远的路程"
        case .education, .certificate, .skill, .experience, .licence, .body, .welfare, .told: word
        }
    }
}

extension FitLimit {
    /// 文化程度：本人初中，岗位要求高中: both facts, so that nobody has to look them up.
    public var sentence: String {
        switch kind {
        case .told: "本轮已经推荐过"
        case .welfare: "公益性岗位，本人尚未转入公益性岗位安置"
        case .education, .certificate, .skill, .experience, .licence, .body:
            "\(kind.word)：本人\(person.words)，岗位要求\(vacancy.words)"
        case .shift, .term, .pay: "\(kind.word)：本人要求\(person.words)，岗位\(vacancy.words)"
        case .distance: "\(kind.word)：本人最多\(person.words)，实际\(vacancy.words)"
        }
    }
}

extension FitFact {
    /// A fact of one side in words.
    public var words: String {
        switch self {
        case .open: "不详"
        case .education(let education): education.word
        case .words(let words): words.isEmpty ? "不详" : words.joined(separator: "、")
        case .yuan(let sum): "\(sum)元"
        case .pay(let pay): pay.words
        case .months(let months): months % 12 == 0 ? "\(months / 12)年" : "\(months)个月"
        case .minutes(let minutes, let mode): "\(mode.word)\(minutes)分钟"
        case .health(let health): health.word
        case .shifts(let shifts): shifts.map(\.word).joined(separator: "、")
        case .terms(let terms): terms.map(\.word).joined(separator: "、")
        case .insurance(let insurance): insurance.word
        case .yes(let holds): holds ? "是" : "否"
        }
    }
}

extension JobWish {
    /// One line of what was told, for the history.
    public var line: String {
        var parts: [String] = []
        if !occupations.isEmpty { parts.append("想做\(occupations.joined(separator: "、"))") }
        if let pay { parts.append("月薪不低于\(pay)元") }
        if let minutes { parts.append("\(mode.word)不超过\(minutes)分钟") }
        if !shifts.isEmpty {
            parts.append(Shift.allCases.filter(shifts.contains).map(\.word).joined(separator: "或"))
        }
        if !terms.isEmpty {
            parts.append(VacancyTerm.allCases.filter(terms.contains).map(\.word).joined(separator: "或"))
        }
        if let licence { parts.append(licence.isEmpty ? "没有驾驶证" : "驾驶证\(licence)") }
        if !cannot.isEmpty { parts.append(cannot) }
        if !words.isEmpty { parts.append(words) }
        return parts.isEmpty ? "没有特别要求" : parts.joined(separator: "；")
    }
}
