// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Who helps whom: chosen by caseload, never from a list of everybody.
enum AssignmentForms {
    static let assign = ActForm(
        { desk, shown in
            let reason = shown.area(
                "reason", "更换的原因", lines: 2, limit: 200, hint: "第一次确定的不用写")
            return [ActPage.Part("", [try await people(desk, shown, "由谁负责"), reason])]
        },
        read: { desk, typed in
            let reason = typed.form.text("reason")
            return try await assignment(desk, &typed, reason: reason).map { .aid(.ownerAssigned($0)) }
        }
    ).guided("一名援助对象由一个人负责到底。名单按手上的援助对象从少到多排列。").button("确定")

    static let receive = ActForm(
        { desk, shown in [ActPage.Part("", [try await people(desk, shown, "临时负责人")])] },
        read: { desk, typed in
            try await assignment(desk, &typed, isInterim: true).map {
                .handover(.received(level: desk.level, interim: $0))
            }
        }
    ).guided("接收当日明确临时负责人，会商（会诊）确定专员（专家）之前由其办理。档案不全的，请退回并写明原因。").button("接收").dayLabel("接收日期")

    private static func people(_ desk: ActDesk, _ shown: Shown, _ label: String) async throws -> Field {
        let helpers = try await desk.ask.office.helpers(at: desk.level, of: desk.found)
        return Field(
            "account", label,
            .radio(
                helpers.map {
                    Choice(String($0.account.id.number), $0.account.name, hint: "现负责\($0.cases)人")
                },
                chosen: shown.choice("account")), isRequired: true,
            hint: helpers.isEmpty ? "本单位还没有开通这个岗位的账号，请联系安全管理员。" : nil)
    }

    private static func assignment(
        _ desk: ActDesk, _ typed: inout FormReading, isInterim: Bool = false, reason: String = ""
    ) async throws -> Assignment? {
        guard let number = typed.need("account", "负责人", typed.form.number("account")) else { return nil }
        return try await desk.ask.office.assignment(
            of: AccountID(number), at: desk.level, in: desk.found, isInterim: isInterim, reason: reason)
    }
}
