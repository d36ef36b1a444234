// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension FactField: OfficeTerm {
    /// 栏目名, as on the questionnaire and in the templates.
    public var word: String {
        switch self {
        case .name: "姓名"
        case .identity: "身份证号"
        case .sex: "性别"
        case .born: "出生日期"
        case .ethnicity: "民族"
        case .mobile: "手机号码"
        case .education: "文化程度"
        case .health: "健康状况"
        case .disability: "残疾情况"
        case .registration: "户籍性质及人员类别"
        case .economy: "家庭经济状况"
        case .homePhone: "住宅电话"
        case .isNewLabour: "新生劳动力"
        case .isOnlyChildFamily: "独生子女家庭"
        case .hasAllowance: "低保家庭"
        case .livesAt: "居住地"
        case .skillLevel: "最高技术等级"
        case .trade: "最高技能工种"
        case .skills: "已掌握的技能"
        case .retirement: "退休类别"
        case .employment: "就业状态"
        case .wish: "就业愿望"
        case .reasonsNotWorking: "未就业原因"
        case .graduated: "毕业日期"
        case .incomePerHead: "家庭人均年收入"
        case .isUrgent: "迫切要求就业"
        case .mustBeNearby: "需就近就业"
        }
    }
}

extension PersonFacts {
    /// The value of a field in words; `nil` when nothing is known. Sensitive ones are written out whole, so
    /// that the caller masks them.
    public func words(of field: FactField) -> String? {
        switch field {
        case .name: name.full
        case .identity: identity?.full
        case .sex: sex?.word
        case .born: born?.iso
        case .ethnicity: ethnicity
        case .mobile: mobile?.full
        case .education: education?.word
        case .health: health?.word
        case .disability: disability?.words
        case .registration: registration?.bothTiers
        case .economy: economy?.word
        case .homePhone: homePhone?.full
        case .isNewLabour: isNewLabour.map(YesNo.word)
        case .isOnlyChildFamily: isOnlyChildFamily.map(YesNo.word)
        case .hasAllowance: hasAllowance.map(YesNo.word)
        case .livesAt: livesAt
        case .skillLevel: skillLevel?.word
        case .trade: trade
        case .skills: skills.isEmpty ? nil : skills.joined(separator: "、")
        case .retirement: retirement?.word
        case .employment: employment == .unknown ? nil : employment.words
        case .wish: wish == .unasked ? nil : wish.word
        case .reasonsNotWorking: reasonsNotWorking.isEmpty ? nil : reasonsNotWorking.joined(separator: "、")
        case .graduated: graduated?.iso
        case .incomePerHead: incomePerHead.map { "\($0)元" }
        case .isUrgent: isUrgent ? "是" : nil
        case .mustBeNearby: mustBeNearby ? "是" : nil
        }
    }
}
