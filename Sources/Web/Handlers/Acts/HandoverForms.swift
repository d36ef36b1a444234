// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Up, back, or kept: a person's decision each time (L.11).
enum HandoverForms {
    static let handUp = ActForm(
        { desk, shown in
            let due = desk.found.dueHandUp(at: desk.level, numbers: desk.ask.office.pack.procedure)
            return [
                ActPage.Part(
                    "",
                    [
                        shown.one(of: HandUpCause.allCases, "cause", "上交原因", or: due),
                        shown.area("reason", "情况说明", isRequired: true, hint: "做了哪些工作、为什么没有成功、建议下一步怎么做"),
                        Field("pack", "随交档案", .fixed(pack(desk))),
                    ])
            ]
        },
        read: { desk, typed in
            let reason = typed.words("reason", "情况说明", limit: 2000)
            guard let cause = typed.term("cause", "上交原因", HandUpCause.self) else { return nil }
            let to = desk.level.above ?? desk.level
            return .handover(
                .handedUp(
                    HandUp(
                        from: desk.level, to: to, cause: cause, reason: reason,
                        through: ActID(desk.found.version))))
        }
    ).guided("档案由系统按记录自动整理，随上交一并送达。对方接收前可以看到是否已接收。").button("上交").showingFile()

    /// What goes along by itself.
    private static func pack(_ desk: ActDesk) -> String {
        let care = desk.found.care
        return "走访\(desk.found.visits.count)次，联系\(care.contactCount(at: desk.level))次，"
            + "推荐\(care.recommendations.count)次（未成功\(care.failures(at: desk.level))次），方案\(care.plans.count)份，"
            + "全部经过和原始记录"
    }

    static let keep = ActForm.fields(
        { _, shown in [shown.area("reason", "暂不上交的原因", limit: 500, isRequired: true)] },
        read: { desk, typed in
            .handover(.kept(level: desk.level, reason: typed.words("reason", "原因", limit: 500)))
        })

    static let handBack = ActForm.fields(
        { _, shown in [shown.area("reason", "退回的原因", limit: 500, isRequired: true, hint: "档案缺什么，或为什么由下级继续援助")]
        },
        read: { desk, typed in
            let to: Level = desk.level == .district ? .town : .village
            return .handover(
                .handedBack(
                    from: desk.level, to: to, reason: typed.words("reason", "退回的原因", limit: 500)))
        }
    ).button("退回", isGrave: true)

    static let giveUp = ActForm.fields(
        { _, shown in
            [shown.area("reason", "无法解决的原因", limit: 1000, isRequired: true, hint: "先用过镇级公益性岗位等兜底办法")]
        },
        read: { _, typed in
            .aid(.townUnsolved(reason: typed.words("reason", "无法解决的原因", limit: 1000)))
        }
    ).guided("记明后2个工作日内连同档案上报区里。")

    static let handToWelfare = ActForm.fields(
        { _, shown in [shown.area("reason", "转安置的理由", limit: 500, isRequired: true)] },
        read: { _, typed in
            .handover(.handedToWelfare(reason: typed.words("reason", "理由", limit: 500)))
        }
    ).button("转公益性岗位安置")
}
