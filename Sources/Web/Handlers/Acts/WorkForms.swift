// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Employment and its registration: step 16.
enum WorkForms {
    static let employ = ActForm.fields(
        { desk, shown in job(shown, desk.found.care.job) },
        read: { desk, typed in job(&typed).map { .work(.employed($0, at: desk.level)) } }
    ).guided("登记后，街（镇）3个工作日内通知办理就业登记。")

    static let confirm = ActForm.fields(
        { desk, shown in
            job(shown, desk.found.care.job) + [
                shown.line("source", "依据", isRequired: true, hint: "如：连续3个月缴纳社会保险，电话核实在岗")
            ]
        },
        read: { _, typed in
            let source = typed.words("source", "依据")
            return job(&typed).map { .work(.confirmed($0, source: source)) }
        })

    static let notify = ActForm.fields(
        { _, shown in
            [
                shown.one(of: ContactMeans.allCases, "means", "通知方式", or: .telephone),
                shown.area("words", "告知内容", isRequired: true, hint: "办哪一种登记、带什么材料、到哪里办、什么时候前办，一次讲清"),
            ]
        },
        read: { _, typed in
            let words = typed.words("words", "告知内容", limit: 1000)
            guard let means = typed.term("means", "通知方式", ContactMeans.self) else { return nil }
            return .work(.notified(means: means, words: words))
        })

    static let register = ActForm.fields(
        { desk, shown in
            job(shown, desk.found.care.job) + [
                shown.line("place", "工作地点", isRequired: true), shown.line("number", "登记编号", limit: 40),
                shown.yesOrNo("unstable", "已知就业不稳定", or: false, hint: "不稳定的每10天回访一次"),
            ]
        },
        read: { _, typed in
            let place = typed.words("place", "工作地点")
            guard let job = job(&typed) else { return nil }
            return .work(
                .registered(
                    WorkRegistration(
                        job: job, number: typed.form.text("number"), place: place,
                        isUnstable: typed.form.text("unstable") == "yes")))
        })

    static let transferFile = ActForm.fields(
        { _, shown in [shown.area("note", "转往何处、由谁签收", lines: 2, limit: 500, isRequired: true)] },
        read: { _, typed in .work(.fileTransferred(note: typed.words("note", "转递情况", limit: 500))) })

    private static func job(_ shown: Shown, _ now: Job?) -> [Field] {
        [
            shown.one(of: JobForm.allCases, "form", "就业形式", or: now?.form ?? .hired),
            shown.line("employer", "用人单位", isRequired: true, or: now?.employer ?? ""),
            shown.line("post", "岗位", isRequired: true, or: now?.post ?? ""),
            shown.day("since", "起始日期", or: now?.since),
        ]
    }

    private static func job(_ typed: inout FormReading) -> Job? {
        let form = typed.term("form", "就业形式", JobForm.self)
        let employer = typed.words("employer", "用人单位")
        let post = typed.words("post", "岗位")
        guard let since = typed.day("since", "起始日期"), let form else { return nil }
        return Job(form: form, employer: employer, post: post, since: since)
    }
}

/// 回访: step 17.
enum FollowUpForms {
    static let followUp = ActForm(
        { desk, shown in
            [
                ActPage.Part(
                    "回访",
                    [
                        shown.one(of: ContactMeans.allCases, "means", "回访方式", or: .telephone),
                        shown.area("situation", "工作情况", isRequired: true),
                        Field(
                            "income", "月收入",
                            .number(shown.text("income"), unit: "元", from: 0, until: 1_000_000)),
                        shown.yesOrNo("insured", "是否缴纳社会保险", isRequired: false),
                        shown.area("policies", "政策落实情况", lines: 2, limit: 500),
                    ]),
                ActPage.Part(
                    "判断",
                    [
                        Field(
                            "judged", "就业是否稳定",
                            .radio(
                                Stability.allCases.map { Choice($0.rawValue, $0.word, hint: $0.howOften) },
                                chosen: shown.choice("judged")), isRequired: true),
                        shown.one(
                            of: Mood.allCases, "mood", "情绪", isRequired: false,
                            hint: desk.found.care.mood.map { "上次：\($0.word)" }),
                        shown.yesOrNo("leaving", "是否有离职念头", or: false, hint: "有的，系统会提示街（镇）及时稳岗"),
                    ]),
            ]
        },
        read: { _, typed in
            let means = typed.term("means", "回访方式", ContactMeans.self)
            let judged = typed.term("judged", "就业是否稳定", Stability.self)
            let situation = typed.words("situation", "工作情况", limit: 2000)
            let income = typed.form.number("income")
            if typed.form["income"] != nil, income == nil { typed.fault("income", "月收入请填数字。") }
            guard let means, let judged else { return nil }
            return .work(
                .followedUp(
                    FollowUp(
                        means: means, judged: judged, situation: situation, income: income,
                        isInsured: typed.form["insured"].map { $0 == "yes" },
                        policies: typed.form.text("policies"), mood: typed.optionalTerm("mood", Mood.self),
                        wantsToLeave: typed.form.text("leaving") == "yes")))
        }
    ).dayLabel("回访日期")

    static let visitEmployer = ActForm.fields(
        { _, shown in [shown.area("words", "单位反映的情况", isRequired: true)] },
        read: { _, typed in .work(.employerVisited(words: typed.words("words", "单位反映的情况", limit: 2000))) })

    static let visitFounder = ActForm.fields(
        { _, shown in [shown.area("words", "经营情况和困难", isRequired: true)] },
        read: { _, typed in .work(.founderVisited(words: typed.words("words", "经营情况", limit: 2000))) })

    static let loseJob = ActForm.fields(
        { _, shown in [shown.area("reason", "失去工作的原因", limit: 500, isRequired: true)] },
        read: { _, typed in .work(.jobLost(reason: typed.words("reason", "失去工作的原因", limit: 500))) }
    ).guided("登记后可以开始第二轮援助，原有经过保留。").dayLabel("失去工作的日期")
}

/// 稳岗: step 18.
enum RetentionForms {
    static let raiseConcern = ActForm.fields(
        { _, shown in [shown.area("words", "发现的问题", isRequired: true)] },
        read: { _, typed in
            .retention(.concernRaised(words: typed.words("words", "发现的问题", limit: 1000)))
        }
    ).guided("街（镇）2个工作日内开始稳岗指导，每周一次，直到解决。")

    static let retain = ActForm.fields(
        { _, shown in
            [
                Field(
                    "group", "方式",
                    .radio(
                        [Choice("no", "单独指导"), Choice("yes", "集体指导")], chosen: shown.choice("group", or: "no")
                    ),
                    isRequired: true),
                shown.area("words", "指导内容", isRequired: true, hint: "情况和想法、市场形势、职业规划"),
            ]
        },
        read: { _, typed in
            .retention(
                .guided(
                    isGroup: typed.form.text("group") == "yes",
                    words: typed.words("words", "指导内容", limit: 2000)))
        })

    static let closeConcern = ActForm.fields(
        { _, shown in [shown.area("result", "解决结果", isRequired: true)] },
        read: { _, typed in .retention(.closed(result: typed.words("result", "解决结果", limit: 1000))) })

    static let fileGuidance = ActForm.fields(
        { desk, shown in
            let open = desk.file.history.filter { desk.found.care.retentionGuided.contains($0.id) }
                .compactMap { entry -> Choice? in
                    guard case .assistanceCase(let event) = entry.event else { return nil }
                    return Choice(String(entry.id.number), entry.occurred.iso, hint: event.detail)
                }
            return [
                Field(
                    "of", "哪一次指导", .radio(open, chosen: shown.choice("of", or: open.first?.code)),
                    isRequired: true),
                shown.area("words", "案例摘要", isRequired: true, hint: "隐去姓名，供他人学习"),
            ]
        },
        read: { _, typed in
            let words = typed.words("words", "案例摘要", limit: 2000)
            guard let act = typed.need("of", "哪一次指导", typed.form.number("of")) else { return nil }
            return .retention(.filed(of: ActID(act), words: words))
        })
}
