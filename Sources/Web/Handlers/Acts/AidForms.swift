// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Pages
import Wording

/// Contact, guidance, agreement, assessment: steps 03, 04, 07, 08, 12 to 14.
enum AidForms {
    static let contact = ActForm(
        { desk, shown in
            let isFirst = desk.found.care.contactCount(at: desk.level) == 0
            return [
                ActPage.Part(
                    "联系情况",
                    [
                        shown.one(of: ContactMeans.allCases, "means", "联系方式", or: .telephone),
                        shown.yesOrNo("reached", "是否联系到本人", or: true, hint: "没有联系到的，不算完成本期联系。"),
                        shown.area("words", "谈话内容", isRequired: true, hint: isFirst ? "说明援助内容和步骤，了解情况" : nil),
                        shown.area("view", "本人意见", lines: 2, isRequired: isFirst),
                    ]),
                ActPage.Part(
                    "情绪和约定",
                    [
                        shown.one(
                            of: Mood.allCases, "mood", "情绪", isRequired: false,
                            hint: desk.found.care.mood.map { "上次：\($0.word)" }),
                        shown.line("agreed", "约定事项", limit: 200),
                    ] + leaving(desk, shown)),
            ]
        },
        read: { desk, typed in
            let means = typed.term("means", "联系方式", ContactMeans.self)
            let words = typed.words("words", "谈话内容", limit: 2000)
            guard let means else { return nil }
            return .aid(
                .contacted(
                    Contact(
                        level: desk.level, means: means, wasReached: typed.form.text("reached") != "no",
                        words: words, view: typed.form.text("view"),
                        mood: typed.optionalTerm("mood", Mood.self), agreed: typed.form.text("agreed"),
                        wantsToLeave: typed.form.text("leaving") == "yes")))
        }
    ).guided("先听后说，尊重本人意见，留意情绪变化。")

    /// 18.w1: asked about somebody who works.
    private static func leaving(_ desk: ActDesk, _ shown: Shown) -> [Field] {
        guard desk.found.care.job != nil else { return [] }
        return [shown.yesOrNo("leaving", "是否有离职念头", or: false, hint: "有的，系统会提示街（镇）及时稳岗")]
    }

    static let guide = ActForm(
        { desk, shown in
            [
                ActPage.Part(
                    "",
                    [
                        Field(
                            "topics", "指导内容",
                            .checkboxes(
                                topics(at: desk.level).map { Choice($0.rawValue, $0.word) },
                                chosen: Set(shown.all("topics"))), isRequired: true),
                        shown.area(
                            "told", "告知的渠道或政策", lines: 2, limit: 500,
                            hint: "一行一项：公共招聘网站、电子屏、招聘会、政策名称"),
                        shown.area("words", "谈话要点", isRequired: true),
                        shown.area("result", "效果", lines: 2),
                    ])
            ]
        },
        read: { desk, typed in
            let topics = typed.form.all("topics").compactMap(GuidanceTopic.init)
            if topics.isEmpty { typed.fault("topics", "请至少选一项指导内容。") }
            let words = typed.words("words", "谈话要点", limit: 2000)
            let told = typed.form.text("told").split(whereSeparator: \.isNewline).map { String($0) }
            return .aid(
                .guided(
                    Guidance(
                        level: desk.level, topics: topics, told: told, words: words,
                        result: typed.form.text("result"))))
        }
    ).guided("取得信任是第一位的：先谈家常，不急于下结论。")

    /// What each level's step is about (04, 08, 13).
    private static func topics(at level: Level) -> [GuidanceTopic] {
        switch level {
        case .village: [.situation, .channels, .attitude, .interview, .dress]
        case .town: [.policies, .occupations, .strengths, .attitude, .interview, .dress, .situation]
        case .district, .city, .province: [.psychology, .career, .strengths, .interview, .policies]
        }
    }

    static let signAgreement = ActForm(
        { _, shown in
            [
                ActPage.Part(
                    "",
                    [
                        shown.area(
                            "content", "协议主要内容", lines: 4, isRequired: true,
                            or: "双方的权利义务：街（镇）按方案提供职业指导、培训、岗位推荐；本人如实说明情况，按约定参加，接受合适的岗位。"),
                        shown.line(
                            "paper", "纸质协议存放处", hint: "在纸上签的，写明编号或存放处；当面在屏幕上签的，不用填"),
                        shown.scan("纸质协议扫描件"),
                        Field(
                            "strokes", "本人签名", .text(shown.text("strokes")),
                            hint: "当面签名；没有出现签名框的，请在纸上签，并填写存放处或附上扫描件"),
                    ])
            ]
        },
        read: { desk, typed in
            let content = typed.words("content", "协议主要内容", limit: 4000)
            let strokes = typed.form.text("strokes")
            if strokes.utf8.count > 20_000 { typed.fault("strokes", "签名太复杂，请清除后重签。") }
            let signature = Signature(
                strokes: strokes, paper: typed.form.text("paper"), content: content,
                scan: try await desk.scan(titled: "就业援助协议书"))
            if !strokes.isEmpty, !signature.isPath {
                typed.fault("strokes", "签名没有识别，请清除后重签；在纸上签的，这里不用填。")
            }
            return .aid(.agreementSigned(signature))
        }
    ).guided("逐条读给本人听，双方同意后签字，一式两份。").button("签订").scripted(.sign)

    static let declineAgreement = ActForm.fields(
        { _, shown in [shown.area("reason", "不签的原因", limit: 500, isRequired: true)] },
        read: { _, typed in
            .aid(.agreementRefused(reason: typed.words("reason", "不签的原因", limit: 500)))
        })

    static let assess = ActForm.fields(
        { _, shown in [shown.area("judgement", "评估意见", lines: 5, isRequired: true, hint: "知识、技能、身体、性格，适合做什么")]
        },
        read: { _, typed in .aid(.assessed(judgement: typed.words("judgement", "评估意见", limit: 2000))) })

    static let test = ActForm.fields(
        { _, shown in
            [
                shown.line("instrument", "测评工具", isRequired: true),
                shown.area("result", "结果和解读", lines: 5, isRequired: true, hint: "测完当面读给本人听"),
            ]
        },
        read: { _, typed in
            .aid(
                .tested(
                    instrument: typed.words("instrument", "测评工具"),
                    result: typed.words("result", "结果", limit: 2000)))
        }
    ).guided("在安静的房间进行，先讲清楚做法；结果只作参考，要和平时观察结合。")

    static let analyse = ActForm.fields(
        { _, shown in
            [
                shown.area("course", "援助经过", lines: 5, isRequired: true),
                shown.area("causes", "未成功的原因", lines: 4, isRequired: true),
                shown.area("advice", "安置建议", lines: 3),
            ]
        },
        read: { _, typed in
            let course = typed.words("course", "援助经过", limit: 2000)
            let causes = typed.words("causes", "未成功的原因", limit: 2000)
            return .aid(
                .analysed(CaseAnalysis(course: course, causes: causes, advice: typed.form.text("advice"))))
        })
}
