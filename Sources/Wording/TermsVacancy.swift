// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Industry: OfficeTerm {
    /// 行业门类, in the standard's words.
    public var word: String {
        switch self {
        case .agriculture: "农、林、牧、渔业"
        case .mining: "采矿业"
        case .manufacturing: "制造业"
        case .energyAndWater: "电力、热力、燃气及水生产和供应业"
        case .construction: "建筑业"
        case .trade: "批发和零售业"
        case .transport: "交通运输、仓储和邮政业"
        case .lodgingAndFood: "住宿和餐饮业"
        case .software: "信息传输、软件和信息技术服务业"
        case .finance: "金融业"
        case .realEstate: "房地产业"
        case .leasingAndBusiness: "租赁和商务服务业"
        case .science: "科学研究和技术服务业"
        case .environment: "水利、环境和公共设施管理业"
        case .residentServices: "居民服务、修理和其他服务业"
        case .education: "教育"
        case .health: "卫生和社会工作"
        case .culture: "文化、体育和娱乐业"
        case .publicAdministration: "公共管理、社会保障和社会组织"
        case .international: "国际组织"
        }
    }

    /// Short forms and the letters of the standard.
    public static let alsoWritten: [String: Industry] = {
        var words: [String: Industry] = [
            "农业": .agriculture, "餐饮业": .lodgingAndFood, "住宿餐饮业": .lodgingAndFood, "零售业": .trade,
            "批发零售业": .trade, "物流业": .transport, "交通运输业": .transport, "仓储业": .transport,
            "物业": .realEstate, "物业管理": .realEstate, "居民服务业": .residentServices, "软件业": .software,
            "教育业": .education, "卫生": .health, "医疗": .health, "工业": .manufacturing,
        ]
        for industry in Industry.allCases { words[industry.rawValue.lowercased()] = industry }
        return words
    }()
}

extension VacancySource: OfficeTerm {
    /// 岗位来源.
    public var word: String {
        switch self {
        case .meeting: "政企座谈会"
        case .client: "固定客户"
        case .report: "空岗信息报告"
        case .fair: "招聘洽谈会"
        case .web: "网上采集"
        case .visit: "走访单位"
        case .counter: "单位上门登记"
        }
    }

    public static let alsoWritten: [String: VacancySource] = [
        "座谈会": .meeting, "空岗报告": .report, "招聘会": .fair, "网络": .web, "网站": .web, "走访": .visit,
        "窗口": .counter, "上门登记": .counter, "窗口登记": .counter,
    ]
}

extension Shift: OfficeTerm {
    /// 班次.
    public var word: String {
        switch self {
        case .day: "白班"
        case .night: "夜班"
        case .rotating: "倒班"
        }
    }

    public static let alsoWritten: [String: Shift] = [
        "长白班": .day, "日班": .day, "常日班": .day, "晚班": .night, "两班倒": .rotating, "三班倒": .rotating,
        "轮班": .rotating,
    ]
}

extension Insurance: OfficeTerm {
    /// 社会保险.
    public var word: String {
        switch self {
        case .full: "缴纳职工社会保险"
        case .injury: "只缴工伤保险或意外险"
        case .none: "不缴"
        }
    }

    public static let alsoWritten: [String: Insurance] = [
        "五险": .full, "五险一金": .full, "六险一金": .full, "缴纳": .full, "缴": .full, "有": .full, "社保": .full,
        "工伤": .injury, "工伤保险": .injury, "意外险": .injury, "无": .none, "不缴纳": .none, "没有": .none,
    ]
}

extension VacancyTerm: OfficeTerm {
    /// 用工形式.
    public var word: String {
        switch self {
        case .lasting: "长期"
        case .temporary: "短期"
        case .seasonal: "季节性"
        case .partTime: "非全日制"
        }
    }

    public static let alsoWritten: [String: VacancyTerm] = [
        "全职": .lasting, "长期合同": .lasting, "正式": .lasting, "合同制": .lasting, "临时": .temporary,
        "短期工": .temporary, "临时工": .temporary, "季节工": .seasonal, "兼职": .partTime, "小时工": .partTime,
        "钟点工": .partTime,
    ]
}

extension VacancyLevel: OfficeTerm {
    /// 岗位级别.
    public var word: String {
        switch self {
        case .village: "村（社区）岗位"
        case .town: "镇（街）岗位"
        case .district: "区级岗位"
        case .welfare: "公益性岗位"
        }
    }

    public static let alsoWritten: [String: VacancyLevel] = [
        "村": .village, "村级": .village, "社区": .village, "镇": .town, "镇级": .town, "街": .town, "街道": .town,
        "区": .district, "区级": .district, "公益": .welfare, "公益岗": .welfare, "公益岗位": .welfare,
    ]
}

extension VacancyStanding: OfficeTerm {
    /// 岗位状态.
    public var word: String {
        switch self {
        case .open: "招聘中"
        case .stale: "待核实"
        case .filled: "已招满"
        case .expired: "已过期"
        case .closed: "已关闭"
        }
    }
}

extension VacancyEnd: OfficeTerm {
    /// 关闭原因.
    public var word: String {
        switch self {
        case .filledElsewhere: "单位已自行招满"
        case .cancelled: "单位取消招聘"
        case .untrue: "信息不实"
        case .mistaken: "登记有误"
        }
    }
}

extension CandidateStage: OfficeTerm {
    /// How far somebody came with a vacancy.
    public var word: String {
        switch self {
        case .told: "已告知"
        case .recommended: "已推荐，等待结果"
        case .ended: "未成功"
        case .hired: "已录用"
        }
    }
}

extension PayUnit: OfficeTerm {
    /// In which unit pay was written.
    public var word: String {
        switch self {
        case .month: "元/月"
        case .tenThousandMonth: "万元/月"
        case .day: "元/日"
        case .year: "元/年"
        }
    }
}
