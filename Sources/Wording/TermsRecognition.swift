// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension RegisterKind: OfficeTerm {
    /// 登记种类.
    public var word: String {
        switch self {
        case .unemployment: "失业登记"
        case .transfer: "农村劳动力转移就业求职登记"
        }
    }

    /// The subsystem in which it is entered (02.w3).
    public var subsystem: String {
        switch self {
        case .unemployment: "失业人员管理子系统"
        case .transfer: "农村劳动力管理子系统"
        }
    }

    /// What the certificate is called where the pack does not say.
    public var certificate: String {
        switch self {
        case .unemployment: "就业失业登记证"
        case .transfer: "农村劳动力转移就业证"
        }
    }
}

extension RegistrationEnd: OfficeTerm {
    /// 注销登记的原因.
    public var word: String {
        switch self {
        case .employed: "已被用人单位录用或已办理就业登记"
        case .ownBusiness: "从事个体经营或创办企业"
        case .steadyIncome: "已从事有稳定收入的劳动，月收入不低于最低工资标准"
        case .pension: "已达到退休年龄或享受基本养老保险待遇"
        case .unableToWork: "完全丧失劳动能力"
        case .studyServiceAbroad: "入学、服兵役或移居境外"
        case .imprisoned: "被判刑收监执行"
        case .refusesService: "终止就业要求或拒绝接受公共就业服务"
        case .noContact: "连续6个月未与公共就业服务机构联系"
        case .movedOut: "户口迁出"
        case .died: "死亡"
        case .otherGround: "规定的其他情形"
        }
    }
}

extension ReviewOutcome: OfficeTerm {
    /// 复核结果.
    public var word: String {
        switch self {
        case .upheld: "维持原决定"
        case .recognised: "撤销原决定，予以认定"
        case .anew: "撤销原决定，由街（镇）重新作出"
        }
    }
}

extension RegistrationBar {
    /// What speaks against the registration and what to do.
    public var sentence: String {
        switch self {
        case .registrationUnknown: "户籍性质不详，不能确定登记种类，请先在人员档案中补填"
        case .belongsIn(let kind): "按户籍性质应办理\(kind.word)"
        case .ageUnknown: "出生日期或性别不详，不能判断是否在劳动年龄内，请先补填"
        case .outsideWorkingAge: "不在法定劳动年龄内"
        case .employed: "人员档案中为已就业，请先核实；已经失去工作的，先登记或更正就业状况"
        }
    }
}

extension RecheckCause {
    /// What changed.
    public var sentence: String {
        switch self {
        case .lost(let category): "现有情况不再符合“\(category.shortWord)”"
        case .gained(let category): "现有情况还符合“\(category.shortWord)”，尚未确认"
        }
    }
}

extension Situation: OfficeTerm {
    /// 适用情况.
    public var word: String {
        switch self {
        case .urban: "城镇"
        case .rural: "农村"
        case .disabled: "残疾"
        case .graduate: "高校毕业生"
        case .allowance: "低保"
        }
    }
}

extension ObjectionWords {
    /// Who says so, masked: they are promised silence.
    public var byMasked: String { isAnonymous ? "匿名" : PersonName(by)?.masked ?? "匿名" }
}

extension PolicyPack {
    /// What the certificate of a register is called in the district (lists.yaml).
    public func certificateName(of kind: RegisterKind) -> String {
        lists["certificate-\(kind.rawValue)"]?.first ?? kind.certificate
    }
}
