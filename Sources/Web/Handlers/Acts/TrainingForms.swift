// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Pages
import Wording

/// Training before and in a job: steps 09 and 19.
enum TrainingForms {
    static let enrol = ActForm.fields(
        { _, shown in
            [
                shown.line("course", "培训工种或课程", isRequired: true),
                shown.line("school", "培训学校", isRequired: true),
            ]
        },
        read: { _, typed in
            .training(
                .enrolled(
                    course: typed.words("course", "培训工种或课程"), school: typed.words("school", "培训学校")))
        })

    static let train = ActForm.fields(
        { _, shown in
            [shown.line("course", "培训工种或课程", isRequired: true), shown.line("result", "结果", hint: "结业、取得的证书")]
        },
        read: { _, typed in
            .training(
                .trained(course: typed.words("course", "培训工种或课程"), result: typed.form.text("result")))
        }
    ).dayLabel("完成日期")

    static let registerNeed = ActForm.fields(
        { _, shown in
            [shown.line("trade", "工种", isRequired: true), shown.line("tier", "等级")]
        },
        read: { _, typed in
            .training(
                .needRegistered(trade: typed.words("trade", "工种"), tier: typed.form.text("tier")))
        })

    static let setClaimDate = ActForm.fields(
        { _, shown in [shown.day("date", "学校确定的交材料日期", or: nil)] },
        read: { _, typed in
            typed.day("date", "交材料日期").map { .training(.claimDateSet($0)) }
        })

    static let handClaimPapers = ActForm.fields(
        { _, shown in [shown.area("note", "交了哪些材料", lines: 2, limit: 500, hint: "身份证、证书复印件等")] },
        read: { _, typed in .training(.claimPapersHanded(note: typed.form.text("note"))) })
}

/// 公益性岗位: step 15.
enum WelfareForms {
    static let agree = ActForm.fields(
        { _, shown in
            [
                shown.line("organisation", "公益性就业组织", isRequired: true),
                shown.line("post", "岗位", isRequired: true), shown.day("starts", "计划上岗日期", or: nil),
            ]
        },
        read: { _, typed in
            let organisation = typed.words("organisation", "公益性就业组织")
            let post = typed.words("post", "岗位")
            guard let starts = typed.day("starts", "计划上岗日期") else { return nil }
            return .welfare(.agreed(organisation: organisation, post: post, starts: starts))
        }
    ).guided("岗位要适合本人；家庭特别困难的优先。")

    static let start = ActForm.fields(
        { _, _ in [] }, read: { _, _ in .welfare(.started) }
    ).guided("未经岗前培训不得上岗。").dayLabel("上岗日期").button("确认上岗")

    static let appraise = ActForm.fields(
        { desk, shown in
            [
                shown.line("period", "考核期间", isRequired: true, or: "\(desk.today.year - 1)年度"),
                shown.area("result", "考核和出勤情况", isRequired: true),
            ]
        },
        read: { _, typed in
            .welfare(
                .appraised(
                    period: typed.words("period", "考核期间"), result: typed.words("result", "考核情况", limit: 1000))
            )
        })

    static let extend = ActForm.fields(
        { _, shown in [shown.area("reason", "理由", limit: 500, isRequired: true, hint: "初次核定时距退休不足5年的，可延至退休")]
        },
        read: { _, typed in .welfare(.extended(reason: typed.words("reason", "理由", limit: 500))) })

    static let end = ActForm.fields(
        { _, shown in [shown.area("reason", "离岗原因", limit: 500, isRequired: true)] },
        read: { _, typed in .welfare(.ended(reason: typed.words("reason", "离岗原因", limit: 500))) }
    ).dayLabel("离岗日期")
}

/// What concerns the help as a whole.
enum DutyForms {
    static let suspend = ActForm.fields(
        { _, shown in
            [
                shown.area("reason", "暂停的原因", lines: 2, limit: 500, isRequired: true, hint: "外出、住院、服刑、暂时拒绝"),
                shown.day("until", "到哪一天再看", or: nil),
            ]
        },
        read: { _, typed in
            let reason = typed.words("reason", "暂停的原因", limit: 500)
            guard let until = typed.day("until", "再看的日期") else { return nil }
            return .duty(.suspended(until: until, reason: reason))
        }
    ).guided("暂停期间的期限顺延，到期自动恢复。")

    static let resume = ActForm.fields(
        { _, shown in [shown.area("reason", "说明", lines: 2, limit: 500)] },
        read: { _, typed in .duty(.resumed(reason: typed.form.text("reason"))) })

    static let attach = ActForm(
        { _, shown in
            [
                ActPage.Part(
                    "",
                    [
                        shown.line("title", "是什么材料", isRequired: true, hint: "如：身份证复印件、自愿放弃书、残疾证"),
                        shown.scan("扫描件或照片", isRequired: true),
                    ])
            ]
        },
        read: { desk, typed in
            let title = typed.words("title", "是什么材料", limit: 100)
            try typed.finish()
            guard let attachment = try await desk.scan(titled: title) else { throw Refusal.attachmentMissing }
            return .duty(.attached(attachment))
        }
    ).guided("原件退还本人，系统里只保存扫描件；打开扫描件会留下记录。").button("附上")

    static let note = ActForm.fields(
        { _, shown in [shown.area("words", "内容", isRequired: true)] },
        read: { _, typed in .duty(.noted(words: typed.words("words", "内容", limit: 2000))) })
}
