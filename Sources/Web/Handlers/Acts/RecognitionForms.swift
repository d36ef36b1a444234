// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Step 02: the counter's acts.
enum RecognitionForms {
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
        { desk, shown in
            [
                GroundField.of(desk.grounds.refusing, "法定理由", shown),
                shown.area(
                    "reason", "事实和说明", limit: 500, isRequired: true, hint: "写明查到的事实，让本人看得懂为什么不予认定"),
            ]
        },
        read: { desk, typed in
            .recognition(
                .refused(
                    reason: typed.words("reason", "事实和说明", limit: 500),
                    ground: GroundField.read(desk.grounds.refusing, "法定理由", &typed)))
        }
    ).guided("没有法定理由不得拒绝，也不得拖延。本人收到决定后15个工作日内可以向区里申请复核。").button("不予认定", isGrave: true)

    static let receiveDecision = ActForm.fields(
        { _, _ in [] }, read: { _, _ in .recognition(.decisionReceived) }
    ).dayLabel("本人收到决定的日期")

    static let recheck = ActForm.fields(
        { desk, shown in
            [
                shown.yesOrNo("holds", "是否仍符合认定条件", hint: "不再符合的，保存后援助随即结束；本人情况再变化的，可以恢复并重新申请。"),
                GroundField.of(desk.grounds.leaving, "退出的理由（仍符合的不选）", shown, isRequired: false),
                shown.area("note", "核对情况", limit: 500, hint: "核对了哪些材料、向谁核实"),
            ]
        },
        read: { desk, typed in
            guard let holds = typed.yesOrNo("holds", "是否仍符合认定条件") else { return nil }
            let ground =
                holds ? nil : GroundField.read(desk.grounds.leaving, "退出的理由", &typed)
            return .recognition(.rechecked(stillHolds: holds, note: typed.form.text("note"), ground: ground))
        }
    ).guided("每年至少复核一次，情况变化的随时复核。是否符合由工作人员核实后决定，系统只作提示。").button("保存复核结果")

    static let verifyInVillage = ActForm.fields(
        { _, shown in [shown.area("finding", "核实结果", isRequired: true, hint: "家庭、住所、劳动能力、就业愿望是否属实")] },
        read: { _, typed in
            .recognition(.verifiedInVillage(finding: typed.words("finding", "核实结果", limit: 2000)))
        })

    static let postNotice = ActForm.fields(
        { _, shown in [shown.line("place", "张贴地点", isRequired: true)] },
        read: { _, typed in .recognition(.noticePosted(place: typed.words("place", "张贴地点"))) }
    ).guided("公示只写编号、姓名（隐去一字）、性别、村名、起止日期和监督电话，不写身份证号、电话、困难类别和健康情况。").dayLabel("张贴日期")

    static let waive = ActForm(
        { _, shown in
            [
                ActPage.Part(
                    "",
                    [
                        shown.area("reason", "放弃的原因", limit: 500, isRequired: true),
                        shown.scan("签字的放弃书"),
                        shown.line(
                            "unscanned", "没有扫描件的原因", limit: 200, hint: "附了扫描件的不用填；没有的，写明原件存放处和原因"),
                    ])
            ]
        },
        read: { desk, typed in
            let reason = typed.words("reason", "放弃的原因", limit: 500)
            let paper = try await desk.scan(titled: "自愿放弃就业援助声明")
            let unscanned = typed.form.text("unscanned")
            if paper == nil, unscanned.isEmpty {
                typed.fault("scan", "请附上签字的放弃书；没有扫描件的，写明原因和原件存放处。")
            }
            return .recognition(
                .waived(reason: reason, paper: paper, unscanned: unscanned.isEmpty ? nil : unscanned))
        }
    ).guided("先打印放弃书，本人签字后存档。放弃后援助结束，本人改变主意的可以恢复。").button("登记放弃", isGrave: true)
}

extension ActDesk {
    /// On what a recognition may be refused or left.
    var grounds: LegalGrounds { ask.office.pack.procedure.grounds }
}

/// A choice among the grounds that the pack lists, sent by their place in it.
enum GroundField {
    static func of(
        _ grounds: [String], _ label: String, _ shown: Shown, isRequired: Bool = true
    ) -> Field {
        Field(
            "ground", label,
            .radio(
                grounds.enumerated().map { Choice(String($0.offset), $0.element) },
                chosen: shown.choice("ground")),
            isRequired: isRequired && !grounds.isEmpty)
    }

    static func read(_ grounds: [String], _ label: String, _ typed: inout FormReading) -> String? {
        guard !grounds.isEmpty else { return nil }
        let place = typed.form.number("ground").flatMap { grounds.indices.contains($0) ? $0 : nil }
        return typed.need("ground", label, place).map { grounds[$0] }
    }
}
