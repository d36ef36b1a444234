// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Pages
import Wording

/// Vacancies told and recommended, interviews: steps 05, 10, 14.
enum RecommendationForms {
    static let tellVacancy = ActForm(
        { desk, shown in try await VacancyChoice(desk, shown).parts },
        read: { desk, typed in
            let told = try await VacancyChoice.read(desk, &typed)
            return .aid(.vacancyTold(level: desk.level, told.note))
        }
    ).guided("口头提供一条适合的岗位信息即可，不用开介绍信。岗位情况必须真实，要求讲清楚。")

    static let recommend = ActForm(
        { desk, shown in
            try await VacancyChoice(desk, shown).parts + [
                ActPage.Part(
                    "用人单位确认",
                    [
                        shown.day("confirmed", "确认日期", or: desk.today, hint: "推荐前与单位核实：岗位还在、要求是什么"),
                        shown.line("confirmedBy", "确认人和电话", hint: "选了在册岗位的可以不填，用岗位最近一次的核实"),
                        shown.line(
                            "overriding", "条件不符仍要推荐的理由", limit: 200, hint: "条件都符合的不填；不符合的必填，如：单位同意放宽"),
                    ])
            ]
        },
        read: { desk, typed in
            let told = try await VacancyChoice.read(desk, &typed)
            // Who recommends a registered vacancy without asking anew rests on what was asked last.
            if typed.form["confirmedBy"] == nil, let verified = told.verified {
                return .aid(
                    .recommended(
                        Recommendation(
                            level: desk.level, vacancy: told.note, confirmed: verified.on,
                            confirmedBy: verified.by, overriding: typed.form["overriding"])))
            }
            let confirmed = typed.day("confirmed", "确认日期")
            let by = typed.words("confirmedBy", "确认人")
            guard let confirmed else { return nil }
            return .aid(
                .recommended(
                    Recommendation(
                        level: desk.level, vacancy: told.note, confirmed: confirmed, confirmedBy: by,
                        overriding: typed.form["overriding"])))
        }
    ).button("推荐")

    static let setInterview = ActForm.fields(
        { desk, shown in
            [
                open(desk, shown),
                shown.day("planned", "面试日期", or: nil),
                shown.line("place", "面试地点", isRequired: true),
                shown.line("escort", "陪同人", hint: "由援助人员亲自陪同"),
                shown.line("whyAlone", "无人陪同的原因", limit: 200),
            ]
        },
        read: { desk, typed in
            let act = typed.need("of", "推荐的岗位", typed.form.number("of"))
            let day = typed.day("planned", "面试日期")
            let place = typed.words("place", "面试地点")
            guard let act, let day else { return nil }
            return .aid(
                .interviewSet(
                    of: ActID(act),
                    Interview(
                        level: desk.level, day: day, place: place, escort: typed.form.text("escort"),
                        whyAlone: typed.form.text("whyAlone"))))
        })

    static let move = ActForm.fields(
        { desk, shown in
            [
                open(desk, shown),
                shown.one(of: RecommendationStep.allCases, "step", "进展"),
                shown.area("words", "情况说明", lines: 2, limit: 500, hint: "不愿意应聘的，写明本人说的理由"),
            ]
        },
        read: { desk, typed in
            let act = typed.need("of", "推荐的岗位", typed.form.number("of"))
            let step = typed.term("step", "进展", RecommendationStep.self)
            let words = typed.form.text("words")
            if step == .unwilling, words.isEmpty { typed.fault("words", "请写明本人不愿意的理由。") }
            guard let act, let step else { return nil }
            return .aid(
                .recommendationMoved(
                    of: ActID(act), RecommendationProgress(level: desk.level, step: step, words: words)))
        }
    ).guided("已经知道结果的，直接登记推荐结果。本人不愿意去的，有没有正当理由由您在登记结果时判断。")

    /// Which of the level's recommendations without an outcome it is about.
    static func open(_ desk: ActDesk, _ shown: Shown) -> Field {
        let open = desk.found.care.openRecommendations.filter { $0.recommendation.level == desk.level }
        return Field(
            "of", "推荐的岗位",
            .radio(
                open.map {
                    Choice(String($0.act.number), $0.recommendation.vacancy.line, hint: "\($0.on.iso)推荐")
                },
                chosen: shown.choice(
                    "of", or: desk.ask.query["of"] ?? open.first.map { String($0.act.number) })),
            isRequired: true, hint: open.isEmpty ? "没有等待结果的推荐。" : nil)
    }
}

/// 推荐结果 (L.04).
enum OutcomeForm {
    static let endRecommendation = ActForm(
        { desk, shown in
            [
                ActPage.Part(
                    "结果",
                    [
                        RecommendationForms.open(desk, shown),
                        Field(
                            "code", "结果",
                            .radio(
                                OutcomeCode.allCases.map { Choice($0.rawValue, $0.word, hint: $0.hint) },
                                chosen: shown.choice("code")), isRequired: true),
                        Field(
                            "whose", "单位不录用、未到场的，是谁的原因",
                            .radio(
                                [Choice("own", "本人原因"), Choice("other", "单位原因，或本人有正当理由")],
                                chosen: shown.choice("whose"))),
                        shown.area("words", "情况说明", lines: 2, limit: 500),
                        shown.area("comment", "面试点评", lines: 2, limit: 500, hint: "成功的经验、下次要注意的"),
                    ]),
                ActPage.Part("录用的填写", job(shown)),
            ]
        },
        read: { desk, typed in
            let act = typed.need("of", "推荐的岗位", typed.form.number("of"))
            guard let code = typed.term("code", "结果", OutcomeCode.self), let act else { return nil }
            if [.employerRejected, .noShow].contains(code), typed.form["whose"] == nil {
                typed.fault("whose", "请选择是谁的原因。")
            }
            let isOwn = typed.form.text("whose") == "own"
            let vacancy = desk.found.care.recommendation(ActID(act))?.recommendation.vacancy
            return .aid(
                .recommendationEnded(
                    of: ActID(act),
                    RecommendationOutcome(
                        level: desk.level, code: code, isPersonsReason: code == .employerRejected && isOwn,
                        isExcused: code == .noShow && !isOwn, words: typed.form.text("words"),
                        comment: typed.form.text("comment"),
                        job: code == .employed ? job(vacancy, &typed) : nil)))
        }
    ).guided("结果只在系统内使用。是否告知其他部门，由经办人另行决定并签字，系统不会自动上报。")

    private static func job(_ shown: Shown) -> [Field] {
        [
            shown.one(
                of: [JobForm.hired, .flexible, .ownBusiness], "form", "就业形式", or: .hired, isRequired: false),
            shown.day("since", "到岗日期", or: nil, isRequired: false),
        ]
    }

    private static func job(_ vacancy: VacancyNote?, _ typed: inout FormReading) -> Job? {
        let form = typed.term("form", "就业形式", JobForm.self)
        guard let since = typed.day("since", "到岗日期"), let form, let vacancy else { return nil }
        return Job(form: form, employer: vacancy.employer, post: vacancy.post, since: since)
    }
}

extension OutcomeCode {
    /// How it counts towards the hand-up.
    fileprivate var hint: String? {
        switch self {
        case .employed: nil
        case .postGone: "计入未成功，岗位原因"
        case .employerRejected: "计入未成功，另选是谁的原因"
        case .failedInterview, .refusedWithoutCause: "计入未成功，本人原因"
        case .noShow: "计入未成功，没有正当理由的为本人原因"
        case .refusedWithCause: "不计入未成功"
        }
    }
}
