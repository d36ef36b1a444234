// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk

extension Level: OfficeTerm {
    /// 层级, as the manual writes it.
    public var word: String {
        switch self {
        case .province: "省（市）"
        case .city: "市"
        case .district: "区"
        case .town: "街（镇）"
        case .village: "社区（村）"
        }
    }

    /// What files write in the column 层级.
    public static let alsoWritten: [String: Level] = [
        "省": .province, "区级": .district, "县": .district, "街道": .town, "镇": .town, "乡": .town,
        "街道(镇)": .town, "镇(街道)": .town, "街镇": .town, "社区": .village, "村": .village,
        "村(社区)": .village, "村居": .village, "村(居)": .village, "居委会": .village, "村委会": .village,
    ]
}

extension Role: OfficeTerm {
    /// 岗位名称, as the manual writes it.
    public var word: String {
        switch self {
        case .villageWorker: "社区（村）公共就业服务人员"
        case .aide: "就业援助员"
        case .townClerk: "街（镇）公共就业服务人员"
        case .specialist: "就业助理专员"
        case .districtClerk: "区公共就业服务人员"
        case .expert: "就业服务专家"
        case .welfareClerk: "公益性岗位服务人员"
        case .supervisor: "督导人员"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditAdministrator: "审计管理员"
        }
    }

    /// The codes of the command line, and short forms.
    public static let alsoWritten: [String: Role] = {
        var words = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
        words["村级工作人员"] = .villageWorker
        words["援助员"] = .aide
        words["镇级工作人员"] = .townClerk
        words["助理专员"] = .specialist
        words["区级工作人员"] = .districtClerk
        words["专家"] = .expert
        return words
    }()
}

extension Deed: OfficeTerm {
    /// 权限: what an account may do.
    public var word: String {
        switch self {
        case .seePeople: "查看人员"
        case .unmask: "查看完整的身份证号、电话和健康信息"
        case .editRoll: "修改名册"
        case .importRoll: "导入名册"
        case .survey: "登记入户调查"
        case .importSurvey: "导入调查问卷"
        case .openRounds: "部署调查轮次"
        case .submitLedger: "上报统计台账"
        case .receiveLedger: "接收统计台账"
        case .confirmHardship: "确认困难类别和走访分类"
        case .visit: "登记走访"
        case .escort: "登记带领"
        case .receiveRegistration: "接收失业、求职登记"
        case .settle: "核定存疑事项"
        case .seeLedgers: "查看台账"
        case .exportLedgers: "导出台账"
        case .seeFigures: "查看统计"
        case .changeUnits: "维护单位"
        case .changeCalendar: "维护工作日历"
        case .seePolicy: "查看政策设置"
        case .changeAccounts: "管理账号"
        case .readAudit: "查看审计记录"
        case .backUp: "备份数据"
        case .recognise: "认定就业困难人员"
        case .assistVillage: "村级援助"
        case .assistTown: "镇级援助"
        case .assistDistrict: "区级援助"
        case .appointAide: "确定就业援助员"
        case .appointSpecialist: "确定就业助理专员"
        case .appointExpert: "确定就业服务专家"
        case .convene: "组织会商、会诊"
        case .placeWelfare: "公益性岗位安置"
        case .registerWork: "办理就业登记"
        case .followUp: "登记回访"
        case .retain: "稳岗指导"
        case .train: "登记培训"
        case .waiveDuty: "批准免办"
        case .handOver: "移交援助对象"
        case .breakGlass: "紧急查看管辖范围外的档案"
        case .seeVacancies: "查看岗位信息"
        case .keepVacancies: "采集、核实岗位信息"
        case .runMatch: "全区批量匹配"
        case .sendMessages: "数据上报"
        case .holdFairs: "举办招聘会"
        case .inviteToFairs: "邀请援助对象参加招聘会"
        }
    }
}

extension AuditAction: OfficeTerm {
    /// 审计事项.
    public var word: String {
        switch self {
        case .act: "办理业务"
        case .signedIn: "登录"
        case .signInFailed: "登录失败"
        case .lockedOut: "账号锁定"
        case .signedOut: "退出"
        case .unmasked: "查看完整信息"
        case .exported: "导出"
        case .printed: "打印"
        case .matched: "批量匹配"
        case .imported: "导入"
        case .accountChanged: "账号变更"
        case .policyChanged: "政策设置变更"
        case .backedUp: "备份"
        case .passOpened: "紧急查看"
        case .scanOpened: "打开扫描件"
        case .refused: "拒绝办理"
        }
    }
}

extension Grant {
    /// `就业援助员（沙岭村）`.
    public func words(in tree: UnitTree) -> String {
        role.word + (tree[unit].map { "（\($0.name)）" } ?? "")
    }
}
