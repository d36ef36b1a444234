// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk

extension ExcuseReason: OfficeTerm {
    /// 未调查原因 (01.r1).
    public var word: String {
        switch self {
        case .away: "外出未归"
        case .refused: "拒绝调查"
        case .moved: "已经迁走"
        case .serving: "现役军人"
        case .student: "在校学生"
        case .deceased: "已经去世"
        case .notFound: "没有找到"
        }
    }

    /// Short forms.
    public static let alsoWritten: [String: ExcuseReason] = [
        "外出": .away, "不在家": .away, "拒访": .refused, "拒绝": .refused, "迁出": .moved, "迁走": .moved,
        "搬走": .moved, "服现役": .serving, "参军": .serving, "服役": .serving, "学生": .student,
        "上学": .student, "去世": .deceased, "死亡": .deceased, "查无此人": .notFound, "失联": .notFound,
    ]
}

extension DepartureReason: OfficeTerm {
    /// 离开名册的原因.
    public var word: String {
        switch self {
        case .died: "去世"
        case .movedOut: "户口迁出"
        case .agedOut: "超过劳动年龄"
        case .enteredInError: "误登"
        }
    }

    /// Short forms.
    public static let alsoWritten: [String: DepartureReason] = [
        "死亡": .died, "迁出": .movedOut, "退休": .agedOut, "超龄": .agedOut, "录入错误": .enteredInError,
    ]
}

extension CaseEndReason: OfficeTerm {
    /// 援助结束的原因 (spec/flow.md, rule 6).
    public var word: String {
        switch self {
        case .stable: "稳定就业"
        case .waived: "自愿放弃"
        case .ineligible: "不再符合条件"
        case .died: "去世"
        case .agedOut: "超过劳动年龄"
        case .movedOut: "户口迁出"
        case .duplicate: "重复登记"
        }
    }
}

extension SheetSource: OfficeTerm {
    /// 答卷来源.
    public var word: String {
        switch self {
        case .screen: "当面填写"
        case .paper: "纸质录入"
        case .file: "文件导入"
        case .device: "离线设备"
        }
    }
}

extension FactSource: OfficeTerm {
    /// 信息来源.
    public var word: String {
        switch self {
        case .roll: "名册导入"
        case .survey: "入户调查"
        case .counter: "窗口登记"
        case .visit: "走访"
        case .office: "单位更正"
        }
    }
}

extension ImportKind: OfficeTerm {
    /// 导入的种类.
    public var word: String {
        switch self {
        case .roll: "劳动力名册"
        case .units: "社区（村）名单"
        case .survey: "调查问卷"
        case .calendar: "放假安排"
        case .employers: "用人单位"
        case .vacancies: "岗位信息"
        }
    }
}

extension SubjectKind: OfficeTerm {
    /// What a journal is about.
    public var word: String {
        switch self {
        case .person: "人员"
        case .household: "户"
        case .unit: "单位"
        case .round: "调查轮次"
        case .account: "账号"
        case .batch: "导入批次"
        case .policy: "政策设置"
        case .assistanceCase: "援助档案"
        case .employer: "用人单位"
        case .vacancy: "岗位"
        case .fair: "招聘会"
        }
    }
}

extension RollPart: OfficeTerm {
    /// 调查进度的三部分.
    public var word: String {
        switch self {
        case .missing: "未调查"
        case .surveyed: "已调查"
        case .excused: "已说明原因"
        }
    }
}

extension WorkSpan: OfficeTerm {
    /// 待办的四部分.
    public var word: String {
        switch self {
        case .overdue: "已逾期"
        case .today: "今天到期"
        case .week: "本周到期"
        case .all: "全部待办"
        case .ahead: "六十天内到期"
        }
    }
}
