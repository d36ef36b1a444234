// SPDX-License-Identifier: Apache-2.0

import Assistance

extension PaperKind: OfficeTerm {
    /// 文书名称, as the manual and the law name it.
    public var word: String {
        switch self {
        case .application: "就业困难人员认定申请登记表"
        case .oneTimeNotice: "一次性告知单"
        case .acceptance: "就业困难人员认定申请受理通知书"
        case .recognition: "就业困难人员认定决定书"
        case .refusal: "不予认定就业困难人员决定书"
        case .publicNotice: "就业困难人员认定公示"
        case .card: "就业援助卡"
        case .waiver: "自愿放弃就业援助声明"
        case .registration: "失业登记（求职登记）证明"
        case .packList: "资料袋清单"
        case .privacyNotice: "个人信息处理告知书"
        case .statusRecord: "就业动态管理记录单"
        case .entryPlan: "就业援助方案"
        case .personalPlan: "个性化就业援助方案"
        case .professionalPlan: "专业化就业援助方案"
        case .letter: "推荐介绍信"
        case .agreement: "就业援助协议书"
        case .consultation: "会商纪要"
        case .panel: "会诊纪要"
        case .handUp: "援助对象上交档案（封面）"
        case .handbook: "城乡劳动力精细化就业服务和援助手册"
        case .registrationForm: "失业登记（求职登记）申请表"
        case .certificate: "就业失业登记证（转移就业证）登记页"
        case .interviewPlan: "个性化应聘指导方案"
        case .satisfaction: "服务对象满意度调查表"
        case .evaluation: "效果评估报告"
        }
    }

    /// Why the paper cannot be had yet; empty where it can be at any time.
    public var waitingSentence: String {
        guard let act = follows.first else { return "" }
        return "登记“\(act.words)”后可以打印。"
    }
}
