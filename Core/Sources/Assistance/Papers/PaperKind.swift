// SPDX-License-Identifier: Apache-2.0

/// 文书: the official papers of steps 01 to 07, 11 and 12 (spec/systems.md).
///
/// Raw values are the storage format; they stand in addresses and in the series of numbers.
public enum PaperKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 就业困难人员认定申请登记表 (02.w2).
    case application
    /// 一次性告知单 (02.w1, 02.r2).
    case oneTimeNotice = "one-time-notice"
    /// 受理通知 (02.r3, L.01).
    case acceptance
    /// 认定决定 (L.01).
    case recognition
    /// 不予认定决定 (02.r1).
    case refusal
    /// 公示 (02.w3, L.05).
    case publicNotice = "public-notice"
    /// 就业援助卡 (02.w3).
    case card
    /// 自愿放弃就业援助声明 (02.r5).
    case waiver
    /// 失业登记证明 or 求职登记证明 (02.w3).
    case registration
    /// 资料袋清单 (02.w4).
    case packList = "pack-list"
    /// 个人信息处理告知书 (L.10).
    case privacyNotice = "privacy-notice"
    /// 就业动态管理记录单 (02.r6).
    case statusRecord = "status-record"
    /// 就业援助方案 (03.w3).
    case entryPlan = "entry-plan"
    /// 个性化就业援助方案 (06.w2).
    case personalPlan = "personal-plan"
    /// 专业化就业援助方案 (11.w2).
    case professionalPlan = "professional-plan"
    /// 推荐介绍信 (05.w2).
    case letter
    /// 就业援助协议书 (07.w2).
    case agreement
    /// 会商纪要 (06.w1).
    case consultation
    /// 会诊纪要 (11.w1).
    case panel
    /// 上交档案封面 (11.r1).
    case handUp = "hand-up"
    /// 城乡劳动力精细化就业服务和援助手册: a person's whole history by the manual's steps (08.w4, 12.w3).
    case handbook
    /// 失业登记 or 求职登记申请表 (01.w5, 02.w3).
    case registrationForm = "registration-form"
    /// 就业失业登记证 or 农村劳动力转移就业证: our record of it (02.w3).
    case certificate
    /// 个性化应聘指导方案 (08.w4).
    case interviewPlan = "interview-plan"
    /// 服务对象满意度调查表 (08.w5).
    case satisfaction
    /// 效果评估报告 (08.w5).
    case evaluation
}

extension PaperKind {
    /// The plan's paper.
    public init(_ plan: PlanKind) {
        switch plan {
        case .entry: self = .entryPlan
        case .personal: self = .personalPlan
        case .professional: self = .professionalPlan
        }
    }

    /// The clauses that ask for it.
    public var clauses: [Clause] {
        switch self {
        case .application: ["02.w2"]
        case .oneTimeNotice: ["02.w1", "02.r2"]
        case .acceptance: ["02.r3", "L.01"]
        case .recognition: ["L.01"]
        case .refusal: ["02.r1"]
        case .publicNotice: ["02.w3", "L.05"]
        case .card, .registration: ["02.w3"]
        case .waiver: ["02.r5"]
        case .packList: ["02.w4"]
        case .privacyNotice: ["L.10"]
        case .statusRecord: ["02.r6"]
        case .entryPlan: ["03.w3", "03.r3"]
        case .personalPlan: ["06.w2", "06.r1"]
        case .professionalPlan: ["11.w2", "11.r2"]
        case .letter: ["05.w2"]
        case .agreement: ["07.w2"]
        case .consultation: ["06.w1", "06.r2"]
        case .panel: ["11.w1"]
        case .handUp: ["11.r1"]
        case .handbook: ["08.w4", "12.w3"]
        case .registrationForm: ["01.w5", "02.w3"]
        case .certificate: ["02.w3"]
        case .interviewPlan: ["08.w4"]
        case .satisfaction, .evaluation: ["08.w5"]
        }
    }

    /// The office whose paper it is; a letter is of the level that recommends, a hand-up of its sender.
    public var level: Level {
        switch self {
        case .entryPlan, .letter, .publicNotice, .handUp: .village
        case .application, .oneTimeNotice, .acceptance, .recognition, .refusal, .card, .waiver,
            .registration, .packList, .privacyNotice, .statusRecord, .personalPlan, .agreement,
            .consultation, .handbook, .registrationForm, .certificate, .interviewPlan, .satisfaction,
            .evaluation:
            .town
        case .professionalPlan, .panel: .district
        }
    }

    /// The office of one paper of the kind: whose act it tells, else the kind's.
    public func level(of event: CaseEvent?) -> Level {
        switch event {
        case .aid(.recommended(let recommendation)): recommendation.level
        case .handover(.handedUp(let handUp)): handUp.from
        case .aid(.guided(let guidance)): guidance.level
        case _: level
        }
    }

    /// Whether it goes out under a number of its office's series.
    public var isNumbered: Bool {
        switch self {
        case .oneTimeNotice, .acceptance, .recognition, .refusal, .registration, .entryPlan, .personalPlan,
            .professionalPlan, .letter, .agreement, .consultation, .panel, .handUp, .interviewPlan,
            .evaluation:
            true
        case .application, .publicNotice, .card, .waiver, .packList, .privacyNotice, .statusRecord,
            .handbook, .registrationForm, .certificate, .satisfaction:
            false
        }
    }

    /// Whether its form names somebody by the whole ID number or phone; all others show them masked (L.05).
    public var showsWhole: Bool {
        switch self {
        case .application, .recognition, .waiver, .registration, .agreement, .registrationForm, .certificate:
            true
        case .oneTimeNotice, .acceptance, .refusal, .publicNotice, .card, .packList, .privacyNotice,
            .statusRecord, .entryPlan, .personalPlan, .professionalPlan, .letter, .consultation, .panel,
            .handUp, .handbook, .interviewPlan, .satisfaction, .evaluation:
            false
        }
    }
}
