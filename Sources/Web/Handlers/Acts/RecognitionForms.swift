// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Pages
import Wording

/// Step 02: the counter's acts.
enum RecognitionForms {
    static let inform = ActForm.fields(
        { _, shown in [shown.area("note", "说明", lines: 2, limit: 200, hint: "发放的资料、本人签收情况")] },
        read: { _, typed in .recognition(.informed(note: typed.form.text("note"))) }
    ).guided("当场发放资料袋，讲明权利和义务，并由本人签收。").button("已告知")

    static let askPapers = ActForm.fields(
        { desk, shown in
            [
                shown.area(
                    "papers", "需要补正的全部材料", lines: 5, limit: 1000, isRequired: true,
                    or: desk.found.recognition.missing.joined(separator: "\n"),
                    hint: "一行一项，写明要什么、几份、到哪里办。")
            ]
        },
        read: { _, typed in
            let papers = typed.words("papers", "需要补正的材料", limit: 1000)
                .split(whereSeparator: \.isNewline).map { String($0) }.filter { !$0.isEmpty }
            return .recognition(.noticeGiven(missing: papers))
        }
    ).guided("缺少的材料必须一次全部告知，并退还已收材料。以后再要求补其他材料的，会作为差错提示。").button("交付一次性告知单")

    static let accept = ActForm.fields(
        { _, shown in [shown.area("note", "核对说明", lines: 2, limit: 500, hint: "逐项对照证件核对，不一致的当场问清并改正")] },
        read: { _, typed in .recognition(.accepted(note: typed.form.text("note"))) }
    ).guided("材料齐全、逐项核对一致后受理。受理后5个工作日内作出决定。").button("受理")

    static let recognise = ActForm.fields(
        { _, shown in
            [
                shown.line("number", "认定编号", limit: 40),
                shown.area("note", "说明", lines: 2, limit: 500),
            ]
        },
        read: { _, typed in
            .recognition(.recognised(number: typed.form.text("number"), note: typed.form.text("note")))
        }
    ).guided("认定当日自动建立就业动态管理记录单和就业援助台账，村级援助从这一天开始。").button("认定")

    static let refuse = ActForm.fields(
        { _, shown in [shown.area("reason", "不予认定的法定理由", limit: 500, isRequired: true)] },
        read: { _, typed in
            .recognition(.refused(reason: typed.words("reason", "不予认定的理由", limit: 500)))
        }
    ).guided("没有正当理由不得拒绝。本人收到决定后15个工作日内可以向区里申请复核。").button("不予认定", isGrave: true)

    static let receiveDecision = ActForm.fields(
        { _, _ in [] }, read: { _, _ in .recognition(.decisionReceived) }
    ).dayLabel("本人收到决定的日期")

    static let askReview = ActForm.fields(
        { _, shown in [shown.area("note", "复核请求和理由", limit: 1000, isRequired: true)] },
        read: { _, typed in
            .recognition(.reviewRequested(note: typed.words("note", "复核请求", limit: 1000)))
        })

    static let recheck = ActForm.fields(
        { _, shown in
            [
                shown.yesOrNo("holds", "是否仍符合认定条件", hint: "不再符合的，另行办理退出。"),
                shown.area("note", "核对情况", limit: 500),
            ]
        },
        read: { _, typed in
            guard let holds = typed.yesOrNo("holds", "是否仍符合认定条件") else { return nil }
            return .recognition(.rechecked(stillHolds: holds, note: typed.form.text("note")))
        })

    static let enterRegister = ActForm.fields(
        { _, shown in [shown.line("note", "子系统和编号", hint: "如：失业人员管理子系统、农村劳动力管理子系统")] },
        read: { _, typed in .recognition(.registerEntered(note: typed.form.text("note"))) })

    static let issueCertificate = ActForm.fields(
        { _, shown in [shown.line("number", "证件编号", limit: 40, isRequired: true)] },
        read: { _, typed in
            .recognition(.certificateIssued(number: typed.words("number", "证件编号", limit: 40)))
        })

    static let verifyInVillage = ActForm.fields(
        { _, shown in [shown.area("finding", "核实结果", isRequired: true, hint: "家庭、住所、劳动能力、就业愿望是否属实")] },
        read: { _, typed in
            .recognition(.verifiedInVillage(finding: typed.words("finding", "核实结果", limit: 2000)))
        })

    static let postNotice = ActForm.fields(
        { _, shown in [shown.line("place", "张贴地点", isRequired: true)] },
        read: { _, typed in .recognition(.noticePosted(place: typed.words("place", "张贴地点"))) }
    ).guided("公示只写编号、姓名（隐去一字）、性别、村名、起止日期和监督电话，不写身份证号、电话、困难类别和健康情况。").dayLabel("张贴日期")

    static let endNotice = ActForm.fields(
        { _, shown in
            [
                shown.yesOrNo("upheld", "是否有异议成立"),
                shown.area("note", "异议和处理情况", limit: 1000),
            ]
        },
        read: { _, typed in
            guard let upheld = typed.yesOrNo("upheld", "是否有异议成立") else { return nil }
            return .recognition(.noticeEnded(isUpheld: upheld, note: typed.form.text("note")))
        })

    static let issueCard = ActForm.fields(
        { _, shown in [shown.line("number", "援助卡编号", limit: 40, isRequired: true)] },
        read: { _, typed in
            .recognition(.cardIssued(number: typed.words("number", "援助卡编号", limit: 40)))
        })

    static let waive = ActForm.fields(
        { _, shown in [shown.area("reason", "放弃的原因", limit: 500, isRequired: true)] },
        read: { _, typed in .recognition(.waived(reason: typed.words("reason", "放弃的原因", limit: 500))) }
    ).guided("本人签署自愿放弃书，存档。放弃后援助结束，本人改变主意的可以恢复。").button("登记放弃", isGrave: true)
}
