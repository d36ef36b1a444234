// SPDX-License-Identifier: Apache-2.0

import Assistance

extension ProcedureStep: OfficeTerm {
    /// The step as the manual heads it.
    public var word: String {
        switch self {
        case .survey: "入户调查走访"
        case .recognition: "认定登记申请"
        case .aide: "指派援助人员"
        case .entryGuidance: "开展入门指导"
        case .villageVacancies: "村级岗位推荐"
        case .consultation: "组织会商研讨"
        case .specialist: "指派助理专员"
        case .guidance: "开展一般指导"
        case .training: "开展技能培训"
        case .townVacancies: "镇级岗位推荐"
        case .panel: "专家会诊研讨"
        case .expert: "指派服务专家"
        case .professionalGuidance: "开展专业指导"
        case .districtVacancies: "区级岗位推荐"
        case .welfarePost: "公益岗位安置"
        case .employmentRegistration: "办理就业登记"
        case .followUp: "进行跟踪回访"
        case .retention: "提供稳岗指导"
        case .furtherTraining: "组织持续培训"
        }
    }

    /// `03`: the number as the map writes it.
    public var number: String { (rawValue < 10 ? "0" : "") + String(rawValue) }
}

extension MappedStep.State {
    /// Where a case stands with a step.
    public var word: String {
        switch self {
        case .done: "已完成"
        case .current: "进行中"
        case .ahead: "未开始"
        case .spared: "不需要"
        }
    }
}
