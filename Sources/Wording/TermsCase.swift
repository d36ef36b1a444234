// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Level {
    /// 村级, 镇级, 区级: as a case's place is told.
    public var short: String {
        switch self {
        case .village: "村级"
        case .town: "镇级"
        case .district: "区级"
        case .city: "市级"
        case .province: "省级"
        }
    }

    /// 援助员, 专员, 专家: who helps at the level.
    public var helperWord: String {
        switch self {
        case .village: "就业援助员"
        case .town: "就业助理专员"
        case .district, .city, .province: "就业服务专家"
        }
    }
}

extension CaseStage: OfficeTerm {
    /// 所处环节.
    public var word: String {
        switch self {
        case .listed: "已列入，未认定"
        case .village: "村级援助"
        case .townIntake: "待镇级接收"
        case .town: "镇级援助"
        case .districtIntake: "待区级接收"
        case .district: "区级援助"
        case .welfare: "公益性岗位安置"
        case .employed: "已就业，回访中"
        case .ended: "已结束"
        }
    }
}

extension GoalStep: OfficeTerm {
    /// 四个“一个” (00.goal).
    public var word: String {
        switch self {
        case .appeared: "出现"
        case .recognised: "认定"
        case .helped: "帮扶"
        case .stabilised: "稳定"
        }
    }
}

extension Mood: OfficeTerm {
    /// 情绪.
    public var word: String {
        switch self {
        case .hopeful: "积极"
        case .steady: "平稳"
        case .low: "低落"
        case .distressed: "很差，需要关心"
        }
    }
}

extension ContactMeans: OfficeTerm {
    /// 联系方式.
    public var word: String {
        switch self {
        case .atHome: "入户"
        case .atOffice: "来站"
        case .telephone: "电话"
        case .message: "短信、微信"
        }
    }
}

extension GuidanceTopic: OfficeTerm {
    /// 指导内容.
    public var word: String {
        switch self {
        case .situation: "了解本人、家庭和未就业原因"
        case .channels: "告知求职渠道"
        case .attitude: "树立正确的就业观念"
        case .interview: "面试常识"
        case .dress: "着装仪表"
        case .policies: "政策和办事程序"
        case .occupations: "职业和用人单位情况"
        case .strengths: "优势、不足和个性化应聘指导"
        case .psychology: "心理调适"
        case .career: "职业生涯规划"
        }
    }
}

extension RecommendationStep: OfficeTerm {
    /// 推荐进展.
    public var word: String {
        switch self {
        case .willing: "本人愿意应聘"
        case .unwilling: "本人不愿意应聘"
        case .applied: "已应聘"
        case .interviewed: "已面试，等结果"
        }
    }
}

extension RecommendationState: OfficeTerm {
    /// 推荐状态.
    public var word: String {
        switch self {
        case .toArrange: "待约面试"
        case .toInterview: "待面试"
        case .toReport: "待反馈"
        case .hired: "已录用"
        case .unsuccessful: "未成功"
        case .inWork: "在岗核实"
        }
    }
}

extension OutcomeCode: OfficeTerm {
    /// 推荐结果 (L.04).
    public var word: String {
        switch self {
        case .employed: "录用"
        case .postGone: "岗位已满或有变化"
        case .employerRejected: "用人单位不录用"
        case .failedInterview: "面试未通过"
        case .noShow: "未到场"
        case .refusedWithoutCause: "本人无正当理由不接受"
        case .refusedWithCause: "本人有正当理由不接受"
        }
    }
}

extension RecommendationOutcome {
    /// The result with whose reason it was: `用人单位不录用（单位原因）`.
    public var sentence: String {
        switch code {
        case .employerRejected: code.word + (isPersonsReason ? "（本人原因）" : "（单位原因）")
        case .noShow: code.word + (isExcused ? "（有正当理由）" : "（本人原因）")
        case .employed, .postGone, .failedInterview, .refusedWithoutCause, .refusedWithCause: code.word
        }
    }
}

extension HandUpCause: OfficeTerm {
    /// 上交原因.
    public var word: String {
        switch self {
        case .threeFailures: "三次以上推荐未成功"
        case .ownReasons: "因本人原因推荐未成功"
        case .beyondLevel: "本级确实无法解决"
        }
    }
}

extension HandUpCause {
    /// What waits for a person's decision because of it; above the district there is nobody, and the case goes to
    /// a welfare post (14.r3).
    public func waitingWords(at level: Level?) -> String {
        "\(word)，待决定是否" + (level == .district ? "转公益性岗位安置" : "上交")
    }
}

extension PlanKind: OfficeTerm {
    /// 方案.
    public var word: String {
        switch self {
        case .entry: "就业援助方案"
        case .personal: "个性化就业援助方案"
        case .professional: "专业化就业援助方案"
        }
    }
}

extension JobForm: OfficeTerm {
    /// 就业形式.
    public var word: String {
        switch self {
        case .hired: "单位就业"
        case .ownBusiness: "自主创业"
        case .flexible: "灵活就业"
        case .welfare: "公益性岗位"
        }
    }
}

extension Stability: OfficeTerm {
    /// 回访判断 (17.r2).
    public var word: String {
        switch self {
        case .stable: "稳定"
        case .unstable: "不稳定"
        case .hardship: "家庭十分困难且不稳定或须就近"
        }
    }

    /// How often somebody so judged is followed up.
    public var howOften: String {
        switch self {
        case .stable: "每月回访一次"
        case .unstable: "每10天回访一次"
        case .hardship: "每周回访一次"
        }
    }
}

extension MeetingKind: OfficeTerm {
    /// 会议.
    public var word: String {
        switch self {
        case .consultation: "会商"
        case .panel: "专家会诊"
        case .joint: "政企联席会议"
        }
    }
}
