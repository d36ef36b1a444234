// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 求职意向: what somebody wants of a job, told in a talk; the newest holds (05.w1, 10.w1, 14.w1).
enum WishForm {
    static let noteWish = ActForm(
        { desk, shown in
            let now = desk.found.care.wish
            return [
                ActPage.Part("想要什么样的工作", wanted(desk, shown, now)),
                ActPage.Part("能到多远、什么时间", reach(shown, now)),
                ActPage.Part(
                    "其他条件",
                    [
                        shown.yesOrNo(
                            "drives", "是否有驾驶证", or: now?.licence.map { !$0.isEmpty }, isRequired: false),
                        shown.line("licence", "准驾车型", or: now?.licence ?? "", hint: "有驾驶证的填写，如 C1"),
                        shown.line("cannot", "身体做不了的", or: now?.cannot ?? "", hint: "按本人说法，如：不能久站、不能搬重物"),
                        shown.area("words", "其他要求", lines: 2, limit: 500, or: now?.words ?? ""),
                    ]),
            ]
        },
        read: { desk, typed in
            var wish = JobWish(
                occupations: typed.form.all("occupations") + own(typed.form.text("occupation")),
                mode: typed.optionalTerm("mode", TravelMode.self) ?? .bus,
                shifts: Set(typed.form.all("shifts").compactMap(Shift.init)),
                terms: Set(typed.form.all("terms").compactMap(VacancyTerm.init)),
                cannot: typed.form.text("cannot"), words: typed.form.text("words"))
            wish.pay = whole("pay", "最低月薪", 500...200_000, &typed)
            wish.minutes = whole("minutes", "单程时间", 5...240, &typed)
            if let drives = typed.form["drives"] {
                wish.licence = drives == "yes" ? typed.words("licence", "准驾车型", limit: 10) : ""
            }
            return .aid(.wishTold(level: desk.level, wish))
        }
    ).guided("没有要求的不用填，不填的不作为限制。要求越多，能推荐的岗位越少。")

    private static func wanted(_ desk: ActDesk, _ shown: Shown, _ now: JobWish?) -> [Field] {
        let skills = skills(desk)
        let known = now?.occupations.filter(skills.contains) ?? []
        let own = now?.occupations.filter { !skills.contains($0) } ?? []
        return [
            Field(
                "occupations", "想做的工种",
                .checkboxes(skills.map { Choice($0, $0) }, chosen: Set(shown.all("occupations", or: known)))),
            shown.line("occupation", "其他想做的工作", or: own.joined(separator: "、"), hint: "几项之间用顿号隔开"),
            shown.line("pay", "最低月薪（元）", limit: 7, or: now?.pay.map(String.init) ?? ""),
            Field(
                "terms", "接受的用工形式",
                .checkboxes(
                    VacancyTerm.allCases.map { Choice($0.rawValue, $0.word) },
                    chosen: Set(shown.all("terms", or: now?.terms.map(\.rawValue) ?? []))), hint: "都可以的不用选"),
        ]
    }

    private static func reach(_ shown: Shown, _ now: JobWish?) -> [Field] {
        [
            shown.one(of: TravelMode.allCases, "mode", "怎么上班", or: now?.mode ?? .bus),
            shown.line("minutes", "单程最多多少分钟", limit: 3, or: now?.minutes.map(String.init) ?? ""),
            Field(
                "shifts", "能上的班次",
                .checkboxes(
                    Shift.allCases.map { Choice($0.rawValue, $0.word) },
                    chosen: Set(shown.all("shifts", or: now?.shifts.map(\.rawValue) ?? []))), hint: "都可以的不用选"),
        ]
    }

    /// The questionnaire's skills, the words that workers know.
    private static func skills(_ desk: ActDesk) -> [String] {
        desk.ask.office.pack.form.item("skills")?.kind.options.map(\.code).filter { $0 != "其他" } ?? []
    }

    private static func own(_ text: String) -> [String] {
        text.split { "、，,;；".contains($0) }.map(String.init)
    }

    private static func whole(
        _ name: String, _ label: String, _ limits: ClosedRange<Int>, _ typed: inout FormReading
    ) -> Int? {
        guard typed.form[name] != nil else { return nil }
        if let number = typed.form.number(name), limits.contains(number) { return number }
        typed.fault(name, "\(label)应是\(limits.lowerBound)到\(limits.upperBound)的整数。")
        return nil
    }
}
