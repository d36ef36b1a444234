// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Obstacle {
    /// What stands in the way and what to do, with the clause on which it rests.
    public var sentence: String { "\(reason)（依据：\(clause.words)）" }

    /// The same without the clause, for lists.
    public var reason: String {
        switch self {
        case .noRegistration: "街（镇）还没有收到登记申请，请先登记。"
        case .notAccepted: "认定申请还没有受理，请先受理。"
        case .alreadyAccepted(let day): "认定申请已于\(day.iso)受理，材料已经齐全。"
        case .alreadyRecognised(let day): "已于\(day.iso)作出认定，不用再次办理。"
        case .notRecognised: "还没有认定为就业困难人员，请先由街（镇）认定。"
        case .noDecision: "还没有作出认定决定，或本人还没有收到决定。"
        case .papersMissing(let count): "还缺\(count)份材料，请补齐后再办。"
        case .papersNotChecked: "还没有逐份核对材料，请先核对并登记。"
        case .itemsNotVerified(let count): "还有\(count)项没有与证件核对，请逐项核对后再受理。"
        case .noticeLeavesOut(let count): "告知单漏了\(count)份缺少的材料，请一次全部告知。"
        case .noCertificate: "没有有效的证件，请先发证。"
        case .notVerified: "村（社区）还没有入户核实，请先核实并登记。"
        case .noNotice: "没有正在进行的公示，请先张贴公示。"
        case .noticeRunning(let day): "\(day.iso)起的公示还没有结束，请期满并登记结果后再办。"
        case .noticeUpheld: "公示期间有异议成立，不能发放援助卡，请先处理异议。"
        case .noticeOver(let day):
            "公示已于\(day.iso)期满，之后提出的不再作为公示异议办理。请改为“登记期满后的反映”，转督导人员处理，反映的内容会保留。"
        case .objectionsOpen(let count): "还有\(count)件异议没有处理，请逐件写明是否成立和理由，再结束公示。"
        case .noOpenObjection: "没有等待处理的异议。"
        case .noUpheldObjection: "没有成立的异议，不能按“有异议成立”结束公示。"
        case .reviewLapsed(let received, let last):
            "本人\(received.iso)收到决定，申请复核的期限到\(last.iso)为止，已经超过。"
        case .noReview: "没有复核申请，或区里还没有作出复核决定。"
        case .groundNotLegal(let kind):
            kind == .recognitionRefused ? "不予认定必须从法定理由中选择一项。" : "退出必须从规定的理由中选择一项。"
        case .cannotRegister(let bars): "不能办理登记：" + bars.map(\.sentence).joined(separator: "；") + "。"
        case .notInRegister: "此人没有有效的失业（求职）登记，请先办理登记。"
        case .nothingToTell: "政策包里还没有生效的个人信息处理告知书，请系统管理员补充。"
        case .alreadyDone(let kind): "“\(kind.words)”已经登记过，不用再次办理。"
        case .heldBy(let level): "援助对象现在由\(level.short)援助，这一事项由\(level.short)办理。"
        case .notReceived(let level): "已上交\(level.short)，请\(level.short)先接收。"
        case .nothingToReceive: "没有等待接收或可以退回的上交，请核对所处环节。"
        case .nothingAbove: "上面没有可以上交的一级。"
        case .noOwner(let level): "还没有确定\(level.helperWord)，请先确定。"
        case .sameOwner: "现在就是由此人负责，不用变更。"
        case .noContact(let level): "\(level.helperWord)还没有联系过本人，请先联系并登记。"
        case .noPlan(let kind): "还没有制定\(kind.word)，请先制定。"
        case .noOpenItem: "没有这项未完成的方案事项，可能已经完成或方案已调整。"
        case .noOpenRecommendation: "没有等待结果的推荐，请先登记推荐。"
        case .handUpNotDue: "还没有到上交的条件：三次推荐未成功、因本人原因未成功，或写明本级无法解决。"
        case .noConsultation: "街（镇）还没有会商过此人，请先会商，由会商确定助理专员。"
        case .casesOpen(let count): "街（镇）还有\(count)名援助对象在援，本周需要会商。"
        case .noPanel: "专家还没有会诊，请先会诊。"
        case .noAnalysis: "还没有写个案分析，请先写。"
        case .tooFewFailures(let have, let need): "区级推荐未成功\(have)次，满\(need)次才转公益性岗位安置。"
        case .notHandedToWelfare: "还没有转公益性岗位安置。"
        case .noPlacement: "没有正在进行的公益性岗位安置。"
        case .notTrained: "还没有登记培训完成，未经培训不得上岗。"
        case .notBefore(let day): "要到\(day.iso)才能办理。"
        case .alreadyEmployed: "此人已经就业，请办理就业登记和回访；又失去工作的，请先登记。"
        case .notEmployed: "此人还没有登记就业。"
        case .notNotified: "还没有通知办理就业登记，请先通知并登记通知方式。"
        case .notRegistered: "还没有办理就业登记，请先登记。"
        case .notOwnBusiness: "此人不是自主创业。"
        case .notStableYet(let have, let need): "已连续稳定\(have)个月，满\(need)个月才按稳定就业结束。"
        case .notUnstable: "此人没有失去工作，回访也没有判断为不稳定，不用开始第二轮援助。"
        case .noConcern: "没有正在处理的稳岗问题。"
        case .noGuidanceToFile: "没有等待记入案例库的稳岗指导。"
        case .notAway: "援助没有暂停。"
        case .alreadyAway(let day): "援助已经暂停到\(day.iso)。"
        case .vacancyStale(let verified, let days):
            verified.map { "这个岗位\($0.iso)核实过，已超过\(days)天，请先向单位再次核实，再推荐。" }
                ?? "这个岗位还没有向单位核实过，请先核实，再推荐。"
        case .limitsFail(let kinds):
            "此人与岗位要求有不符的：\(kinds.map(\.word).joined(separator: "、"))。仍要推荐的，请写明理由。"
        case .vacancyFilled: "这个岗位已经招满，请另选岗位。"
        case .vacancyExpired(let day): "这个岗位的有效期到\(day.iso)，已经过期。单位还招人的，请先改有效期并再次核实。"
        case .vacancyClosed(let day): "这个岗位已于\(day.iso)关闭。"
        case .vacancySeatsTaken(let count): "已有\(count)人录用，招聘人数不能少于\(count)。"
        case .creditCodeMissing: "没有统一社会信用代码的，请写明原因，如“家庭雇主”。"
        case .creditCodeTaken: "这个单位已经登记过（统一社会信用代码或名称相同），请直接使用已有的登记。"
        case .fair(let obstacle): obstacle.sentence
        case .employerMerged: "这条登记已并入另一条，请使用合并后的单位。"
        case .sameEmployer: "不能与自己合并，请选另一个单位。"
        case .repeated: "这一天已有内容完全相同的记录，没有重复保存。"
        case .builtOn(let kind, let day):
            "\(day.iso)的“\(kind.words)”是在它之后办理的，请先撤销后面的记录。"
        case .wordsMissing(_, let what): "没有填写\(what.word)，请补填。"
        }
    }
}

extension Obstacle.Missing: OfficeTerm {
    /// What was left out.
    public var word: String {
        switch self {
        case .reason: "原因"
        case .view: "本人意见"
        case .direction: "主攻方向或会议意见"
        case .items: "方案事项"
        case .employer: "用人单位和岗位名称"
        case .confirmation: "用人单位确认的日期和确认人"
        case .escort: "陪同人；没有人陪同的，写明原因"
        case .attendants: "参会人员"
        case .papers: "缺少的材料"
        case .number: "编号"
        case .words: "具体内容"
        case .sections: "心理调适和面试辅导两部分"
        case .result: "结果"
        case .job: "单位、岗位和时间"
        case .signature: "签名，或纸质协议的存放处"
        case .place: "地点"
        case .scan: "签字的放弃书扫描件；没有扫描件的，写明原因"
        }
    }
}
