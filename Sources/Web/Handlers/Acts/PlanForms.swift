// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 方案 of each level, built from the recorded reasons (03.w3, 06.w2, 11.w2).
enum PlanForms {
    /// So many items a form offers; more are added afterwards.
    private static let rows = 6

    static let adopt = ActForm(
        { desk, shown in
            let now = desk.found.care.plan(PlanKind(level: desk.level))?.plan
            return [
                ActPage.Part("从记录得出", [Field("reasons", "未就业原因", .fixed(reasons(desk)))]),
                ActPage.Part("方案", content(desk, shown, now)),
            ] + items(shown, now)
        },
        read: { desk, typed in
            let kind = PlanKind(level: desk.level)
            let direction = typed.words("direction", kind == .entry ? "目标" : "主攻方向")
            let view = typed.words("view", "本人意见", limit: 1000)
            let items = items(&typed)
            if kind == .professional {
                _ = typed.words("psychology", "心理调适", limit: 1000)
                _ = typed.words("training", "面试辅导", limit: 1000)
            }
            return .plan(
                .adopted(
                    Plan(
                        kind: kind, direction: direction, reasons: desk.file.person.facts.reasonsNotWorking,
                        common: typed.form.text("common"), individual: typed.form.text("individual"),
                        psychology: typed.form.text("psychology"),
                        interviewTraining: typed.form.text("training"), view: view, items: items)))
        }
    ).guided("方案要符合本人情况和未就业的原因，先听本人意见，再告知本人。事项到期会出现在待办里。")

    private static func reasons(_ desk: ActDesk) -> String {
        let item = desk.ask.office.pack.form.item("q12")
        let words = desk.file.person.facts.reasonsNotWorking.map { code in
            item?.kind.options.first { $0.code == code }?.label ?? code
        }
        return words.isEmpty ? "没有记录，请在联系时了解" : words.joined(separator: "、")
    }

    private static func content(_ desk: ActDesk, _ shown: Shown, _ now: Plan?) -> [Field] {
        var fields = [
            shown.line(
                "direction", desk.level == .village ? "目标" : "主攻方向", isRequired: true,
                or: now?.direction ?? ""),
            shown.area("common", "共性措施", lines: 2, or: now?.common ?? "", hint: "政策告知、职业指导、岗位信息"),
            shown.area("individual", "个性措施", lines: 2, or: now?.individual ?? "", hint: "针对本人的原因"),
        ]
        if desk.level == .district {
            fields.append(
                shown.area("psychology", "心理调适", lines: 2, isRequired: true, or: now?.psychology ?? ""))
            fields.append(
                shown.area("training", "面试辅导", lines: 2, isRequired: true, or: now?.interviewTraining ?? ""))
        }
        fields.append(shown.area("view", "本人意见", lines: 2, isRequired: true, or: now?.view ?? ""))
        return fields
    }

    /// Each item with its day beside it.
    private static func items(_ shown: Shown, _ now: Plan?) -> [ActPage.Part] {
        (0..<rows).map { row in
            let item = now.flatMap { $0.items.indices.contains(row) ? $0.items[row] : nil }
            return ActPage.Part(
                "",
                [
                    shown.line("item\(row)", "事项\(row + 1)", or: item?.words ?? ""),
                    shown.day("by\(row)", "完成日期", or: item?.by, isRequired: false),
                ])
        }
    }

    private static func items(_ typed: inout FormReading) -> [Plan.Item] {
        var items: [Plan.Item] = []
        for row in 0..<rows where typed.form["item\(row)"] != nil {
            guard let day = typed.day("by\(row)", "事项\(row + 1)的完成日期") else { continue }
            items.append(Plan.Item(typed.form.text("item\(row)"), by: day))
        }
        if items.isEmpty, typed.faults.isEmpty { typed.fault("item0", "请至少写一项事项和完成日期。") }
        return items
    }

    static let reportProgress = ActForm.fields(
        { _, shown in [shown.area("words", "进展情况", isRequired: true)] },
        read: { desk, typed in
            .plan(.progressed(PlanKind(level: desk.level), words: typed.words("words", "进展情况", limit: 2000)))
        })

    static let end = ActForm.fields(
        { _, shown in [shown.area("reason", "结束的原因", limit: 500, isRequired: true)] },
        read: { desk, typed in
            .plan(.ended(PlanKind(level: desk.level), reason: typed.words("reason", "结束的原因", limit: 500)))
        })

    static let addItem = ActForm.fields(
        { _, shown in
            [shown.line("words", "事项", isRequired: true), shown.day("by", "完成日期", or: nil)]
        },
        read: { desk, typed in
            let words = typed.words("words", "事项")
            guard let day = typed.day("by", "完成日期") else { return nil }
            return .plan(.itemSet(PlanKind(level: desk.level), Plan.Item(words, by: day)))
        })

    static let finishItem = ActForm.fields(
        { desk, shown in [open(desk, shown), shown.area("words", "完成情况", lines: 2)] },
        read: { desk, typed in
            guard let act = typed.need("of", "事项", typed.form.number("of")) else { return nil }
            return .plan(
                .itemDone(PlanKind(level: desk.level), of: ActID(act), words: typed.form.text("words")))
        })

    static let moveItem = ActForm.fields(
        { desk, shown in
            [
                open(desk, shown), shown.day("to", "改到", or: nil),
                shown.area("reason", "改期的原因", lines: 2, limit: 500, isRequired: true),
            ]
        },
        read: { desk, typed in
            let act = typed.need("of", "事项", typed.form.number("of"))
            let reason = typed.words("reason", "改期的原因", limit: 500)
            guard let day = typed.day("to", "改到的日期"), let act else { return nil }
            return .plan(
                .itemMoved(PlanKind(level: desk.level), of: ActID(act), to: day, reason: reason))
        })

    private static func open(_ desk: ActDesk, _ shown: Shown) -> Field {
        let plan = desk.found.care.plan(PlanKind(level: desk.level))
        let open = plan?.items.filter { $0.done == nil } ?? []
        return Field(
            "of", "事项",
            .radio(
                open.map { Choice(String($0.act.number), $0.words, hint: "\($0.by.iso)前") },
                chosen: shown.choice("of", or: open.first.map { String($0.act.number) })), isRequired: true)
    }
}
