// SPDX-License-Identifier: Apache-2.0

import Assistance

extension VisitClass: OfficeTerm {
    /// 走访分类.
    public var word: String {
        switch self {
        case .one: "一类"
        case .two: "二类"
        case .three: "三类"
        case .four: "四类"
        }
    }

    /// Who belongs there (01.w4).
    public var who: String {
        switch self {
        case .one: "家庭生活较好，暂无就业愿望"
        case .two: "家庭生活较好，有就业愿望但不迫切"
        case .three: "家庭生活较困难，有就业愿望，但家里有特殊原因或需就近就业"
        case .four: "家庭生活特别困难，迫切要求就业"
        }
    }

    /// How often they are visited (01.w4).
    public var howOften: String {
        switch self {
        case .one: "每半年走访一次"
        case .two: "每季度走访一次"
        case .three: "每月走访一次"
        case .four: "每月走访两次（上半月、下半月各一次）"
        }
    }

    /// The number alone, and 第几类.
    public static let alsoWritten: [String: VisitClass] = [
        "1": .one, "2": .two, "3": .three, "4": .four, "1类": .one, "2类": .two, "3类": .three,
        "4类": .four, "第一类": .one, "第二类": .two, "第三类": .three, "第四类": .four, "一": .one,
        "二": .two, "三": .three, "四": .four,
    ]
}

extension VisitFact {
    /// The fact in words without a full stop.
    public var words: String {
        switch self {
        case .noWish: "本人暂无就业愿望"
        case .wish: "本人有就业愿望"
        case .economyHard: "家庭经济困难"
        case .economyNotHard: "家庭经济不属于困难"
        case .caresForFamily: "需要照顾家人"
        case .mustBeNearby: "需要就近就业"
        case .receivesAllowance: "家庭享受低保"
        case .zeroEmploymentHousehold: "属于零就业家庭"
        case .severelyDisabled: "重度残疾"
        case .urgent: "走访人员注明迫切要求就业"
        case .incomeBelowHalfLine(let income, let line):
            "家庭人均年收入\(income)元，不到低收入线\(line)元的一半"
        }
    }

    /// The fact as a sentence of its own.
    public var sentence: String { words + "。" }
}

extension VisitClassProposal {
    /// What is proposed and why, in one sentence.
    public var sentence: String {
        let why = because.isEmpty ? "掌握的情况还不够" : because.map(\.words).joined(separator: "、")
        guard let proposed else { return "\(why)，定不下走访分类，请走访人员选定。" }
        return "\(why)，建议\(proposed.word)，\(proposed.howOften)。"
    }
}

extension VisitManner: OfficeTerm {
    /// 走访方式.
    public var word: String {
        switch self {
        case .atHome: "入户"
        case .byTelephone: "电话"
        case .atOffice: "到站来访"
        }
    }

    /// Other words for the same.
    public static let alsoWritten: [String: VisitManner] = [
        "入户走访": .atHome, "上门": .atHome, "家访": .atHome, "打电话": .byTelephone, "来访": .atOffice,
        "到所": .atOffice,
    ]
}

extension VisitRecord {
    /// `入户走访`, `电话走访，未见到本人`.
    public var title: String { manner.word + (wasMet ? "" : "，未见到本人") }
}
